/** The course of the headline titles: which years, in which order, and what is said of years that are not whole. */
import { proseOf } from '../../../src/reports/prose/prose.js';
import { describe, expect, it } from 'vitest';
import type { ComparedYear, ResultsDocument } from '../../../src/model.js';
import { courseCharts } from '../../../src/reports/charts/course-charts.js';
import { builtInWording } from '../../support/report-wording.js';
import { sampleResults } from '../../support/sample-results.js';

const wording = builtInWording();

function withYears(years: readonly ComparedYear[], period = sampleResults().period): ResultsDocument {
  const base = sampleResults();
  const { tool, referenceDate, unit, level, decimals } = base;
  return {
    ...base,
    comparison: {
      schema: 'tdkvh/comparison@1',
      tool,
      current: { period: base.period, referenceDate, unit, level, decimals },
      previous: years.map((year) => ({
        period: { ...period, id: year.period, year: Number.parseInt(year.period, 10) },
        referenceDate: `${year.period}-12-31`,
        sources: [],
        restated: true,
        blocks: [],
        blockFigures: {},
      })),
      indicators: [],
      units: { [unit]: { familyTitleRate: { years } } },
      groups: {},
      findings: [],
    },
  };
}

const whole: ComparedYear = {
  period: '2022',
  restated: { kind: 'exact', n: 900, d: 1000, reported: 5, expected: 5 },
  comparability: 'comparable',
};
const published: ComparedYear = {
  period: '2023',
  restated: { kind: 'exact', rate: '91.25', reported: 4, expected: 5 },
  comparability: 'incomplete',
};
const unknown: ComparedYear = {
  period: '2021',
  restated: { kind: 'notComparable', reason: 'split', reported: 0, expected: 2 },
  comparability: 'notComparable',
};

describe('courseCharts', () => {
  it('runs from the oldest year to this one, exact rates, years that cannot be compared left out', () => {
    const [chart, ...others] = courseCharts(proseOf(withYears([unknown, whole, published]), wording));
    expect(others).toEqual([]);
    expect(chart?.course).toBe(true);
    expect(chart?.bars.map(({ label }) => label)).toEqual(['2022', '2023', '2024']);
    expect(chart?.bars[1]?.rate).toEqual({ numerator: 9125, denominator: 10_000 });
    expect(chart?.bars.at(-1)?.whole).toBe(true);
    expect(chart?.notes.some((note) => note.includes('2023') && note.includes('04/05'))).toBe(true);
  });

  it('says nothing of the units of a rate as published', () => {
    const restated = { ...published.restated, reported: 0, expected: 1 };
    const charts = courseCharts(proseOf(withYears([whole, { ...published, restated }]), wording));
    expect(charts[0]?.notes.some((note) => note.includes('2023'))).toBe(false);
  });

  it('begins its axis where the differences are seen, and says so', () => {
    const [chart] = courseCharts(proseOf(withYears([whole, published]), wording));
    // 90, 91,25 and 91,26%.
    expect(chart?.axis).toEqual([85, 95]);
    expect(chart?.notes[0]).toContain('85% đến 95%');
  });

  it('is not drawn of one year or two, nor of half-years beside years', () => {
    expect(courseCharts(proseOf(withYears([whole]), wording))).toEqual([]);
    expect(courseCharts(proseOf(sampleResults(), wording))).toEqual([]);
    expect(courseCharts(proseOf(withYears([unknown]), wording))).toEqual([]);
    expect(
      courseCharts(proseOf(withYears([whole], { ...sampleResults().period, kind: 'H1' }), wording)),
    ).toEqual([]);
  });
});
