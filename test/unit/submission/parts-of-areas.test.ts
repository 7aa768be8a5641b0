/** Parts of an area below it: never counted beside their whole without a word, and areas that look like parts stay areas. */
import { describe, expect, it } from 'vitest';
import { acceptableValue, isAcceptable } from '../../../src/findings/acceptance.js';
import { AREA_HEADER, found, information, recognise, sheet, workbook, type Typed } from './made-files.js';
import { randomNumbers, type RandomNumbers } from '../validation/random-numbers.js';
import { tries } from '../../support/sweep.js';

const HEADER = [...AREA_HEADER, 'Số nhân khẩu', 'Số hộ nghèo'];
const read = (rows: readonly (readonly Typed[])[], header: readonly Typed[] = HEADER) =>
  recognise(workbook([information(), sheet('Biểu 01', [header, ...rows])]));
const ABOUT_PARTS = /parts-beside-whole|rows-no-area|row-is-sum|row-perhaps|row-near-sum|rows-.*repeat/u;

type Figures = readonly [households: number, titled: number, population: number, poor: number];
const FIGURES: readonly (keyof Figures & `${number}`)[] = ['0', '1', '2', '3'];
const madeFigures = (random: RandomNumbers): Figures => {
  const households = 90 + random.upTo(400);
  return [households, households - random.upTo(40), households * 4 - random.upTo(90), 2 + random.upTo(20)];
};
const rowOf = (ahead: Typed, name: string, [households, titled, population, poor]: Figures): Typed[] => [
  ahead,
  name,
  households,
  titled,
  'đạt',
  population,
  poor,
];
/** Two or three parts of an area, which are the area or leave some of it to nobody. */
function partsOf(random: RandomNumbers, whole: Figures, isWhole: boolean): readonly Figures[] {
  const count = 2 + random.upTo(2);
  const shares = whole.map((one) => {
    const all = isWhole ? one : Math.floor(one * (0.6 + random.upTo(35) / 100));
    const equal = Math.floor(all / count);
    return Array.from({ length: count }, (_, at) => (at === 0 ? all - equal * (count - 1) : equal));
  });
  return Array.from({ length: count }, (_, at): Figures => {
    const [a = 0, b = 0, c = 0, d = 0] = FIGURES.map((column) => shares[Number(column)]?.[at]);
    return [a, b, c, d];
  });
}

const LETTERS = 'abcdef';
/** Days of 2024 before each month. */
const MONTHS = [0, 31, 60, 91, 121];

/** How an area and its parts are marked: what stands ahead of the name, and the name. */
const MARKS: readonly (readonly [
  string,
  area: (at: number) => readonly [Typed, string],
  part: (at: number, part: number) => readonly [Typed, string],
])[] = [
  ['1.1', (at) => [at, `Thôn ${at} Đông`], (at, part) => [`${at}.${part}`, `Xóm ${part}`]],
  ['1,1', (at) => [at, `Thôn ${at} Đông`], (at, part) => [`${at},${part}`, `Xóm ${part}`]],
  ['1-1', (at) => [at, `Thôn ${at} Đông`], (at, part) => [`${at}-${part}`, `Xóm ${part}`]],
  [
    '1-1 as a day',
    (at) => [at, `Thôn ${at} Đông`],
    // A spreadsheet makes the first of January of it.
    (at, part) => [
      { kind: 'number', raw: String(45_291 + (MONTHS[part - 1] ?? 0) + at), numberFormat: 'date' },
      `Xóm ${part}`,
    ],
  ],
  ['1a', (at) => [at, `Thôn ${at} Đông`], (at, part) => [`${at}${LETTERS[part - 1] ?? ''}`, `Xóm ${part}`]],
  ['a', (at) => [at, `Thôn ${at} Đông`], (_, part) => [LETTERS[part - 1], `Xóm ${part}`]],
  ['a)', (at) => [`${at}.`, `Thôn ${at} Đông`], (_, part) => [`${LETTERS[part - 1] ?? ''})`, `Xóm ${part}`]],
  ['a dash', (at) => [at, `Thôn ${at} Đông`], (_, part) => ['-', `Xóm ${part}`]],
  ['a dash in the name', (at) => [at, `Thôn ${at} Đông`], (_, part) => [null, `- Xóm ${part}`]],
  ['a plus in the name', (at) => [null, `Thôn ${at} Đông`], (_, part) => [null, `+ Xóm ${part}`]],
  ['a bracket', (at) => [at, `Thôn ${at} Đông`], (_, part) => [null, `(Xóm ${part})`]],
  ['no number', (at) => [at, `Thôn ${at} Đông`], (_, part) => [null, `Xóm ${part}`]],
  ['1.1 in the name', (at) => [null, `${at}. Thôn Đông`], (at, part) => [null, `${at}.${part}. Xóm Trên`]],
  [
    'a. in the name',
    (at) => [null, `${at}. Thôn Đông`],
    (_, part) => [null, `${LETTERS[part - 1] ?? ''}. Xóm Trên`],
  ],
  ['no number, typed without marks', (at) => [at, `Thon ${at} Dong`], (_, part) => [null, `Xom ${part}`]],
  [
    'a) in the name',
    (at) => [null, `${at}. Thôn Đông`],
    (_, part) => [null, `${LETTERS[part - 1] ?? ''}) Xóm Trên`],
  ],
];

describe('parts below their area', () => {
  it.each(MARKS)('marked by %s never count beside it without a word', (mark, area, part) => {
    const random = randomNumbers(4100);
    for (let form = 0; form < tries(120, 5); form += 1) {
      const count = 3 + random.upTo(5);
      const divided = new Set(
        Array.from({ length: 1 + random.upTo(count) }, () => 1 + random.upTo(count - 1)),
      );
      // Without a number parts of the last area are told from areas by their figures alone.
      if (mark.startsWith('no number')) divided.delete(count);
      if (divided.size === 0) divided.add(1);
      const isWhole = random.upTo(2) === 0;
      const columns = random.of([HEADER.length, HEADER.length - 1, 5, 4]);
      const rows = Array.from({ length: count }, (_, at) => at + 1).flatMap((at) => {
        const own = madeFigures(random);
        const [ahead, name] = area(at);
        return [
          rowOf(ahead, name, own),
          ...(divided.has(at) ? partsOf(random, own, isWhole) : []).map((one, index) => {
            const [number, called] = part(at, index + 1);
            return rowOf(number, called, one);
          }),
        ];
      });
      const outcome = read(
        rows.map((row) => row.slice(0, columns)),
        HEADER.slice(0, columns),
      );
      const about = `${String(form)}\n${rows.map((row) => row.map((one) => (typeof one === 'object' ? one?.raw : one)).join('|')).join('\n')}\n${outcome.codes.join()}`;
      const told = outcome.findings.filter(({ code }) => ABOUT_PARTS.test(code));
      expect(told.length, about).toBeGreaterThan(0);
      if (isWhole)
        expect(
          told.some(({ severity, fields }) => severity === 'error' && fields?.includes('households')),
          about,
        ).toBe(true);
    }
  });
});

it('rows called by the number of the area and a letter are an error where they are the area', () => {
  const figures: readonly Figures[] = [
    [200, 180, 800, 9],
    [120, 110, 470, 4],
    [80, 70, 330, 5],
    [150, 140, 611, 3],
  ];
  const names = [
    [1, 'Tổ 1'],
    ['1A', 'Tổ 1A'],
    ['1B', 'Tổ 1B'],
    [2, 'Tổ 2'],
  ] as const;
  const rows = names.map(([ahead, name], at) => rowOf(ahead, name, figures[at] ?? [0, 0, 0, 0]));
  expect(found(read(rows), 'layout/parts-beside-whole')).toHaveLength(1);
});

it('rows called by the name above them and a letter are asked about where together they are most of it', () => {
  const whole = [200, 180, 800, 9] as const;
  const told = (ahead: readonly Typed[], names: readonly string[], ...parts: readonly Figures[]) => {
    const figures = [whole, ...parts, [150, 140, 611, 3] as const];
    const rows = figures.map((one, at) => rowOf(ahead[at], names[at] ?? '', one));
    return read(rows)
      .codes.filter((code) => ABOUT_PARTS.test(code))
      .join();
  };
  const [tổ, dotted] = [
    ['Tổ 1', 'Tổ 1A', 'Tổ 1B', 'Tổ 2'],
    ['Khu 1', 'Khu 1.1', 'Khu 1.2', 'Khu 2'],
  ];
  const partial: readonly Figures[] = [
    [90, 80, 370, 4],
    [80, 70, 330, 5],
  ];
  const asked = 'layout/perhaps-parts-beside-whole';
  for (const ahead of [[1, '1A', '1B', 2], [1, 2, 3, 4], [], [1, null, null, 2]])
    for (const names of [tổ, dotted]) expect(told(ahead, names, ...partial)).toContain(asked);
  for (const [above, ...parts] of [
    ['Tổ 1', 'Tổ 1 - A', 'Tổ 1 - B'],
    ['Tổ 1', 'Tổ 1/A', 'Tổ 1/B'],
    ['Thôn Đông', 'Thôn Đông 1', 'Thôn Đông 2'],
    ['Thôn Đông', 'Thôn Đông A', 'Thôn Đông B'],
    ['Thôn Đông', 'Thôn Đông Trong', 'Thôn Đông Ngoài'],
    ['Thôn Đông', 'Thôn Đông (xóm Chùa)', 'Thôn Đông (xóm Chợ)'],
    ['Thôn Đông', 'Thôn Đông - xóm Chùa', 'Thôn Đông - xóm Chợ'],
  ])
    expect(told([1, 2, 3, 4], [above ?? '', ...parts, 'Thôn Tây'], ...partial), parts.join()).toContain(
      asked,
    );
  // Names that begin alike are names of their own.
  for (const names of [
    ['Tổ 1', 'Tổ 10', 'Tổ 11', 'Tổ 2'],
    ['Thôn Đông', 'Thôn Đông Hà', 'Thôn Đông Hải', 'Thôn Tây'],
    ['Thôn Đông', 'Thôn Đông Phong', 'Thôn Đông Phú', 'Thôn Tây'],
  ])
    expect(told([1, 2, 3, 4], names, ...partial), names.join()).toBe('');
  // Areas of their own are of the size of the others, or smaller ones that make no whole.
  for (const own of [190, 60])
    expect(told([1, '1A', '1B', 2], tổ, [own, own - 9, own * 4, 2], [own, own - 4, own * 4, 1])).toBe('');
  expect(told([1, 2, 3, 4], ['Tổ 1', 'Tổ 2', 'Tổ 3', 'Tổ 4'], ...partial)).toBe('');
});

describe('rows that are sums by their figures alone', () => {
  const [one, two, three, sum] = [
    [217, 193, 803, 9],
    [179, 161, 712, 8],
    [248, 231, 996, 5],
    [644, 585, 2511, 22],
  ] as const;
  const below = [one, two, three].map((figures, at) => rowOf(`1.${at + 1}`, `Xóm ${at + 1}`, figures));
  const forms = {
    'layout/row-is-sum': [...below.map((row, at) => row.with(0, at + 1)), rowOf(4, 'Xóm 4', sum)],
    'layout/parts-beside-whole': [rowOf(1, 'Thôn Nội', sum), ...below],
  };

  it.each(Object.entries(forms))('may be accepted, with the figures as they are: %s', (code, rows) => {
    const [told] = found(read(rows), code);
    expect(told === undefined ? '' : isAcceptable(told)).toBe(true);
    const value = told === undefined ? '' : acceptableValue(told);
    expect(value).toBe('644; 2.511; 22; 585 | 644; 2.511; 22; 585');
  });
});

describe('areas that look like parts', () => {
  const isAll = (rows: readonly (readonly Typed[])[], about: string): void => {
    const outcome = read(rows);
    expect(
      outcome.codes.filter((code) => /parts-beside-whole|rows-no-area/u.test(code)),
      `${about}\n${rows.map((row) => row.join('|')).join('\n')}`,
    ).toEqual([]);
    expect(outcome.column('bieu-01', 'households').filter((one) => one !== 'missing')).toEqual(
      rows.flatMap((row) => (typeof row[2] === 'number' ? [row[2]] : [])),
    );
  };

  it('are all counted without a word', () => {
    const random = randomNumbers(4101);
    const list = (count: number, say: (at: number) => readonly [Typed, string]): Typed[][] =>
      Array.from({ length: count }, (_, at) => rowOf(...say(at + 1), madeFigures(random)));
    for (let form = 0; form < tries(60, 3); form += 1) {
      const count = 3 + random.upTo(6);
      isAll(
        list(count, (at) => [null, `- Thôn ${at}`]),
        'all with a dash',
      );
      isAll(
        list(count, (at) => [at, `Xóm ${at}`]),
        'xóm with numbers',
      );
      isAll(
        list(count, (at) => [at, `Thôn ${at}.${at + 1}`]),
        'named by numbers',
      );
      isAll(
        list(count, (at) => [at, `Thôn ${Math.ceil(at / 2)}${at % 2 === 0 ? 'b' : 'a'}`]),
        'named 1a',
      );
      isAll(
        list(count, (at) => [null, `Khu ${Math.ceil(at / 2)}.${at % 2}`]),
        'khu 1.1 without numbers',
      );
      isAll(
        list(count, (at) => [null, `Xóm ${at}`]),
        'without numbers',
      );
      isAll(
        [...list(count, (at) => [at, `Thôn ${at}`]), ...list(2, (at) => [null, `Xóm Mới ${at}`])],
        'new ones at the end',
      );
      isAll(
        [1, 2].flatMap((group) => [
          [group, `Xã Tam Đa ${group} (cũ)`],
          ...list(count, (at) => [`${group}.${at}`, `Thôn ${at} ${group}`]),
        ]),
        'below a heading of their group',
      );
      isAll(
        [
          ...list(count, (at) => [at, `Thôn ${at}`]),
          [null, 'Các thôn của xã Tam Đa (cũ)'],
          ...list(2, (at) => [null, `- Thôn ${at} Tam Đa`]),
        ],
        'below a heading among others',
      );
      for (const name of ['Thôn Mới', 'Ngô Xá', 'Đồi Chè', 'Tô Hiệu', 'Đáy Sông', 'Ngo Xa', 'Cúm Cọi'])
        isAll(
          [
            ...list(count, (at) => [at, `Thôn ${at}`]).slice(0, 2),
            ...list(1, () => [null, name]),
            ...list(count, (at) => [at + 2, `Thôn ${at + 2}`]),
          ],
          'one put in without a number',
        );
      for (const kind of ['Tổ', 'Tổ dân phố số', 'Thôn'])
        isAll(
          [
            ...list(1, () => ['1', `${kind} 1`]),
            ...list(count, (at) => [
              `1${'ABCDEFGHI'[at - 1] ?? ''}`,
              `${kind} 1${'ABCDEFGHI'[at - 1] ?? ''}`,
            ]),
            ...list(count, (at) => [at + 1, `${kind} ${at + 1}`]),
          ],
          'called by the number',
        );
      for (const short of ['T. Đông', 'Đ. Trần Phú', 'P. Hàng Bạc', 'B. Hua'])
        isAll(
          [
            ...list(count, (at) => [null, `${at}. Tổ ${at}`]),
            ...list(1, () => [null, short]),
            ...list(1, () => [null, `${count + 1}. Tổ ${count + 1}`]),
          ],
          'words made short',
        );
    }
  });
});
