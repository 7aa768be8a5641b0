/** Sentences on last year: rise, fall, no change, first year, by coverage, open decisions, targets and ground. */
import { proseOf } from '../../../src/reports/prose/prose.js';
import { describe, expect, it } from 'vitest';
import type {
  ComparedYear,
  ComparisonDocument,
  MeasureRecord,
  ResultsDocument,
  Target,
} from '../../../src/model.js';
import { buildAnnexes } from '../../../src/reports/annexes.js';
import { buildReport } from '../../../src/reports/report.js';
import { builtInWording } from '../../support/report-wording.js';
import { DISTRICT, sampleResults, withMeasure } from '../../support/sample-results.js';
import { printedCell } from '../../../src/writers/printed-cell.js';
import { blockText, under } from './report-text.js';

const wording = builtInWording();
const AREAS = 'Xây dựng thôn, tổ dân phố văn hóa';
const ID = 'areaTitleRate';

const exact = (n: number, d: number) => ({ kind: 'exact', n, d, reported: 5, expected: 5 }) as const;
const compared = (
  n: number,
  d: number,
  number: number,
  points: number,
  more: Partial<ComparedYear> = {},
): ComparedYear => ({
  period: '2023',
  restated: exact(n, d),
  comparability: 'comparable',
  difference: { number, points, direction: points > 0 ? 'up' : points < 0 ? 'down' : 'same' },
  ...more,
});

/** This year 128/142, 90,14%. */
const YEARS: Readonly<Record<string, ComparedYear | undefined>> = {
  up: compared(125, 142, 3, 211),
  down: compared(131, 142, -3, -211),
  same: compared(128, 142, 0, 0),
  'more, the rate unchanged': compared(64, 71, 64, 0),
  'more, but the base grew faster': compared(120, 130, 8, -217),
  'fewer, but the base fell more': compared(130, 150, -2, 347),
  'the base grew': compared(128, 140, 0, -129),
  'only a rate known': compared(0, 0, 0, 114, {
    restated: { kind: 'exact', reason: 'rateOnly', rate: '89.0', reported: 0, expected: 1 },
    difference: { points: 114, direction: 'up' },
  }),
  'sum of old units': compared(125, 142, 3, 211, {
    restated: { ...exact(125, 142), kind: 'sum', reported: 9, expected: 9 },
  }),
  estimate: compared(125, 142, 3, 211, {
    comparability: 'estimate',
    restated: { ...exact(125, 142), kind: 'estimate' },
  }),
  'another definition': compared(125, 142, 3, 211, { remarks: ['definitionChanged'] }),
  split: {
    period: '2023',
    restated: { kind: 'notComparable', reason: 'straddles', reported: 0, expected: 0 },
    comparability: 'notComparable',
    reason: 'straddles',
  },
  'old side not complete': {
    period: '2023',
    restated: { ...exact(125, 142), reported: 4, missing: ['90105'] },
    comparability: 'incomplete',
    reason: 'coverage',
  },
  'first year': undefined,
};

const comparisonOf = (results: ResultsDocument, year: ComparedYear | undefined): ComparisonDocument => ({
  schema: 'tdkvh/comparison@1',
  tool: results.tool,
  current: {
    period: results.period,
    referenceDate: results.referenceDate,
    unit: results.unit,
    level: results.level,
    decimals: 2,
  },
  previous: [
    {
      period: { id: '2023', year: 2023, kind: 'year' },
      referenceDate: '2023-12-31',
      sources: ['previous/2023.results.json'],
      restated: true,
      blocks: [],
      blockFigures: {},
    },
  ],
  indicators: [],
  units: { [DISTRICT]: { [ID]: { years: year === undefined ? [] : [year] } } },
  groups: {},
  findings: [],
});

const FULL: MeasureRecord = { n: 128, d: 142, reported: 5, expected: 5 };
const PARTIAL: MeasureRecord = { n: 120, d: 131, reported: 3, expected: 5, missing: ['90103', '90105'] };
const TARGET: readonly Target[] = [
  { indicator: ID, scope: DISTRICT, period: '2024', comparator: 'at_least', value: '92', kind: 'rate' },
];

function resultsOf(
  year: ComparedYear | undefined,
  measure: MeasureRecord = FULL,
  targets: readonly Target[] = [],
): ResultsDocument {
  const results = withMeasure(sampleResults({ targets }), DISTRICT, ID, measure);
  return { ...results, comparison: comparisonOf(results, year) };
}

const topics = new WeakMap<ResultsDocument, string>();
/** What the report of these results says on areas, built once: cases are read one by one and kept as a whole. */
function topic(results: ResultsDocument): string {
  const text = topics.get(results) ?? under(buildReport(proseOf(results, wording)).blocks, AREAS);
  topics.set(results, text);
  return text;
}

const PARTLY: Readonly<Record<string, ComparedYear>> = {
  'common ground': {
    period: '2023',
    restated: exact(125, 142),
    comparability: 'incomplete',
    reason: 'coverage',
    common: {
      units: 3,
      of: 5,
      current: { n: 120, d: 131 },
      previous: { n: 118, d: 131 },
      difference: { number: 2, points: 152, direction: 'up' },
    },
  },
  'nothing in common': {
    period: '2023',
    restated: exact(125, 142),
    comparability: 'incomplete',
    reason: 'coverage',
  },
};

const cases = [
  ...Object.entries(YEARS).flatMap(([name, year]) =>
    [[], TARGET].flatMap((targets) =>
      [0, 7].map((pending) => ({
        name: `${name} · ${targets.length === 0 ? 'no target' : 'target'} · ${pending === 0 ? 'decided' : 'pending'}`,
        results: resultsOf(year, pending === 0 ? FULL : { ...FULL, pending }, targets),
      })),
    ),
  ),
  ...Object.entries(PARTLY).map(([name, year]) => ({ name, results: resultsOf(year, PARTIAL) })),
];

describe('sentences on last year', () => {
  it.each(cases)('$name reads as prose', ({ results }) => {
    const text = topic(results);
    expect(text).not.toMatch(/undefined|NaN|\{\{|\s[,.;:]|[,;:]\.|\.\.|,,|\(\s*\)/u);
    // Never a percentage for a difference of rates.
    expect(text).not.toMatch(/(?:tăng|giảm) [\d,]+ ?%/u);
  });

  it('keep their wording', async () => {
    const text = cases.map(({ name, results }) => `[${name}]\n${topic(results)}`).join('\n\n');
    await expect(`${text}\n`).toMatchFileSnapshot('__golden__/comparison-sentences.txt');
  });

  it('give the difference in number and in points, and the rate of then', () => {
    const text = topic(resultsOf(YEARS['up']));
    for (const part of ['03 thôn', '2,11 điểm phần trăm', 'năm 2023', '88,03%']) expect(text).toContain(part);
  });

  it('say once that no figure can be compared', () => {
    const doubtful = resultsOf({
      period: '2023',
      restated: { kind: 'notComparable', reason: 'doubtfulMap', reported: 0, expected: 0 },
      comparability: 'notComparable',
      reason: 'doubtfulMap',
    });
    const text = blockText(buildReport(proseOf(doubtful, wording)).blocks);
    expect(text.match(/Không so sánh với năm 2023/gu)).toHaveLength(1);
  });

  it('say of one figure that it has none of last year, of many once at the beginning', () => {
    const many = resultsOf(undefined);
    const few = { ...many, indicators: many.indicators.filter(({ id }) => id === ID) };
    const text = (results: ResultsDocument): string =>
      blockText(buildReport(proseOf(results, wording)).blocks);
    expect(text(many).match(/chưa có số liệu để so sánh/gu)).toHaveLength(1);
    expect(text(many)).not.toContain('năm đầu tổng hợp');
    expect(text(few).match(/năm đầu tổng hợp chỉ tiêu này/gu)).toHaveLength(1);
  });

  it('do not take a rate as published for one of no units', () => {
    const year: ComparedYear = {
      period: '2023',
      restated: { kind: 'exact', rate: '91.25', reported: 0, expected: 1 },
      comparability: 'incomplete',
      reason: 'coverage',
    };
    const text = topic(resultsOf(year, PARTIAL));
    expect(text).toContain('Số liệu năm 2024 chưa đủ nên chưa so sánh với năm 2023 (91,25%)');
  });

  it('name the ground once for sums of old units, with each figure for an estimate', () => {
    const ground = 'địa giới hành chính hiện nay';
    const moved = (year: ComparedYear): string => {
      const { comparison, ...results } = resultsOf(year);
      if (comparison === undefined) throw new Error('no comparison');
      const previous = comparison.previous.map((period) => ({
        ...period,
        blocks: [{ id: 'k', kind: 'sum' as const, old: [], new: [], landMoved: false }],
      }));
      const report = buildReport(proseOf({ ...results, comparison: { ...comparison, previous } }, wording));
      return blockText(report.blocks);
    };
    const year = compared(125, 142, 3, 211);
    const sum = moved({ ...year, restated: { ...year.restated, kind: 'sum' } });
    expect(sum.split(ground)).toHaveLength(2);
    expect(sum).toMatch(/đạt 90,14%(?: \([^)]*\))?, tăng 03 thôn/u);
    const estimated = moved({
      ...year,
      restated: { ...year.restated, kind: 'estimate' },
      comparability: 'estimate',
    });
    expect(estimated).toContain(`Ước tính theo ${ground}, tỷ lệ`);
  });

  it('leave counts whole in annex VI beside an amount, and say once what holds for every line', () => {
    const year = compared(131, 142, -3, -211, { remarks: ['listNotSure'] });
    const base = resultsOf(year);
    const indicators = base.indicators.map((one) =>
      one.id === 'fundsTotal' ? { ...one, headline: true } : one,
    );
    const [root] = Object.values(base.comparison?.units ?? {});
    const money = {
      years: [{ ...year, restated: { kind: 'exact', n: 2_500_500, reported: 5, expected: 5 } as const }],
    };
    const results = {
      ...base,
      indicators,
      ...(base.comparison === undefined
        ? {}
        : { comparison: { ...base.comparison, units: { [DISTRICT]: { ...root, fundsTotal: money } } } }),
    };
    const table = buildAnnexes(proseOf(results, wording)).find(({ number }) => number === 'VI')?.table;
    if (table === undefined) throw new Error('no annex VI');
    const column = (id: string) => table.columns.findIndex((one) => one.id === id);
    const text = (name: string, id: string) => {
      const row = table.rows.find(({ cells }) => cells[1]?.kind === 'text' && cells[1].text.startsWith(name));
      const [cell, of] = [row?.cells[column(id)], table.columns[column(id)]];
      return cell === undefined || of === undefined ? '' : printedCell(cell, of, 2, 2);
    };
    expect(text('Tỷ lệ thôn, tổ dân phố văn hóa', 'thenN')).toBe('131');
    expect(text('Tỷ lệ thôn, tổ dân phố văn hóa', 'points')).toBe('-2,11');
    expect(text('Tổng kinh phí thực hiện (triệu đồng)', 'thenN')).toBe('2.500,50');
    expect(table.columns.map(({ id }) => id)).not.toContain('published');
    expect(table.columns.map(({ id }) => id)).not.toContain('note');
    expect(table.notes.filter((note) => note.includes('chưa được xác nhận'))).toHaveLength(1);
  });

  it('stand in annex VI as figures', () => {
    const annexOf = (results: ResultsDocument) =>
      buildAnnexes(proseOf(results, wording)).find(({ number }) => number === 'VI')?.table;
    const table = annexOf(resultsOf(YEARS['down']));
    const column = (id: string): number => table?.columns.findIndex((one) => one.id === id) ?? -1;
    const row = table?.rows.find(({ cells }) => cells[column('thenN')]?.kind === 'integer');
    expect(row?.cells[column('nowN')]).toMatchObject({ kind: 'integer', value: 128 });
    expect(row?.cells[column('thenN')]).toMatchObject({ kind: 'integer', value: 131 });
    expect(row?.cells[column('number')]).toMatchObject({ kind: 'integer', value: -3 });
    expect(row?.cells[column('points')]).toMatchObject({
      kind: 'rate',
      numerator: -211,
      denominator: 10_000,
    });
    expect(annexOf(sampleResults())?.rows).toEqual([]);
  });
});
