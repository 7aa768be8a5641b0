/** Reads one sheet as the form it is, by the form's shape. */
import type { CriteriaSet, FieldId, PeriodKind } from '../model.js';
import type { FormPlace } from './figure-table.js';
import { fieldsEnteredOn, requiredOn } from './fields-of-form.js';
import { readListForm } from './read-list-form.js';
import { readTableForm, type FormReading } from './read-table-form.js';

export interface SheetOfForm extends Omit<FormPlace, 'fields' | 'formTitle'> {
  readonly identityPlaces: ReadonlyMap<FieldId, { readonly row: number; readonly column: number }>;
}

/** Figures and findings of the sheet; no table when its layout is not the form's. */
export function readForm(sheet: SheetOfForm, set: CriteriaSet, kind: PeriodKind): FormReading {
  const form = set.forms.find((candidate) => candidate.id === sheet.form);
  if (form === undefined) return { findings: [] };
  const place: FormPlace = {
    file: sheet.file,
    grid: sheet.grid,
    form: sheet.form,
    formTitle: form.sheet,
    subject: sheet.subject,
    fields: fieldsEnteredOn(set, form),
  };
  switch (form.shape) {
    case 'table':
    case 'criteria':
      return readTableForm(form, place, requiredOn(set, form, kind));
    case 'list':
    case 'pairs':
      return readListForm(form, place, sheet.identityPlaces);
    default:
      return form.shape satisfies never;
  }
}
