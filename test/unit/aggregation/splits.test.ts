/** Splits of the whole add up to the whole again, by kind of unit and by kind of residential area. */
import { describe, expect, it } from 'vitest';
import type { UnitVersion, ValidatedSubmission } from '../../../src/model.js';
import { indicatorsOf } from '../../../src/criteria/set-queries.js';
import { measureRun } from '../../../src/aggregation/results-document.js';
import { defined } from '../../../src/values/defined.js';
import {
  madeChoices,
  madeField,
  madeIndicator,
  madeSet,
  madeSubmission,
} from '../../support/made-criteria.js';
import { madeTree, madeUnit } from '../../support/made-units.js';
import { tries } from '../../support/sweep.js';

const SET = madeSet({
  fields: [
    madeField('areaName', 'text'),
    madeField('areaKind', 'choice', { ...madeChoices('thon', 'to-dan-pho'), aggregation: 'sum' }),
    madeField('households'),
    madeField('titled'),
  ],
  indicators: [madeIndicator('rate', { denominator: { sum: 'households' }, headline: false })],
});

const submission = (
  unit: string,
  rows: readonly (readonly [kind: string | null, households: number, titled: number | null])[],
): ValidatedSubmission =>
  madeSubmission(SET, unit, {
    rows: rows.map(([areaKind, households, titled], row) => ({
      areaName: `Thôn ${String(row)}`,
      areaKind,
      households,
      titled,
    })),
  });

const commune = (code: string, type: string, region?: string): UnitVersion =>
  madeUnit(code, 'commune', 'D', { type, ...defined({ region }) });

const TREE = madeTree([
  madeUnit('D', 'district'),
  commune('1', 'xã', 'miền núi'),
  commune('2', 'xã'),
  commune('3', 'thị trấn', 'đồng bằng'),
]);

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
    for (let round = 0; round < tries(200, 60); round += 1) {
      const codes = Array.from({ length: 1 + random(8) }, (_, index) => String(index + 1));
      const tree = madeTree([
        madeUnit('D', 'district'),
        ...codes.map((code): UnitVersion => {
          const [group, urban] = [
            pick([undefined, 'Cụm 1', 'Cụm 2']),
            pick(['urban', 'rural', undefined] as const),
          ];
          return {
            ...commune(code, pick(['xã', 'phường']) ?? 'xã', pick([undefined, 'miền núi'])),
            ...defined({ group, urban }),
          };
        }),
      ]);
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
