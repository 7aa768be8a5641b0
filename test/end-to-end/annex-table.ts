/** A printed table by unit, from the workbook or the report, compared cell by cell with the truth. */
import { expect } from 'vitest';
import type { ResultsDocument } from '../../src/model.js';
import { ANNEX_COLUMNS, communeCell, totalCell, type DueCell } from './annex-columns.js';
import type { Expectation } from './expectation.js';

export interface PrintedTable<Cell> {
  /** "group › header" per column; the first two columns are ordinal and unit. */
  readonly headers: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly Cell[] }[];
}

const TOTAL = 'TỔNG CỘNG';
const LEADING = 2;

const sentenceCase = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** Every row that must be there: communes, groups, grand total; `shows` says how a cell of a column shows a figure. */
export function compareTable<Cell>(
  table: PrintedTable<Cell>,
  annex: string,
  expectation: Expectation,
  units: ResultsDocument['units'],
  shows: (due: DueCell, column: readonly DueCell[]) => Cell,
): void {
  const columns = ANNEX_COLUMNS[annex] ?? {};
  expect(table.headers.slice(LEADING), `headers of ${annex}`).toEqual(Object.keys(columns));
  const leaves = units.filter(({ leaf }) => leaf);
  const dueRows = new Map<string, (shown: (typeof columns)[string]) => DueCell>();
  for (const { code, name, type } of leaves)
    dueRows.set(sentenceCase(`${type} ${name}`), (shown) => communeCell(expectation, shown, code));
  for (const [group, totals] of Object.entries(expectation.groups)) {
    const codes = leaves.filter((leaf) => leaf.group === group).map(({ code }) => code);
    dueRows.set(group, (shown) => totalCell(expectation, shown, codes, totals));
  }
  const all = leaves.map(({ code }) => code);
  const root = expectation.totals[expectation.unit] ?? {};
  dueRows.set(TOTAL, (shown) => totalCell(expectation, shown, all, root));

  expect(table.rows.map(({ label }) => label).sort(), `rows of ${annex}`).toEqual([...dueRows.keys()].sort());
  Object.entries(columns).forEach(([header, shown], index) => {
    const column = [...dueRows.values()].map((dueOf) => dueOf(shown));
    for (const { label, cells } of table.rows) {
      const due = dueRows.get(label)?.(shown) ?? { kind: 'unknown' as const };
      expect(cells[LEADING + index], `${annex}: ${label}, ${header}`).toEqual(shows(due, column));
    }
  });
}
