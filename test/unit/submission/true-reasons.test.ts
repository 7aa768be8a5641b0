/** Findings that were seen telling a false reason: the situations that lead to each, and what it then says. */
import { describe, expect, it } from 'vitest';
import { coverageFindings, refusedForms } from '../../../src/submission/coverage.js';
import {
  AREA_HEADER,
  areas,
  errorCell,
  found,
  information,
  lines,
  recognise,
  SET,
  SHA,
  sheet,
  THREE_AREAS,
  treeOf,
  uncalculated,
  workbook,
  type Outcome,
  type Typed,
} from './made-files.js';

const CODE = 'Mã đơn vị hành chính';
const NAME = 'Tên đơn vị';
const message = (outcome: Outcome, code: string): string | undefined => found(outcome, code)[0]?.message;
const titled = (...titles: readonly string[]) =>
  recognise(
    workbook([sheet('Sheet1', [...titles.map((text) => [text]), ['Năm 2024'], AREA_HEADER, ...THREE_AREAS])]),
  );
const said = (words: Readonly<Record<string, Typed>>) =>
  recognise(workbook([information(words), areas(THREE_AREAS)]));

describe('VH501, the sender is not known', () => {
  it.each([
    ['nothing is said', titled('BIỂU TỔNG HỢP'), 'không có mã và tên đơn vị.'],
    ['only the district is', titled('UBND HUYỆN TÂN PHÚ'), 'không có mã và tên đơn vị.'],
    ['the name is of nobody', titled('UBND XÃ KHÔNG ĐÂU'), 'tên “XÃ KHÔNG ĐÂU”.'],
    [
      'the name is of two',
      titled('UBND XÃ PHÚ LỘC'),
      'tên “XÃ PHÚ LỘC”. Có thể là: Xã Phú Lộc, Huyện Tân Phú (26131); Xã Phú Lộc, Huyện Định Quán (26206).',
    ],
    [
      'the titles name two',
      titled('UBND XÃ DAK LUA', 'UBND XÃ PHÚ AN'),
      'các dòng tiêu đề nêu nhiều đơn vị: “UBND XÃ DAK LUA” (ô A1), “UBND XÃ PHÚ AN” (ô A2). Có thể là: ',
    ],
    [
      'the table is one of communes, in a file named after one',
      recognise(
        workbook(
          [
            sheet('Biểu 01', [
              ['PHÒNG VĂN HÓA THÔNG TIN'],
              ['HUYỆN TÂN PHÚ'],
              ['KẾT QUẢ NĂM 2024'],
              AREA_HEADER.with(1, 'Xã, thị trấn'),
              [1, 'Phú An', 310, 290, 'đạt'],
              [2, 'Dak Lua', 275, 250, 'đạt'],
            ]),
          ],
          'submissions/Dak Lua.xlsx',
        ),
      ),
      'không có mã và tên đơn vị; cột “Xã, thị trấn” cho biết mỗi dòng là một xã, phường, nên đây là bảng của nhiều xã, không phải biểu của một xã.',
    ],
    ['Thông tin is blank', said({ [CODE]: null, [NAME]: null }), 'không có mã và tên đơn vị.'],
    ['the code is of nobody', said({ [CODE]: '99999', [NAME]: null }), 'mã “99999”.'],
    [
      'the name is nearly one',
      said({ [CODE]: null, [NAME]: 'Dak Luaa' }),
      'tên “Dak Luaa”. Có thể là: Xã Dak Lua, Huyện Tân Phú (26119).',
    ],
    [
      'the code is of nobody and the name of two',
      said({ [CODE]: '99999', [NAME]: 'Phú Lộc' }),
      'mã “99999”, tên “Phú Lộc”. Có thể là: Xã Phú Lộc, Huyện Tân Phú (26131)',
    ],
    [
      'code and name are of nobody',
      said({ [CODE]: '99999', [NAME]: 'Không Đâu' }),
      'mã “99999”, tên “Không Đâu”.',
    ],
    ['the code is words', said({ [CODE]: 'không rõ', [NAME]: null }), 'mã “không rõ”.'],
    [
      'only the folder names somebody',
      recognise(
        workbook(
          [sheet('Sheet1', [['Năm 2024'], AREA_HEADER, ...THREE_AREAS])],
          'submissions/Nam Cát Tiên/nop.xlsx',
        ),
      ),
      'không có mã và tên đơn vị. Có thể là: Xã Nam Cát Tiên, Huyện Tân Phú (26122).',
    ],
    [
      'a CSV has no columns of the unit',
      recognise({
        ...workbook([
          sheet('', [
            ['period', ...AREA_HEADER.slice(1)],
            ['2024', 'Ấp 1', '120', '100', 'đạt'],
          ]),
        ]),
        format: 'csv' as const,
      }),
      'không có mã và tên đơn vị.',
    ],
    [
      'the office settled on a code of nobody',
      recognise(workbook([information(), areas(THREE_AREAS)]), {
        settlements: [{ sha256: SHA, unit: '99999' }],
      }),
      'mã “99999” ghi ở mục submissions của tdkvh.yaml.',
    ],
    [
      'the name is of a commune of another district than the one named',
      said({
        [CODE]: null,
        [NAME]: 'Không Đâu',
        'Huyện, quận, thị xã, thành phố (đến ngày 30/6/2025)': 'Định Quán',
      }),
      'tên “Không Đâu”',
    ],
    ['the name in Thông tin is of nobody', said({ [CODE]: null, [NAME]: 'Không Đâu' }), 'tên “Không Đâu”.'],
    [
      'the title is a bare name',
      titled('NAM CÁT TIÊN'),
      'tên đơn vị chỉ được nhắc trong các dòng tiêu đề, chưa rõ có phải đơn vị gửi. Có thể là: Xã Nam Cát Tiên, Huyện Tân Phú (26122).',
    ],
    [
      'one title names two communes',
      titled('Xã Nam Cát Tiên; xã Phú An'),
      'tên đơn vị chỉ được nhắc trong các dòng tiêu đề, chưa rõ có phải đơn vị gửi. Có thể là: Xã Nam Cát Tiên',
    ],
  ])('because %s', (_, outcome, reason) => {
    expect(message(outcome, 'submission/unit-unknown'), outcome.codes.join()).toContain(
      `Không xác định được đơn vị gửi: ${reason}`,
    );
  });

  it('sends to the place where the sender is said: a sheet, or a column of a CSV', () => {
    const rows = [
      ['unit_code', 'period', ...AREA_HEADER.slice(1)],
      ['99999', '2024', 'Ấp 1', 120, 100, 'đạt'],
    ];
    const csv = recognise({ ...workbook([sheet('', rows)], 'bieu-01.csv'), format: 'csv' as const });
    expect(found(csv, 'submission/unit-unknown')[0]?.hint).toContain('cột “Mã đơn vị” (unit_code)');
    expect(found(titled('BIỂU'), 'submission/unit-unknown')[0]?.hint).toContain('trang “Thông tin”');
  });
});

describe('a form of communes', () => {
  it('under the code of a district is refused, not passed over; its own form is not', () => {
    const district = { [CODE]: '734', [NAME]: 'Tân Phú', 'Loại đơn vị': 'huyện' };
    const outcome = recognise(workbook([information(district), areas(THREE_AREAS), lines({ A4: 1 })]));
    expect(outcome.codes).toEqual(['submission/form-of-communes', 'submission/form-of-communes']);
    expect(outcome.parts.flatMap(({ form, state }) => (form?.startsWith('bieu') ? [state] : []))).toEqual([
      'rejected',
      'rejected',
    ]);
  });

  it('whose column of names is one of communes is told so once, not row by row', () => {
    const header = AREA_HEADER.map((label) => (label.startsWith('Tên') ? 'Tên xã, thị trấn' : label));
    const under = (...names: readonly string[]) =>
      recognise(
        workbook([
          information(),
          sheet('Biểu 01', [header, ...names.map((name, at) => [at + 1, name, 310 + at, 290, 'đạt'])]),
        ]),
      );
    const outcome = under('Phú An', 'Dak Lua', 'Phú Lộc');
    expect(found(outcome, 'layout/unknown-column')).toEqual([]);
    expect(found(outcome, 'layout/column-missing')[0]?.fields).toContain('households');
    // Areas below such a heading are areas all the same.
    const ofAreas = under('Ấp 1', 'Ấp 2', 'Ấp 3');
    expect(message(ofAreas, 'layout/column-missing')).toContain('Có phải cột “Tên xã, thị trấn”?');
    expect(found(ofAreas, 'layout/column-missing')[0]?.fields).toEqual(['areaName']);
    expect(found(outcome, 'layout/row-without-name')).toEqual([]);
    expect(message(outcome, 'layout/column-missing')).toContain(
      'Cột “Tên xã, thị trấn” cho biết mỗi dòng là một xã, phường, không phải',
    );
  });

  it.each([
    ['Xã, thôn', 'Đông', 'Tây'],
    ['Xã/thôn', 'Đông', 'Tây'],
    ['Phường/tổ dân phố', 'Tổ 1', 'Tổng cộng'],
    ['Tên xã (thôn)', 'Đông', 'Tây'],
    ['Đơn vị (xã, thôn)', 'Tổ 1', 'Bắc Hải'],
    ['Xã', 'Tổ 1', 'Tổng cộng'],
  ])('is none below “%s” with “%s” and “%s”', (label, ...names) => {
    const rows = names.map((name, at) => [at + 1, name, 310, 290, 'đạt']);
    const outcome = recognise(
      workbook([information(), sheet('Biểu 01', [AREA_HEADER.with(1, label), ...rows])]),
    );
    expect(message(outcome, 'layout/column-missing')).not.toContain('mỗi dòng là một xã');
    expect(found(outcome, 'layout/column-missing')[0]?.fields).toEqual(['areaName']);
  });

  it.each(['Xã, phường, đặc khu', 'Xã (khu vực I, II)'])('is one below “%s”', (label) => {
    const rows = ['Phú An', 'Phú Lộc'].map((name, at) => [at + 1, name, 310, 290, 'đạt']);
    const outcome = recognise(
      workbook([information(), sheet('Biểu 01', [AREA_HEADER.with(1, label), ...rows])]),
    );
    expect(message(outcome, 'layout/column-missing')).toContain('mỗi dòng là một xã');
  });
});

describe('VH205, two columns are one field', () => {
  it.each([
    [
      'the same label twice',
      sheet('Biểu 01', [
        [...AREA_HEADER, 'Tổng số hộ'],
        [1, 'Ấp 1', 120, 100, 'đạt', 120],
      ]),
      'cột C (“Tổng số hộ”) và cột F (“Tổng số hộ”)',
    ],
    [
      'two labels of one field',
      sheet('Biểu 01', [
        [...AREA_HEADER, 'Số hộ'],
        [1, 'Ấp 1', 120, 100, 'đạt', 121],
      ]),
      'cột C (“Tổng số hộ”) và cột F (“Số hộ”)',
    ],
    [
      'the same labels under two headings',
      sheet(
        'Biểu 01',
        [
          ['TT', 'Tên thôn, tổ dân phố', 'Chính thức', null, 'Bổ sung', null],
          [null, null, 'Tổng số hộ', 'Số nhân khẩu', 'Tổng số hộ', 'Số nhân khẩu'],
          [1, 'Ấp 1', 100, 400, 120, 410],
        ],
        { merges: ['C1:D1', 'E1:F1'] },
      ),
      'cột C (“Chính thức - Tổng số hộ”) và cột E (“Bổ sung - Tổng số hộ”)',
    ],
    [
      'two columns of values in a list',
      sheet('Biểu 02', [
        ['Mã số', 'Chỉ tiêu', 'Số liệu', 'Số liệu'],
        ['A4', 'Số văn bản', 3, 4],
      ]),
      'cột C (“Số liệu”) và cột D (“Số liệu”)',
    ],
    [
      'one heading merged over two columns of figures',
      sheet(
        'Biểu 01',
        [
          ['TT', 'Tên thôn, tổ dân phố', 'Tổng số hộ', null, 'Số hộ đạt danh hiệu gia đình văn hóa'],
          [1, 'Ấp 1', 120, 3, 100],
        ],
        { merges: ['C1:D1'] },
      ),
      'cột C (“Tổng số hộ”) và cột D (“Tổng số hộ”)',
    ],
    [
      'two columns of values in a list',
      sheet('Biểu 02', [
        ['Mã số', 'Chỉ tiêu', 'Thực hiện năm 2024', 'Số liệu năm 2024'],
        ['A4', 'Số văn bản', 3, 4],
      ]),
      'cùng được đọc là “số liệu”: cột C (“Thực hiện năm 2024”) và cột D (“Số liệu năm 2024”)',
    ],
    [
      'the same label twice, once hidden',
      {
        ...sheet('Biểu 01', [
          [...AREA_HEADER, 'Tổng số hộ'],
          [1, 'Ấp 1', 120, 100, 'đạt', 120],
        ]),
        hiddenColumns: [6],
      },
      'cột C (“Tổng số hộ”) và cột F (“Tổng số hộ”), trong đó cột F đang bị ẩn',
    ],
    [
      'two tables side by side',
      sheet('Biểu 01', [
        [...AREA_HEADER, null, ...AREA_HEADER],
        [1, 'Ấp 1', 120, 100, 'đạt', null, 2, 'Ấp 2', 80, 70, 'đạt'],
      ]),
      'cột B (“Tên thôn, tổ dân phố”) và cột H (“Tên thôn, tổ dân phố”)',
    ],
  ])('because of %s, with both columns as they are headed', (_, one, columns) => {
    const outcome = recognise(workbook([information(), one]));
    const told = found(outcome, 'layout/duplicate-column').map((each) => each.message);
    expect(told.join(), outcome.codes.join()).toContain(`${columns}; chưa tính cột nào.`);
  });
});

describe('VH507, nothing is in the form', () => {
  const sent = (row: readonly Typed[], header: readonly Typed[] = AREA_HEADER) =>
    recognise(workbook([information(), sheet('Biểu 01', [header, [1, 'Ấp 1', ...row]])]));

  it.each([
    ['names only', sent([])],
    ['figures still to come', sent(['…', '…', '…'])],
    ['no row', recognise(workbook([information(), sheet('Biểu 01', [AREA_HEADER])]))],
  ])('is said of %s', (_, outcome) => {
    expect(message(outcome, 'submission/empty')).toBe('Biểu 01 của Xã Dak Lua chưa có số liệu nào.');
  });

  it('tells that the sums alone are filled', () => {
    const rows = [AREA_HEADER, [1, 'Ấp 1'], [2, 'Ấp 2'], [null, 'Tổng cộng', 900, 800]];
    const outcome = recognise(workbook([information(), sheet('Biểu 01', rows)]));
    expect(message(outcome, 'submission/empty')).toContain(
      'chưa có số liệu nào ở từng dòng (chỉ dòng tổng cộng có 2 số, không chia được cho các dòng)',
    );
  });

  it('is said of all blank forms together, whatever is not asked of the unit', () => {
    const outcome = recognise(workbook([information(), areas([[1, 'Ấp 1']]), lines({})]));
    expect(message(outcome, 'submission/empty')).toBe('Biểu 01, Biểu 02 của Xã Dak Lua chưa có số liệu nào.');
  });

  it('is not said where every row has ended: nothing is left, which VH278 says', () => {
    const label = (id: string): string => SET.fields.find((field) => field.id === id)?.label ?? id;
    const district = { [CODE]: '734', [NAME]: 'Tân Phú', 'Loại đơn vị': 'huyện' };
    const columns = ['itemKind', 'itemName', 'itemTo'].map(label);
    const rows = [
      ['TT', ...columns],
      [1, 'thư viện', 'Thư viện huyện', '31/12/2018'],
    ];
    const outcome = recognise(workbook([information(district), sheet('Biểu 05', rows)]));
    expect(outcome.codes).toEqual(['layout/rows-ended']);
  });

  it('points to figures that are not asked of the unit', () => {
    const ward = { [CODE]: '26116', [NAME]: 'Tân Phú', 'Loại đơn vị': 'thị trấn' };
    const outcome = recognise(workbook([information(ward), lines({ C10: 'giữ vững' })]));
    expect(message(outcome, 'submission/empty')).toContain('VH372 nêu các số nằm ngoài');
  });

  it.each([
    ['in a column of the sender', sent([null, null, null, 55], [...AREA_HEADER, 'Số hộ mới']), 'VH204'],
    ['beside the table', sent([null, null, null, null, 4567]), 'VH206'],
    [
      'on another sheet',
      recognise(
        workbook([
          information(),
          sheet('Biểu 01', [AREA_HEADER, [1, 'Ấp 1']]),
          sheet('Tính', [[1234, 5678]]),
        ]),
      ),
      'VH217',
    ],
  ])('tells of numbers that stand %s', (_, outcome, number) => {
    expect(message(outcome, 'submission/empty')).toContain(`${number} nêu các số nằm ngoài`);
  });

  it.each([
    ['zero', [0, 0, 'không đạt']],
    ['not applicable', ['x', 'x', 'x']],
    ['a title only', [null, null, 'đạt']],
    ['words for numbers', ['nhiều', 'ít', null]],
    ['errors of formulas', [errorCell('#REF!'), null, null]],
    ['formulas never calculated', [uncalculated, null, null]],
  ] as const)('is not said of %s', (_, row) => {
    expect(sent(row).codes).not.toContain('submission/empty');
  });
});

describe('VH507 in a CSV', () => {
  const header = ['unit_code', 'period', ...AREA_HEADER.slice(1)];
  const read = (...rows: readonly (readonly Typed[])[]) =>
    recognise({ ...workbook([sheet('', [header, ...rows])], 'bieu-01.csv'), format: 'csv' as const });

  it('is said of names only, and of the one unit of several that has none', () => {
    const alone = read(['26119', '2024', 'Ấp 1'], ['26119', '2024', 'Ấp 2']);
    expect(alone.codes).toEqual(['submission/empty']);
    expect(alone.parts.map(({ state }) => state)).toEqual(['rejected']);
    const both = read(
      ['26119', '2024', 'Ấp 1'],
      ['26125', '2024', 'Ấp 1', 120, 100, 'đạt'],
      ['26122', '2024', 'Ấp 1', 0],
    );
    expect(both.parts.map(({ unit, state }) => `${unit ?? ''} ${state}`)).toEqual([
      '26119 rejected',
      '26125 used',
      '26122 used',
    ]);
    expect(message(both, 'submission/empty')).toContain('Biểu 01 của Xã Dak Lua');
  });
});

describe('the advice on short rows of a CSV', () => {
  const wrongBy = (dots: string, last: string): readonly string[] => {
    const columns = [...AREA_HEADER.slice(1), 'Ghi chú'].filter((label) => label !== last);
    const row = (name: string) => columns.map((label) => (label.startsWith('Tên') ? name : null));
    const rows = [
      ['unit_code', 'period', ...columns, last],
      ['26119', '2024', ...row('Ấp 1'), dots],
      ['26119', '2024', ...row('Ấp 2'), dots],
    ];
    const csv = { ...workbook([sheet('', rows)], 'bieu-01.csv'), format: 'csv' as const };
    return recognise(csv).codes.filter((code) => code.startsWith('cell/'));
  };
  const labels = SET.fields.filter(({ form }) => form === 'bieu-01').map(({ label }) => label);

  it.each(['...', '…'])('leaves a blank blank, whatever the last column holds: “%s”', (dots) => {
    expect(labels.filter((last) => wrongBy(dots, last).length > 0)).toEqual([]);
    expect(labels.filter((last) => wrongBy('.', last).length > 0).length).toBeGreaterThan(labels.length / 2);
  });
});

describe('VH518, the period is not said', () => {
  it('in Thông tin, in a sheet, in a CSV', () => {
    const [inThongTin, inSheet] = [
      said({ 'Kỳ báo cáo': null }),
      recognise(workbook([sheet('Sheet1', [['UBND XÃ DAK LUA'], AREA_HEADER, ...THREE_AREAS])])),
    ];
    expect(found(inThongTin, 'submission/period-unsaid')[0]?.hint).toContain('ở trang “Thông tin”');
    expect(found(inSheet, 'submission/period-unsaid')[0]?.hint).toContain('ở trang “Sheet1”');
    const rows = [
      ['unit_code', 'submission_no', ...AREA_HEADER.slice(1)],
      ['26119', 1, 'Ấp 1', 120, 100, 'đạt'],
    ];
    const csv = { ...workbook([sheet('', rows)], 'bieu-01.csv'), format: 'csv' as const };
    const [told] = found(recognise(csv), 'submission/period-unsaid');
    expect(told?.hint).toContain('cột “Kỳ báo cáo” (period)');
    expect(recognise(csv).parts.map(({ state }) => state)).toEqual(['rejected']);
    const settlements = [{ sha256: csv.source.sha256, period: '2024' }];
    expect(recognise(csv, { settlements }).parts.map(({ state }) => state)).toEqual(['used']);
  });

  it.each(['Tháng 10 năm 2024', 'BÁO CÁO THÁNG 10/2024', 'Số liệu tháng 9 năm 2024'])(
    'tells the month that the title names: “%s”',
    (title) => {
      const rows = [['UBND XÃ DAK LUA'], [title], AREA_HEADER, ...THREE_AREAS];
      const outcome = recognise(workbook([sheet('Sheet1', rows)], 'nam 2024.xlsx'));
      expect(message(outcome, 'submission/period-unsaid')).toContain(`(tiêu đề chỉ ghi tháng: “${title}”)`);
    },
  );

  it.each([
    ['KẾT QUẢ NĂM 2O24', 'tiêu đề ghi “KẾT QUẢ NĂM 2O24”, không rõ là năm nào'],
    ['Năm ......', 'tiêu đề ghi “Năm ......”, không rõ là năm nào'],
    ['GIAI ĐOẠN 2021-2025', 'tiêu đề ghi “GIAI ĐOẠN 2021-2025”, không rõ là năm nào'],
    ['KẾT QUẢ NĂM NAY', 'tiêu đề ghi “KẾT QUẢ NĂM NAY”, không rõ là năm nào'],
    ['Ngày 25 tháng 11 năm 2024', 'tiêu đề chỉ ghi ngày: “Ngày 25 tháng 11 năm 2024”'],
    ['(Kèm theo Báo cáo số 12/BC-UBND ngày 20/11/2024)', 'tiêu đề chỉ ghi ngày: '],
    ['KẾT QUẢ PHONG TRÀO THÔN NAM HÒA', 'tệp không ghi năm, kỳ báo cáo'],
  ])('tells what the title says of the time: “%s”', (title, why) => {
    const rows = [['UBND XÃ DAK LUA'], [title], AREA_HEADER, ...THREE_AREAS];
    expect(message(recognise(workbook([sheet('Sheet1', rows)])), 'submission/period-unsaid')).toContain(
      `(${why}`,
    );
  });

  it('is not said where a date stands beside the year', () => {
    const rows = [['UBND XÃ DAK LUA'], ['Năm 2024'], ['Tháng 10 năm 2024'], AREA_HEADER, ...THREE_AREAS];
    expect(recognise(workbook([sheet('Sheet1', rows)])).part('bieu-01')?.state).toBe('used');
  });

  it('tells that a name of a file is no proof', () => {
    const file = workbook(
      [sheet('Sheet1', [['UBND XÃ DAK LUA'], AREA_HEADER, ...THREE_AREAS])],
      'nam 2024.xlsx',
    );
    expect(message(recognise(file), 'submission/period-unsaid')).toContain('(chỉ tên tệp có năm 2024)');
  });
});

describe('VH522, a form is missing', () => {
  const told = ({ parts }: Outcome) => {
    const tables = parts.flatMap(({ form, state, table }) =>
      state === 'used' && form !== undefined && table !== undefined ? [[form, table] as const] : [],
    );
    const period = { id: '2024', year: 2024, kind: 'year' as const };
    const submissions = [{ unit: '26119', period: '2024', tables: new Map(tables) }];
    return [
      ...coverageFindings(submissions, treeOf('26119'), SET, period, (code) => code, refusedForms(parts)),
    ];
  };
  const missing = (outcome: Outcome) => told(outcome).map(({ code, form }) => `${code} ${form ?? ''}`);
  const both = workbook([information(), areas(THREE_AREAS), lines({ A4: 1 })]);

  it('is said of a form that did not come', () => {
    expect(missing(said({}))).toEqual(['unit/form-missing bieu-02']);
  });

  it('names what another form says in its place, and is no error where nothing of it is compulsory', () => {
    const [one, ...others] = told(recognise(workbook([information(), lines({ A4: 1, L1: 3, L2: 2 })])));
    expect(others).toEqual([]);
    expect(one?.message).toBe(
      '26119 chưa có Biểu 01 được tính; các chỉ tiêu của biểu này (trừ 2 chỉ tiêu đã ghi ở Biểu 02) chưa có số liệu của đơn vị.',
    );
    expect(one?.fields).toContain('households');
    expect(one?.fields).not.toContain('weddings');
  });

  it('is not said of a form that came and is in use, was refused, or was left out by the office', () => {
    expect(missing(recognise(both))).toEqual([]);
    const foreign = sheet('Biểu 02', [['UBND XÃ PHÚ AN'], ...[lines({ A4: 1 })].flatMap(rowsOf)]);
    expect(missing(recognise(workbook([information(), areas(THREE_AREAS), foreign])))).toEqual([]);
    for (const decision of [{ use: false }, { period: '2023' }]) {
      const outcome = recognise(both, { settlements: [{ sha256: SHA, form: 'bieu-02', ...decision }] });
      expect(outcome.codes).toEqual(['submission/not-used']);
      expect(missing(outcome)).toEqual([]);
    }
  });
});

/** A made sheet as rows, to put a title above it. */
function rowsOf({ cells }: ReturnType<typeof lines>): readonly (readonly Typed[])[] {
  const rows = new Map<number, Typed[]>();
  for (const { row, column, raw } of cells) {
    const one = rows.get(row) ?? [];
    one[column - 1] = raw;
    rows.set(row, one);
  }
  return [...rows.values()].map((row) => Array.from(row, (cell) => cell ?? null));
}
