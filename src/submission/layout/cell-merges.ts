/**
 * Cells that are merged: a figure that stands for several rows or columns belongs to none of them, an answer that
 * stands for several rows is read for each and shown, and a figure under a merge cannot be seen by its sender.
 */
import type { FieldDefinition, RawCell } from '../../model.js';
import type { SheetGrid } from './sheet-grid.js';
import { isNumeric } from '../../measures/field-types.js';
import { cleanText } from '../../values/vietnamese-text.js';

export type MergedCell =
  | { readonly kind: 'plain'; readonly cell: RawCell | undefined }
  /** The place lies under a merge whose visible cell answers for it too. */
  | { readonly kind: 'sharedAnswer'; readonly cell: RawCell; readonly rows: number }
  /** Reported at the visible cell of the merge; nothing more to say here. */
  | { readonly kind: 'covered' }
  | { readonly kind: 'hiddenFigure'; readonly cell: RawCell }
  | { readonly kind: 'sharedFigure'; readonly cell: RawCell; readonly rows: number }
  | { readonly kind: 'acrossColumns'; readonly cell: RawCell; readonly columns: number };

/** What the place of a field says when merges are taken into account. `isFieldColumn`: the form reads this column. */
export function throughMerges(
  grid: SheetGrid,
  field: FieldDefinition,
  /** `name`: what the row is called. */
  place: { readonly row: number; readonly column: number; readonly name: string },
  isFieldColumn: (column: number) => boolean,
): MergedCell {
  const cell = grid.at(place.row, place.column);
  const merge = grid.mergeOver(place.row, place.column);
  if (merge === undefined) return { kind: 'plain', cell };
  const isFigure = isNumeric(field);
  const isHead = merge.top === place.row && merge.left === place.column;
  const rows = merge.bottom - merge.top + 1;
  if (!isHead) {
    if (cell !== undefined) return isFigure ? { kind: 'hiddenFigure', cell } : { kind: 'plain', cell };
    const head = grid.at(merge.top, merge.left);
    if (head === undefined) return { kind: 'plain', cell };
    // "Thôn Đông" merged over its figures leaves them blank, which nothing says at the name.
    const isName = rows === 1 && place.name !== '' && cleanText(head.raw) === place.name;
    if (isFigure) return isName ? { kind: 'plain', cell } : { kind: 'covered' };
    // An answer merged down a column is meant for each of its rows; one merged sideways is another column's.
    return merge.left === place.column ? { kind: 'sharedAnswer', cell: head, rows } : { kind: 'plain', cell };
  }
  if (cell === undefined || !isFigure) return { kind: 'plain', cell };
  if (rows > 1) return { kind: 'sharedFigure', cell, rows };
  const columns = Array.from({ length: merge.right - merge.left + 1 }, (_, index) => merge.left + index);
  const read = columns.filter(isFieldColumn).length;
  return read > 1 ? { kind: 'acrossColumns', cell, columns: read } : { kind: 'plain', cell };
}
