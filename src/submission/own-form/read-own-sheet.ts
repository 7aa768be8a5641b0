/** One sheet of an own form as one form of the criteria set: its tables of areas joined by name, its lines as cells. */
import { isOfRows, rowForm } from '../../criteria/own-forms.js';
import type { CriteriaSet, FieldColumn, FieldId, FigureTable, Finding, FormDefinition } from '../../model.js';
import { append } from '../../values/of-many.js';
import { fieldsPrintedOn } from '../layout/fields-of-form.js';
import { formSubject, type FormPlace } from '../layout/form-place.js';
import type { SheetOfForm } from '../tables/read-form.js';
import type { FormReading } from '../tables/read-table-form.js';
import { countRows } from './count-rows.js';
import type { OwnSheet } from '../layout/own-sheet.js';
import { formsFilled } from './own-sheets.js';
import { joinedTable, rowsNotInAll } from './joined-tables.js';
import { readIndicators } from './read-list.js';
import { missingTables, readRows } from './read-rows.js';
import { withoutTick } from './without-tick.js';

/** Figures and findings of the sheet for one of the forms that it fills. */
export function readOwnSheet(own: OwnSheet, sheet: SheetOfForm, set: CriteriaSet): FormReading {
  const form = set.forms.find(({ id }) => id === sheet.form);
  if (form === undefined) return { findings: [] };
  const fields = fieldsPrintedOn(set, form);
  const place: FormPlace = {
    ...sheet,
    formTitle: own.form.label,
    fields: form.shape === 'table' ? fields.map(withoutTick) : fields,
  };
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
        : readRows(own, located, form, place, set),
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
  const [first, ...rest] = readings.flatMap(({ table }) => table ?? []);
  // A table that was refused leaves the others standing: its own fields are missing, with the reason told.
  if (first === undefined || rest.length === 0)
    return first === undefined ? { findings } : { table: first, findings };
  append(findings, [...rowsNotInAll([first, ...rest], form, own.form.label, formSubject(place))]);
  return { table: joinedTable([first, ...rest]), findings };
}
