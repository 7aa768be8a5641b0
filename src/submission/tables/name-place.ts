/** Where the name of a row stands: the place of what is said about the row itself. */
import type { FigureTable, FormDefinition } from '../../model.js';
import { cellAddress, figurePlace, placeIn } from '../../values/cell-address.js';

/** `row`: of the table, from 0. */
export function namePlace(table: FigureTable, form: FormDefinition, row: number): ReturnType<typeof placeIn> {
  const column = table.columns.get(form.rowKey?.[0] ?? '');
  return column?.cells === undefined
    ? placeIn(table.file, table.sheet, cellAddress(table.sheetRows[row] ?? 1, column?.column ?? 1))
    : figurePlace(table, column, row);
}
