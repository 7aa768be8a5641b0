/** Rows, columns and sheets that the sender hid: their figures count, as the spreadsheet's own sums count them, and are named. */
import { columnLetter } from '../../values/cell-address.js';
import { finding } from '../../findings/finding.js';
import type { FigureTable, Finding } from '../../model.js';
import { formSubject, refOf, rowName, sheetRef, type FormPlace } from '../layout/form-place.js';
import { listed } from '../listed.js';
import { inner } from '../../values/inner-quotes.js';

/** “, trong đó cột F đang bị ẩn”; nothing where both can be seen. */
export function hiddenAmong(
  { grid: { sheet } }: Pick<FormPlace, 'grid'>,
  ...columns: readonly number[]
): string {
  const hidden = columns.filter((column) => sheet.hiddenColumns.includes(column)).map(columnLetter);
  return hidden.length === 0 ? '' : `, trong đó cột ${hidden.join(', ')} đang bị ẩn`;
}

/** Hidden rows and columns from which figures were read, and the sheet itself. */
export function* hiddenPlaces(place: FormPlace, table: FigureTable): Iterable<Finding> {
  const form = place.formTitle;
  const { sheet } = place.grid;
  if (sheet.state !== 'visible')
    yield finding('layout/hidden-sheet', sheetRef(place), { form, sheet: sheet.name }, formSubject(place));
  const hiddenRows = new Set(sheet.hiddenRows);
  const rows = table.sheetRows.flatMap((sheetRow, index) =>
    hiddenRows.has(sheetRow) ? [{ sheetRow, label: table.rowLabels[index] ?? '' }] : [],
  );
  const [first] = rows;
  if (first !== undefined)
    yield finding(
      'layout/hidden-rows',
      refOf(place, first.sheetRow, 1),
      { form, count: rows.length, rows: listed(rows.map(rowName), 'dòng', 10) },
      formSubject(place),
    );
  const hiddenColumns = new Set(sheet.hiddenColumns);
  const columns = place.fields.filter((field) => {
    const column = table.columns.get(field.id);
    return (
      column !== undefined &&
      hiddenColumns.has(column.column) &&
      column.states.some((state, row) => state === 'value' && column.texts[row] !== 'no')
    );
  });
  const [column] = columns.map(({ id }) => table.columns.get(id)?.column ?? 1);
  if (column === undefined) return;
  yield finding(
    'layout/hidden-columns',
    refOf(place, table.sheetRows[0] ?? 1, column),
    {
      form,
      count: columns.length,
      fields: listed(
        columns.map(
          ({ id, label }) => `“${inner(label)}” (cột ${columnLetter(table.columns.get(id)?.column ?? 1)})`,
        ),
        'cột',
      ),
    },
    { ...formSubject(place), fields: columns.map(({ id }) => id) },
  );
}
