/** Which form a CSV file holds, told by its column titles, ids, codes or keys. */
import type { CriteriaSet, FormDefinition } from '../../model.js';
import { formByNames, type CsvShape } from './csv-form.js';
import { fieldsEnteredOn } from './fields-of-form.js';
import { labelKey } from './label-index.js';
import { codeOn } from './locate-lines.js';

const SHAPES: Readonly<Record<CsvShape['shape'], readonly FormDefinition['shape'][]>> = {
  table: ['table', 'criteria'],
  lines: ['list'],
  pairs: ['pairs'],
};

/** Undefined when no form of that shape knows any of the names. */
export const csvForm = (csv: CsvShape, set: CriteriaSet): FormDefinition | undefined =>
  formByNames(
    csv.names,
    set.forms
      .filter((form) => SHAPES[csv.shape].includes(form.shape))
      .map((form) => ({
        form,
        keys: new Set(
          fieldsEnteredOn(set, form).flatMap((field) =>
            [field.id, field.label, codeOn(field, form.id) ?? '', ...(field.aliases ?? [])].map(labelKey),
          ),
        ),
      })),
  );
