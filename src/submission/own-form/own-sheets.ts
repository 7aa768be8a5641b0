/** Which sheets of a file are forms of the office's own, and where their tables stand. */
import { isOfRows, rowForm } from '../../criteria/own-forms.js';
import { OWN_LIST } from '../../criteria/own-list.js';
import type {
  CriteriaSet,
  FieldDefinition,
  FormDefinition,
  OwnForm,
  RawFile,
  RawSheet,
} from '../../model.js';
import { isReplySheet } from '../../model/reply-sheet-mark.js';
import { everyField } from '../layout/fields-of-form.js';
import { gridOf } from '../layout/sheet-grid.js';
import { largest, smallest } from '../../values/of-many.js';
import type { LocatedTable, OwnSheet } from '../layout/own-sheet.js';
import { brokenTables, wordRows } from './broken-headers.js';
import { hits, isMeant, locateTable } from './locate-table.js';

/** The sheets that are own forms: of the one named, else the one most of whose headers stand in the sheet. */
export function ownSheets(
  file: RawFile,
  all: readonly OwnForm[],
  year: number,
  named?: string,
): readonly OwnSheet[] {
  const said = all.filter(({ id }) => id === named);
  const forms = said.length === 0 ? all : said;
  if (forms.length === 0) return [];
  return file.sheets.flatMap((sheet): readonly OwnSheet[] => {
    if (sheet.state !== 'visible' || sheet.cells.length === 0 || isReplySheet(sheet)) return [];
    const found = forms.map((form) => ({ form, tables: tablesIn(sheet, form, year) }));
    const scores = found.map(({ tables }) => tables.reduce((all, one) => all + hits(one), 0));
    const best = found[scores.indexOf(largest(scores, 0))];
    if (best === undefined || best.tables.length === 0) return brokenSheet(sheet, forms, year);
    const hints = new Set(best.tables.map(({ table }) => table.sheet));
    const missing = best.form.tables.filter(
      (table) => hints.has(table.sheet) && !best.tables.some((one) => one.table === table),
    );
    return [
      { ...best, missing, sheet, year, firstRow: smallest(best.tables.map(({ firstRow }) => firstRow)) },
    ];
  });
}

/** The sheet as the first form whose headers stand there in disorder: told, and read as nothing else. */
function brokenSheet(sheet: RawSheet, forms: readonly OwnForm[], year: number): readonly OwnSheet[] {
  const rows = wordRows(sheet);
  for (const form of forms) {
    const tables = brokenTables(rows, form, year);
    const [first] = tables;
    if (first !== undefined) return [{ form, sheet, tables, missing: [], firstRow: first.firstRow, year }];
  }
  return [];
}

function tablesIn(sheet: RawSheet, form: OwnForm, year: number): readonly LocatedTable[] {
  const grid = gridOf(sheet);
  return form.tables
    .flatMap((table) => {
      const found = locateTable(grid, table, year);
      return found !== undefined && isMeant(grid, found, year) ? [found] : [];
    })
    .sort((a, b) => a.labelRow - b.labelRow);
}

/** The form in which a figure for the whole unit stands: its own list, or its second place. */
export const listFormOf = ({ form, alsoIn }: FieldDefinition, set: CriteriaSet): string =>
  set.forms.find(({ id }) => id === form)?.shape === 'list' ? form : (alsoIn?.form ?? OWN_LIST);

/** Forms of the set that the tables of a sheet fill, in the order of the set; tables of units apart. */
export function formsFilled(own: OwnSheet, set: CriteriaSet): readonly FormDefinition[] {
  const fields = new Map(everyField(set).map((field) => [field.id, field]));
  const ids = new Set(
    own.tables.flatMap(({ table }) => {
      if (table.rows === 'unit') return [];
      if (isOfRows(table)) return rowForm(table, set)?.id ?? [];
      return (table.lines ?? []).flatMap(({ field = '' }) => {
        const definition = fields.get(field);
        return definition === undefined ? [] : [listFormOf(definition, set)];
      });
    }),
  );
  return set.forms.filter(({ id }) => ids.has(id));
}
