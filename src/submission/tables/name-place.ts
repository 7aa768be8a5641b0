/** Where the name of a row stands: the place of what is said about the row itself. */
import type { FigureTable, FormDefinition } from '../../model.js';
import { cellAddress, placeIn } from '../../values/cell-address.js';

/** `row`: of the table, from 0. */
export const namePlace = (
  table: FigureTable,
  form: FormDefinition,
  row: number,
): ReturnType<typeof placeIn> =>
  placeIn(
    table.file,
    table.sheet,
    cellAddress(table.sheetRows[row] ?? 1, table.columns.get(form.rowKey?.[0] ?? '')?.column ?? 1),
  );
