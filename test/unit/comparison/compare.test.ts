/** A year beside the year before across a merger: what is added, what is only shown for the block, what is refused. */
import { describe, expect, it } from 'vitest';
import type { ComparedYear, ComparisonDocument, ResultsDocument } from '../../../src/model.js';
import { compareResults } from '../../../src/comparison/compare.js';
import { sharesByWeight } from '../../../src/comparison/shares.js';
import {
  AFTER,
  BEFORE,
  crosswalkOf,
  LIST,
  MAP,
  NEW_FIGURES,
  OLD_FIGURES,
  oldResults,
  periodsOf,
  resultsOf,
} from './small-country.js';

const today = (more: Partial<ResultsDocument> = {}): ResultsDocument =>
  resultsOf('92', AFTER, NEW_FIGURES, more);
const compare = (
  documents = oldResults(),
  steps = MAP,
  current = today(),
  options: Parameters<typeof compareResults>[3] = {},
): ComparisonDocument => {
  const crosswalk = crosswalkOf(steps);
  return compareResults(current, periodsOf(documents, crosswalk), crosswalk, { listed: LIST, ...options });
};
const year = (document: ComparisonDocument, unit: string, indicator = 'rate'): ComparedYear | undefined =>
  document.units[unit]?.[indicator]?.years[0];

describe('compareResults', () => {
  it('adds whole old units and takes the difference of the printed rates', () => {
    // 230/300 = 76,67 % and 240/310 = 77,42 %: 0,75 points, although the exact difference is 0,7527.
    expect(year(compare(), '10001')).toMatchObject({
      restated: { kind: 'sum', n: 230, d: 300, reported: 2, expected: 2 },
      comparability: 'comparable',
      difference: { number: 10, points: 75, direction: 'up' },
    });
  });

  it('shows the old units of a sum as published, each by its own code and name', () => {
    expect(year(compare(), '10001')?.published?.map(({ unit, n, d }) => [unit, n, d])).toEqual([
      ['10001', 80, 100],
      ['10002', 150, 200],
    ]);
  });

  it('takes a unit that kept its people as the same, and notes that land moved', () => {
    const document = compare();
    expect(year(document, '20001')).toMatchObject({
      restated: { kind: 'exact', n: 510, d: 600 },
      remarks: ['landMoved'],
    });
    expect(document.findings.map(({ code }) => code)).toContain('comparison/land-moved');
  });

  it('never compares a part of a divided unit; its block has the totals', () => {
    const document = compare();
    for (const code of ['10004', '10006']) {
      const figure = year(document, code);
      expect(figure).toMatchObject({ comparability: 'notComparable', reason: 'split' });
      expect(figure?.restated.n).toBeUndefined();
      expect(figure?.published).toBeUndefined();
    }
    const block = year(document, '10006')?.block ?? '';
    expect(document.previous[0]?.blockFigures[block]?.['rate']).toMatchObject({
      current: { n: 820, d: 920, reported: 2, expected: 2 },
      years: [{ restated: { kind: 'block', n: 801, d: 900 }, difference: { number: 19 } }],
    });
    expect(document.findings.filter(({ code }) => code === 'comparison/split-block')).toHaveLength(1);
  });

  it('conserves the total of the province, divided units included', () => {
    expect(year(compare(), '92')).toMatchObject({
      restated: { kind: 'sum', n: 1811, d: 2100, reported: 6, expected: 6 },
      comparability: 'comparable',
    });
    // As published: what the two old provinces had.
    expect(year(compare(), '92')?.published?.map(({ unit, n }) => [unit, n])).toEqual([
      ['91', 1301],
      ['92', 510],
    ]);
  });

  it('restates the groupings of the office where blocks lie wholly inside', () => {
    const { groups } = compare();
    expect(groups['Cụm 1']?.['rate']?.years[0]).toMatchObject({ restated: { kind: 'sum', n: 500, d: 600 } });
    expect(groups['Cụm 2']?.['rate']?.years[0]).toMatchObject({
      comparability: 'notComparable',
      reason: 'straddles',
    });
  });

  it('shows the coverage of the old side and compares like with like only', () => {
    const document = compare(oldResults({ ...OLD_FIGURES, '10002': undefined }));
    expect(year(document, '10001')).toMatchObject({
      restated: { kind: 'sum', n: 80, reported: 1, expected: 2, missing: ['10002'] },
      comparability: 'incomplete',
      reason: 'coverage',
    });
    expect(year(document, '10001')?.difference).toBeUndefined();
    expect(year(document, '92')).toMatchObject({
      restated: { n: 1661, reported: 5, expected: 6 },
      comparability: 'incomplete',
      // Everything but the block of 10001.
      common: { units: 4, of: 5, current: { n: 1640 }, previous: { n: 1581 } },
    });
  });

  it('counts an old unit whose results were not handed over as missing', () => {
    const document = compare([resultsOf('91', BEFORE, OLD_FIGURES)]);
    expect(year(document, '92')).toMatchObject({
      restated: { n: 1301, reported: 5, expected: 6, missing: ['20001'] },
      comparability: 'incomplete',
    });
    expect(year(document, '20001')).toBeUndefined();
  });

  it('apportions only on request, marks it, and keeps numerator and denominator', () => {
    const crosswalk = crosswalkOf();
    const document = compare(undefined, MAP, today(), {
      estimate: () => sharesByWeight(crosswalk, BEFORE, AFTER),
    });
    // 451 × 0,35 = 157,85 → 158 and 293; 500 × 0,35 = 175 and 325.
    expect(year(document, '10004')).toMatchObject({
      restated: { kind: 'estimate', n: 350 + 158, d: 400 + 175 },
      comparability: 'estimate',
    });
    expect(year(document, '10006')).toMatchObject({ restated: { kind: 'estimate', n: 293, d: 325 } });
    expect(document.findings.map(({ code }) => code)).toContain('comparison/estimated');
  });

  it('estimates nothing from shares that are not all known, and says what is lacking', () => {
    const steps = MAP.map(({ weight: _, ...step }) => step);
    const crosswalk = crosswalkOf(steps);
    const document = compare(undefined, steps, today(), {
      estimate: () => sharesByWeight(crosswalk, BEFORE, AFTER),
    });
    expect(year(document, '10004')).toMatchObject({ comparability: 'notComparable', reason: 'split' });
    expect(document.findings.map(({ code }) => code)).toContain('comparison/no-shares');
  });

  it('restates nothing without a map, and nothing on a doubtful one', () => {
    for (const [steps, code] of [
      [[], 'comparison/no-crosswalk'],
      [MAP.filter(({ oldCode }) => oldCode !== '10002'), 'crosswalk/unit-lost'],
      [MAP.filter(({ newCode }) => newCode !== '10006'), 'crosswalk/rest-lost'],
    ] as const) {
      const document = compare(oldResults(), steps);
      expect(document.findings.map((one) => one.code)).toContain(code);
      expect(document.previous[0]?.restated).toBe(false);
      const restated = Object.values(document.units).flatMap((figures) =>
        Object.values(figures).flatMap((figure) => figure.years.map((one) => one.restated.n)),
      );
      expect(restated.length).toBeGreaterThan(0);
      expect(new Set(restated)).toEqual(new Set([undefined]));
    }
  });

  it('finds the forgotten unit also when no earlier result names it', () => {
    const document = compare(
      [resultsOf('92', BEFORE, OLD_FIGURES)],
      MAP.filter(({ oldCode }) => oldCode !== '10002'),
    );
    expect(
      document.findings.filter(({ code }) => code === 'crosswalk/unit-lost').map(({ unit }) => unit),
    ).toEqual(['10002']);
  });

  it('compares the province alone when the map says only what became of provinces', () => {
    const document = compare(
      oldResults(),
      MAP.filter(({ oldCode }) => oldCode.length === 2),
    );
    expect(year(document, '10001')).toMatchObject({ comparability: 'notComparable', reason: 'noBasis' });
    expect(year(document, '92')).toMatchObject({ restated: { kind: 'sum', n: 1811, d: 2100 } });
  });

  it('never compares kinds of period with one another', () => {
    const half = { id: '2025-H1', year: 2025, kind: 'H1' } as const;
    const document = compare([resultsOf('91', BEFORE, OLD_FIGURES, { period: half })]);
    expect(year(document, '10001')).toMatchObject({
      restated: { n: 230 },
      comparability: 'notComparable',
      reason: 'otherPeriodKind',
    });
    expect(document.findings.map(({ code }) => code)).toContain('previous/other-kind');
  });

  it('remarks that the criteria set changed, and that an indicator has another base', () => {
    const [first, ...rest] = oldResults();
    if (first === undefined) throw new Error('no results');
    const criteria = { ...first.criteria, id: 'nd122-2018' };
    const indicators = first.indicators.map((one) => ({ ...one, baseLabel: 'số hộ đăng ký' }));
    const document = compare([
      { ...first, criteria, indicators },
      ...rest.map((one) => ({ ...one, criteria })),
    ]);
    expect(year(document, '10001')?.remarks).toEqual(['criteriaChanged', 'definitionChanged']);
    expect(year(document, '10001')?.difference).toBeDefined();
  });

  it('does not add what was counted in another scale or kind', () => {
    const documents = oldResults().map((one) => ({
      ...one,
      indicators: one.indicators.map((indicator) => ({ ...indicator, scale: 3 })),
    }));
    expect(year(compare(documents), '10001')).toMatchObject({ reason: 'otherDefinition' });
  });

  it('prints no points while decisions are pending', () => {
    const pending = today();
    const measures = {
      ...pending.measures,
      '10001': { rate: { n: 240, d: 310, reported: 1, expected: 1, pending: 3 } },
    };
    const indicators = pending.indicators.map((one) => ({ ...one, noRateWhilePending: true }));
    expect(year(compare(oldResults(), MAP, today({ measures, indicators })), '10001')).toMatchObject({
      comparability: 'comparable',
      reason: 'pending',
      difference: { number: 10, direction: 'up' },
    });
  });
});

describe('a course of several years', () => {
  it('runs from the oldest to the newest, each on today’s ground', () => {
    const third = { id: '2023', year: 2023, kind: 'year' } as const;
    const older = oldResults({ ...OLD_FIGURES, '10001': [70, 100] }).map((one) => ({
      ...one,
      period: third,
      referenceDate: '2023-12-31',
    }));
    const { units, previous } = compare([...oldResults(), ...older]);
    expect(previous.map(({ period }) => period.id)).toEqual(['2023', '2024']);
    expect(units['10001']?.['rate']?.years.map(({ restated }) => restated.n)).toEqual([220, 230]);
  });
});

it('says so when two results give one code two names, though the lists know one unit', () => {
  const [first] = oldResults();
  if (first === undefined) throw new Error('no results');
  const before = {
    ...first,
    units: first.units.map((unit) => (unit.code === '10003' ? { ...unit, name: 'Đồng Lai Cũ' } : unit)),
  };
  const year = { id: '2025-H1', year: 2025, kind: 'H1' } as const;
  const current = resultsOf('91', '2025-06-30', OLD_FIGURES, { period: { ...year } });
  const { findings } = compare([before], MAP, current);
  expect(findings.filter(({ code }) => code === 'comparison/renamed')).toMatchObject([{ unit: '10003' }]);
});
