/** A sheet by row and column: stored cells only, with the merged range a place belongs to. */
import type { RawCell, RawRange, RawSheet } from '../../model.js';
import { cleanText } from '../../values/vietnamese-text.js';
import { addTo } from '../../values/groups.js';
import { firstAtLeast } from '../../values/of-many.js';

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

/** What stands right of a place: the value of a label that fills a cell of its own. */
export const besideOf = (grid: SheetGrid, row: number, column: number): string =>
  grid.inRow(row).find((cell) => cell.column > column)?.raw ?? '';

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
  const cells = spoken(sheet.cells);
  const rows: number[] = [];
  /** Where each of `rows` begins in `cells`; a list per row would take more memory than the cells. */
  const starts: number[] = [];
  cells.forEach(({ row }, index) => {
    if (rows.at(-1) === row) return;
    rows.push(row);
    starts.push(index);
  });
  const mergesByRow = mergesOfRows(sheet.merges, rows);
  // One row is asked for several times before the next.
  let last = 0;
  let lastCells: readonly RawCell[] = NO_CELLS;
  const inRow = (row: number): readonly RawCell[] => {
    if (row === last) return lastCells;
    const index = firstAtLeast(rows, row);
    last = row;
    lastCells = rows[index] === row ? cells.slice(starts[index], starts[index + 1]) : NO_CELLS;
    return lastCells;
  };
  const at = (row: number, column: number): RawCell | undefined => cellAt(cells, row, column);
  const mergeOver = (row: number, column: number): RawRange | undefined =>
    mergesByRow.get(row)?.find((merge) => merge.left <= column && column <= merge.right);
  return {
    sheet,
    rows,
    lastRow: rows.at(-1) ?? 0,
    at,
    inRow,
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

const byPlace = (a: RawCell, b: RawCell): number => a.row - b.row || a.column - b.column;

/** The cells that say something, by row, then column: the sheet's own list when nothing is to be changed. */
function spoken(cells: readonly RawCell[]): readonly RawCell[] {
  const said = cells.every(says) ? cells : cells.filter(says);
  const ordered = said.every((cell, index) => index === 0 || byPlace(said[index - 1] ?? cell, cell) <= 0);
  return ordered ? said : [...said].sort(byPlace);
}

/** Cells stand in order, so a sheet of n cells is searched in log n steps; no second index is kept. */
function cellAt(cells: readonly RawCell[], row: number, column: number): RawCell | undefined {
  let low = 0;
  let high = cells.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const cell = cells[middle];
    if (cell === undefined) return undefined;
    const step = cell.row - row || cell.column - column;
    if (step === 0) return cell;
    if (step < 0) low = middle + 1;
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
      addTo(byRow, row, merge);
    }
  }
  return byRow;
}
