/** Reads one sheet as the form it is, by the form's shape. */
import type { CriteriaSet, PeriodKind } from '../../model.js';
import type { FormPlace } from '../layout/form-place.js';
import { fieldsPrintedOn, requiredOn } from '../layout/fields-of-form.js';
import { readListForm } from './read-list-form.js';
import { readTableForm, type FormReading } from './read-table-form.js';

export type SheetOfForm = Omit<FormPlace, 'fields' | 'formTitle'>;

/** Figures and findings of the sheet, with those that are not asked and stand there all the same; no table when its layout is not the form's. */
export function readForm(sheet: SheetOfForm, set: CriteriaSet, kind: PeriodKind): FormReading {
  const form = set.forms.find((candidate) => candidate.id === sheet.form);
  if (form === undefined) return { findings: [] };
  const place: FormPlace = {
    ...sheet,
    formTitle: form.sheet,
    fields: fieldsPrintedOn(set, form),
  };
  switch (form.shape) {
    case 'table':
    case 'criteria':
      return readTableForm(form, place, requiredOn(set, form, kind, sheet.notAsked));
    case 'list':
    case 'pairs':
      return readListForm(form, place);
    default:
      return form.shape satisfies never;
  }
}
