/** Rows above the labels that are no part of their header. */
import type { RawCell } from '../../model.js';
import { isYear } from '../cells/cell-words.js';
import { isColumnNumbers } from './column-numbers.js';
import type { SheetGrid } from './sheet-grid.js';

/** A blank row, or a line above the table that says a figure: "Tổng số hộ toàn xã: 1.435", "Số thôn" beside 5. */
export function isOfNoHeader(grid: SheetGrid, row: number): boolean {
  const cells = grid.inRow(row);
  const isFigure = (cell: RawCell): boolean =>
    cell.kind === 'number' ? !isYear(cell) : cell.kind === 'text' && SAYS_FIGURE.test(cell.raw);
  return cells.length === 0 || (cells.some(isFigure) && !isColumnNumbers(grid, row));
}

const SAYS_FIGURE = /\p{L}\s*:\s*(?!20\d\d\s*$)\d[\d.,\s]*(?:hộ|người|khẩu|nhân khẩu|thôn)?\s*$/iu;
