/** Reads a table form (a row per area, model, criterion): header, data rows, the sender's own totals row. */
import { columnLetter } from '../cell-address.js';
import { finding } from '../findings/finding.js';
import type { FieldDefinition, FieldId, FigureTable, Finding, FormDefinition, RawCell } from '../model.js';
import { cleanText, foldBare, foldLabel } from '../vietnamese-text.js';
import { refOf, rowName, tableBuilder, type FormPlace } from './figure-table.js';
import { labelIndex, locateHeader, type HeaderColumns } from './locate-header.js';
import { nearestLabel } from './nearest-label.js';

export interface FormReading {
  readonly table?: FigureTable;
  readonly findings: readonly Finding[];
}

const ROMAN = /^(?:[IVXLC]+|[A-H])[.)]?$/u;
const TOTAL = /^(?:tongcong|tongso|tong|cong|congchung|tongcongtoanxa)$/u;
const isNumberCell = (cell: RawCell): boolean =>
  cell.kind === 'number' || (cell.kind === 'text' && /^[\d.,]*\d$/u.test(cleanText(cell.raw)));

/** Reads the sheet as `form`. `required` fields whose column is absent are errors. */
export function readTableForm(
  form: FormDefinition,
  place: FormPlace,
  required: ReadonlySet<FieldId>,
): FormReading {
  const header = locateHeader(place.grid, labelIndex(form, place.fields));
  if (header === undefined) {
    const at = { file: place.file, sheet: place.grid.sheet.name };
    return {
      findings: [
        finding(
          'layout/header-not-found',
          at,
          { form: place.formTitle },
          { ...place.subject, form: form.id },
        ),
      ],
    };
  }
  const findings: Finding[] = [...headerFindings(place, header, required)];
  const rows = dataRows(form, place, header, findings);
  const places = new Map([...header.columns].map(([id, column]) => [id, { column }] as const));
  const builder = tableBuilder(place, places);
  const cellOf = (row: number) => (field: FieldDefinition) => {
    const column = header.columns.get(field.id);
    return column === undefined ? undefined : place.grid.at(row, column);
  };
  const named = new Set(form.rowKey ?? []);
  for (const row of rows.data) {
    const ticks = place.fields.some(
      (field) => !named.has(field.id) && field.type === 'count' && cellOf(row.sheetRow)(field) !== undefined,
    );
    builder.addRow({ ...row, cellOf: cellOf(row.sheetRow), ticks: ticks && row.label !== '' });
  }
  const built = builder.build();
  findings.push(...built.findings, ...hiddenRows(place, built.table));
  if (rows.total === undefined) return { table: built.table, findings };
  const totals = tableBuilder(place, places);
  totals.addRow({
    sheetRow: rows.total,
    key: '',
    label: form.totalLabel ?? '',
    cellOf: totalCellOf(cellOf(rows.total)),
    ticks: false,
  });
  return { table: { ...built.table, totals: totals.build().table }, findings };
}

/** In a totals row only figures count; its words ("Tổng cộng", a count of ticks) are no answers. */
const totalCellOf =
  (cellOf: (field: FieldDefinition) => RawCell | undefined) =>
  (field: FieldDefinition): RawCell | undefined =>
    field.type === 'count' || field.type === 'amount' ? cellOf(field) : undefined;

function* headerFindings(
  place: FormPlace,
  header: HeaderColumns,
  required: ReadonlySet<FieldId>,
): Iterable<Finding> {
  const labels = new Map(place.fields.map((field) => [field.id, field.label]));
  const form = { form: place.formTitle };
  const absent = place.fields.filter((field) => !header.columns.has(field.id));
  for (const field of absent) {
    if (!required.has(field.id)) continue;
    const near = nearestLabel(field.label, [...header.unknown.values()]);
    const suggestion = near === undefined ? '' : ` Có phải cột “${near}”?`;
    yield finding(
      'layout/column-missing',
      refOf(place, header.lastRow, 1),
      { ...form, field: field.label, suggestion },
      { ...place.subject, form: place.form, fields: [field.id] },
    );
  }
  for (const { field, first, second } of header.doubled) {
    yield finding(
      'layout/duplicate-column',
      refOf(place, header.lastRow, second),
      {
        ...form,
        field: labels.get(field) ?? field,
        first: columnLetter(first),
        second: columnLetter(second),
      },
      { ...place.subject, form: place.form, fields: [field] },
    );
  }
  for (const [column, label] of header.unknown) {
    const figures = place.grid.rows.filter((row) => {
      const cell = row > header.lastRow ? place.grid.at(row, column) : undefined;
      return cell !== undefined && isNumberCell(cell);
    });
    if (figures.length === 0) continue;
    const near = nearestLabel(
      label,
      absent.map((field) => field.label),
    );
    yield finding(
      'layout/unknown-column',
      refOf(place, header.lastRow, column),
      {
        ...form,
        label,
        count: figures.length,
        suggestion: near === undefined ? '' : ` Có phải cột “${near}”?`,
      },
      { ...place.subject, form: place.form },
    );
  }
}

interface DataRow {
  readonly sheetRow: number;
  readonly key: string;
  readonly label: string;
}

/** Tells data rows from totals, group headings and what stands beside or below the table. */
function dataRows(
  form: FormDefinition,
  place: FormPlace,
  header: HeaderColumns,
  findings: Finding[],
): { readonly data: readonly DataRow[]; readonly total?: number } {
  const { grid } = place;
  const known = new Set(header.columns.values());
  const keyColumns = (form.rowKey ?? []).map((id) => header.columns.get(id) ?? 0);
  const nameColumn = keyColumns[0] ?? 0;
  const numbered = grid.rows.some(
    (row) => row > header.lastRow && /^\d+$/u.test(grid.at(row, header.ordinal ?? 0)?.raw ?? ''),
  );
  const data: DataRow[] = [];
  let total: number | undefined;
  for (const row of grid.rows) {
    if (row <= header.lastRow) continue;
    const cells = grid.inRow(row);
    const name = cleanText(grid.at(row, nameColumn)?.raw ?? '');
    const figures = cells.filter(
      (cell) => known.has(cell.column) && cell.column !== nameColumn && isNumberCell(cell),
    );
    const heading = cells.find((cell) => cell.kind === 'text' && TOTAL.test(foldBare(cell.raw)));
    if (heading !== undefined && (heading.column === nameColumn || name === '')) {
      // The template's totals row, or a later one of the sender: the last before other rows is the total.
      if (total === undefined) total = row;
      else findings.push(subtotalFinding(place, row, heading.raw));
      continue;
    }
    const ordinal = cleanText(grid.at(row, header.ordinal ?? 0)?.raw ?? '');
    if (numbered && ROMAN.test(ordinal)) {
      if (figures.length > 0) findings.push(subtotalFinding(place, row, name === '' ? ordinal : name));
      continue;
    }
    if (total !== undefined) {
      findings.push(...afterTotal(place, row, name, figures, fieldsAt(header, figures)));
      continue;
    }
    findings.push(...strayFigures(place, header, row, known));
    if (name === '' && figures.length === 0 && !cells.some((cell) => known.has(cell.column))) continue;
    const label = name;
    if (label === '') {
      if (figures.length === 0) continue;
      findings.push(
        finding(
          'layout/row-without-name',
          refOf(place, row, figures[0]?.column ?? 1),
          { row, form: place.formTitle, field: fieldLabel(place, form.rowKey?.[0]) },
          {
            ...place.subject,
            form: place.form,
            rowKey: `#${String(row)}`,
            fields: fieldsAt(header, figures),
          },
        ),
      );
    }
    data.push({ sheetRow: row, key: keyOf(place, row, keyColumns), label });
  }
  return { data, ...(total === undefined ? {} : { total }) };
}

const keyOf = (place: FormPlace, row: number, columns: readonly number[]): string =>
  columns
    .map((column) => foldLabel(place.grid.at(row, column)?.raw ?? ''))
    .join(' | ')
    .replace(/(?: \| )+$/u, '');

const fieldLabel = (place: FormPlace, id: FieldId | undefined): string =>
  place.fields.find((field) => field.id === id)?.label ?? '';

const fieldsAt = (header: HeaderColumns, cells: readonly RawCell[]): readonly FieldId[] =>
  [...header.columns].filter(([, column]) => cells.some((cell) => cell.column === column)).map(([id]) => id);

const subtotalFinding = (place: FormPlace, row: number, label: string): Finding =>
  finding(
    'layout/subtotal-row',
    refOf(place, row, 1),
    { row: cleanText(label) },
    { ...place.subject, form: place.form },
  );

function* afterTotal(
  place: FormPlace,
  row: number,
  name: string,
  figures: readonly RawCell[],
  fields: readonly FieldId[],
): Iterable<Finding> {
  const [first] = figures;
  if (first === undefined) return;
  const at = refOf(place, row, first.column);
  const subject = { ...place.subject, form: place.form };
  if (name !== '' && figures.length >= 2)
    yield finding(
      'layout/row-after-total',
      at,
      { row: name },
      { ...subject, rowKey: foldLabel(name), fields },
    );
  else yield finding('layout/stray-figure', at, { text: first.raw, form: place.formTitle }, subject);
}

/** Numbers in columns that have no header at all. */
function* strayFigures(
  place: FormPlace,
  header: HeaderColumns,
  row: number,
  known: ReadonlySet<number>,
): Iterable<Finding> {
  for (const cell of place.grid.inRow(row)) {
    if (known.has(cell.column) || cell.column === header.ordinal || header.unknown.has(cell.column)) continue;
    if (header.doubled.some(({ second }) => second === cell.column) || !isNumberCell(cell)) continue;
    yield finding(
      'layout/stray-figure',
      refOf(place, cell.row, cell.column),
      { text: cell.raw, form: place.formTitle },
      { ...place.subject, form: place.form },
    );
  }
}

function* hiddenRows(place: FormPlace, table: FigureTable): Iterable<Finding> {
  const hidden = new Set(place.grid.sheet.hiddenRows);
  const rows = table.sheetRows.filter((row) => hidden.has(row));
  const [first] = rows;
  if (first === undefined) return;
  const names = rows.map((row) =>
    rowName({ sheetRow: row, label: table.rowLabels[table.sheetRows.indexOf(row)] ?? '' }),
  );
  yield finding(
    'layout/hidden-rows',
    refOf(place, first, 1),
    { form: place.formTitle, count: rows.length, rows: names.slice(0, 10).join('; ') },
    { ...place.subject, form: place.form },
  );
}
