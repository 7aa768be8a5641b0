/** Splits of the whole add up to the whole again, by kind of unit and by kind of residential area. */
import { describe, expect, it } from 'vitest';
import type {
  CriteriaSet,
  FieldDefinition,
  UnitTree,
  UnitVersion,
  ValidatedSubmission,
} from '../../../src/model.js';
import { indicatorsOf } from '../../../src/criteria/set-queries.js';
import { measureRun } from '../../../src/aggregation/results-document.js';

const field = (id: string, more: Partial<FieldDefinition> = {}): FieldDefinition => ({
  id,
  form: 'bieu-01',
  label: id,
  type: 'count',
  scale: 0,
  aggregation: 'sum',
  requiredIn: [],
  enterAt: 'area',
  core: true,
  marks: {},
  basis: '',
  confirmed: true,
  ...more,
});

const SET: CriteriaSet = {
  id: 'thu',
  label: 'Thử',
  formVersion: '1',
  basis: '',
  titleYears: { from: 2024 },
  forms: [
    {
      id: 'bieu-01',
      sheet: 'Biểu 01',
      title: '',
      shape: 'table',
      sender: 'commune',
      rowKey: ['areaName'],
      groups: [],
    },
  ],
  fields: [
    field('areaName', { type: 'text', aggregation: 'none' }),
    field('areaKind', {
      type: 'choice',
      choices: [
        { id: 'thon', label: 'thôn' },
        { id: 'to-dan-pho', label: 'tổ dân phố' },
      ],
    }),
    field('households'),
    field('titled'),
  ],
  indicators: [
    {
      id: 'rate',
      label: '',
      unit: 'hộ',
      numerator: { sum: 'titled' },
      denominator: { sum: 'households' },
      headline: false,
      basis: '',
      confirmed: true,
    },
  ],
  rules: [],
  titles: [],
};

const submission = (
  unit: string,
  rows: readonly (readonly [kind: string | null, households: number, titled: number | null])[],
): ValidatedSubmission => {
  const column = (id: string, values: readonly (string | number | null)[]) =>
    [
      id,
      {
        field: id,
        states: values.map((value) => (value === null ? ('missing' as const) : ('value' as const))),
        texts: values.map((value) => (typeof value === 'string' ? value : undefined)),
        numbers: Float64Array.from(values, (value) => (typeof value === 'number' ? value : Number.NaN)),
        column: 1,
      },
    ] as const;
  const columns = new Map([
    column(
      'areaName',
      rows.map((_, row) => `Thôn ${String(row)}`),
    ),
    column(
      'areaKind',
      rows.map(([kind]) => kind),
    ),
    column(
      'households',
      rows.map(([, households]) => households),
    ),
    column(
      'titled',
      rows.map(([, , titled]) => titled),
    ),
  ]);
  const table = {
    form: 'bieu-01',
    file: '',
    sheet: '',
    rowCount: rows.length,
    sheetRows: rows.map((_, row) => row),
    rowKeys: [],
    rowLabels: [],
    columns,
  };
  return {
    unit,
    period: '2024',
    tables: new Map([['bieu-01', table]]),
    excludedFields: new Map(),
  } as unknown as ValidatedSubmission;
};

const commune = (code: string, type: string, region?: string): UnitVersion => ({
  code,
  name: code,
  type,
  level: 'commune',
  ...(region === undefined ? {} : { region }),
});

const TREE: UnitTree = {
  root: 'D',
  byCode: new Map([
    ['D', { code: 'D', name: 'D', type: 'huyện', level: 'district' }],
    ['1', commune('1', 'xã', 'miền núi')],
    ['2', commune('2', 'xã')],
    ['3', commune('3', 'thị trấn', 'đồng bằng')],
  ]),
  children: new Map([
    ['D', ['1', '2', '3']],
    ['1', []],
    ['2', []],
    ['3', []],
  ]),
  leaves: ['1', '2', '3'],
};

const run = measureRun(
  TREE,
  new Map([
    [
      '1',
      submission('1', [
        ['thon', 100, 90],
        ['thon', 50, 40],
      ]),
    ],
    [
      '3',
      submission('3', [
        ['to-dan-pho', 200, 150],
        ['thon', 10, 10],
      ]),
    ],
  ]),
  SET.indicators,
  SET,
);

describe('splits', () => {
  it('count each unit once, those that have not reported included', () => {
    expect(run.splits['type']?.['xã']?.['rate']).toMatchObject({ n: 130, d: 150, reported: 1, expected: 2 });
    expect(run.splits['type']?.['thị trấn']?.['rate']).toMatchObject({
      n: 160,
      d: 210,
      reported: 1,
      expected: 1,
    });
    expect(run.measures['D']?.['rate']).toMatchObject({ n: 290, d: 360, reported: 2, expected: 3 });
  });
  it('keep units that declare no value apart, and leave out what nobody declares', () => {
    expect(Object.keys(run.splits['region'] ?? {})).toEqual(['miền núi', '', 'đồng bằng']);
    expect(run.splits['urban']).toBeUndefined();
  });
  it('divide rows by the kind of area', () => {
    expect(run.splits['areaKind']?.['thon']?.['rate']).toMatchObject({ n: 140, d: 160, reported: 2 });
    expect(run.splits['areaKind']?.['to-dan-pho']?.['rate']).toMatchObject({ n: 150, d: 200, reported: 2 });
  });
  it('leaves rows without a kind to a part of their own, and a unit outside the whole out of every part', () => {
    const { splits, measures } = measureRun(
      TREE,
      new Map([
        [
          '1',
          submission('1', [
            ['thon', 100, 90],
            [null, 50, 40],
          ]),
        ],
        [
          '3',
          submission('3', [
            ['thon', 10, 10],
            ['to-dan-pho', 200, null],
          ]),
        ],
      ]),
      SET.indicators,
      SET,
    );
    expect(measures['D']?.['rate']).toMatchObject({ n: 130, d: 150, reported: 1, expected: 3 });
    expect(splits['areaKind']?.['thon']?.['rate']).toMatchObject({ n: 90, d: 100, missing: ['2', '3'] });
    expect(splits['areaKind']?.['to-dan-pho']?.['rate']).toMatchObject({ n: 0, d: 0, reported: 1 });
    expect(splits['areaKind']?.['']?.['rate']).toMatchObject({ n: 40, d: 50, reported: 1, expected: 3 });
  });
});

describe('the parts of every split', () => {
  const SEED = 20260731;
  it(`add up to the whole, whatever was sent (seed ${String(SEED)})`, () => {
    let state = SEED;
    const random = (below: number): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const pick = <Value>(values: readonly Value[]): Value | undefined => values[random(values.length)];
    const indicators = indicatorsOf(SET);
    for (let round = 0; round < 200; round += 1) {
      const codes = Array.from({ length: 1 + random(8) }, (_, index) => String(index + 1));
      const tree: UnitTree = {
        root: 'D',
        byCode: new Map([
          ['D', { code: 'D', name: 'D', type: 'huyện', level: 'district' as const }],
          ...codes.map((code): [string, UnitVersion] => {
            const [group, urban] = [pick([undefined, 'Cụm 1', 'Cụm 2']), pick(['urban', 'rural', undefined])];
            return [
              code,
              {
                ...commune(code, pick(['xã', 'phường']) ?? 'xã', pick([undefined, 'miền núi'])),
                ...(group === undefined ? {} : { group }),
                ...(urban === 'urban' || urban === 'rural' ? { urban } : {}),
              },
            ];
          }),
        ]),
        children: new Map([['D', codes], ...codes.map((code): [string, string[]] => [code, []])]),
        leaves: codes,
      };
      const sent = codes.flatMap((code): [string, ValidatedSubmission][] =>
        random(6) === 0
          ? []
          : [
              [
                code,
                submission(
                  code,
                  Array.from({ length: random(5) }, () => [
                    pick(['thon', 'to-dan-pho', null]) ?? null,
                    random(500),
                    random(9) === 0 ? null : random(500),
                  ]),
                ),
              ],
            ],
      );
      const { splits, measures } = measureRun(tree, new Map(sent), indicators, SET);
      for (const [dimension, split] of Object.entries(splits))
        for (const { id } of indicators) {
          const parts = Object.values(split).flatMap((one) => one[id] ?? []);
          if (parts.length === 0) continue;
          const whole = measures['D']?.[id];
          const sum = (side: 'n' | 'd'): number => parts.reduce((all, part) => all + (part[side] ?? 0), 0);
          expect([round, dimension, id, sum('n'), sum('d')]).toEqual([
            round,
            dimension,
            id,
            whole?.n,
            whole?.d ?? 0,
          ]);
          const reported = parts.map((part) => part.reported);
          if (dimension === 'areaKind') expect(new Set(reported)).toEqual(new Set([whole?.reported]));
          else expect(reported.reduce((all, one) => all + one, 0)).toBe(whole?.reported);
        }
    }
  });
});
