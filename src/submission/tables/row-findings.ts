/** What has to be said about rows that were not read as data, or that lack a name. */
import { columnLetter } from '../../values/cell-address.js';
import { finding } from '../../findings/finding.js';
import type { FieldId, Finding, FormDefinition, RawCell } from '../../model.js';
import { formatScaled } from '../../values/number-format.js';
import { foldLabel } from '../../values/vietnamese-text.js';
import { isNumberCell } from '../cells/cell-words.js';
import { formSubject, refOf, rowName, type FormPlace } from '../layout/form-place.js';
import { listed, shortened } from '../listed.js';
import type { HeaderColumns } from '../layout/locate-header.js';
import type { ResolvedRows } from './resolve-totals.js';
import { isRowNumber } from '../layout/row-words.js';
import { saysNoMore } from './heading-rows.js';
import type { DataRow, SumRow, TableRows } from './table-rows.js';
import { inner } from '../../values/inner-quotes.js';

const NAMED = 8;

export function* rowFindings(
  form: FormDefinition,
  place: FormPlace,
  header: HeaderColumns,
  rows: TableRows,
  resolved: ResolvedRows,
): Iterable<Finding> {
  // Where no column holds names, that is told once.
  if (header.columns.has(form.rowKey?.[0] ?? ''))
    for (const row of resolved.data) if (row.label === '') yield withoutName(form, place, header, row);
  yield* swappedNames(form, place, header, resolved.data);
  for (const row of resolved.belowTotal) yield belowTotal(place, header, row);
  yield* subtotals(place, resolved);
  if (resolved.between !== undefined) yield betweenRows(place, resolved.between);
  if (resolved.onlyTotal !== undefined) yield onlyTotal(form, place, header, resolved.onlyTotal);
  if (resolved.secondTotal !== undefined) yield secondTable(place, header, resolved.secondTotal);
  if (rows.otherTable !== undefined) yield otherTable(place, header, rows.otherTable);
  const lastRow = resolved.total?.sheetRow ?? resolved.data.at(-1)?.sheetRow ?? 0;
  // Below the last row stand notes; one that has a number, or says of an area that it is no more, is of the list.
  const texts = rows.texts.filter(
    ({ sheetRow, label, numbered }) => sheetRow <= lastRow || numbered === true || saysNoMore(label),
  );
  const [first] = texts;
  if (first !== undefined)
    yield finding(
      'layout/text-rows',
      refOf(place, first.sheetRow, 1),
      {
        form: place.formTitle,
        count: texts.length,
        rows: listed(
          texts.map((row) => `“${inner(shortened(row.label))}”`),
          'dòng',
          NAMED,
        ),
      },
      formSubject(place),
    );
}

const figuresIn = (place: FormPlace, header: HeaderColumns, row: number): readonly RawCell[] => {
  const columns = new Set(header.columns.values());
  return place.grid.inRow(row).filter((cell) => columns.has(cell.column) && isNumberCell(cell));
};

const fieldsAt = (header: HeaderColumns, cells: readonly RawCell[]): readonly FieldId[] =>
  [...header.columns].filter(([, column]) => cells.some((cell) => cell.column === column)).map(([id]) => id);

function withoutName(
  form: FormDefinition,
  place: FormPlace,
  header: HeaderColumns,
  { sheetRow }: DataRow,
): Finding {
  const figures = figuresIn(place, header, sheetRow);
  return finding(
    'layout/row-without-name',
    refOf(place, sheetRow, header.columns.get(form.rowKey?.[0] ?? '') ?? figures[0]?.column ?? 1),
    {
      row: sheetRow,
      form: place.formTitle,
      field: inner(place.fields.find((field) => field.id === form.rowKey?.[0])?.label ?? ''),
    },
    { ...formSubject(place), rowKey: `#${sheetRow}`, fields: fieldsAt(header, figures) },
  );
}

/** Numbers under the name's header and names under the ordinals': the two headers changed places. */
function* swappedNames(
  form: FormDefinition,
  place: FormPlace,
  header: HeaderColumns,
  rows: readonly DataRow[],
): Iterable<Finding> {
  const { ordinal } = header;
  const name = header.columns.get(form.rowKey?.[0] ?? '');
  if (ordinal === undefined || name === undefined || rows.length === 0) return;
  const hasNames = ({ sheetRow }: DataRow): boolean =>
    /\p{L}{2}/u.test(place.grid.at(sheetRow, ordinal)?.raw ?? '');
  if (!rows.every((row) => isRowNumber(row.label) && hasNames(row))) return;
  yield finding(
    'layout/names-swapped',
    refOf(place, header.labelRow, name),
    {
      form: place.formTitle,
      field: inner(place.fields.find(({ id }) => id === form.rowKey?.[0])?.label ?? ''),
      column: columnLetter(ordinal),
    },
    { ...formSubject(place), related: [refOf(place, header.labelRow, ordinal)] },
  );
}

function belowTotal(place: FormPlace, header: HeaderColumns, row: DataRow): Finding {
  const figures = figuresIn(place, header, row.sheetRow);
  return finding(
    'layout/row-after-total',
    refOf(place, row.sheetRow, figures[0]?.column ?? 1),
    { row: inner(rowName(row)), form: place.formTitle },
    // No column of the form is whole without this row, nor is the count of its rows.
    { ...formSubject(place), rowKey: foldLabel(row.label), fields: [...header.columns.keys()] },
  );
}

function* subtotals(place: FormPlace, resolved: ResolvedRows): Iterable<Finding> {
  const right = resolved.subtotals.filter((one) => one.differs === undefined);
  const [first] = right;
  if (first !== undefined)
    yield finding(
      'layout/subtotal-row',
      refOf(place, first.row.sheetRow, 1),
      {
        form: place.formTitle,
        count: right.length,
        rows: listed(
          right.map(({ row }) => `“${inner(shortened(row.label))}” (dòng ${row.sheetRow})`),
          'dòng',
          NAMED,
        ),
      },
      {
        ...formSubject(place),
        related: right.slice(1).map(({ row }) => refOf(place, row.sheetRow, 1)),
      },
    );
  for (const { row, differs } of resolved.subtotals) {
    if (differs === undefined) continue;
    const field = place.fields.find(({ id }) => id === differs.field);
    const text = (number: number): string => formatScaled(number, field?.scale ?? 0);
    yield finding(
      'layout/subtotal-differs',
      refOf(place, row.sheetRow, 1),
      {
        row: inner(shortened(row.label)),
        form: place.formTitle,
        field: inner(field?.label ?? differs.field),
        stated: text(differs.stated),
        sum: text(differs.sum),
      },
      {
        ...formSubject(place),
        rowKey: `${foldLabel(row.label)} #${row.sheetRow}`,
        fields: [differs.field],
        actual: text(differs.stated),
        expected: [text(differs.sum)],
      },
    );
  }
}

const betweenRows = (place: FormPlace, total: SumRow): Finding =>
  finding(
    'layout/total-between',
    refOf(place, total.sheetRow, 1),
    { row: inner(shortened(total.label)), form: place.formTitle },
    formSubject(place),
  );

const onlyTotal = (form: FormDefinition, place: FormPlace, header: HeaderColumns, total: SumRow): Finding =>
  finding(
    'layout/only-total',
    refOf(place, total.sheetRow, 1),
    { row: inner(shortened(total.label)), form: place.formTitle, unit: form.rowUnit ?? 'dòng số liệu' },
    { ...formSubject(place), fields: [...header.columns.keys()] },
  );

/** Every figure is in doubt: one of the two tables may be of another year. */
const secondTable = (place: FormPlace, header: HeaderColumns, total: SumRow): Finding =>
  finding(
    'layout/two-tables',
    refOf(place, total.sheetRow, 1),
    { form: place.formTitle, row: total.sheetRow, label: inner(total.label) },
    { ...formSubject(place), fields: [...header.columns.keys()] },
  );

const otherTable = (place: FormPlace, header: HeaderColumns, row: number): Finding =>
  finding(
    'layout/other-table',
    refOf(place, row, place.grid.inRow(row)[0]?.column ?? 1),
    { form: place.formTitle, row },
    { ...formSubject(place), fields: [...header.columns.keys()] },
  );
