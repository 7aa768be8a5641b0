/** figures.csv against the truth (numerator, denominator, value, coverage of every line), findings.csv against results.json. */
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { decimalText, type Expectation, type ExpectedOwn, type ExpectedTotal } from './expectation.js';
import type { FixtureRun } from './fixture-run.js';

interface Line {
  readonly numerator: string;
  readonly denominator: string;
  readonly value: string;
  readonly coverage: string;
}

const SEVERITIES = { error: 'Phải sửa', warning: 'Cần xác nhận', info: 'Lưu ý' } as const;
const NO_FIGURE = { numerator: '', denominator: '', value: '' };

export function compareFigures(expectation: Expectation, run: () => FixtureRun): void {
  const { totals, groups, communes, scales } = expectation;
  const plain = (indicator: string, value: number): string => decimalText(value, scales[indicator] ?? 0, '.');
  /** Rates are written without zeros at their end. */
  const plainRate = (rate: string | null | undefined): string =>
    rate === null || rate === undefined ? '' : rate.replace(/\.?0+$/u, '') || '0';

  const dueTotal = (indicator: string, total: ExpectedTotal): Line => {
    const coverage = `${String(total.reported)}/${String(total.expected)}`;
    if (total.reported === 0) return { ...NO_FIGURE, coverage };
    const numerator = plain(indicator, total.n);
    return total.d === undefined
      ? { numerator, denominator: '', value: numerator, coverage }
      : { numerator, denominator: plain(indicator, total.d), value: plainRate(total.rate), coverage };
  };
  const dueOwn = (indicator: string, own: ExpectedOwn): Line => {
    if (own === null) return { ...NO_FIGURE, coverage: '0/1' };
    const [n, d, rate] = own;
    if (n === undefined) return { ...NO_FIGURE, coverage: '0/0' };
    const numerator = plain(indicator, n);
    return d === undefined
      ? { numerator, denominator: '', value: numerator, coverage: '1/1' }
      : { numerator, denominator: plain(indicator, d), value: plainRate(rate), coverage: '1/1' };
  };

  describe('figures.csv', () => {
    it('holds the truth of every unit and group', () => {
      const lines = linesOf(run().output('figures.csv'));
      const seen = (owner: string, indicator: string): Line | undefined => lines.get(`${owner} ${indicator}`);
      for (const [code, byIndicator] of Object.entries(totals))
        for (const [indicator, total] of Object.entries(byIndicator))
          expect(seen(code, indicator), `${code} ${indicator}`).toEqual(dueTotal(indicator, total));
      for (const [group, byIndicator] of Object.entries(groups))
        for (const [indicator, total] of Object.entries(byIndicator))
          expect(seen(group, indicator), `${group} ${indicator}`).toEqual(dueTotal(indicator, total));
      for (const [indicator, byUnit] of Object.entries(communes))
        for (const [code, own] of Object.entries(byUnit))
          expect(seen(code, indicator), `${code} ${indicator}`).toEqual(dueOwn(indicator, own));
    });
  });

  describe('findings.csv', () => {
    it('has a line for each finding, with its words and its place', () => {
      const rows = rowsOf(run().output('findings.csv'));
      const due = run()
        .results()
        .findings.map(({ id, number, severity, unit = '', at, message }) => ({
          id,
          number,
          severity: SEVERITIES[severity],
          unit_code: unit,
          file: at.file,
          sheet: at.sheet ?? '',
          cell: at.cell ?? '',
          message,
        }));
      expect(due.length).toBeGreaterThan(10);
      expect(
        rows.map((row) => ({
          id: row['id'],
          number: row['number'],
          severity: row['severity'],
          unit_code: row['unit_code'],
          file: row['file'],
          sheet: row['sheet'],
          cell: row['cell'],
          message: row['message'],
        })),
      ).toEqual(due);
    });
  });
}

const rowsOf = (bytes: Uint8Array): readonly Record<string, string>[] =>
  parse(Buffer.from(bytes), { bom: true, columns: true });

/** Lines by unit code (or name of a group) and indicator. */
function linesOf(bytes: Uint8Array): ReadonlyMap<string, Line> {
  return new Map(
    rowsOf(bytes).map((row) => {
      const { unit_code = '', unit = '', indicator = '', numerator = '', denominator = '' } = row;
      const { value = '', coverage = '' } = row;
      return [`${unit_code || unit} ${indicator}`, { numerator, denominator, value, coverage }];
    }),
  );
}
