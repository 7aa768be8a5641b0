/** Sheets of own forms among the other sheets of a workbook. */
import type { CriteriaSet, RawFile } from '../../model.js';
import { FormulaCheck } from '../formulas/formula-check.js';
import { formSheets, isNamedAfter, type FoundForm, type FoundSheets } from '../layout/form-sheets.js';
import type { FormIdentity } from '../layout/identity-sheet.js';
import type { Recognition, RecognitionContext } from '../recognition.js';
import type { OwnSheet } from '../layout/own-sheet.js';
import { rowForm } from '../../criteria/own-forms.js';
import { fieldsPrintedOn } from '../layout/fields-of-form.js';
import { labelIndex } from '../layout/label-index.js';
import { locateHeader } from '../layout/locate-header.js';
import { gridOf } from '../layout/sheet-grid.js';
import { formsFilled, ownSheets } from './own-sheets.js';
import { unitRowParts } from './unit-rows.js';

/** The file without the sheets that are own forms. */
const withoutSheets = (file: RawFile, own: readonly OwnSheet[]): RawFile =>
  own.length === 0
    ? file
    : { ...file, sheets: file.sheets.filter((sheet) => !own.some((one) => one.sheet === sheet)) };

/** The sheets of own forms stand before the others: once for each form that they fill. */
const withOwn = (sheets: FoundSheets, own: readonly OwnSheet[], set: CriteriaSet): FoundSheets => ({
  ...sheets,
  forms: [
    ...own.flatMap((one) =>
      formsFilled(one, set).map((form): FoundForm => ({ form, sheet: one.sheet, own: one })),
    ),
    ...sheets.forms,
  ],
});

/** Communes as rows; undefined when no sheet has such a table. */
function rowsOfUnits(
  file: RawFile,
  own: readonly OwnSheet[],
  context: RecognitionContext,
  period: string | undefined,
): Recognition | undefined {
  const sheets = own.filter(({ tables }) => tables.some(({ table }) => table.rows === 'unit'));
  if (sheets.length === 0) return undefined;
  const formulas = new FormulaCheck(file);
  const all = sheets.map((one) => unitRowParts(file, one, context, formulas, period));
  return { parts: all.flatMap(({ parts }) => parts), findings: all.flatMap(({ findings }) => findings) };
}

/**
 * A sheet that lacks columns of the own form and has more others that the set's form has is that form: the headers of its
 * areas and households are in both.
 */
function isRatherOfSet({ sheet, tables }: OwnSheet, set: CriteriaSet, isNamed: boolean): boolean {
  const [located, another] = tables;
  if (located === undefined || another !== undefined || located.lost.length === 0) return false;
  const { table, lost, unknown } = located;
  const form = table.rows === 'area' && table.across !== true ? rowForm(table, set) : undefined;
  if (form === undefined) return false;
  const columns = locateHeader(gridOf(sheet), labelIndex(form, fieldsPrintedOn(set, form)))?.columns;
  const others = [...(columns?.values() ?? [])].filter((column) => unknown.has(column)).length;
  return others > (isNamed ? 0 : Math.max(1, lost.length));
}

/** Forms of the set and of the office's own; a workbook that says what it is needs no other description. */
export function sheetsOf(
  file: RawFile,
  { set, period, ...context }: RecognitionContext,
  identity: FormIdentity | undefined,
): { readonly sheets: FoundSheets; readonly byUnits: Recognition | undefined } {
  const year = period.id.slice(0, 4);
  const isOwn = identity === undefined || identity.ownForm !== undefined;
  const found = isOwn ? ownSheets(file, set.own?.forms ?? [], Number(year), identity?.ownForm) : [];
  // A sheet that goes by the name of a form of the set may share its words with an own form.
  const own = found.filter((one) => {
    const isNamed = set.forms.some((form) => isNamedAfter(form, one.sheet.name));
    return (
      !(isNamed && one.tables.some(({ broken }) => broken === true)) && !isRatherOfSet(one, set, isNamed)
    );
  });
  return {
    byUnits: rowsOfUnits(file, own, { ...context, set, period }, identity?.period),
    sheets: withOwn(formSheets(withoutSheets(file, own), set, identity, year), own, set),
  };
}
