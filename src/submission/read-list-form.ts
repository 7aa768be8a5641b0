/**
 * Reads forms with one cell per field: list forms (code, indicator, unit of measure, value, note)
 * and the pairs of Thông tin (label, value). Fields are found by code or label, wherever the lines stand.
 */
import { finding } from '../findings/finding.js';
import type { FieldDefinition, FieldId, Finding, FormDefinition, RawCell } from '../model.js';
import { cleanText } from '../vietnamese-text.js';
import { refOf, tableBuilder, type FormPlace } from './figure-table.js';
import { labelKey } from './locate-header.js';
import { nearestLabel } from './nearest-label.js';
import type { FormReading } from './read-table-form.js';
import type { SheetGrid } from './sheet-grid.js';

/** Headings of the value column in list forms. */
const VALUE_HEADINGS = new Set([
  'giatri',
  'solieu',
  'ketqua',
  'soluong',
  'thuchien',
  'value',
  'giatrisolieu',
]);
const LABEL_HEADINGS = new Set(['chitieu', 'noidung', 'tenchitieu']);
const CODE = /^[A-Z]{1,2}\d{1,3}(?:\.\d{1,2})?$/u;

interface Place {
  readonly row: number;
  readonly column: number;
}

/** `identityPlaces`: first cell of each field by the hidden identity sheet; used where nothing better is found. */
export function readListForm(
  form: FormDefinition,
  place: FormPlace,
  identityPlaces: ReadonlyMap<FieldId, Place>,
): FormReading {
  const findings: Finding[] = [];
  const located =
    form.shape === 'pairs'
      ? locatePairs(place.grid, place.fields, identityPlaces)
      : locateLines(place, identityPlaces, findings);
  if (located.size === 0) {
    const at = { file: place.file, sheet: place.grid.sheet.name };
    findings.push(
      finding('layout/header-not-found', at, { form: place.formTitle }, { ...place.subject, form: form.id }),
    );
    return { findings };
  }
  const lost = place.fields.filter((field) => !located.has(field.id));
  if (lost.length > 0 && form.shape === 'list') findings.push(lostLines(place, lost));
  const builder = tableBuilder(place, located);
  builder.addRow({
    sheetRow: 0,
    key: '',
    label: place.formTitle,
    cellOf: (field) => {
      const at = located.get(field.id);
      return at === undefined ? undefined : place.grid.at(at.row, at.column);
    },
    ticks: false,
  });
  const built = builder.build();
  return { table: built.table, findings: [...findings, ...built.findings] };
}

const lostLines = (place: FormPlace, lost: readonly FieldDefinition[]): Finding =>
  finding(
    'layout/line-missing',
    { file: place.file, sheet: place.grid.sheet.name },
    {
      form: place.formTitle,
      count: lost.length,
      lines: lost
        .slice(0, 8)
        .map((field) => `${field.code ?? ''} ${field.label}`.trim())
        .join('; '),
    },
    { ...place.subject, form: place.form, fields: lost.map((field) => field.id) },
  );

/** The code of a field on this form: its own, or the one of its second place. */
export const codeOn = (field: FieldDefinition, form: string): string | undefined =>
  field.form === form ? field.code : field.alsoIn?.form === form ? field.alsoIn.code : undefined;

function locateLines(
  place: FormPlace,
  identityPlaces: ReadonlyMap<FieldId, Place>,
  findings: Finding[],
): ReadonlyMap<FieldId, Place> {
  const { grid } = place;
  const byCode = new Map(place.fields.map((field) => [codeOn(field, place.form) ?? field.id, field]));
  const byLabel = new Map(place.fields.map((field) => [labelKey(field.label), field]));
  const column = valueColumn(grid, identityPlaces);
  const located = new Map<FieldId, Place>();
  if (column === undefined) return located;
  for (const row of grid.rows) {
    const cells = grid.inRow(row).filter((cell) => cell.column < column);
    const code = cells.map((cell) => cleanText(cell.raw).toUpperCase()).find((text) => CODE.test(text));
    const field =
      code === undefined
        ? cells.flatMap((cell) => byLabel.get(labelKey(cell.raw)) ?? [])[0]
        : byCode.get(code);
    if (field === undefined) {
      const value = grid.at(row, column);
      if (code !== undefined && value !== undefined)
        findings.push(unknownLine(place, code, value, [...byCode.keys()]));
      continue;
    }
    const earlier = located.get(field.id);
    if (earlier === undefined) located.set(field.id, { row, column });
    else findings.push(...doubledLine(place, field, earlier, { row, column }, located));
  }
  return located;
}

const unknownLine = (place: FormPlace, code: string, value: RawCell, codes: readonly string[]): Finding => {
  const near = nearestLabel(code, codes);
  return finding(
    'layout/line-unknown',
    refOf(place, value.row, value.column),
    {
      code,
      form: place.formTitle,
      text: value.raw,
      suggestion: near === undefined ? '' : ` Có phải mã “${near}”?`,
    },
    { ...place.subject, form: place.form },
  );
};

/** Two lines of one code: the same or a blank second value says nothing new; different ones are an error. */
function* doubledLine(
  place: FormPlace,
  field: FieldDefinition,
  earlier: Place,
  later: Place,
  located: Map<FieldId, Place>,
): Iterable<Finding> {
  const first = place.grid.at(earlier.row, earlier.column);
  const second = place.grid.at(later.row, later.column);
  if (second === undefined) return;
  if (first === undefined) {
    located.set(field.id, later);
    return;
  }
  if (cleanText(first.raw) === cleanText(second.raw)) return;
  yield finding(
    'layout/line-duplicate',
    refOf(place, later.row, later.column),
    { code: codeOn(field, place.form) ?? field.label, form: place.formTitle },
    {
      ...place.subject,
      form: place.form,
      fields: [field.id],
      related: [refOf(place, earlier.row, earlier.column)],
      actual: `${first.raw}; ${second.raw}`,
    },
  );
}

/** The column headed "Giá trị" beside "Chỉ tiêu"; else the one the identity sheet names. */
function valueColumn(grid: SheetGrid, identityPlaces: ReadonlyMap<FieldId, Place>): number | undefined {
  for (const row of grid.rows.slice(0, 60)) {
    const headed = grid.inRow(row).map((cell) => ({ column: cell.column, key: labelKey(cell.raw) }));
    const value = headed.find(({ key }) => VALUE_HEADINGS.has(key));
    if (
      value !== undefined &&
      headed.some(({ key }) => LABEL_HEADINGS.has(key) || key === 'ma' || key === 'code')
    )
      return value.column;
  }
  const [first] = identityPlaces.values();
  return first?.column;
}

/** The cell beside each label of a pairs form. */
export function locatePairs(
  grid: SheetGrid,
  fields: readonly FieldDefinition[],
  identityPlaces: ReadonlyMap<FieldId, Place>,
): ReadonlyMap<FieldId, Place> {
  const byLabel = new Map<string, FieldDefinition>();
  for (const field of fields)
    for (const spelling of [field.label, ...(field.aliases ?? []), field.id])
      byLabel.set(labelKey(spelling), field);
  const located = new Map<FieldId, Place>();
  for (const row of grid.rows) {
    for (const cell of grid.inRow(row)) {
      const field = cell.kind === 'text' ? byLabel.get(labelKey(cell.raw)) : undefined;
      if (field === undefined || located.has(field.id)) continue;
      const merge = grid.mergeOver(cell.row, cell.column);
      const after = merge?.right ?? cell.column;
      // The value stands beside its label, or in the column the identity sheet names; a hint further right is no value.
      const known = identityPlaces.get(field.id);
      const column = known !== undefined && known.column > after ? known.column : after + 1;
      located.set(field.id, { row, column });
    }
  }
  return located;
}
