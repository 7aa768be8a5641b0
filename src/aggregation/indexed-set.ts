/** What terms look up: fields and forms by id, totals by what they count, where a unit gave a field. */
import { totalWays, type TotalWays } from '../criteria/totals.js';
import type {
  CriteriaSet,
  FieldColumn,
  FieldDefinition,
  FieldId,
  FigureTable,
  FormDefinition,
  FormId,
  ValidatedSubmission,
} from '../model.js';

/** A criteria set with its fields and forms by id, made once per run. */
export interface IndexedSet {
  readonly fields: ReadonlyMap<FieldId, FieldDefinition>;
  readonly forms: ReadonlyMap<FormId, FormDefinition>;
  /** In which fields a unit may give numbers of rows at once. */
  readonly totals: TotalWays;
}

export const indexedSet = (set: CriteriaSet): IndexedSet => ({
  fields: new Map(set.fields.map((field) => [field.id, field])),
  forms: new Map(set.forms.map((form) => [form.id, form])),
  totals: totalWays(set),
});

/** A field in one of the forms it was sent in. */
export interface FieldPlace {
  readonly table: FigureTable;
  readonly column: FieldColumn;
  readonly definition: FieldDefinition;
}

/** Where a field stands: its own form first, then its second place; a form in doubt as a whole is no place. */
export function placesOf(
  field: FieldId,
  submission: ValidatedSubmission,
  set: IndexedSet,
): readonly FieldPlace[] {
  const definition = set.fields.get(field);
  if (definition === undefined) return [];
  const places: FieldPlace[] = [];
  for (const form of [definition.form, definition.alsoIn?.form]) {
    if (form === undefined || submission.excludedForms.has(form)) continue;
    const table = submission.tables.get(form);
    const column = table?.columns.get(field);
    if (table !== undefined && column !== undefined) places.push({ table, column, definition });
  }
  return places;
}
