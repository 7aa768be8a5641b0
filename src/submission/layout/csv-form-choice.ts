/** Which form a CSV file holds, told by its column titles, ids, codes or keys. */
import type { CriteriaSet, FormDefinition } from '../../model.js';
import { formByNames, type CsvShape } from './csv-form.js';
import { fieldsEnteredOn } from './fields-of-form.js';
import { labelKey } from './label-index.js';
import { codeOn } from './locate-lines.js';
import { smallest } from '../../values/of-many.js';

const SHAPES: Readonly<Record<CsvShape['shape'], readonly FormDefinition['shape'][]>> = {
  table: ['table', 'criteria'],
  lines: ['list'],
  pairs: ['pairs'],
};

export interface ChosenForm {
  readonly form: FormDefinition;
  readonly set: CriteriaSet;
}

/** The form of the set that the names fit best, of equal ones the first; undefined when none knows any of them. */
export function csvForm(csv: CsvShape, sets: readonly CriteriaSet[]): ChosenForm | undefined {
  const chosen = sets.flatMap((set) => {
    const form = formIn(csv, set);
    return form === undefined ? [] : [{ form, set, misfit: misfit(csv, form, set) }];
  });
  const least = smallest(chosen.map((one) => one.misfit));
  return chosen.find((one) => one.misfit === least);
}

const formIn = (csv: CsvShape, set: CriteriaSet): FormDefinition | undefined =>
  formByNames(
    csv.names,
    set.forms
      .filter((form) => SHAPES[csv.shape].includes(form.shape))
      .map((form) => ({ form, keys: new Set(spellings(form, set).flat()) })),
  );

/** Names that the form does not have, and fields of the form that no name stands for. */
function misfit(csv: CsvShape, form: FormDefinition, set: CriteriaSet): number {
  const names = new Set(csv.names.map(labelKey));
  const fields = spellings(form, set);
  const known = new Set(fields.flat());
  const strange = [...names].filter((name) => !known.has(name)).length;
  return strange + fields.filter((keys) => !keys.some((key) => names.has(key))).length;
}

/** How each field may be called in a file. */
const spellings = (form: FormDefinition, set: CriteriaSet): readonly (readonly string[])[] =>
  fieldsEnteredOn(set, form).map((field) =>
    [field.id, field.label, codeOn(field, form.id) ?? '', ...(field.aliases ?? [])].map(labelKey),
  );
