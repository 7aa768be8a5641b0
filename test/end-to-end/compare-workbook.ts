/** tong-hop.xlsx against the truth: the cached value of every figure, found by row label and column headers. */
import { describe, expect, it } from 'vitest';
import { ANNEX_COLUMNS, type DueCell } from './annex-columns.js';
import { compareTable, type PrintedTable } from './annex-table.js';
import { decimalText, printedNumber, type Expectation } from './expectation.js';
import type { FixtureRun } from './fixture-run.js';
import { readWorkbook, type StoredSheet, type StoredValue } from './workbook-document.js';

export function compareWorkbook(expectation: Expectation, run: () => FixtureRun): void {
  describe('tong-hop.xlsx', () => {
    it.each(Object.keys(ANNEX_COLUMNS))('%s', (annex) => {
      const table = tableOf(readWorkbook(run().output('tong-hop.xlsx'), annex));
      compareTable(table, annex, expectation, run().results().units, stored);
    });

    it('lists every area that was sent, and every file', () => {
      const bytes = run().output('tong-hop.xlsx');
      expect(bodyRows(readWorkbook(bytes, 'Chi tiết thôn')).length).toBe(expectation.areasSent);
      expect(bodyRows(readWorkbook(bytes, 'Nguồn số liệu')).length).toBe(expectation.files.length);
    });
  });
}

/** As stored: amounts and rates as decimal numbers, what is not known as "…". */
const stored = (due: DueCell): StoredValue => {
  if (due.kind === 'unknown') return '…';
  if (due.kind === 'aside') return `(${printedNumber(due.value, due.scale)})`;
  return Number(due.kind === 'rate' ? due.rate : decimalText(due.value, due.scale, '.'));
};

/** The row (1)(2)(3)… under the headers. */
const numbersRow = (sheet: StoredSheet): number => {
  const found = sheet.rows.find((row) => sheet.at(row, 1) === '(1)' && sheet.at(row, 2) === '(2)');
  if (found === undefined) throw new Error('no row of column numbers');
  return found;
};

/** Rows from the numbers to the first without a second cell: notes stand below. */
function bodyRows(sheet: StoredSheet): readonly number[] {
  const rows: number[] = [];
  for (let row = numbersRow(sheet) + 1; (sheet.at(row, 2) ?? '') !== ''; row += 1) rows.push(row);
  return rows;
}

function tableOf(sheet: StoredSheet): PrintedTable<StoredValue | undefined> {
  const numbers = numbersRow(sheet);
  const headers: string[] = [];
  for (let column = 1; sheet.at(numbers, column) !== undefined; column += 1)
    headers.push([numbers - 2, numbers - 1].map((row) => String(sheet.covered(row, column))).join(' › '));
  return {
    headers,
    rows: bodyRows(sheet).map((row) => ({
      label: String(sheet.at(row, 2)),
      cells: headers.map((_, index) => sheet.at(row, index + 1)),
    })),
  };
}
