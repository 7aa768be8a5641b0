/** Laws of merging over random maps: totals are conserved, order is irrelevant, no change of the map changes nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CrosswalkStep, MeasureRecord, UnitVersion } from '../../../src/model.js';
import type { PreviousPeriod } from '../../../src/comparison/previous-period.js';
import { restate, type RestatedFigures } from '../../../src/comparison/restate.js';
import { shareOut } from '../../../src/comparison/apportion.js';
import { groundOf } from '../../../src/comparison/unit-ground.js';
import { buildCrosswalk } from '../../../src/units/ground/crosswalk.js';
import type { Share } from '../../../src/units/ground/exact-share.js';
import { madeUnit } from '../../support/made-units.js';

const LAST = '2025-06-30';
const code = (index: number): string => String(index).padStart(5, '0');
const unit = (index: number, dates: Pick<UnitVersion, 'validFrom' | 'validTo'>): UnitVersion =>
  madeUnit(code(index), 'commune', '99', { name: `Xã ${String(index)}`, ...dates });

interface Country {
  readonly steps: readonly CrosswalkStep[];
  readonly figures: readonly (readonly [n: number, d: number])[];
  readonly news: number;
}

/** Old units each go whole to a new one, or are divided between two; codes of old and new are the same numbers. */
const country: fc.Arbitrary<Country> = fc
  .array(
    fc.record({
      d: fc.nat(9999),
      n: fc.nat(9999),
      to: fc.nat(9),
      other: fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.nat(9) }),
    }),
    { minLength: 3, maxLength: 25 },
  )
  .map((olds) => {
    // Numbers of the new units that somebody goes to, without gaps.
    const used = [...new Set(olds.flatMap(({ to, other }) => (other === undefined ? [to] : [to, other])))];
    const indexOf = (wanted: number): number => used.indexOf(wanted);
    const steps = olds.flatMap(({ to, other }, index): CrosswalkStep[] => {
      const shared = { oldCode: code(index), oldValidTo: LAST };
      if (other === undefined || other === to)
        return [{ ...shared, newCode: code(indexOf(to)), area: 'whole', people: 'all' }];
      return [to, other].map((one) => ({
        ...shared,
        newCode: code(indexOf(one)),
        area: 'part',
        people: 'some',
      }));
    });
    const reached = new Set(steps.map(({ newCode }) => newCode));
    return {
      steps,
      figures: olds.map(({ n, d }) => [Math.min(n, d), d] as const),
      news: reached.size === used.length ? used.length : -1,
    };
  })
  .filter(({ news }) => news > 0);

function restated(
  { steps, figures, news }: Country,
  order = (list: readonly CrosswalkStep[]) => list,
): RestatedFigures {
  const olds = figures.map((_, index) => unit(index, { validTo: LAST }));
  const after = Array.from({ length: news }, (_, index) => unit(index, { validFrom: '2025-07-01' }));
  const crosswalk = buildCrosswalk({ steps: order(steps), lists: [[...olds, ...after]] });
  const sideOf = (units: readonly UnitVersion[], date: string) =>
    groundOf(
      [
        { code: '99', name: 'Tỉnh', type: 'tỉnh', leaf: false },
        ...units.map(({ code: own, name, type }) => ({ code: own, name, type, leaf: true, parent: '99' })),
      ],
      '99',
      'province',
      date,
    );
  const previous: PreviousPeriod = {
    period: { id: '2024', year: 2024, kind: 'year' },
    referenceDate: '2024-12-31',
    sources: [],
    ground: sideOf(olds, '2024-12-31'),
    measures: new Map(
      figures.map(([n, d], index): readonly [string, Readonly<Record<string, MeasureRecord>>] => [
        code(index),
        { rate: { n, d, reported: 1, expected: 1 } },
      ]),
    ),
    rates: new Map(),
    definitionsOf: () => [],
    roots: ['99'],
    rowsOf: () => undefined,
    sourceOf: () => '',
  };
  return restate(previous, crosswalk, sideOf(after, '2025-12-31'), [{ id: 'rate', kind: 'rate', scale: 0 }]);
}

const figuresOf = (all: RestatedFigures) => [...all.units].map(([own, figures]) => [own, figures['rate']]);

describe('merging', () => {
  it('conserves the total of the province, and that of all blocks together', () => {
    fc.assert(
      fc.property(country, (one) => {
        const all = restated(one);
        const want = one.figures.reduce<readonly [number, number]>(
          ([n, d], [a, b]) => [n + a, d + b],
          [0, 0],
        );
        const root = all.units.get('99')?.['rate'];
        expect([root?.n, root?.d]).toEqual(want);
        const sums = all.blocks.all.map((block) =>
          block.kind === 'split'
            ? (all.blockTotals.get(block.id)?.['rate']?.n ?? Number.NaN)
            : (all.units.get(block.new[0]?.code ?? '')?.['rate']?.n ?? Number.NaN),
        );
        expect(sums.reduce((sum, value) => sum + value, 0)).toBe(want[0]);
      }),
    );
  });

  it('never gives a divided unit’s figure to one of its parts', () => {
    fc.assert(
      fc.property(country, (one) => {
        const all = restated(one);
        for (const { oldCode, newCode, people } of one.steps) {
          if (people !== 'some') continue;
          expect(all.blocks.ofOld.get(oldCode)?.kind).toBe('split');
          expect(all.units.get(newCode)?.['rate']).toMatchObject({ kind: 'notComparable', reason: 'split' });
        }
      }),
    );
  });

  it('does not depend on the order of the lines', () => {
    fc.assert(
      fc.property(country, fc.nat(), (one, seed) => {
        const shuffled = (list: readonly CrosswalkStep[]) =>
          list
            .map((step, index) => ({ step, key: (index * 7919 + seed * 104729) % 10007 }))
            .sort((a, b) => a.key - b.key)
            .map(({ step }) => step);
        expect(figuresOf(restated(one, shuffled))).toEqual(figuresOf(restated(one)));
      }),
    );
  });

  it('changes nothing when every unit stays what it was', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(500), fc.nat(9999)), { minLength: 1, maxLength: 20 }), (pairs) => {
        const figures = pairs.map(([n, more]) => [n, n + more] as const);
        const steps = figures.map((_, index): CrosswalkStep => ({
          oldCode: code(index),
          oldValidTo: LAST,
          newCode: code(index),
          area: 'whole',
          people: 'all',
        }));
        const all = restated({ steps, figures, news: figures.length });
        for (const [index, [n, d]] of figures.entries())
          expect(all.units.get(code(index))?.['rate']).toEqual({
            kind: 'exact',
            n,
            d,
            reported: 1,
            expected: 1,
          });
      }),
    );
  });
});

describe('shareOut', () => {
  const shares = fc
    .array(fc.nat(1000), { minLength: 1, maxLength: 6 })
    .filter((sizes) => sizes.some((size) => size > 0));
  const partsOf = (sizes: readonly number[]): ReadonlyMap<string, Share> => {
    const denominator = BigInt(sizes.reduce((sum, size) => sum + size, 0));
    return new Map(sizes.map((size, index) => [code(index), { numerator: BigInt(size), denominator }]));
  };
  const sum = (parts: ReadonlyMap<string, number>): number =>
    [...parts.values()].reduce((all, one) => all + one, 0);

  it('adds up to the whole again, and keeps numerators within denominators', () => {
    fc.assert(
      fc.property(shares, fc.nat(100_000), fc.nat(100_000), (sizes, n, more) => {
        const base = shareOut(n + more, partsOf(sizes));
        const part = shareOut(n, partsOf(sizes), base);
        expect([sum(base), sum(part)]).toEqual([n + more, n]);
        for (const [own, value] of part) expect(value).toBeLessThanOrEqual(base.get(own) ?? -1);
      }),
    );
  });

  it('gives nothing to a unit without a share', () => {
    expect([...shareOut(7, partsOf([0, 3, 4]))]).toEqual(expect.arrayContaining([['00000', 0]]));
  });
});
