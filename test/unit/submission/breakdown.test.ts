/** Rows at an end of a table that repeat all others: what they must not hide, and the honest forms that look like them. */
import { describe, expect, it } from 'vitest';
import { isError } from '../../../src/findings/finding.js';
import {
  AREA_HEADER,
  formula,
  information,
  recognise,
  SET,
  sheet,
  workbook,
  type Typed,
} from './made-files.js';

type Rows = readonly (readonly Typed[])[];
const PARTS = ['layout/rows-repeat-all', 'layout/rows-perhaps-repeat-all'];

const read = (rows: Rows, form = 'Biểu 01') => recognise(workbook([information(), sheet(form, rows)]));
const partsIn = (rows: Rows): readonly string[] =>
  read([AREA_HEADER, ...rows]).codes.filter((code) => PARTS.includes(code));
const area = (number: number | null, name: string, households: Typed, titled: Typed): readonly Typed[] => [
  number,
  name,
  households,
  titled,
  number === null ? null : 'đạt',
];
const areas = (kind: string, figures: readonly (readonly [number, number])[], from = 1): Rows =>
  figures.map(([households, titled], index) =>
    area(from + index, `${kind} ${String(from + index)}`, households, titled),
  );

describe('parts that are only perhaps sums', () => {
  it.each([
    [
      'a sum that is off by one',
      [
        ...areas('Thôn', [
          [778, 770],
          [741, 735],
          [823, 820],
          [122, 120],
        ]),
        area(null, 'Nông thôn', 2342, 2325),
        area(null, 'Thành thị', 121, 120),
      ],
      'layout/row-near-sum',
    ],
    [
      'a group without a number',
      [
        ...areas('Thôn', [
          [23, 20],
          [23, 21],
          [47, 40],
          [44, 41],
          [9, 8],
        ]),
        area(null, 'Cụm 1', 136, 122),
        area(null, 'Cụm 2', 9, 8),
      ],
      'layout/row-unclear',
    ],
  ])('leave %s an error', (_, rows, code) => {
    const outcome = read([AREA_HEADER, ...rows]);
    expect(
      outcome.findings.filter(isError).map((one) => one.code),
      outcome.codes.join(),
    ).toContain(code);
  });
});

describe('a column that a part does not state', () => {
  const villages = areas('Thôn', [
    [1001, 953],
    [1107, 1044],
    [1024, 990],
    [1075, 1021],
  ]);

  it.each([
    ['blank', null, null],
    ['a dash', '-', '-'],
    ['blank in one part', 1997, null],
  ])('%s does not hide the others, at either end', (_, one, other) => {
    for (const number of [null, 5]) {
      const parts = [area(number, 'Nông thôn', 2108, one), area(number, 'Thành thị', 2099, other)];
      expect(partsIn([...villages, ...parts])).toHaveLength(1);
      expect(partsIn([...parts, ...villages])).toHaveLength(1);
    }
  });
});

describe('areas that add up to the other areas by chance', () => {
  const left = areas('Thôn', [
    [152, 141],
    [137, 122],
  ]);
  const right = areas('Khu', [
    [149, 131],
    [140, 132],
  ]);
  const twice = areas('Thôn', [
    [1231, 1173],
    [987, 911],
    [1231, 1173],
    [987, 911],
  ]);
  const group = (name: string, households: number, titled: Typed, at: Typed = null): readonly Typed[] => [
    at,
    name,
    households,
    titled,
    null,
  ];

  it.each<readonly [string, Rows]>([
    [
      'under headings with their sums and a total',
      [
        group('Nông thôn', 289, 263, 'I'),
        ...left,
        group('Thành thị', 289, 263, 'II'),
        ...right,
        group('Tổng cộng', 578, 526),
      ],
    ],
    [
      'under headings with their sums',
      [group('Nông thôn', 289, 263, 'I'), ...left, group('Thành thị', 289, 263, 'II'), ...right],
    ],
    [
      'above sums of their groups',
      [...left, group('Cộng nhóm', 289, 263), ...right, group('Cộng nhóm', 289, 263)],
    ],
    ['below a sum of the first group', [...left, group('Cộng nhóm', 289, 263), ...right]],
    [
      'with sums of their groups that differ by one',
      [
        ...areas('Thôn', [
          [105, 95],
          [105, 95],
        ]),
        group('Cộng nhóm', 210, 190),
        ...areas('Khu', [
          [104, 94],
          [105, 95],
        ]),
        group('Cộng nhóm', 209, 189),
      ],
    ],
    [
      'beside sums known by their figures',
      [...left, area(3, 'Gộp', 289, 263), ...right, area(6, 'Chung', 289, 263)],
    ],
    ['the same twice, in a total', [...twice, group('Tổng cộng', 4436, 4168)]],
    ['the same twice', twice],
    ['the same twice, in a calculated total', [...twice, [null, 'Tổng cộng', formula(4436), formula(4168)]]],
    [
      'of one column, in a total',
      [
        ...[1001, 1107, 1024, 1084].map((households, at) =>
          area(at + 1, `Thôn ${String(at + 1)}`, households, null),
        ),
        group('Tổng cộng', 4216, null),
      ],
    ],
  ])('are no parts %s', (_, rows) => {
    expect(partsIn(rows)).toEqual([]);
  });

  it('are none in a form without areas', () => {
    const ids = ['itemType', 'itemName', 'itemStaff'];
    const header = ids.map(
      (id) => SET.fields.find((field) => field.form === 'bieu-05' && field.id === id)?.label,
    );
    for (const staff of [3, 12_345]) {
      const rows = Array.from({ length: 6 }, (_, at) => [
        at + 1,
        'thư viện',
        `Thư viện ${String(at + 1)}`,
        staff,
      ]);
      const outcome = read([['TT', ...header], ...rows], 'Biểu 05');
      expect(outcome.column('bieu-05', 'itemStaff')).toEqual(rows.map(() => staff));
      expect(outcome.codes.filter((code) => PARTS.includes(code))).toEqual([]);
    }
  });
});
