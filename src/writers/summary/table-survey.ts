/** What must be known of a table's rows before the first is written, gathered in one walk: a long list is made anew at each. */
import type { LongTable, TableRow } from '../../model.js';
import { largest } from '../../values/of-many.js';
import { plainDecimal } from '../plain-decimal.js';
import { decimalsOf, printedCell } from '../printed-cell.js';

export interface TableSurvey {
  /** Longest printed line by column, in characters. */
  readonly longest: readonly number[];
  /** Decimals that the amounts of a column really use: 80 triệu is not shown as 80,000. */
  readonly decimals: readonly number[];
  /** In the order of their first lines. */
  readonly roles: readonly TableRow['role'][];
  /** Depth of lines below the subtotals that stand above them, by index; lines that are not here have none. */
  readonly levels: ReadonlyMap<number, number>;
}

/** `visit` sees every row too. */
export function surveyTable(
  table: LongTable,
  rateDecimals: number,
  visit: (row: TableRow, index: number) => void = () => undefined,
): TableSurvey {
  const longest = table.columns.map(() => 0);
  const decimals = table.columns.map(() => 0);
  const roles = new Set<TableRow['role']>();
  const levels = new Map<number, number>();
  let at = 0;
  for (const row of table.rows) {
    visit(row, at);
    at += 1;
    roles.add(row.role);
    if (row.role === 'subtotal')
      for (const index of row.sums ?? []) levels.set(index, (levels.get(index) ?? 0) + 1);
    for (const [index, column] of table.columns.entries()) {
      const cell = row.cells[index];
      if (cell === undefined) continue;
      if (cell.kind === 'integer' && column.kind === 'amount') {
        const point = plainDecimal(cell.value, decimalsOf(column));
        const fraction = point.includes('.') ? point.length - point.indexOf('.') - 1 : 0;
        if (fraction > (decimals[index] ?? 0)) decimals[index] = fraction;
      }
      if (row.role === 'section') continue;
      const length = lineLength(printedCell(cell, column, rateDecimals));
      if (length > (longest[index] ?? 0)) longest[index] = length;
    }
  }
  return { longest, decimals, roles: [...roles], levels };
}

const lineLength = (text: string): number =>
  text.includes('\n') ? largest(text.split('\n').map((line) => line.length)) : text.length;
