/** Fields that may be entered on a form, second places included, in the order of the criteria set. */
import type { CriteriaSet, FieldDefinition, FieldId, FormDefinition, PeriodKind } from '../../model.js';

export const fieldsEnteredOn = (set: CriteriaSet, form: FormDefinition): readonly FieldDefinition[] =>
  listed(entered, set, form.id, () => set.fields.filter((field) => isOn(field, form)));

/** The same, with those that earlier forms asked for and this period no longer does, or not yet. */
export const fieldsPrintedOn = (set: CriteriaSet, form: FormDefinition): readonly FieldDefinition[] =>
  listed(printed, set, form.id, () => [
    ...fieldsEnteredOn(set, form),
    ...(set.notInPeriod ?? []).filter((field) => isOn(field, form)),
  ]);

const isOn = (field: FieldDefinition, form: FormDefinition): boolean =>
  field.form === form.id || field.alsoIn?.form === form.id;

/** Asked for by every sheet of every file: one list each, of which others keep what they make of it. */
type FieldLists = WeakMap<CriteriaSet, Map<string, readonly FieldDefinition[]>>;
const entered: FieldLists = new WeakMap();
const printed: FieldLists = new WeakMap();
const required: FieldLists = new WeakMap();

function listed(
  lists: FieldLists,
  set: CriteriaSet,
  key: string,
  made: () => readonly FieldDefinition[],
): readonly FieldDefinition[] {
  const known = lists.get(set) ?? new Map<string, readonly FieldDefinition[]>();
  lists.set(set, known);
  const fields = known.get(key) ?? made();
  known.set(key, fields);
  return fields;
}

/** Every field of the set, with those that the period does not ask for. */
export const everyField = ({ fields, notInPeriod = [] }: CriteriaSet): readonly FieldDefinition[] => [
  ...fields,
  ...notInPeriod,
];

/** Fields of the form whose absence is an error in this kind of period. */
export function requiredOn(
  set: CriteriaSet,
  form: FormDefinition,
  kind: PeriodKind,
  notAsked?: ReadonlySet<FieldId>,
): ReadonlySet<FieldId> {
  const fields = listed(required, set, `${kind} ${form.id}`, () =>
    set.fields.filter((field) => field.form === form.id && field.requiredIn.includes(kind)),
  );
  return new Set(fields.flatMap(({ id }) => (notAsked?.has(id) === true ? [] : [id])));
}
