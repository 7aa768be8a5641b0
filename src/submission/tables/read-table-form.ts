/** Reads a table form (a row per area, model, criterion): header, rows of data, the sender's own totals, what is left over. */
import type { FindingCode } from '../../findings/catalogue/catalogue.js';
import { finding } from '../../findings/finding.js';
import type { FieldDefinition, FieldId, FigureTable, Finding, FormDefinition } from '../../model.js';
import { foldLabel, foldMarks } from '../../values/vietnamese-text.js';
import { decimalHabit, isDecimalField } from '../cells/decimal-habit.js';
import { addsUp } from './adding-fields.js';
import { repeatedRows, withoutSubtotals } from './repeated-rows.js';
import { tableBuilder, type RowSeen, type TableBuilder } from './figure-table.js';
import type { DecimalSign } from '../cells/figure-text.js';
import { formSubject, sheetRef, type FormPlace } from '../layout/form-place.js';
import { headerFindings } from './header-findings.js';
import { inPeriod } from './header-periods.js';
import { hiddenPlaces } from './hidden-places.js';
import { labelIndex } from '../layout/label-index.js';
import { isColumnNumbers } from '../layout/column-numbers.js';
import { locateHeader, type HeaderColumns } from '../layout/locate-header.js';
import { readCell } from '../cells/read-cell.js';
import { resolveTotals, type ResolvedRows, type RowFigures } from './resolve-totals.js';
import { rowFindings } from './row-findings.js';
import type { SheetGrid } from '../layout/sheet-grid.js';
import { strayFigures } from './stray-figures.js';
import { tableRows, type DataRow, type TableRows } from './table-rows.js';
import { checkTotals } from './total-row.js';
import { largest } from '../../values/of-many.js';
import { isQuantity } from '../../measures/field-types.js';

export interface FormReading {
  readonly table?: FigureTable;
  /** The last row of the header above the table; none where labels stand beside their figures. */
  readonly headerRow?: number;
  readonly findings: readonly Finding[];
}

/** No blank of the row is an answer. */
const NO_TICKS: ReadonlySet<FieldId> = new Set();

/** No sender has as many areas, models or campaigns; such a sheet is a list of something else. */
const MOST_ROWS = 20_000;

/** Reads the sheet as `form`. `required` fields whose column is absent are errors. */
export function readTableForm(
  form: FormDefinition,
  place: FormPlace,
  required: ReadonlySet<FieldId>,
): FormReading {
  const header = locateHeader(place.grid, labelIndex(form, place.fields));
  if (header === undefined) {
    const parameters = { form: place.formTitle };
    return {
      findings: [finding('layout/header-not-found', sheetRef(place), parameters, formSubject(place))],
    };
  }
  return readUnderHeader(form, place, inPeriod(place, header), required);
}

/** Reads what stands under a header that was found. */
export function readUnderHeader(
  form: FormDefinition,
  place: FormPlace,
  header: HeaderColumns,
  required: ReadonlySet<FieldId>,
): FormReading {
  const rows = tableRows(form, place, header);
  if (rows.data.length > MOST_ROWS) {
    const parameters = { form: place.formTitle, count: rows.data.length, most: MOST_ROWS };
    return { findings: [finding('layout/too-many-rows', sheetRef(place), parameters, formSubject(place))] };
  }
  return readFound(form, place, header, required, rows);
}

/** Rows that turn out to be subtotals are set apart, and the rest is read again. */
function readFound(
  form: FormDefinition,
  place: FormPlace,
  header: HeaderColumns,
  required: ReadonlySet<FieldId>,
  rows: TableRows,
): FormReading {
  const figuresOf = figuresReader(place, header);
  const resolved = resolveTotals(rows, figuresOf);
  const { table, findings } = readRows(form, place, header, resolved.data);
  const repeated =
    form.shape === 'table'
      ? repeatedRows(place, header, table, resolved, figuresOf, areaNameOf(form))
      : undefined;
  if (repeated !== undefined && repeated.subtotals.size > 0)
    return readFound(form, place, header, required, withoutSubtotals(rows, repeated.subtotals));
  const left = [
    ...(repeated?.findings ?? []),
    ...headerFindings(form, place, header, required),
    ...rowFindings(form, place, header, rows, resolved),
    ...findings,
    ...hiddenPlaces(place, table),
    ...strayFigures(place, claimed(place.grid, header, rows, resolved)),
  ];
  const headerRow = header.lastRow;
  if (resolved.total === undefined || resolved.onlyTotal !== undefined)
    return { table, headerRow, findings: left };
  const builder = tableBuilder(place, placesOf(header));
  builder.addRow({
    sheetRow: resolved.total.sheetRow,
    key: '',
    label: form.totalLabel ?? resolved.total.label,
    // In a totals row only figures count; its words ("Tổng cộng", a count of ticks) are no answers.
    placeOf: (field) =>
      isQuantity(field) ? placeIn(header, resolved.total?.sheetRow ?? 0, field) : undefined,
    ticks: NO_TICKS,
    total: true,
  });
  // What is wrong with a total's own cell does not touch any figure that counts; what a merge hides is told all the same.
  const built = builder.build();
  const hidden = built.findings
    .filter(({ code }) => UNDER_MERGES.has(code))
    .map((one) => ({ ...one, severity: 'warning' as const }));
  const { totals, findings: ofTotals } = checkTotals(place, header, table, built.table);
  // Rows under the total are told once each; that it does not go with the rows above it tells nothing more.
  const apart = resolved.belowTotal.length > 0;
  const kept = ofTotals.filter(({ code }) => !apart || code !== 'layout/stale-sum');
  return { table: { ...table, totals }, headerRow, findings: [...left, ...hidden, ...kept] };
}

/** The field that names the areas of a form whose rows are areas. */
const areaNameOf = ({ totalLabel, rowKey }: FormDefinition): FieldId | undefined =>
  totalLabel === undefined ? undefined : (rowKey?.[0] ?? '');

const UNDER_MERGES: ReadonlySet<string> = new Set([
  'cell/under-merge',
  'cell/merged-figure',
  'cell/merged-across',
] satisfies readonly FindingCode[]);

const placeIn = (
  header: HeaderColumns,
  row: number,
  field: FieldDefinition,
): { readonly row: number; readonly column: number } | undefined => {
  const column = header.columns.get(field.id);
  return column === undefined ? undefined : { row, column };
};

const placesOf = (header: HeaderColumns): ReadonlyMap<FieldId, { readonly column: number }> =>
  new Map([...header.columns].map(([id, column]) => [id, { column }]));

function readRows(
  form: FormDefinition,
  place: FormPlace,
  header: HeaderColumns,
  rows: readonly DataRow[],
): ReturnType<TableBuilder['build']> {
  const named = new Set(form.rowKey ?? []);
  const counted = place.fields.flatMap((field) => {
    const column = header.columns.get(field.id);
    return field.type === 'count' && !named.has(field.id) && column !== undefined ? [column] : [];
  });
  const ticks = tickColumns(place, header);
  const keyColumns = (form.rowKey ?? []).map((id) => header.columns.get(id) ?? 0);
  const builder = tableBuilder(place, placesOf(header), decimalSigns(place, header, rows));
  for (const { sheetRow, label } of rows) {
    const row: RowSeen = {
      sheetRow,
      label,
      key: keyOf(place, sheetRow, keyColumns),
      placeOf: (field) => placeIn(header, sheetRow, field),
      ticks:
        label !== '' && counted.some((column) => place.grid.at(sheetRow, column) !== undefined)
          ? ticks
          : NO_TICKS,
    };
    builder.addRow(row);
  }
  return builder.build();
}

/** "Khu thể thao (đánh dấu x)": only a header that asks for ticks makes a blank an answer; else it is missing. */
const ASKS_FOR_TICKS = /danh dau|\btich\b|\(\s*x\s*\)/u;

function tickColumns(place: FormPlace, header: HeaderColumns): ReadonlySet<FieldId> {
  const depth = Array.from(
    { length: header.lastRow - header.firstRow + 1 },
    (_, index) => header.firstRow + index,
  );
  return new Set(
    place.fields.flatMap(({ id, marks }) => {
      const column = header.columns.get(id);
      if (marks.tick !== true || column === undefined) return [];
      return depth.some((row) => ASKS_FOR_TICKS.test(foldMarks(place.grid.textOver(row, column))))
        ? [id]
        : [];
    }),
  );
}

const keyOf = (place: FormPlace, row: number, columns: readonly number[]): string =>
  columns
    .map((column) => foldLabel(place.grid.textOver(row, column)))
    .join(' | ')
    .replace(/(?: \| )+$/u, '');

/** The habit of each decimal column, from the cells of its data rows. */
function decimalSigns(
  place: FormPlace,
  header: HeaderColumns,
  rows: readonly DataRow[],
): ReadonlyMap<FieldId, DecimalSign> {
  const signs = new Map<FieldId, DecimalSign>();
  for (const field of place.fields) {
    const column = header.columns.get(field.id);
    if (column === undefined || !isDecimalField(field)) continue;
    const sign = decimalHabit(
      rows.flatMap(({ sheetRow }) => {
        const cell = place.grid.at(sheetRow, column);
        return cell === undefined ? [] : [[cell, field] as const];
      }),
    );
    if (sign !== undefined) signs.set(field.id, sign);
  }
  return signs;
}

/** Reads the columns that add of one row, once. */
function figuresReader(place: FormPlace, header: HeaderColumns): (sheetRow: number) => RowFigures {
  const fields = place.fields.filter(addsUp);
  const known = new Map<number, RowFigures>();
  return (sheetRow) => {
    const before = known.get(sheetRow);
    if (before !== undefined) return before;
    const figures = new Map<FieldId, number>();
    for (const field of fields) {
      const cell = place.grid.at(sheetRow, header.columns.get(field.id) ?? 0);
      const { state, number } = readCell(cell, field, place.grid.sheet.date1904);
      if (state === 'excluded') figures.set(field.id, Number.NaN);
      if (state === 'value' && number !== undefined) figures.set(field.id, number);
    }
    known.set(sheetRow, figures);
    return figures;
  };
}

/** What the readers and findings of the table account for; every other number is a stray. */
function claimed(
  grid: SheetGrid,
  header: HeaderColumns,
  rows: TableRows,
  resolved: ResolvedRows,
): Parameters<typeof strayFigures>[1] {
  const readColumns = new Set(header.columns.values());
  const reported = new Set([
    ...header.unknown.keys(),
    ...header.rates.keys(),
    ...(header.ignored ?? []),
    ...header.doubled.map(({ second }) => second),
  ]);
  const wholeRows = new Set([
    ...rows.repeated.filter((row) => isColumnNumbers(grid, row)),
    ...resolved.subtotals.map(({ row }) => row.sheetRow),
    ...[resolved.total, resolved.secondTotal].flatMap((row) => row?.sheetRow ?? []),
    ...resolved.belowTotal.map(({ sheetRow }) => sheetRow),
  ]);
  const dataRows = new Set(resolved.data.map(({ sheetRow }) => sheetRow));
  const lastRow = largest(
    [resolved.data.at(-1), resolved.total].map((row) => row?.sheetRow ?? 0),
    header.lastRow,
  );
  return {
    firstRow: header.lastRow + 1,
    lastRow,
    claims: ({ row, column, raw }) =>
      (row === header.lastRow && isColumnNumbers(grid, row)) ||
      (rows.otherTable !== undefined && row >= rows.otherTable) ||
      wholeRows.has(row) ||
      (row > header.lastRow && reported.has(column)) ||
      (column === header.ordinal && isOrdinal(raw, grid)) ||
      (dataRows.has(row) && readColumns.has(column)),
  };
}

/** A larger number among the ordinals is a figure that slipped. */
const isOrdinal = (raw: string, grid: SheetGrid): boolean =>
  /^\d{1,5}(?:\.\d{1,2})?[.)]?$/u.test(raw.trim()) &&
  Number.parseInt(raw, 10) <= grid.rows.length + SPARE_ORDINALS;
const SPARE_ORDINALS = 20;
