/** Over random figures: text, annexes, sheets, charts and figures.csv all say what the results say. */
import { proseOf } from '../../../src/reports/prose/prose.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  FigureId,
  IndicatorRecord,
  MeasureRecord,
  ResultsDocument,
  TableCell,
} from '../../../src/model.js';
import { buildReport } from '../../../src/reports/report.js';
import { buildWorkbookTables } from '../../../src/reports/workbook-tables.js';
import { figuresCsv } from '../../../src/writers/csv-outputs.js';
import { builtInWording } from '../../support/report-wording.js';
import { sampleResults } from '../../support/sample-results.js';
import { tries } from '../../support/sweep.js';

const wording = builtInWording();
const base = sampleResults();
const leaves = base.units.filter(({ leaf }) => leaf);

interface Draw {
  readonly n: number;
  readonly d: number;
  readonly reported: boolean;
}

const measureOf = ({ kind }: IndicatorRecord, draws: readonly Draw[]): MeasureRecord => {
  const reported = draws.filter((draw) => draw.reported);
  const n = reported.reduce((sum, draw) => sum + draw.n, 0);
  const d = reported.reduce((sum, draw) => sum + draw.d, 0);
  return {
    n,
    ...(kind === 'rate' ? { d } : {}),
    reported: reported.length,
    expected: draws.length,
    ...(reported.length === 0 && draws.length === 1 ? { state: 'notReported' as const } : {}),
  };
};

/** A figure of every commune drawn at random; whole and groups are their sums. */
function drawn(draws: readonly Draw[]): ResultsDocument {
  const at = (unit: number, indicator: number): Draw =>
    draws[(unit * base.indicators.length + indicator) % draws.length] ?? { n: 0, d: 1, reported: false };
  const of = (indexes: readonly number[]): Readonly<Record<string, MeasureRecord>> =>
    Object.fromEntries(
      base.indicators.map((one, place) => [
        one.id,
        measureOf(
          one,
          indexes.map((unit) => at(unit, place)),
        ),
      ]),
    );
  const every = leaves.map((_, index) => index);
  const groups = [...new Set(leaves.flatMap(({ group }) => group ?? []))];
  return {
    ...base,
    units: base.units.map((unit) => ({ ...unit, status: unit.leaf ? ('reported' as const) : unit.status })),
    measures: {
      ...Object.fromEntries(leaves.map(({ code }, index) => [code, of([index])])),
      [base.unit]: of(every),
    },
    groups: Object.fromEntries(
      groups.map((name) => [name, of(every.filter((index) => leaves[index]?.group === name))]),
    ),
    targets: [],
  };
}

const results = fc
  .array(
    fc
      .record({ n: fc.nat(99_999), more: fc.nat(99_999), reported: fc.boolean() })
      .map(({ n, more, reported }): Draw => ({ n, d: n + more, reported })),
    { minLength: 60, maxLength: 200 },
  )
  .map(drawn);

const measure = (all: ResultsDocument, { unit, indicator }: FigureId): MeasureRecord | undefined =>
  all.measures[unit]?.[indicator] ?? all.groups[unit]?.[indicator];

/** Digits without grouping: "1.234,5" → 1234.5 as exact text. */
const bare = (text: string): string =>
  text
    .replace(/\./gu, '')
    .replace(/%$/u, '')
    .replace(/^0+(?=\d)/u, '');

function percent(n: number, d: number, decimals: number): string {
  const digits = String((BigInt(n) * 2n * 100n * 10n ** BigInt(decimals) + BigInt(d)) / (2n * BigInt(d)));
  const padded = digits.padStart(decimals + 1, '0');
  return `${padded.slice(0, -decimals)},${padded.slice(-decimals)}`;
}

function expectCell(all: ResultsDocument, cell: TableCell): void {
  const { figure } = cell;
  if (figure === undefined) return;
  const found = measure(all, figure);
  if (cell.kind === 'rate') expect([cell.numerator, cell.denominator]).toEqual([found?.n, found?.d]);
  else if (cell.kind === 'integer' && (figure.quantity === 'n' || figure.quantity === 'd'))
    expect(cell.value).toBe(found?.[figure.quantity]);
}

describe('figures of one run', () => {
  it('are the same wherever they are printed', () => {
    fc.assert(
      fc.property(results, (all) => {
        const report = buildReport(proseOf(all, wording));
        const runs = report.blocks.flatMap((block) =>
          block.kind === 'paragraph' ? block.runs : block.kind === 'list' ? block.items.flat() : [],
        );
        let seen = 0;
        for (const { text, figure } of runs) {
          if (figure === undefined) continue;
          const found = measure(all, figure);
          const { scale = 0 } = all.indicators.find(({ id }) => id === figure.indicator) ?? {};
          if (found === undefined || scale > 0) continue;
          if (figure.quantity === 'n' || figure.quantity === 'd')
            expect(bare(text)).toBe(String(found[figure.quantity]));
          else if (figure.quantity === 'rate' && found.d !== undefined && found.d > 0) {
            const whole = found.n === 0 || found.n === found.d;
            const printed = percent(found.n, found.d, all.decimals);
            expect([printed, ...(whole ? [printed.replace(/,0+$/u, '')] : [])]).toContain(bare(text));
          } else continue;
          seen += 1;
        }
        expect(seen).toBeGreaterThan(0);

        for (const { table } of report.annexes)
          for (const { cells } of table.rows) for (const cell of cells) expectCell(all, cell);
        for (const table of buildWorkbookTables(proseOf(all, wording)))
          for (const { cells } of table.rows) for (const cell of cells) expectCell(all, cell);

        for (const chart of report.charts ?? []) {
          const rates = [base.unit, ...leaves.map(({ code }) => code)].map((unit) => {
            const found = measure(all, { unit, indicator: chart.indicator ?? chart.id, quantity: 'rate' });
            return `${String(found?.n)}/${String(found?.d)}`;
          });
          for (const { rate } of chart.bars)
            expect(rates).toContain(`${String(rate.numerator)}/${String(rate.denominator)}`);
        }

        const lines = new TextDecoder().decode(figuresCsv(all)).split('\r\n').slice(1);
        for (const line of lines) {
          const [, unit = '', , level, indicator = '', n = '', d = ''] = line.split(',');
          const record = all.indicators.find(({ id }) => id === indicator);
          if (level === 'group' || record === undefined || record.scale > 0 || n === '' || line.includes('"'))
            continue;
          const found = measure(all, { unit, indicator, quantity: 'n' });
          expect(n).toBe(String(found?.n));
          if (d !== '') expect(d).toBe(String(found?.d));
        }
      }),
      { numRuns: tries(25, 8) },
    );
  });
});
