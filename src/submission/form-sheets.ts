/** Which sheets of a workbook are forms: by sheet name, else by the labels in them. */
import type { CriteriaSet, FormDefinition, RawFile, RawSheet } from '../model.js';
import { foldBare } from '../vietnamese-text.js';
import { fieldsEnteredOn } from './fields-of-form.js';
import { IDENTITY_SHEET, type FormIdentity } from './identity-sheet.js';
import { labelIndex, locateHeader } from './locate-header.js';
import { gridOf } from './sheet-grid.js';

export interface FoundForm {
  readonly form: FormDefinition;
  readonly sheet: RawSheet;
}

/** Columns that must be recognised before a sheet with another name is taken for a table form. */
const ENOUGH_LABELS = 4;

/** At most one sheet per form, in the order of the set's forms. */
export function formSheets(
  file: RawFile,
  set: CriteriaSet,
  identity: FormIdentity | undefined,
): readonly FoundForm[] {
  const sheets = file.sheets.filter(
    (sheet) => sheet.name.trim().toLowerCase() !== IDENTITY_SHEET && sheet.cells.length > 0,
  );
  const taken = new Set<RawSheet>();
  const found: FoundForm[] = [];
  for (const form of set.forms) {
    const names = new Set([form.sheet, ...(form.sheetAliases ?? [])].map(foldBare));
    const sheet = sheets.find((candidate) => !taken.has(candidate) && names.has(foldBare(candidate.name)));
    if (sheet === undefined) continue;
    taken.add(sheet);
    found.push({ form, sheet });
  }
  for (const form of set.forms) {
    if (form.shape !== 'table' || found.some((other) => other.form === form)) continue;
    // With an identity sheet the form said itself where its sheets are; others are the sender's own.
    if (identity !== undefined && identity.places.size > 0 && !identity.places.has(form.sheet)) continue;
    const index = labelIndex(form, fieldsEnteredOn(set, form));
    const best = sheets
      .filter((sheet) => !taken.has(sheet) && sheet.state === 'visible')
      .map((sheet) => ({ sheet, hits: locateHeader(gridOf(sheet), index)?.columns.size ?? 0 }))
      .sort((a, b) => b.hits - a.hits)[0];
    if (best === undefined || best.hits < ENOUGH_LABELS) continue;
    taken.add(best.sheet);
    found.push({ form, sheet: best.sheet });
  }
  return found.sort((a, b) => set.forms.indexOf(a.form) - set.forms.indexOf(b.form));
}
