/**
 * Headings over a row that tells their columns apart: "Gia đình văn hóa" over "Kế hoạch" and "Thực hiện". One that lost its
 * merge is that of both columns, as if it were merged still.
 */
import type { RawCell } from '../../model.js';
import { isNumberCell, isYear } from '../cells/cell-words.js';
import type { SheetGrid } from './sheet-grid.js';

const NONE: ReadonlyMap<number, number> = new Map();

/** Columns without a text of their own in the row, each with the column of the heading that it lies under. */
export function splitHeadings(grid: SheetGrid, row: number): ReadonlyMap<number, number> {
  const below = grid.inRow(row + 1);
  // Figures are often typed as text: a row of them is the first of the data, unless they are years ("2023 | 2024").
  const isWord = (cell: RawCell): boolean => isYear(cell) || (cell.kind === 'text' && !isNumberCell(cell));
  if (below.length < 2 || !below.every(isWord)) return NONE;
  const headings = grid.inRow(row).filter(({ kind }) => kind === 'text');
  // A row of data says whose it is, in the first column or in the one behind the number.
  const [first] = headings;
  if (first === undefined || grid.at(row + 1, first.column) !== undefined) return NONE;
  const found = new Map<number, number>();
  for (const { column } of below) {
    const merge = grid.mergeOver(row, column);
    if (merge !== undefined && merge.bottom === row && merge.left < column) found.set(column, merge.left);
    if (grid.at(row, column) !== undefined || merge !== undefined) continue;
    const heading = headings.findLast((one) => one.column < column);
    if (heading === undefined || grid.mergeOver(row, heading.column) !== undefined) continue;
    if (grid.at(row + 1, heading.column) !== undefined) found.set(column, heading.column);
  }
  return found;
}
