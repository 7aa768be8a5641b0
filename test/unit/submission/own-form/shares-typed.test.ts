/** Shares typed beside counts of which the form has no field: told where no figure of the row gives them. */
import { describe, expect, it } from 'vitest';
import { recognise, sheet, workbook, type Typed } from '../made-files.js';
import { setWithForm } from './set-with-form.js';

const FORM = `schema: tdkvh/own-form@1
id: mau
label: Mẫu
tables:
  - sheet: S
    rows: ROWS
    key: [KEY]
    columns:
      - { header: [Tổng số hộ], field: households }
      - { header: [GĐVH, Số hộ], field: familiesTitled }
      - { header: [GĐVH, SHARE], role: share }
      - { header: [Số hộ nghèo], field: poorHouseholds }
`;

function told(typed: Typed, { share = 'Tỷ lệ %', rows = 'area' } = {}): readonly string[] {
  const [key, name] = rows === 'area' ? ['Thôn', 'Ấp 1'] : ['Xã', 'Xã Dak Lua'];
  const file = workbook([
    sheet(
      'S',
      [
        ['UBND XÃ DAK LUA'],
        ['Năm 2024'],
        ['TT', key, 'Tổng số hộ', 'GĐVH', null, 'Số hộ nghèo'],
        [null, null, null, 'Số hộ', share],
        [1, name, 300, 200, typed, 8],
      ],
      { merges: ['A3:A4', 'B3:B4', 'C3:C4', 'D3:E3', 'F3:F4'] },
    ),
  ]);
  const set = setWithForm(
    FORM.replace('ROWS', rows)
      .replace('KEY', key ?? '')
      .replace('SHARE', share),
  );
  return recognise(file, { set }).findings.flatMap(({ code, message }) =>
    code === 'cell/share-differs' ? [message] : [],
  );
}

describe.each(['area', 'unit'])('rows of kind %s', (rows) => {
  it.each([55.5, 6.67, 68, 100, 0.5, 0])('%d of 200 among 300 is told', (typed) => {
    expect(told(typed, { rows })).toHaveLength(1);
  });

  it.each([66.67, 66.7, 67, 66, 66.66, 66.666666666666671, 0.6667, 0.666666666666667, null, 'chưa tính'])(
    '%s is not',
    (typed) => {
      expect(told(typed, { rows })).toEqual([]);
    },
  );

  it('a share that says of what it is may be of something else', () => {
    expect(told(55.5, { rows, share: 'Tỷ lệ hộ cận nghèo' })).toEqual([]);
  });
});

it('a share of whatever stands in the row, read or not, is right', () => {
  const rows = [
    ['UBND XÃ DAK LUA'],
    ['Năm 2024'],
    ['TT', 'Thôn', 'Tổng số hộ', 'GĐVH', null, 'Số hộ nghèo', 'Số hộ được xét'],
    [null, null, null, 'Số hộ', 'Tỷ lệ %'],
  ];
  const merges = ['A3:A4', 'B3:B4', 'C3:C4', 'D3:E3', 'F3:F4', 'G3:G4'];
  const set = setWithForm(FORM.replace('ROWS', 'area').replace('KEY', 'Thôn').replace('SHARE', 'Tỷ lệ %'));
  const codes = (typed: number) =>
    recognise(workbook([sheet('S', [...rows, [1, 'Ấp 1', 300, 200, typed, 8, 250]], { merges })]), {
      set,
    }).codes.filter((code) => code === 'cell/share-differs');
  expect(codes(80)).toEqual([]);
  expect(codes(83)).toHaveLength(1);
});

it('says what was typed and what the figures give', () => {
  expect(told(55.5)[0]).toMatch(/Ấp 1: “GĐVH › Tỷ lệ %” ghi 55,5; .* 200 trên 300 là 66,67%\.$/u);
});

it('a share behind several counts of one heading may be that of any of them', () => {
  const yaml = `schema: tdkvh/own-form@1
id: mau
label: Mẫu
tables:
  - sheet: S
    rows: area
    key: [Thôn]
    columns:
      - { header: [Việc tang, Tổng số], field: funerals }
      - { header: [Việc tang, Văn minh], field: funeralsCivilised }
      - { header: [Việc tang, Hỏa táng], field: cremations }
      - { header: [Việc tang, Tỷ lệ], role: share }
`;
  const told = (typed: number) =>
    recognise(
      workbook([
        sheet(
          'S',
          [
            ['UBND XÃ DAK LUA'],
            ['Năm 2024'],
            ['TT', 'Thôn', 'Việc tang'],
            [null, null, 'Tổng số', 'Văn minh', 'Hỏa táng', 'Tỷ lệ'],
            [1, 'Ấp 1', 40, 30, 11, typed],
          ],
          { merges: ['A3:A4', 'B3:B4', 'C3:F3'] },
        ),
      ]),
      { set: setWithForm(yaml) },
    ).codes.filter((code) => code === 'cell/share-differs');
  expect([told(75), told(27.5), told(60)].map(({ length }) => length)).toEqual([0, 0, 1]);
});

describe('in the total row, and in lines', () => {
  const codesOf = (yaml: string, ...rows: readonly (readonly Typed[])[]) =>
    recognise(workbook([sheet('S', [['UBND XÃ DAK LUA'], ['Năm 2024'], ...rows])]), {
      set: setWithForm(yaml),
    }).findings.flatMap(({ code, at }) => (code === 'cell/share-differs' ? [at.cell] : []));
  const form = (rows: string, columns: string) => `schema: tdkvh/own-form@1
id: mau
label: Mẫu
tables:
  - sheet: S
    rows: ${rows}
${columns}`;
  const columns = (key: string, rate: string) => `    key: [${key}]
    columns:
      - { header: [Tổng số hộ], field: households }
      - { header: [Số hộ đạt], field: familiesTitled }
      - { header: [Tỷ lệ %], ${rate} }
`;
  const table = (key: string, one: string, other: string, typed: number) => [
    ['TT', key, 'Tổng số hộ', 'Số hộ đạt', 'Tỷ lệ %'],
    [1, one, 200, 180, 90],
    [2, other, 100, 60, 60],
    [null, 'Tổng cộng', 300, 240, typed],
  ];

  it.each([
    [80, []],
    [75, ['E6']],
  ])('a total row that says %d', (typed, cells) => {
    for (const rate of ['role: share', 'field: familyRateTyped'])
      expect(codesOf(form('area', columns('Thôn', rate)), ...table('Thôn', 'Ấp 1', 'Ấp 2', typed))).toEqual(
        cells,
      );
    const units = table('Xã', 'Xã Dak Lua', 'Xã Phú An', typed);
    expect(codesOf(form('unit', columns('Xã', 'role: share')), ...units)).toEqual(cells);
  });

  const lines = `    lines:
      - { label: Tổng số hộ, field: households }
      - { label: Số hộ đạt, field: familiesTitled }
      - { label: Tỷ lệ, role: share }
`;

  it.each([
    [92.98, 92.98, []],
    [92.98, 55.5, ['B6']],
    [62.98, 92.98, ['C5']],
  ])('a share of %d beside the line and of %d below it', (beside, below, cells) => {
    const yaml = form(
      'indicator',
      `    key: [Chỉ tiêu]
    columns: [{ header: [Kết quả], role: actual }, { header: [Tỷ lệ %], role: share }]
${lines}`,
    );
    const rows = [
      ['Chỉ tiêu', 'Kết quả', 'Tỷ lệ %'],
      ['Tổng số hộ', 541],
      ['Số hộ đạt', 503, beside],
      ['Tỷ lệ', below],
    ];
    expect(codesOf(yaml, ...rows)).toEqual(cells);
  });

  it('below communes that stand side by side', () => {
    const yaml = form('unit', `    across: true\n    key: [Chỉ tiêu]\n${lines}`);
    const rows = [
      ['Chỉ tiêu', 'Xã Dak Lua', 'Xã Phú An'],
      ['Tổng số hộ', 200, 100],
      ['Số hộ đạt', 180, 60],
      ['Tỷ lệ', 90, 90],
    ];
    expect(codesOf(yaml, ...rows)).toEqual(['C6']);
  });
});
