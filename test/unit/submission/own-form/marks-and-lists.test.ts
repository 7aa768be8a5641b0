/** Answers marked in one of several columns, and lists of households that have no column of areas. */
import { describe, expect, it } from 'vitest';
import { recognise, type Typed } from '../made-files.js';
import { fileOf } from './made-forms.js';
import { adopted } from './reading.js';
import { joined } from './set-with-form.js';

const TOP = [['UBND XÃ DAK LUA'], ['NĂM 2024']];

it('a question that the set does not have, marked under “Có” or “Không”, is one new question', () => {
  const head = [
    ['TT', 'Thôn', 'Tổ chức Ngày hội', null, 'Số người dự'],
    [null, null, 'Có', 'Không'],
  ];
  const merges = ['A4:A5', 'B4:B5', 'C4:D4', 'E4:E5'];
  const form = (...rows: readonly (readonly Typed[])[]) =>
    fileOf([{ name: 'B', merges, rows: [...TOP, [], ...head, ...rows] }]);
  const filled = form(
    [1, 'Thôn 1', 'x', null, 320],
    [2, 'Thôn 2', null, 'x', 0],
    [3, 'Thôn 3', 'x', null, 90],
  );
  const outcome = recognise(filled, { set: adopted(filled) });
  expect(outcome.column('bieu-01', 'toChucNgayHoi')).toEqual(['yes', 'no', 'yes']);
  // Numbers under the same words count.
  const counted = form([1, 'Thôn 1', 12, 3, 320], [2, 'Thôn 2', 9, 1, 80]);
  const [table] = recognise(counted, { set: adopted(counted) }).parts.flatMap(({ table: one }) => one ?? []);
  expect([...(table?.columns.get('toChucNgayHoiCo')?.numbers ?? [])]).toEqual([12, 9]);
});

describe('an answer marked in one of two columns', () => {
  const form = (...rows: readonly (readonly Typed[])[]) =>
    fileOf([
      {
        name: 'B',
        merges: ['A4:A5', 'B4:B5', 'C4:C5', 'D4:E4'],
        rows: [
          ...TOP,
          [],
          ['TT', 'Thôn', 'Tổng số hộ', 'Thôn văn hóa'],
          [null, null, null, 'Đạt', 'Không đạt'],
          ...rows,
        ],
      },
    ]);
  const set = adopted(form([1, 'Thôn Đông', 100, 'x']));
  const read = (...marks: readonly (readonly Typed[])[]) => {
    const outcome = recognise(
      form(...marks.map((one, at) => [at + 1, `Thôn ${at + 1}`, 100 + 7 * at, ...one])),
      {
        set,
      },
    );
    const told = outcome.findings.flatMap(({ severity, code, at }) =>
      severity === 'info' ? [] : [`${code} ${at.cell ?? ''}`],
    );
    return { answers: outcome.column('bieu-01', 'areaTitle'), told };
  };

  it('is read wherever the mark stands, however it is made', () => {
    for (const mark of ['x', 'X', 'v', '✓', 1, 'có'])
      expect(read([mark], [null, mark])).toEqual({ answers: ['awarded', 'notAwarded'], told: [] });
    expect(read(['Đạt'], [null, 'Không đạt'], ['x', '-'], ['0', 'x'])).toEqual({
      answers: ['awarded', 'notAwarded', 'awarded', 'notAwarded'],
      told: [],
    });
  });

  it('is missing without a mark, and told when there are two or when it is none', () => {
    expect(read(['x'], [])).toEqual({ answers: ['awarded', 'missing'], told: [] });
    expect(read(['x'], ['x', 'x']).told).toEqual(['own-form/marks-not-one D7']);
    expect(read(['x'], ['x', 'x']).answers[1]).not.toBe('awarded');
    expect(read(['x'], [3]).told).toEqual(['own-form/marks-not-one D7']);
    expect(read(['x'], [null, 'không']).told).toEqual(['own-form/marks-not-one E7']);
    expect(read(['x'], ['x', '=?']).told).toEqual(['own-form/marks-not-one E7']);
  });

  it('says nothing of the signatures below the table', () => {
    const signed = form(
      [1, 'Thôn 1', 100, 'x'],
      [2, 'Thôn 2', 100, null, 'x'],
      [null, 'Tổng cộng', 200, 1, 1],
      [null, 'Tỷ lệ (%)', null, 50, 50],
      [],
      [null, 'NGƯỜI LẬP BIỂU', null, 'CHỦ TỊCH'],
      [null, '(Ký, ghi rõ họ tên)', null, '(Ký, đóng dấu)'],
      [null, 'Nguyễn Văn A', null, 'Trần Văn B'],
    );
    const outcome = recognise(signed, { set });
    expect(outcome.column('bieu-01', 'areaTitle')).toEqual(['awarded', 'notAwarded']);
    expect(outcome.codes).not.toContain('own-form/marks-not-one');
  });

  it('counts nothing once one of the columns is gone', () => {
    const outcome = recognise(
      fileOf([
        {
          name: 'B',
          rows: [...TOP, ['TT', 'Thôn', 'Tổng số hộ', 'Thôn văn hóa'], [1, 'Thôn Đông', 100, 'x']],
        },
      ]),
      { set },
    );
    expect(outcome.codes).toContain('own-form/column-missing');
  });
});

describe('what a form says of its marks', () => {
  const yaml = (...columns: readonly string[]) =>
    [
      'schema: tdkvh/own-form@1',
      'id: mau',
      'label: Mẫu',
      'tables:',
      '  - rows: area',
      '    key: [Thôn]',
      '    columns:',
      ...columns.map((one) => `      - { ${one} }`),
    ].join('\n');
  const codes = (...columns: readonly string[]) =>
    joined(yaml(...columns)).findings.map(({ code, message }) => `${code}: ${message}`);

  it('must be an answer of the field, each once', () => {
    const marks = [
      'header: [Đạt], field: areaTitle, answer: awarded',
      'header: [Không đạt], field: areaTitle, answer: notAwarded',
    ];
    expect(codes(...marks)).toEqual([]);
    expect(codes(marks[0] ?? '', 'header: [Không đạt], field: areaTitle, answer: notAwarde')).toEqual([
      expect.stringMatching(/^own-form\/unknown-answer: .*notAwarde.*areaTitle.*notAwarded/u),
    ]);
    expect(codes('header: [Số hộ], field: households, answer: yes')).toEqual([
      expect.stringContaining('own-form/unknown-answer'),
    ]);
    const units = yaml(...marks)
      .replace('rows: area', 'rows: unit')
      .replace('[Thôn]', '[Xã]');
    expect(joined(units).findings.map(({ code }) => code)).toContain('own-form/unknown-answer');
    for (const again of [
      'header: [Danh hiệu], field: areaTitle',
      'header: [Có], field: areaTitle, answer: awarded',
    ])
      expect(codes(...marks, again)).toEqual([expect.stringContaining('own-form/field-twice')]);
  });
});

describe('a list of the households of one area', () => {
  const list = (above: Typed, rows: readonly (readonly Typed[])[], name = 'DS') => ({
    name,
    merges: ['A5:A6', 'B5:B6', 'C5:D5'],
    rows: [
      ...TOP,
      ['DANH SÁCH HỘ GIA ĐÌNH BÌNH XÉT GIA ĐÌNH VĂN HÓA'],
      [above],
      ['TT', 'Họ và tên chủ hộ', 'Kết quả bình xét'],
      [null, null, 'Đạt', 'Không đạt'],
      ...rows,
    ],
  });
  const rows = [
    [1, 'Nguyễn Văn Kín', 'x'],
    [2, 'Trần Thị Giấu', null, 'x'],
    [3, 'Lê Văn Che', 'x'],
  ] as const;
  const set = adopted(fileOf([list('Thôn: Đông', rows)]));
  const read = (...sheets: readonly ReturnType<typeof list>[]) => {
    const outcome = recognise(fileOf(sheets), { set });
    const told = outcome.findings.flatMap(({ severity, code }) => (severity === 'info' ? [] : [code]));
    const names = outcome.parts.flatMap(({ table, state }) =>
      state === 'used' ? (table?.rowLabels ?? []) : [],
    );
    return { counts: outcome.column('bieu-01', 'familiesTitled'), names, told, outcome };
  };

  it.each([
    ['Thôn: Đông', 'Thôn Đông'],
    ['Thôn Đông', 'Thôn Đông'],
    ['Đơn vị: Tổ dân phố số 3, phường Một', 'Tổ dân phố số 3'],
    ['(Kèm theo danh sách của THÔN PHẤN ĐỘNG NĂM 2024)', 'Thôn Phấn Động'],
    ['Bản Nà Lốc - xã Dak Lua', 'Bản Nà Lốc'],
    ['BẢN HỢP THÀNH NĂM 2024', 'Bản Hợp Thành'],
    ['Thôn:Vực', 'Thôn Vực'],
    ['THÔN BẢN PÁT', 'Thôn Bản Pát'],
    ['Thôn: Thôn Năm', 'Thôn Năm'],
    ['BIÊN BẢN HỌP BÌNH XÉT GIA ĐÌNH VĂN HÓA THÔN ĐÔNG', 'Thôn Đông'],
    ['BẢN TỔNG HỢP CỦA TỔ 5', 'Tổ 5'],
  ])('%s: %s', (above, name) => {
    expect(read(list(above, rows))).toMatchObject({ counts: [2], names: [name], told: [] });
  });

  /** Lines over lists that name no area, though a word of theirs is the kind of one. */
  const NO_AREA = [
    'BIÊN BẢN HỌP BÌNH XÉT GIA ĐÌNH VĂN HÓA',
    'BẢN HỌP XÉT GIA ĐÌNH VĂN HÓA',
    'BẢN TỔNG HỢP KẾT QUẢ BÌNH XÉT',
    'BẢN ĐĂNG KÝ GIA ĐÌNH VĂN HOÁ',
    'BẢN CAM KẾT THỰC HIỆN HƯƠNG ƯỚC',
    'Bản Trình Hội đồng',
    'BAN TỔ CHỨC CUỘC VẬN ĐỘNG',
    'ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM',
    'KHU VỰC 2',
    'KHỐI THI ĐUA SỐ 3',
    'Văn bản số 45/UBND',
    'Kịch Bản Ngày hội Đại đoàn kết',
    'Tổng số hộ của thôn: 120 hộ',
    'Tổng số hộ của thôn: 120',
    'Số thôn: 12',
    'Thôn: 120 hộ gia đình',
    'Trưởng thôn: Nguyễn Văn Ấm',
    'CÁC THÔN TRÊN ĐỊA BÀN',
    'DANH SÁCH HỘ Ở CÁC KHU DÂN CƯ NĂM 2024',
    'KHU DÂN CƯ TIÊU BIỂU',
    'ĐẶC KHU PHÚ QUÝ',
    'TỔ DÂN PHỐ:',
    'Thôn: Xã:',
  ] as const;

  it.each(NO_AREA)('is of no area by “%s”, which hides no other', (title) => {
    const { counts, told } = read(list(title, rows));
    expect(counts).toEqual([]);
    expect(told).toContain('own-form/list-without-area');
    for (const name of ['Thôn Tây', 'Thon Tay'])
      expect(read(list(title, rows, name))).toMatchObject({ counts: [2], names: [name], told: [] });
    const named = list('Thôn: Đông', rows);
    expect(read({ ...named, rows: named.rows.map((row, at) => (at === 2 ? [title] : row)) })).toMatchObject({
      counts: [2],
      names: ['Thôn Đông'],
      told: [],
    });
  });

  it.each(['Bản tổng hợp', 'Ban to chuc', 'Tổ chức', 'Khu vực 2', 'Thôn văn hóa'])(
    'is of no area by its sheet “%s”',
    (name) => {
      expect(read(list(null, rows, name)).told).toContain('own-form/list-without-area');
    },
  );

  it('is of the area that a line is there to name, whatever a title says', () => {
    const under = (title: string, ...above: readonly string[]) => {
      const { rows: all, ...drawn } = list(above[0], rows);
      const labelled = all.map((row, at) => (at === 2 ? [title] : at === 3 ? above : row));
      return read({ ...drawn, rows: labelled });
    };
    for (const label of ['Thôn: Đông', 'Thôn Đông, xã Dak Lua', 'Đơn vị thôn: Đông'])
      expect(under('DANH SÁCH HỘ GIA ĐÌNH CỦA THÔN TÂY', label)).toMatchObject({
        names: ['Thôn Đông'],
        told: [],
      });
    const { rows: all, ...drawn } = list(null, rows);
    const beside = all.map((row, at) => (at === 1 ? ['NĂM 2024', 'Thôn:', 'Đông'] : row));
    expect(read({ ...drawn, rows: beside })).toMatchObject({ names: ['Thôn Đông'], told: [] });
    // Two lines of the same weight leave it open.
    for (const [title, label] of [
      ['Thôn Tây', 'Thôn: Đông'],
      ['DANH SÁCH HỘ CỦA THÔN TÂY', 'Danh sách kèm theo của thôn Đông'],
    ] as const)
      expect(under(title, label).told).toContain('own-form/list-without-area');
  });

  it('may be named by its sheet', () => {
    expect(read(list(null, rows, 'Thôn Tây'))).toMatchObject({ counts: [2], names: ['Thôn Tây'] });
  });

  it.each(['Thôn: …………', 'Xây dựng nông thôn mới', 'Thôn văn hóa', 'Thôn Đông, Thôn Tây', null])(
    'counts for nobody under %j',
    (above) => {
      const { counts, told } = read(list(above, rows));
      expect(counts).toEqual([]);
      expect(told).toContain('own-form/list-without-area');
    },
  );

  it('tells rows without a mark, or with two, and counts none of the list', () => {
    expect(read(list('Thôn: Đông', [...rows, [4, 'Đỗ Văn Khuất']]))).toMatchObject({
      counts: ['missing'],
      told: ['own-form/answer-blank'],
    });
    expect(read(list('Thôn: Đông', [...rows, [4, 'Đỗ Văn Khuất', 'x', 'x']]))).toMatchObject({
      counts: ['excluded'],
      told: ['own-form/answer-unknown'],
    });
    // Numbers printed for further rows are no households.
    expect(read(list('Thôn: Đông', [...rows, [4], [5]]))).toMatchObject({ counts: [2], told: [] });
  });

  it('is read from several sheets of one commune, a figure each, with their own cells', () => {
    const { counts, told, outcome } = read(list('Thôn: Đông', rows, 'Đông'), list('Thôn: Tây', rows, 'Tây'));
    expect(counts).toEqual([2, 2]);
    expect(told).toEqual([]);
    expect(outcome.codes).toContain('own-form/read-from-sheets');
    const [part] = outcome.parts.filter(({ state }) => state === 'used');
    expect(part?.table?.columns.get('familiesTitled')?.cells?.[1]).toMatch(/^Tây!/u);
    expect(JSON.stringify(outcome.findings)).not.toContain('Nguyễn Văn Kín');
  });

  it('is not read from two sheets that name one area, however alike they count', () => {
    const { names, told } = read(list('Thôn: Đông', rows, 'Đông 1'), list('Thôn: Đông', rows, 'Đông 2'));
    expect(names).toEqual([]);
    expect(told).toEqual(['own-form/area-listed-twice']);
  });
});

describe('the key of a table', () => {
  it('is no heading over a group that is called like areas', () => {
    for (const head of ['Khu dân cư', 'Thôn', 'Tổ dân phố'])
      for (const merges of [['A4:A5', 'B4:B5', 'C4:D4'], []]) {
        const file = fileOf([
          {
            name: 'B',
            merges,
            rows: [
              ['UBND HUYỆN TÂN PHÚ'],
              ['NĂM 2024'],
              [],
              ['TT', 'Xã', head],
              [null, null, 'Số giếng', 'Số nhà truyền thống'],
              [1, 'Xã Dak Lua', 12, 3],
              [2, 'Xã Phú An', 14, 2],
            ],
          },
        ]);
        const { parts } = recognise(file, { set: adopted(file) });
        expect(
          parts.map(({ unit }) => unit),
          `${head} ${String(merges.length)}`,
        ).toEqual(['26119', '26125']);
      }
  });
});

it.each(['Thôn', 'Tổ dân phố', 'Bản', 'Khu phố', 'Xã', 'Thị trấn'])(
  '“%s:” and its name right above the header head no column',
  (label) => {
    const file = fileOf([
      {
        name: 'DS',
        rows: [
          ...TOP,
          [`${label}:`, 'Đông'],
          ['TT', 'Họ và tên chủ hộ', 'Kết quả'],
          [1, 'Nguyễn Văn A', 'Đạt'],
          [2, 'Trần Thị B', 'Không đạt'],
        ],
      },
    ]);
    const [table] = adopted(file).own?.forms[0]?.tables ?? [];
    expect(table?.key).toEqual(['Họ và tên chủ hộ']);
    expect(table?.columns?.map(({ header }) => header)).toEqual([['Kết quả']]);
  },
);

it.each(['Khu dân cư văn hóa', 'Thôn văn hóa', 'Ban nhân dân thôn'])(
  '“%s:” over two columns heads both of them',
  (group) => {
    const file = fileOf([
      {
        name: 'DS',
        rows: [
          ...TOP,
          ['TT', 'Tên xã', `${group}:`, null, 'Gia đình văn hóa:', null],
          [null, null, 'Tổng số', 'Đạt', 'Tổng số', 'Đạt'],
          [1, 'Xã Đông Phong', 5, 4, 100, 90],
          [2, 'Xã Yên Phụ', 6, 6, 200, 190],
        ],
      },
    ]);
    const [table] = adopted(file).own?.forms[0]?.tables ?? [];
    const headers = table?.columns?.map(({ header }) => header.map((one) => one.replace(':', '')));
    expect(headers).toEqual([
      [group, 'Tổng số'],
      [group, 'Đạt'],
      ['Gia đình văn hóa', 'Tổng số'],
      ['Gia đình văn hóa', 'Đạt'],
    ]);
  },
);
