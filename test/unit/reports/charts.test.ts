/** The charts of headline rates: which units, in which order, and when there is none. */
import { proseOf } from '../../../src/reports/prose/prose.js';
import { describe, expect, it } from 'vitest';
import type { MeasureRecord, ResultsDocument, UnitRecord } from '../../../src/model.js';
import { axisOf, headlineCharts } from '../../../src/reports/charts/charts.js';
import { builtInWording } from '../../support/report-wording.js';
import { sampleResults } from '../../support/sample-results.js';

const wording = builtInWording();

/** Communes `x0`, `x1` … with the given numerators of 100; undefined for those that reported nothing. */
function results(numerators: readonly (number | undefined)[], all?: number): ResultsDocument {
  const base = sampleResults();
  const record = (n: number | undefined): MeasureRecord =>
    n === undefined
      ? { n: 0, d: 0, reported: 0, expected: 1, state: 'notReported' }
      : { n, d: 100, reported: 1, expected: 1 };
  const leaf = base.units.find((unit) => unit.leaf);
  if (leaf === undefined) throw new Error('the sample has communes');
  const units = numerators.map((_, index): UnitRecord => ({
    ...leaf,
    code: `x${String(index)}`,
    name: `Số ${String(index)}`,
    status: 'reported',
  }));
  return {
    ...base,
    units: [...base.units.filter((unit) => !unit.leaf), ...units],
    measures: {
      ...Object.fromEntries(
        units.map(({ code }, index) => [code, { familyTitleRate: record(numerators[index]) }]),
      ),
      [base.unit]: { familyTitleRate: record(all) },
    },
  };
}
const labels = (document: ResultsDocument): readonly string[] =>
  headlineCharts(proseOf(document, wording))[0]?.bars.map(({ label }) => label) ?? [];

describe('headlineCharts', () => {
  it('shows the titles of families and of areas, the highest first, with the whole in its place', () => {
    const charts = headlineCharts(proseOf(sampleResults(), wording));
    expect(charts.map(({ id }) => id)).toEqual(['familyTitleRate', 'areaTitleRate']);
    for (const { bars } of charts) {
      const shares = bars.map(({ rate }) => rate.numerator / rate.denominator);
      expect([...shares].sort((a, b) => b - a)).toEqual(shares);
      expect(bars.filter(({ whole }) => whole === true)).toHaveLength(1);
    }
    // Phú Lộc left a cell blank and Yên Sơn sent nothing.
    expect(charts[0]?.bars).toHaveLength(4);
    expect(charts[0]?.notes).toHaveLength(2);
  });

  it.each([
    [
      [88, 92, 95],
      [85, 95],
    ],
    [
      [88, 89, 90],
      [85, 90],
    ],
    [
      [60, 80],
      [50, 80],
    ],
    [[0, 4], undefined],
    [[20, 90], undefined],
  ])('of %j has the axis %j, and says so', (rates, axis) => {
    const [chart] = headlineCharts(proseOf(results(rates), wording));
    expect(chart?.axis).toEqual(axis);
    expect(chart?.notes.some((note) => note.startsWith('Trục'))).toBe(axis !== undefined);
  });

  it('goes beyond a rate that rounds to the end of its axis', () => {
    const bar = (numerator: number, denominator: number) => ({
      label: '',
      rate: { numerator, denominator },
      unit: '',
    });
    // 88,25 %, and 90,28 % beyond 90.
    expect(axisOf([bar(1434, 1625), bar(2899, 3211)])).toEqual([85, 95]);
  });

  it('draws nothing of rates that are all alike', () => {
    expect(headlineCharts(proseOf(results([100, 100, 100]), wording))).toEqual([]);
  });

  it('orders equal rates by name and leaves out who has no figure', () => {
    expect(labels(results([50, undefined, 90, 50]))).toEqual(['Xã Số 2', 'Xã Số 0', 'Xã Số 3'].map(asIn));
  });

  it('keeps the ten highest and the ten lowest of many', () => {
    const many = Array.from({ length: 31 }, (_, index) => 60 + index);
    const [chart] = headlineCharts(proseOf(results(many, 75), wording));
    expect(chart?.bars.map(({ rate }) => rate.numerator)).toEqual([
      ...many.slice(-10).reverse(),
      75,
      ...many.slice(0, 10).reverse(),
    ]);
    expect(chart?.gapAfter).toBe(11);
    const [low] = headlineCharts(proseOf(results(many, 62), wording));
    expect(low?.gapAfter).toBe(10);
    expect(low?.bars.findIndex(({ whole }) => whole === true)).toBe(18);
    // Most of those left out lie above it.
    const [amid] = headlineCharts(proseOf(results(many, 72), wording));
    expect(amid?.gapAfter).toBe(10);
    expect(amid?.bars.findIndex(({ whole }) => whole === true)).toBe(10);
  });

  it('leaves out none of the few that are equal to one at an end', () => {
    const tied = (more: number): readonly number[] =>
      Array.from({ length: 40 }, (_, index) =>
        index >= 30 - more && index <= 30 ? 70 : index < 30 ? 20 + index : 60 + index,
      );
    for (const [more, shown] of [
      [0, 20],
      [3, 23],
      // So many are no end any more.
      [4, 20],
    ] as const) {
      const [chart] = headlineCharts(proseOf(results(tied(more), 75), wording));
      expect(chart?.bars.filter(({ whole }) => whole !== true)).toHaveLength(shown);
      expect(chart?.notes.join(' ')).toContain(`${String(shown - 10)} đơn vị có tỷ lệ cao nhất và 10 đơn vị`);
    }
  });

  it('shows all of twenty units', () => {
    const [chart] = headlineCharts(
      proseOf(results(Array.from({ length: 20 }, (_, index) => index)), wording),
    );
    expect(chart?.bars).toHaveLength(20);
    expect(chart).not.toHaveProperty('gapAfter');
    expect(chart?.notes).toEqual([]);
  });

  it('makes no picture of one unit', () => {
    expect(headlineCharts(proseOf(results([50, undefined]), wording))).toEqual([]);
  });
});

/** The first commune of the sample is a thị trấn. */
function asIn(name: string): string {
  return name.replace('Xã', 'Thị trấn');
}
