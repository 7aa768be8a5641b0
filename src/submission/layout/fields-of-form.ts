/** Fields that may be entered on a form, second places included, in the order of the criteria set. */
import type { CriteriaSet, FieldDefinition, FieldId, FormDefinition, PeriodKind } from '../../model.js';

export function fieldsEnteredOn(set: CriteriaSet, form: FormDefinition): readonly FieldDefinition[] {
  const known = entered.get(set) ?? new Map<string, readonly FieldDefinition[]>();
  entered.set(set, known);
  const fields =
    known.get(form.id) ??
    set.fields.filter((field) => field.form === form.id || field.alsoIn?.form === form.id);
  known.set(form.id, fields);
  return fields;
}

/** Asked for by every sheet of every file. */
const entered = new WeakMap<CriteriaSet, Map<string, readonly FieldDefinition[]>>();

/** The same, with those that earlier forms asked for and this period no longer does, or not yet. */
export const fieldsPrintedOn = (set: CriteriaSet, form: FormDefinition): readonly FieldDefinition[] => [
  ...fieldsEnteredOn(set, form),
  ...(set.notInPeriod ?? []).filter((field) => field.form === form.id || field.alsoIn?.form === form.id),
];

/** Every field of the set, with those that the period does not ask for. */
export const everyField = ({ fields, notInPeriod = [] }: CriteriaSet): readonly FieldDefinition[] => [
  ...fields,
  ...notInPeriod,
];

/** Fields of the form whose absence is an error in this kind of period. */
export const requiredOn = (
  set: CriteriaSet,
  form: FormDefinition,
  kind: PeriodKind,
  notAsked?: ReadonlySet<FieldId>,
): ReadonlySet<FieldId> =>
  new Set(
    set.fields
      .filter((field) => field.form === form.id && field.requiredIn.includes(kind))
      .filter((field) => notAsked?.has(field.id) !== true)
      .map((field) => field.id),
  );
