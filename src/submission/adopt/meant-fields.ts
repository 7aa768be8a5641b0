/** Which field of the set a header or line means, by its words and by what stands over them. */
import type { FieldDefinition, FormDefinition } from '../../model.js';
import { fieldsEnteredOn } from '../layout/fields-of-form.js';
import { fieldFor, isBareCount, labelIndex } from '../layout/label-index.js';
import { questionBehind } from './mark-columns.js';
import { namesNoTitle, totalsForms } from './meant-totals.js';
import { withoutFillers, type Proposing } from './proposing.js';

/** The same but for words that change nothing. */
export function looselyMeant(
  path: readonly string[],
  form: FormDefinition | undefined,
  proposing: Proposing,
  ofRows: boolean,
): FieldDefinition | undefined {
  if (form === undefined) return undefined;
  const less = path.map(withoutFillers);
  const field = less.join() === path.join() ? undefined : meant(less, form, proposing, ofRows);
  return form.rowKey?.includes(field?.id ?? '') === true ? undefined : field;
}

/** The field that label and headings together mean. */
export function meant(
  path: readonly string[],
  form: FormDefinition,
  { set }: Proposing,
  ofRows = true,
): FieldDefinition | undefined {
  if (!ofRows) {
    const totals = totalsForms(set).flatMap((one) => meantIn(path, one.form, one.fields, namesNoTitle) ?? []);
    if (totals.length === 1) return totals[0];
  }
  return meantIn(path, form, fieldsEnteredOn(set, form));
}

function meantIn(
  path: readonly string[],
  form: FormDefinition,
  fields: readonly FieldDefinition[],
  isBare = isBareCount,
): FieldDefinition | undefined {
  const index = labelIndex(form, fields, isBare);
  const named = ([label = '', ...above]: readonly string[]): FieldDefinition | undefined =>
    fieldFor(label, above, index, above);
  const field = named(path.toReversed());
  return field ?? questionBehind(path.at(-1) ?? '', form, named);
}
