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

/** Blank text is no cell: spaces typed into a cell say nothing. */
const says = (cell: RawCell): boolean =>
  cell.kind !== 'text' || cell.uncalculated === true || cleanText(cell.raw) !== '';

export function gridOf(sheet: RawSheet): SheetGrid {
  const byRow = new Map<number, RawCell[]>();
  for (const cell of sheet.cells) {
    if (!says(cell)) continue;
    const row = byRow.get(cell.row);
    if (row === undefined) byRow.set(cell.row, [cell]);
    else row.push(cell);
  }
  const rows = [...byRow.keys()].sort((a, b) => a - b);
  const mergesByRow = new Map<number, RawRange[]>();
  for (const merge of sheet.merges) {
    // A merge over a whole column would cost a million entries; only rows with cells matter.
    const bottom = Math.min(merge.bottom, (rows.at(-1) ?? 0) + 1);
    for (let row = merge.top; row <= bottom; row += 1) {
      const known = mergesByRow.get(row);
      if (known === undefined) mergesByRow.set(row, [merge]);
      else known.push(merge);
    }
  }
  const at = (row: number, column: number): RawCell | undefined =>
    byRow.get(row)?.find((cell) => cell.column === column);
  const mergeOver = (row: number, column: number): RawRange | undefined =>
    mergesByRow.get(row)?.find((merge) => merge.left <= column && column <= merge.right);
  return {
    sheet,
    rows,
    lastRow: rows.at(-1) ?? 0,
    at,
    inRow: (row) => byRow.get(row) ?? [],
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
