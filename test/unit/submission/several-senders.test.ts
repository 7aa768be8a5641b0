/** Several communes in one workbook, other units' names as rows, and the form of one commune that names another. */
import { describe, expect, it } from 'vitest';
import {
  areas,
  AREA_HEADER,
  found,
  identity,
  information,
  recognise,
  sheet,
  SHA,
  workbook,
  type Typed,
} from './made-files.js';

const ROWS: readonly (readonly Typed[])[] = [
  [1, 'Ấp 1', 217, 193, 'đạt'],
  [2, 'Ấp 2', 179, 161, 'đạt'],
];
const titled = (name: string, commune: string, rows = ROWS) =>
  sheet(name, [[`UBND ${commune}`], ['HUYỆN TÂN PHÚ'], ['KẾT QUẢ NĂM 2024'], AREA_HEADER, ...rows]);

describe('two communes on two sheets', () => {
  const both = [titled('Dak Lua', 'XÃ DAK LUA'), titled('Phú An', 'XÃ PHÚ AN', ROWS.slice(0, 1))];

  it('are two parts, each of its own commune', () => {
    const outcome = recognise(workbook(both));
    expect(outcome.parts.map(({ unit, state, table }) => [unit, state, table?.rowCount])).toEqual([
      ['26119', 'used', 2],
      ['26125', 'used', 1],
    ]);
    expect(outcome.codes).toEqual(['submission/unit-from-title', 'submission/unit-from-title']);
  });

  it('stay apart when the office settles a third sheet that names nobody', () => {
    const files = workbook([...both, sheet('Sheet3', [AREA_HEADER, ...ROWS])]);
    expect(recognise(files).codes).toContain('submission/unit-unknown');
    const outcome = recognise(files, { settlements: [{ sha256: SHA, unit: '26122' }] });
    expect(new Set(outcome.parts.map(({ unit, state }) => `${unit ?? ''} ${state}`))).toEqual(
      new Set(['26119 used', '26125 used', '26122 used']),
    );
  });
});

describe('two communes in one workbook, not told by titles alone', () => {
  const rowsOf = (count: number) => [AREA_HEADER, ...ROWS.slice(0, count)];
  /** The lines that a finding offers for tdkvh.yaml, as settlements. */
  const offered = (outcome: ReturnType<typeof recognise>) =>
    outcome.findings.flatMap(({ hint = '' }) =>
      [...hint.matchAll(/sheet: "([^"]+)", unit: "(\d+)"/gu)].map(([, name = '', unit = '']) => ({
        sha256: SHA,
        sheet: name,
        unit,
      })),
    );
  const year = [['Năm 2024']];
  const another = {
    ...information({ 'Mã đơn vị hành chính': '26125', 'Tên đơn vị': 'Phú An' }),
    name: 'Thông tin (2)',
  };
  const kinds = [
    [
      'by the name of the second sheet',
      [titled('Sheet1', 'XÃ DAK LUA'), sheet('Xã Phú An', [...year, ...rowsOf(1)])],
      'submission/sheet-of-other-unit',
    ],
    [
      'by the names of both sheets',
      [sheet('Xã Dak Lua', [...year, ...rowsOf(2)]), sheet('Phú An', [...year, ...rowsOf(1)])],
      'submission/unit-unknown',
    ],
    [
      'by a second Thông tin with the same ending of its name',
      [information(), another, sheet('Biểu 01', rowsOf(2)), sheet('Biểu 01 (2)', rowsOf(1))],
      'submission/sheet-of-other-unit',
    ],
    [
      'by a second Thông tin before its sheets',
      [information(), sheet('Kết quả', rowsOf(2)), another, sheet('Bảng', rowsOf(1))],
      'submission/sheet-of-other-unit',
    ],
    [
      'by a title beside Thông tin of the other',
      [information(), sheet('Biểu 01', rowsOf(2)), titled('Biểu 01 (2)', 'XÃ PHÚ AN', ROWS.slice(0, 1))],
      'submission/sheet-of-other-unit',
    ],
  ] as const;

  it.each(kinds)('%s, are never added to one, and the lines offered make them two', (_, sheets, code) => {
    const file = workbook(sheets);
    const first = recognise(file);
    expect(first.codes).toContain(code);
    expect(first.codes).not.toContain('submission/rivals');
    const counted = first.parts.filter(({ form, state }) => form === 'bieu-01' && state === 'used');
    expect(counted.map(({ unit, table }) => [unit, table?.rowCount])).toEqual(
      code === 'submission/unit-unknown' ? [] : [['26119', 2]],
    );
    const settled = recognise(file, { settlements: offered(first) });
    expect(settled.codes.filter((one) => one !== 'submission/unit-from-title')).toEqual([]);
    expect(
      settled.parts
        .filter(({ form, state }) => form === 'bieu-01' && state === 'used')
        .map(({ unit, table }) => [unit, table?.rowCount]),
    ).toEqual([
      ['26119', 2],
      ['26125', 1],
    ]);
  });

  it.each([
    [
      'side by side under their titles',
      [
        ['UBND XÃ DAK LUA', null, null, null, null, null, 'UBND XÃ PHÚ AN'],
        ['Năm 2024'],
        [...AREA_HEADER, null, ...AREA_HEADER],
        ...ROWS.map((row) => [...row, null, ...row]),
      ],
    ],
    [
      'below headings that name them, under no title',
      [...year, AREA_HEADER, ['I', 'Xã Dak Lua'], ...ROWS, ['II', 'Xã Phú An'], ...ROWS],
    ],
  ] as readonly (readonly [string, readonly (readonly Typed[])[]])[])(
    'on one sheet, %s, are refused with the one thing that helps',
    (_, rows) => {
      const outcome = recognise(workbook([sheet('Sheet1', rows)]));
      expect(outcome.codes).toEqual(['submission/units-on-one-sheet']);
      expect(outcome.findings[0]?.message).toMatch(/XÃ DAK LUA.*XÃ PHÚ AN|Xã Dak Lua.*Xã Phú An/u);
      expect(outcome.parts.map(({ state }) => state)).toEqual(['unattributed']);
    },
  );

  it('a sheet among them that names nobody is asked about alone, and a line each settles it', () => {
    const summary = sheet('Tổng hợp', [['Năm 2024'], AREA_HEADER, ...ROWS]);
    const file = workbook([titled('Sheet1', 'XÃ DAK LUA'), titled('Sheet2', 'XÃ PHÚ AN'), summary]);
    const outcome = recognise(file);
    const [told, ...others] = found(outcome, 'submission/unit-unknown');
    expect(others).toEqual([]);
    expect(told?.at.sheet).toBe('Tổng hợp');
    expect(told?.message).toBe('Không xác định được đơn vị gửi: trang “Tổng hợp” không ghi tên đơn vị.');
    const { sha256 } = file.source;
    expect(told?.hint).toContain(`- { sha256: ${sha256}, sheet: "Tổng hợp", use: false }`);
    const settlements = [{ sha256, sheet: 'Tổng hợp', use: false as const }];
    const settled = recognise(file, { settlements });
    expect(settled.codes).not.toContain('submission/unit-unknown');
    expect(settled.parts.filter(({ state }) => state === 'used')).toHaveLength(2);
  });

  it('a hidden sheet of another is told as hidden', () => {
    const hidden = { ...titled('Phú An', 'XÃ PHÚ AN', ROWS.slice(0, 1)), state: 'hidden' as const };
    const outcome = recognise(workbook([titled('Sheet1', 'XÃ DAK LUA'), hidden]));
    const told = outcome.findings.find(({ code }) => code === 'layout/other-sheet');
    expect(told?.message).toContain('trang ẩn không mang tên biểu thì không được đọc');
  });
});

describe('one form in several parts', () => {
  const part = (names: readonly string[], number: number | null, more = 0) => [
    information({ 'Lần nộp': number }),
    sheet('Biểu 01', [
      AREA_HEADER,
      ...names.map((name, row) => [row + 1, name, 217 + row * 11 + more, 193 + row, 'đạt']),
    ]),
  ];
  const OTHER = 'ef'.repeat(32);
  const both = (first: Parameters<typeof workbook>[0], second: Parameters<typeof workbook>[0]) =>
    recognise([workbook(first, 'a.xlsx'), workbook(second, 'b.xlsx', OTHER)]);
  const counted = (outcome: ReturnType<typeof recognise>) =>
    outcome.parts.flatMap(({ form, state, file }) => (form === 'bieu-01' && state === 'used' ? [file] : []));

  it.each([1, 2])(
    'that name other areas never count one for all, whatever the second is numbered: %d',
    (number) => {
      const outcome = both(part(['Ấp 1', 'Ấp 2'], 1), part(['Ấp 3', 'Ấp 4', 'Ấp 5'], number));
      expect(outcome.codes).toContain('submission/in-parts');
      expect(counted(outcome)).toEqual([]);
      const settlements = [{ sha256: OTHER, form: 'bieu-01', use: false as const }];
      const files = [
        workbook(part(['Ấp 1', 'Ấp 2'], 1), 'a.xlsx'),
        workbook(part(['Ấp 3', 'Ấp 4'], number), 'b.xlsx', OTHER),
      ];
      expect(counted(recognise(files, { settlements }))).toEqual(['a.xlsx']);
    },
  );

  it.each([
    [
      ['TDP 1', 'TDP 2'],
      ['Tổ dân phố số 1', 'Tổ dân phố số 2'],
    ],
    [
      ['Thon Vong', 'Thon Doai'],
      ['Thôn Vọng', 'Thôn Đoài'],
    ],
    [
      ['Thôn Đông', 'Thôn Tây'],
      ['Đông', 'Tây'],
    ],
  ])('that only write %j otherwise are a correction', (before, after) => {
    const outcome = both(part(before, 1), part(after, 2));
    expect(outcome.codes).not.toContain('submission/in-parts');
    expect(counted(outcome)).toHaveLength(1);
  });

  it('on two sheets of one workbook are told so, with both sheets', () => {
    const sheets = [
      information(),
      sheet('Biểu 01 xã cũ A', [AREA_HEADER, ...ROWS]),
      sheet('Biểu 01 xã cũ B', [AREA_HEADER, [1, 'Ấp 3', 120, 100, 'đạt']]),
    ];
    const [told, ...others] = recognise(workbook(sheets)).findings;
    expect(others).toEqual([]);
    expect(told?.code).toBe('submission/in-parts');
    expect(told?.message).toMatch(/trang “Biểu 01 xã cũ A”.*trang “Biểu 01 xã cũ B”/u);
  });

  it('are versions where they share an area, and a correction where the only area was named anew', () => {
    const versions = both(part(['Ấp 1', 'Ấp 2'], 1), part(['Ấp 2', 'Ấp 3'], 2, 5));
    expect(versions.codes).toContain('submission/superseded');
    expect(counted(versions)).toEqual(['b.xlsx']);
    expect(both(part(['Ấp 1'], 1), part(['Ấp Một'], 2, 5)).codes).toContain('submission/superseded');
    expect(both(part(['Ấp 1', 'Ấp 2'], 1), part(['Ấp 2', 'Ấp 3'], 1, 5)).codes).toContain(
      'submission/rivals',
    );
  });
});

describe('a sheet that is passed over', () => {
  const said = (...sheets: Parameters<typeof workbook>[0]) =>
    recognise(workbook(sheets)).findings.flatMap(({ code, at, message }) =>
      code === 'layout/other-sheet' ? [`${at.sheet ?? ''}: ${message}`] : [],
    );

  it('beside one named after its form is told so, not that it is none', () => {
    const dakLua = titled('Biểu 01 (3)', 'XÃ DAK LUA');
    expect(said(dakLua, titled('Phú An', 'XÃ PHÚ AN'))).toEqual([
      expect.stringMatching(
        /^Phú An: .* có bảng như Biểu 01, nhưng trang “Biểu 01 \(3\)” của tệp đã được đọc/u,
      ),
    ]);
  });

  it('of another year, or of no form, is told that', () => {
    const own = sheet('Biểu 01', [AREA_HEADER, ...ROWS]);
    const before = sheet('Biểu 01 năm 2023', [AREA_HEADER, ...ROWS]);
    expect(said(information(), own, before, sheet('Nháp', [[5]]))).toEqual([
      expect.stringContaining('mang tên năm 2023 nên'),
      expect.stringContaining('không phải là biểu mẫu nên 1 số'),
    ]);
  });
});

describe('names of units as rows', () => {
  const read = (names: readonly string[]) =>
    recognise(
      workbook([
        information(),
        sheet('Biểu 01', [AREA_HEADER, ...names.map((name, row) => [row + 1, name, 217 + row, 193, 'đạt'])]),
      ]),
    ).codes;

  it.each([
    [['Xã Phú An', 'Ấp 1']],
    [['Phú An', 'Nam Cát Tiên', 'Phú Lộc']],
    [['Huyện Tân Phú', 'Huyện Định Quán']],
    [['Thị trấn Chờ', 'Xã Đông Tiến', 'Xã Yên Phụ']],
    [['UBND xã Phú An', 'UBND xã Nam Cát Tiên']],
    [['1. Ủy ban nhân dân xã Phú An', 'Ấp 1']],
    [['BCĐ xã Phú An', 'Ban Chỉ đạo xã Phú Lộc', 'Uỷ ban nhân dân thị trấn Tân Phú']],
    [['Địa bàn Phú An', 'Địa bàn Nam Cát Tiên', 'Địa bàn Phú Lộc']],
  ])('%j are refused', (names) => {
    expect(read(names)).toContain('layout/units-as-rows');
  });

  it.each([
    [['Phú An', 'Ấp 1', 'Ấp 2']],
    [['Thôn Phú An', 'Thôn Phú Lộc', 'Thôn Nam Cát Tiên']],
    [['Thị Trấn', 'Phường Nội']],
  ])('%j are areas', (names) => {
    expect(read(names)).toEqual([]);
  });

  it.each([
    [['Dak Lua'], true],
    [['Xã Dak Lua'], true],
    [['UBND xã Dak Lua'], true],
    [['Ấp 1', 'Xã Dak Lua', 'Ấp 2'], true],
    [['Dak Lua', 'Ấp 1', 'Ấp 2'], false],
    [['Thôn Dak Lua'], false],
    [['Ấp 1'], false],
  ])('%j: the own name is asked about: %s', (names, asked) => {
    expect(read(names)).toEqual(asked ? ['layout/own-name-as-row'] : []);
  });

  /** Households of the areas and of the row with the own name; families are nine tenths of them. */
  const withOwn = (name: string, own: number, others: readonly number[], at = others.length) => {
    const rows = others.map((number, row): readonly [string, number] => [`Ấp ${String(row + 1)}`, number]);
    const all = rows.toSpliced(at, 0, [name, own]);
    return recognise(
      workbook([
        information(),
        areas(all.map(([label, number], row) => [row + 1, label, number, Math.floor(number * 0.9), 'đạt'])),
      ]),
    ).codes;
  };

  it.each([
    ['of two equal rows', 20, [20]],
    ['first of two equal rows', 523, [523], 0],
    ['that is a sum', 734, [523, 211]],
    ['that is a sum with a slip', 741, [523, 211]],
    ['of another year', 690, [523, 211]],
    ['amid the others', 734, [523, 211], 1],
  ])('the own name in full on a row %s is never counted beside the others', (_, own, others, at?: number) => {
    expect(withOwn('Xã Dak Lua', own, others, at)).toContain('layout/own-total-as-row');
  });

  it('the bare own name is asked about where the row is near to all others together, and a village otherwise', () => {
    expect(withOwn('Dak Lua', 740, [523, 211])).toContain('layout/own-name-as-row');
    expect(withOwn('Dak Lua', 190, [523, 211])).toEqual([]);
    expect(withOwn('Thôn Dak Lua', 741, [523, 219])).not.toContain('layout/own-name-as-row');
  });
});

describe('a file under the name of a form sent out', () => {
  const ASKED = 'submission/file-name-of-other';
  const sheets = [information(), sheet('Biểu 01', [AREA_HEADER, ...ROWS])];
  const read = (path: string, more: Parameters<typeof workbook>[0] = []) =>
    recognise(workbook([...sheets, ...more], path)).codes;

  it.each([
    '26125-xa-phu-an-bieu-01-04-2024.xlsx',
    '26125-xa-phu-an-bieu-01-04-2024 (1).xlsx',
    'Copy of 26125-xa-phu-an-bieu-01-04-2024.xlsx',
    'Bản sao của 26125-xa-phu-an-bieu-01-04-2024.xlsx',
    '26125_xa_phu_an_bieu_01_04_2024.XLSX',
    '26125 XA PHU AN BIEU 01-04 2024.xls',
    '03. 26125-xa-phu-an-bieu-01-04-2024-sua.xlsx',
    '26125-bieu-01-04-2024.ods',
    '26125-xa-phu-an.xlsx',
    '26125_xa_phu_an_2024 (1).xlsx',
    '26206-xa-phu-loc-bieu-01-04-2024.xlsx',
    '2024-26125 xa phu loc.xlsx',
    'BC xã Phú An năm 2024.xlsx',
    'Bieu so lieu XA NAM CAT TIEN (sua).xls',
    'Thị trấn Tân Phú.xlsx',
  ])('of another commune is asked about: “%s”', (name) => {
    for (const path of [`submissions/${name}`, `submissions/huyen/nop.zip/${name}`])
      expect(read(path)).toEqual([ASKED]);
    expect(read(name, [identity()])).toContain(ASKED);
  });

  it.each([
    '26119-xa-dak-lua-bieu-01-04-2024.xlsx',
    'Copy of 26119-xa-dak-lua-bieu-01-04-2024 (2).xlsx',
    '75-26119-xa-dak-lua-bieu-01-04-2024.xlsx',
    '734-xa-dak-lua-bieu-01-2024.xlsx',
    '20241130-dak-lua-bieu-01.xlsx',
    'bieu-01-04-2024.xlsx',
    'bieu-01-26125.xlsx',
    '26125.xlsx',
    '26119-xa-dak-lua.xlsx',
    'Phú An.xlsx',
    'Dak Lua gửi xã Phú An.xlsx',
    'Huyện Tân Phú - biểu 01.xlsx',
    'xa phu anh.xlsx',
  ])('of its own commune, or of none, is not: “%s”', (name) => {
    expect(read(`submissions/${name}`)).not.toContain(ASKED);
  });

  it('asks of a CSV of one unit as well, and of none of several', () => {
    const header = ['unit_code', 'period', ...AREA_HEADER.slice(1)];
    const line = (code: string) => [code, '2024', 'Ấp 1', 217, 193, 'đạt'];
    const told = (...codes: readonly string[]) =>
      recognise({
        ...workbook([sheet('', [header, ...codes.map(line)])], '26125-xa-phu-an-bieu-01.csv'),
        format: 'csv' as const,
      }).findings.filter(({ code }) => code === ASKED);
    expect(told('26119').map(({ hint }) => hint)).toEqual([
      expect.stringContaining('cột “Mã đơn vị” (unit_code)'),
    ]);
    expect(told('26119', '26122')).toEqual([]);
    expect(told('26125')).toEqual([]);
  });

  it('says both communes, for whichever two', () => {
    for (const [code, name, slug] of [
      ['26116', 'Tân Phú', 'thi-tran-tan-phu'],
      ['26122', 'Nam Cát Tiên', 'xa-nam-cat-tien'],
      ['26209', 'Phú Vinh', 'xa-phu-vinh'],
    ] as const) {
      const [told] = recognise(workbook(sheets, `${code}-${slug}-bieu-01-04-2024.xlsx`)).findings;
      expect(told?.message).toMatch(new RegExp(`${name} \\(${code}\\).*Dak Lua`, 'u'));
    }
  });
});

it('asks about a form sent out to one commune that names another, not about one that names its own', () => {
  const read = (path: string) =>
    recognise(workbook([information(), sheet('Biểu 01', [AREA_HEADER, ...ROWS])], path)).codes;
  expect(read('submissions/26125-xa-phu-an-bieu-01-04-2024.xlsx')).toEqual(['submission/file-name-of-other']);
  expect(read('submissions/26119-xa-dak-lua-bieu-01-04-2024.xlsx')).toEqual([]);
  expect(read('submissions/26125/nop.xlsx')).toEqual([]);
});
