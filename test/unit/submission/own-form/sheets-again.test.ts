/** Sheets of one commune's form that say again what the other sheets say: counted beside them they would count twice. */
import { describe, expect, it } from 'vitest';
import { recognise, type Typed } from '../made-files.js';
import { fileOf } from './made-forms.js';
import { adopted } from './reading.js';

const HEADER = ['TT', 'Thôn', 'Tổng số hộ', 'Số hộ đạt gia đình văn hóa'];
type Row = readonly [name: string, households: number, titled: number];
const rowsOf = (rows: readonly Row[]): readonly (readonly Typed[])[] => [
  ['UBND XÃ DAK LUA'],
  ['SỐ LIỆU NĂM 2024'],
  [],
  HEADER,
  ...rows.map((row, at) => [/(?:mang|chuyển) sang|trang/iu.test(row[0]) ? null : at + 1, ...row]),
];
const ONE: readonly Row[] = [
  ['Thôn Đông', 213, 198],
  ['Thôn Tây', 187, 172],
];
const TWO: readonly Row[] = [
  ['Thôn Nam', 151, 137],
  ['Thôn Bắc', 143, 129],
];
const set = adopted(fileOf([{ name: 'Khu 1', rows: rowsOf(ONE) }]));
const read = (sheets: Readonly<Record<string, readonly Row[]>>) =>
  recognise(fileOf(Object.entries(sheets).map(([name, rows]) => ({ name, rows: rowsOf(rows) }))), { set });
const households = (outcome: ReturnType<typeof recognise>): number =>
  outcome.parts
    .filter(({ state }) => state === 'used')
    .flatMap(({ table }) => [...(table?.columns.get('households')?.numbers ?? [])])
    .reduce((sum, one) => sum + one, 0);

describe('a sheet beside those of the areas', () => {
  it.each<readonly [string, string, readonly Row[]]>([
    [
      'of sums by group',
      'Tổng hợp',
      [
        ['Khu A', 400, 370],
        ['Khu B', 294, 266],
      ],
    ],
    [
      'of sums named like the sheets, with a slip',
      'Tổng hợp',
      [
        ['Khu 1', 405, 379],
        ['Khu 2', 294, 266],
      ],
    ],
    ['of the commune itself', 'Chung', [['Xã Dak Lua', 699, 631]]],
    [
      'of the same figures under other names',
      'Bản in',
      [
        ['Thôn 1', 213, 198],
        ['Thôn 2', 187, 172],
      ],
    ],
    [
      'of them but for a slip',
      'Bản in',
      [
        ['Thôn 1', 213, 198],
        ['Thôn 2', 187, 171],
      ],
    ],
    [
      'of sums with a slip in every column',
      'Tổng hợp',
      [
        ['Khu A', 405, 370],
        ['Khu B', 294, 269],
      ],
    ],
    [
      'of the sum of one of them, with a slip in every column',
      'Số liệu thêm',
      [
        ['Cụm Đông', 213, 199],
        ['Cụm Tây', 188, 172],
      ],
    ],
  ])('%s is an error, wherever it stands', (_, name, rows) => {
    for (const outcome of [
      read({ 'Khu 1': ONE, 'Khu 2': TWO, [name]: rows }),
      read({ [name]: rows, 'Khu 1': ONE, 'Khu 2': TWO }),
    ]) {
      expect(outcome.codes.filter((code) => code === 'own-form/sheet-counts-again')).toHaveLength(1);
      expect(households(outcome)).toBe(0);
    }
  });

  it('goes on with the list where its figures are its own, and holds it all where it names the same areas', () => {
    for (const more of [
      {},
      { 'Tổng hợp': [...ONE, ...TWO] },
      { 'Khu 3': [['Thôn Trung', 187, 150]] as const },
    ]) {
      const outcome = read({ 'Khu 1': ONE, 'Khu 2': TWO, ...more });
      expect(outcome.codes).not.toContain('own-form/sheet-counts-again');
      expect(households(outcome)).toBe('Khu 3' in more ? 881 : 694);
    }
    // A sheet for each area: that two areas are alike in few figures is chance.
    const each = Array.from({ length: 16 }, (_, at): readonly [string, readonly Row[]] => [
      `Ấp ${String(at + 1)}`,
      [[`Ấp ${String(at + 1)}`, 60 + ((at * 7) % 40), 50 + ((at * 7) % 40)]],
    ]);
    each.push(['Ấp 20', [['Ấp 20', 60, 50]]]);
    expect(read(Object.fromEntries(each)).codes).not.toContain('own-form/sheet-counts-again');
  });

  it('is asked about where few digits agree, and not where those are small', () => {
    const asked = read({ 'Khu 1': ONE, 'Khu 2': TWO, 'Số liệu': [['Đội 1', 697, 640]] });
    expect(asked.codes).toContain('own-form/sheet-perhaps-again');
    expect(asked.codes).not.toContain('own-form/sheet-counts-again');
    expect(households(asked)).toBe(694 + 697);
    for (const [one, other] of [
      [
        [12, 8],
        [12, 8],
      ],
      [
        [19, 19],
        [19, 19],
      ],
    ] as const) {
      const small = read({ 'Khu 1': [['Thôn Đông', ...one]], 'Khu 2': [['Thôn Tây', ...other]] });
      expect(small.codes.filter((code) => code.includes('again'))).toEqual([]);
      expect(households(small)).toBe(one[0] + other[0]);
    }
  });

  it('with one row is asked about where it is another one copied, the sooner the fewer sheets there are', () => {
    for (const [count, households, titled] of [
      [1, 31, 24],
      [4, 64, 57],
      [9, 213, 198],
    ] as const) {
      const others = Array.from({ length: count }, (_, at): readonly [string, readonly Row[]] => [
        `Ấp ${String(at + 1)}`,
        [[`Ấp ${String(at + 1)}`, households + at * 13, titled + at * 11]],
      ]);
      const { codes } = read({ ...Object.fromEntries(others), 'Ấp 20': [['Ấp 20', households, titled]] });
      expect(codes).toContain('own-form/sheet-perhaps-again');
    }
  });

  it.each<readonly [string, readonly Row[], boolean]>([
    [
      'the sums of the sheets',
      [
        ['Cụm A', 5, 1],
        ['Cụm B', 2, 5],
      ],
      true,
    ],
    ['the sum of all of them', [['Cụm dân cư', 7, 6]], true],
    [
      'the same counts',
      [
        ['Thôn 1', 4, 1],
        ['Thôn 2', 1, 0],
      ],
      true,
    ],
    [
      'other counts',
      [
        ['Thôn 1', 2, 2],
        ['Thôn 2', 1, 1],
      ],
      false,
    ],
    ['one area with as many as another', [['Thôn 1', 4, 1]], false],
  ])('of counts below ten is asked about where it holds %s: %s', (_, rows, isAsked) => {
    const outcome = read({
      'Khu 1': [
        ['Thôn Đông', 4, 1],
        ['Thôn Tây', 1, 0],
      ],
      'Khu 2': [
        ['Thôn Nam', 0, 3],
        ['Thôn Bắc', 2, 2],
      ],
      'Số liệu': rows,
    });
    expect(outcome.codes.includes('own-form/sheet-perhaps-again')).toBe(isAsked);
    expect(outcome.codes).not.toContain('own-form/sheet-counts-again');
  });

  it('is asked about the sooner when its name says that it sums up, which names of places do not', () => {
    const again = (name: string) =>
      read({ 'Khu 1': ONE, 'Khu 2': TWO, [name]: [['Đội 1', 650, 600]] }).codes.some((code) =>
        code.includes('again'),
      );
    for (const name of ['Tổng hợp', 'Biểu tổng hợp', 'TH', 'Tổng', 'Toàn xã', 'Chung', 'Cộng'])
      expect(again(name), name).toBe(true);
    for (const name of ['Cộng Hòa', 'Chung Thịnh', 'Th. Đông', 'Tổng Chúp', 'Khu 3'])
      expect(again(name), name).toBe(false);
  });

  it.each([
    ['Cộng mang sang', 'Mang sang'],
    ['Cộng trang', 'Cộng trang trước'],
    ['Cộng trang 1', 'Trang trước chuyển sang'],
    ['Mang sang trang sau', 'Số trang trước chuyển sang'],
    ['Chuyển sang trang sau', 'Lũy kế trang trước'],
  ])('ends with “%s” and begins with “%s”, which count no more', (end, begin) => {
    const outcome = read({
      'Trang 1': [...ONE, [end, 400, 370]],
      'Trang 2': [[begin, 400, 370], ...TWO],
    });
    expect(households(outcome)).toBe(694);
  });

  it('is no draft because its name ends as the word for one does', () => {
    for (const name of ['Khu dân cư', 'khu dan cu', 'Thôn sáp nhập'])
      expect(households(read({ 'Trang 1': ONE, [name]: TWO })), name).toBe(694);
    expect(households(read({ 'Trang 1': ONE, 'Bản nháp': TWO }))).not.toBe(694);
  });
});
