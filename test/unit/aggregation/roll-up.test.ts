/** Adding up: random trees against an oracle in BigInt; rates over the same units; missing is not zero (Q5). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UnitTree, ValidatedSubmission } from '../../../src/model.js';
import { leafMeasures } from '../../../src/aggregation/leaf-measures.js';
import { indexedSet } from '../../../src/aggregation/indexed-set.js';
import { rollUp, type Measures } from '../../../src/aggregation/roll-up.js';
import { measureRun } from '../../../src/aggregation/results-document.js';
import { defined } from '../../../src/values/defined.js';
import { madeField, madeIndicator, madeSet, madeSubmission } from '../../support/made-criteria.js';
import { madeTree, madeUnit } from '../../support/made-units.js';
import { tries } from '../../support/sweep.js';

const RATE = madeIndicator('rate', { denominator: { sum: 'households' }, fallbackBase: 'households' });
const TITLED = madeIndicator('titled');
const SET = madeSet({
  fields: ['areaName', 'households', 'titled'].map((id) =>
    madeField(id, id === 'areaName' ? 'text' : 'count'),
  ),
  indicators: [RATE],
});

type Row = readonly [households: number | null, titled: number | null];

const submission = (unit: string, rows: readonly Row[]): ValidatedSubmission =>
  madeSubmission(SET, unit, {
    rows: rows.map(([households, titled], row) => ({
      areaName: `Thôn ${String(row)}`,
      households,
      titled,
    })),
  });

/** A province of districts of communes; a district without communes is itself a leaf. */
function treeOf(
  districts: readonly (readonly string[])[],
  households: Readonly<Record<string, number>> = {},
): UnitTree {
  const units = districts.flatMap((communes, index) => {
    const district = `D${String(index)}`;
    return [
      madeUnit(district, 'district', 'P', defined({ households: households[district] })),
      ...communes.map((code) =>
        madeUnit(code, 'commune', district, defined({ households: households[code] })),
      ),
    ];
  });
  return madeTree([madeUnit('P', 'province'), ...units]);
}

const rows = fc.array(
  fc.tuple(
    fc.option(fc.integer({ min: 0, max: 5_000_000_000 }), { freq: 12 }),
    fc.option(fc.integer({ min: 0, max: 5_000_000_000 }), { freq: 12 }),
  ),
  { minLength: 1, maxLength: 6 },
);
const province = fc.array(fc.array(fc.option(rows, { freq: 6 }), { maxLength: 6 }), {
  minLength: 1,
  maxLength: 6,
});

describe('adding up a tree', () => {
  it('gives each node the exact sum of its leaves, over units that have both sides', () => {
    fc.assert(
      fc.property(province, (districts) => {
        const codes = districts.map((communes, d) => communes.map((_, c) => `${String(d)}.${String(c)}`));
        const tree = treeOf(codes);
        const given = new Map<string, readonly Row[]>();
        districts.forEach((communes, d) => {
          communes.forEach((sent, c) => {
            if (sent !== null) given.set(`${String(d)}.${String(c)}`, sent);
          });
        });
        const own = new Map<string, Measures>(
          tree.leaves.map((leaf) => {
            const sent = given.get(leaf);
            return [
              leaf,
              leafMeasures(
                sent === undefined ? undefined : submission(leaf, sent),
                [TITLED, RATE],
                indexedSet(SET),
              ),
            ];
          }),
        );
        const rolled = rollUp(tree, own, [TITLED, RATE]).byUnit;
        const complete = (leaf: string, side: 0 | 1): boolean =>
          given.get(leaf)?.every((row) => row[side] !== null) === true;
        const oracle = (leaves: readonly string[], side: 0 | 1): bigint =>
          leaves.reduce(
            (sum, leaf) =>
              sum + (given.get(leaf) ?? []).reduce((own, row) => own + BigInt(row[side] ?? 0), 0n),
            0n,
          );
        for (const [node, leaves] of [
          ['P', tree.leaves] as const,
          ...codes.map((communes, d) => [`D${String(d)}`, communes] as const),
        ]) {
          if (leaves.length === 0) continue;
          const both = leaves.filter((leaf) => complete(leaf, 0) && complete(leaf, 1));
          const rate = rolled.get(node)?.get('rate');
          expect([BigInt(rate?.n ?? -1), BigInt(rate?.d ?? -1), rate?.reported, rate?.expected]).toEqual([
            oracle(both, 1),
            oracle(both, 0),
            both.length,
            leaves.length,
          ]);
          const withTitled = leaves.filter((leaf) => complete(leaf, 1));
          expect(BigInt(rolled.get(node)?.get('titled')?.n ?? -1)).toBe(oracle(withTitled, 1));
          expect(new Set(rate?.missing ?? [])).toEqual(
            new Set(leaves.filter((leaf) => !both.includes(leaf))),
          );
        }
      }),
      { numRuns: tries(300, 100) },
    );
  });

  it('refuses a sum that would not be exact', () => {
    const tree = treeOf([['1', '2']]);
    const huge = submission('1', [[Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]]);
    const measured = measureRun(
      tree,
      new Map([
        ['1', huge],
        ['2', submission('2', [[1, 1]])],
      ]),
      [RATE],
      SET,
    );
    expect(measured.unsafe.map(({ unit }) => unit).sort()).toEqual(['D0', 'P']);
    expect(measured.measures['P']?.['rate']).toMatchObject({ reported: 0, state: 'excluded' });
  });
});

describe('what counts of a unit', () => {
  const leaf = (sent: readonly Row[]) =>
    leafMeasures(submission('1', sent), [RATE], indexedSet(SET)).get('rate');
  it('one blank row makes the figure unusable, and says how', () => {
    expect(
      leaf([
        [100, 90],
        [50, null],
      ]),
    ).toMatchObject({ reported: 0, state: 'partlyReported' });
    expect(
      leaf([
        [100, null],
        [50, null],
      ]),
    ).toMatchObject({ reported: 0, state: 'missing' });
    expect(
      leaf([
        [100, 0],
        [50, 0],
      ]),
    ).toEqual({ n: 0, d: 150, reported: 1, expected: 1 });
    expect(leaf([])).toMatchObject({ reported: 0, state: 'notReported' });
  });
});

describe('bounds of a headline rate', () => {
  const run = (
    sent: Readonly<Record<string, readonly Row[]>>,
    households: Readonly<Record<string, number>>,
  ) =>
    measureRun(
      treeOf([['1', '2']], households),
      new Map(Object.entries(sent).map(([unit, given]) => [unit, submission(unit, given)])),
      [RATE],
      SET,
    ).measures['P']?.['rate']?.bounds;
  it('take a missing unit as 0 and as 100 percent of its own base, else of units.csv', () => {
    expect(run({ '1': [[100, 90]], '2': [[50, null]] }, {})).toEqual({
      low: [90, 150],
      high: [140, 150],
      sources: ['own'],
    });
    expect(run({ '1': [[100, 90]] }, { '2': 200 })).toEqual({
      low: [90, 300],
      high: [290, 300],
      sources: ['households'],
    });
  });
  it('are not given without a base, nor when nothing is open', () => {
    expect(run({ '1': [[100, 90]] }, {})).toBeUndefined();
    expect(run({ '1': [[100, 90]], '2': [[50, 10]] }, {})).toBeUndefined();
  });
});
