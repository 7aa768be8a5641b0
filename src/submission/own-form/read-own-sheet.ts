/** One sheet of an own form as one form of the criteria set: its tables of areas joined by name, its lines as cells. */
import { isOfRows, rowForm } from '../../criteria/own-forms.js';
import { finding } from '../../findings/finding.js';
import type { CriteriaSet, FieldColumn, FieldId, FigureTable, Finding, FormDefinition } from '../../model.js';
import { cellAddress } from '../../values/cell-address.js';
import { without } from '../../values/without.js';
import { fieldsPrintedOn } from '../layout/fields-of-form.js';
import { formSubject, refOf, type FormPlace } from '../layout/form-place.js';
import type { SheetOfForm } from '../tables/read-form.js';
import type { FormReading } from '../tables/read-table-form.js';
import { countRows } from './count-rows.js';
import type { OwnSheet } from '../layout/own-sheet.js';
import { formsFilled } from './own-sheets.js';
import { readIndicators } from './read-list.js';
import { missingTables, readRows } from './read-rows.js';

/** Figures and findings of the sheet for one of the forms that it fills. */
export function readOwnSheet(own: OwnSheet, sheet: SheetOfForm, set: CriteriaSet): FormReading {
  const form = set.forms.find(({ id }) => id === sheet.form);
  if (form === undefined) return { findings: [] };
  const place: FormPlace = { ...sheet, formTitle: own.form.label, fields: fieldsPrintedOn(set, form) };
  const reading = readFilled(own, form, place, set);
  const [leading] = formsFilled(own, set);
  return form === leading
    ? { ...reading, findings: [...missingTables(own, place), ...reading.findings] }
    : reading;
}

function readFilled(own: OwnSheet, form: FormDefinition, place: FormPlace, set: CriteriaSet): FormReading {
  if (form.shape === 'list') {
    const [first] = formsFilled(own, set).filter(({ shape }) => shape === 'list');
    const readings = own.tables
      .filter(({ table }) => table.rows === 'indicator')
      .map((located) => readIndicators(own, located, place, set, form === first));
    return joinedLists(readings);
  }
  const readings = own.tables
    .filter(({ table }) => isOfRows(table) && rowForm(table, set)?.id === form.id)
    .map((located) =>
      located.table.rows === 'household'
        ? countRows(own, located, form, place)
        : readRows(own, located, form, place),
    );
  return joinedRows(own, form, place, readings);
}

/** Several tables of lines on one sheet: each field stands in one of them. */
function joinedLists(readings: readonly FormReading[]): FormReading {
  const tables = readings.flatMap(({ table }) => table ?? []);
  const findings = readings.flatMap((one) => one.findings);
  const [first] = tables;
  if (first === undefined) return { findings };
  const beside = tables.flatMap((table) => table.beside ?? []);
  return {
    table: { ...first, columns: merged(tables), ...(beside.length === 0 ? {} : { beside }) },
    findings,
  };
}

/** Of each field the column of the table that has it. */
function merged(tables: readonly FigureTable[]): ReadonlyMap<FieldId, FieldColumn> {
  const columns = new Map<FieldId, FieldColumn>();
  for (const table of tables)
    for (const [id, column] of table.columns)
      if (column.column > 0 || !columns.has(id)) columns.set(id, column);
  return columns;
}

/** Tables of the same areas below or beside one another: rows are joined by name, each figure keeps its own cell. */
function joinedRows(
  own: OwnSheet,
  form: FormDefinition,
  place: FormPlace,
  readings: readonly FormReading[],
): FormReading {
  const findings: Finding[] = readings.flatMap((one) => one.findings);
  const tables = readings.flatMap(({ table }) => table ?? []);
  const [first, ...rest] = tables;
  // A table that was refused leaves the others standing: its own fields are missing, with the reason told.
  if (first === undefined || rest.length === 0)
    return first === undefined ? { findings } : { table: first, findings };
  const rowsOf = new Map(
    tables.map((table) => [table, new Map(distinct(table.rowKeys).map((key, row) => [key, row]))] as const),
  );
  const keys = [...new Set([...rowsOf.values()].flatMap((rows) => [...rows.keys()]))];
  const rowOf = (table: FigureTable, key: string): number => rowsOf.get(table)?.get(key) ?? -1;
  for (const key of keys) {
    const holding = tables.filter((table) => rowOf(table, key) >= 0);
    const [holder] = holding;
    if (holder === undefined || holding.length === tables.length) continue;
    const row = rowOf(holder, key);
    const lacking = tables.filter((table) => !holding.includes(table));
    findings.push(
      finding(
        'own-form/area-not-in-both',
        refOf(place, holder.sheetRows[row] ?? 1, holder.columns.get(form.rowKey?.[0] ?? '')?.column ?? 1),
        { area: holder.rowLabels[row] ?? '', form: own.form.label },
        { ...formSubject(place), rowKey: key, fields: lacking.flatMap(fieldsRead) },
      ),
    );
  }
  const columns = pickedColumns(tables, first, keys, rowOf);
  const holders = keys.map((key) => tables.find((table) => rowOf(table, key) >= 0) ?? first);
  const at = <Value>(values: (table: FigureTable) => readonly Value[], index: number): Value | undefined => {
    const holder = holders[index] ?? first;
    return values(holder)[rowOf(holder, keys[index] ?? '')];
  };
  return {
    table: {
      ...without(first, ['turned']),
      ...(tables.every(({ turned }) => turned === true) ? { turned: true as const } : {}),
      rowCount: keys.length,
      rowKeys: keys.map((_, index) => at(({ rowKeys }) => rowKeys, index) ?? ''),
      sheetRows: keys.map((_, index) => at(({ sheetRows }) => sheetRows, index) ?? 0),
      rowLabels: keys.map((_, index) => at(({ rowLabels }) => rowLabels, index) ?? ''),
      columns,
    },
    findings,
  };
}

/** Every field from the table that has it, its rows in the common order. */
function pickedColumns(
  tables: readonly FigureTable[],
  first: FigureTable,
  keys: readonly string[],
  rowOf: (table: FigureTable, key: string) => number,
): ReadonlyMap<FieldId, FieldColumn> {
  const columns = new Map<FieldId, FieldColumn>();
  for (const [id] of first.columns) {
    const from = tables.find((table) => (table.columns.get(id)?.column ?? 0) > 0) ?? first;
    const column = from.columns.get(id);
    const rows = keys.map((key) => rowOf(from, key));
    if (column !== undefined) columns.set(id, picked(column, from, rows));
  }
  return columns;
}

/** Two areas of one name stay two: the second one goes with the second one of the other table. */
function distinct(keys: readonly string[]): readonly string[] {
  const times = new Map<string, number>();
  return keys.map((key) => {
    const time = (times.get(key) ?? 0) + 1;
    times.set(key, time);
    // No name has two spaces.
    return time === 1 ? key : `${key}  #${time}`;
  });
}

const fieldsRead = ({ columns }: FigureTable): readonly FieldId[] =>
  [...columns.values()].filter(({ column }) => column > 0).map(({ field }) => field);

/** The column with its rows in another order; a row that is not there is missing. */
function picked(column: FieldColumn, table: FigureTable, rows: readonly number[]): FieldColumn {
  return {
    field: column.field,
    column: column.column,
    states: rows.map((row) => column.states[row] ?? 'missing'),
    numbers: Float64Array.from(rows.map((row) => column.numbers[row] ?? Number.NaN)),
    texts: rows.map((row) => column.texts[row]),
    ...(column.column === 0
      ? {}
      : {
          cells: rows.map((row) =>
            row < 0 ? '' : (column.cells?.[row] ?? cellAddress(table.sheetRows[row] ?? 1, column.column)),
          ),
        }),
  };
}
