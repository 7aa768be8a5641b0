/** The figure tables of one unit out of a lower level's results.json: the reverse of how results.json keeps them. */
import { parseCellAddress } from '../../values/cell-address.js';
import type {
  CellState,
  CriteriaSet,
  FieldColumn,
  FieldDefinition,
  FieldId,
  FigureTable,
  FormDefinition,
  ResultsDocument,
  RowsColumnRecord,
  RowsRecord,
} from '../../model.js';
import { defined } from '../../values/defined.js';
import { foldLabel } from '../../values/vietnamese-text.js';
import { markNotApplicable } from '../cells/applicability.js';
import { fieldsEnteredOn } from '../layout/fields-of-form.js';
import { isNumeric } from '../../measures/field-types.js';

const STATES: Readonly<Record<string, CellState>> = {
  v: 'value',
  m: 'missing',
  n: 'notApplicable',
  p: 'pending',
  x: 'excluded',
};

/** A place of the document whose value no form could hold, for people: `rows.09469.bieu-01.households, dòng 12`. */
export interface Misfit {
  readonly place: string;
  readonly reason: string;
}

export interface Rebuilt {
  /** Key of the form in the document: its id, with the agency for forms of member agencies. */
  readonly key: string;
  readonly form: FormDefinition;
  readonly table: FigureTable;
}

/** Tells whether a figure with an error is taken out again by that error; else it stays excluded. */
export type ExcludedHere = (unit: string, field: FieldId) => boolean;

/** All tables of a unit; figures keep the file, sheet and cell they came from, behind `path`, the document's own. */
export function rebuildTables(
  results: ResultsDocument,
  unit: string,
  path: string,
  set: CriteriaSet,
  excludedHere: ExcludedHere,
): { readonly tables: readonly Rebuilt[]; readonly misfits: readonly Misfit[] } {
  const misfits: Misfit[] = [];
  const tables: Rebuilt[] = [];
  const used = new Set(results.units.find(({ code }) => code === unit)?.forms.map(({ form }) => form));
  for (const [key, record] of Object.entries(results.rows[unit] ?? {})) {
    const form = set.forms.find(({ id }) => id === key.split('/')[0]);
    if (form === undefined) continue;
    const place = { place: `rows.${unit}.${key}`, unit, path, misfits, excludedHere };
    tables.push({ key, form, table: tableOfRows(record, form, set, place) });
  }
  for (const form of set.forms) {
    if ((form.shape !== 'list' && form.shape !== 'pairs') || !used.has(form.id)) continue;
    const place = { place: `own.${unit}`, unit, path, misfits, excludedHere };
    const table = tableOfOwn(results.own[unit] ?? {}, form, set, place);
    if (table !== undefined) tables.push({ key: form.id, form, table });
  }
  return { tables, misfits };
}

/** Results of this very run name their files as they are. */
const behind = (path: string, file: string): string => (path === '' ? file : `${path}/${file}`);

interface Place {
  readonly place: string;
  readonly unit: string;
  readonly path: string;
  readonly misfits: Misfit[];
  readonly excludedHere: ExcludedHere;
}

type Cell = { readonly state: CellState; readonly number: number; readonly text?: string };

/** Cells without a value differ by their state alone. */
const STATE_ONLY: Readonly<Record<CellState, Cell>> = {
  value: { state: 'value', number: Number.NaN },
  missing: { state: 'missing', number: Number.NaN },
  notApplicable: { state: 'notApplicable', number: Number.NaN },
  pending: { state: 'pending', number: Number.NaN },
  excluded: { state: 'excluded', number: Number.NaN },
};

/** A value as the reader of forms would have stored it. `at`: where it stands, for who asks. */
function cellOf(
  value: number | string | null | undefined,
  said: CellState,
  field: FieldDefinition,
  at: () => string,
  place: Place,
): Cell {
  const none = Number.NaN;
  const known = value !== null && value !== undefined;
  if (said === 'excluded' && (!known || !place.excludedHere(place.unit, field.id)))
    return STATE_ONLY.excluded;
  if (said !== 'value' && said !== 'excluded') return STATE_ONLY[said];
  const misfit = (reason: string): Cell => {
    place.misfits.push({ place: `${at()}.${field.id}`, reason });
    return STATE_ONLY.excluded;
  };
  if (!known) return misfit('không có giá trị');
  if (isNumeric(field)) {
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) return misfit('không phải là số nguyên');
    return value < 0 ? misfit('số âm') : { state: 'value', number: value };
  }
  if (typeof value !== 'string') return misfit('không phải là chữ');
  if (field.type === 'choice' && field.choices?.some(({ id }) => id === value) !== true)
    return misfit(`“${value.slice(0, 40)}” không có trong danh mục`);
  if (field.type === 'yesNo' && value !== 'yes' && value !== 'no')
    return misfit('không phải là có hoặc không');
  return { state: 'value', number: none, text: value };
}

function columnOf(
  field: FieldId,
  count: number,
  cellAt: (row: number) => Cell,
  column: number,
  row?: number,
): FieldColumn {
  const states: CellState[] = [];
  const numbers = new Float64Array(count);
  const texts: (string | undefined)[] = [];
  for (let at = 0; at < count; at += 1) {
    const { state, number, text } = cellAt(at);
    states.push(state);
    numbers[at] = number;
    texts.push(text);
  }
  return row === undefined
    ? { field, states, numbers, texts, column }
    : { field, states, numbers, texts, column, row };
}

const blank = (): Cell => STATE_ONLY.missing;

function tableOfRows(record: RowsRecord, form: FormDefinition, set: CriteriaSet, place: Place): FigureTable {
  const rowCount = record.sheetRows.length;
  const fields = fieldsEnteredOn(set, form);
  const columns = new Map<FieldId, FieldColumn>();
  for (const field of fields) {
    const said = record.columns[field.id];
    const at = said === undefined ? undefined : parseCellAddress(`${said.at}1`);
    if (
      said !== undefined &&
      (at === undefined || said.values.length !== rowCount || said.states.length !== rowCount)
    ) {
      place.misfits.push({ place: `${place.place}.${field.id}`, reason: 'số dòng không khớp' });
    }
    const cellAt = (row: number): Cell =>
      cellOf(
        said?.values[row],
        STATES[said?.states[row] ?? ''] ?? 'missing',
        field,
        () => `${place.place} dòng ${String(record.sheetRows[row])}`,
        place,
      );
    const column = columnOf(field.id, rowCount, said === undefined ? blank : cellAt, at?.column ?? 0);
    columns.set(field.id, { ...column, ...asSent(said, rowCount) });
  }
  markNotApplicable(fields, columns);
  const keys = form.rowKey ?? [];
  const choices = new Map(fields.map((field) => [field.id, field.choices ?? []]));
  // Rows are called by what people read, not by the id of a choice.
  const textAt = (id: FieldId, row: number): string => {
    const text = columns.get(id)?.texts[row] ?? '';
    return choices.get(id)?.find((choice) => choice.id === text)?.label ?? text;
  };
  return {
    form: form.id,
    file: behind(place.path, record.file),
    sheet: record.sheet,
    rowCount,
    sheetRows: record.sheetRows,
    rowKeys: record.sheetRows.map((_, row) =>
      keys
        .map((id) => foldLabel(textAt(id, row)))
        .join(' | ')
        .replace(/(?: \| )+$/u, ''),
    ),
    rowLabels: record.sheetRows.map((_, row) => textAt(keys[0] ?? '', row)),
    columns,
    ...defined({ namesSome: record.namesSome }),
  };
}

/** What results keep of the cells besides their values. */
const asSent = (
  said: RowsColumnRecord | undefined,
  rowCount: number,
): Pick<FieldColumn, 'cells' | 'typed'> => {
  const typed = said?.typed;
  return defined({
    cells: said?.cells,
    typed: typed === undefined ? undefined : Array.from({ length: rowCount }, (_, row) => typed[String(row)]),
  });
};

function tableOfOwn(
  own: ResultsDocument['own'][string],
  form: FormDefinition,
  set: CriteriaSet,
  place: Place,
): FigureTable | undefined {
  const fields = fieldsEnteredOn(set, form);
  // A field that may stand on an area form too is kept among the own figures only for its line here.
  const [first] = fields.flatMap(({ id }) => own[id] ?? []);
  if (first === undefined) return undefined;
  const columns = new Map<FieldId, FieldColumn>();
  for (const field of fields) {
    const record = own[field.id];
    const at = record === undefined ? undefined : parseCellAddress(record.cell);
    if (record === undefined || at === undefined) {
      if (record !== undefined)
        place.misfits.push({ place: `${place.place}.${field.id}.cell`, reason: 'không phải là địa chỉ ô' });
      columns.set(field.id, columnOf(field.id, 1, blank, 0));
      continue;
    }
    const cell = cellOf(record.value, record.state, field, () => place.place, place);
    const column = columnOf(field.id, 1, () => cell, at.column, at.row);
    columns.set(field.id, record.typed === undefined ? column : { ...column, typed: [record.typed] });
  }
  markNotApplicable(fields, columns);
  return {
    form: form.id,
    file: behind(place.path, first.file),
    sheet: first.sheet,
    rowCount: 1,
    sheetRows: [0],
    rowKeys: [''],
    rowLabels: [form.sheet],
    columns,
  };
}
