/** A sheet by row and column: stored cells only, with the merged range a place belongs to. */
import type { RawCell, RawRange, RawSheet } from '../model.js';
import { cleanText } from '../vietnamese-text.js';

export interface SheetGrid {
  readonly sheet: RawSheet;
  /** Rows that hold at least one cell, ascending. */
  readonly rows: readonly number[];
  readonly lastRow: number;
  at(row: number, column: number): RawCell | undefined;
  /** Cells of a row in column order. */
  inRow(row: number): readonly RawCell[];
  /** The merged range that covers a place, if any. */
  mergeOver(row: number, column: number): RawRange | undefined;
  /** Text of a cell, or of the merged cell that covers the place; cleaned; '' when blank. */
  textOver(row: number, column: number): string;
}

const NO_CELLS: readonly RawCell[] = [];

/** Blank text is no cell: spaces and signs nobody sees say nothing. */
const SAYS = /[^\s\u200B-\u200D\u2060\uFEFF]/u;
const says = (cell: RawCell): boolean =>
  cell.kind !== 'text' || cell.uncalculated === true || SAYS.test(cell.raw);

/** The same sheet gives the same grid: a form and its checks look at a sheet several times. */
const known = new WeakMap<RawSheet, SheetGrid>();

export function gridOf(sheet: RawSheet): SheetGrid {
  const before = known.get(sheet);
  if (before !== undefined) return before;
  const grid = buildGrid(sheet);
  known.set(sheet, grid);
  return grid;
}

function buildGrid(sheet: RawSheet): SheetGrid {
  const byRow = new Map<number, RawCell[]>();
  const unordered = new Set<RawCell[]>();
  for (const cell of sheet.cells) {
    if (!says(cell)) continue;
    const row = byRow.get(cell.row);
    if (row === undefined) byRow.set(cell.row, [cell]);
    else {
      if ((row.at(-1)?.column ?? 0) > cell.column) unordered.add(row);
      row.push(cell);
    }
  }
  for (const row of unordered) row.sort((a, b) => a.column - b.column);
  const rows = [...byRow.keys()].sort((a, b) => a - b);
  const mergesByRow = mergesOfRows(sheet.merges, rows);
  const at = (row: number, column: number): RawCell | undefined => inColumn(byRow.get(row), column);
  const mergeOver = (row: number, column: number): RawRange | undefined =>
    mergesByRow.get(row)?.find((merge) => merge.left <= column && column <= merge.right);
  return {
    sheet,
    rows,
    lastRow: rows.at(-1) ?? 0,
    at,
    inRow: (row) => byRow.get(row) ?? NO_CELLS,
    mergeOver,
    textOver: (row, column) => {
      const own = at(row, column);
      if (own !== undefined) return cleanText(own.raw);
      const merge = mergeOver(row, column);
      const head = merge === undefined ? undefined : at(merge.top, merge.left);
      return head === undefined ? '' : cleanText(head.raw);
    },
  };
}

/** Cells stand in column order, so a row of n cells is searched in log n steps; no second index is kept. */
function inColumn(cells: readonly RawCell[] | undefined, column: number): RawCell | undefined {
  if (cells === undefined) return undefined;
  let low = 0;
  let high = cells.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const cell = cells[middle];
    if (cell === undefined || cell.column === column) return cell;
    if (cell.column < column) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

/** A merge over a whole column would cost a million entries; only rows with cells matter. */
function mergesOfRows(
  merges: readonly RawRange[],
  rows: readonly number[],
): ReadonlyMap<number, readonly RawRange[]> {
  const byRow = new Map<number, RawRange[]>();
  for (const merge of merges) {
    for (let index = firstAtLeast(rows, merge.top); index < rows.length; index += 1) {
      const row = rows[index];
      if (row === undefined || row > merge.bottom) break;
      const known = byRow.get(row);
      if (known === undefined) byRow.set(row, [merge]);
      else known.push(merge);
    }
  }
  return byRow;
}

function firstAtLeast(rows: readonly number[], wanted: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
