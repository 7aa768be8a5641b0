/**
 * Of which units, and in which kind of period, a set asks a field: the one place where kinds decide. Dates decide in
 * `setInPeriod`.
 */
import type {
  CriteriaSet,
  FieldDefinition,
  FieldId,
  FormDefinition,
  PeriodKind,
  UnitVersion,
} from '../model.js';

type Kind = Pick<UnitVersion, 'type' | 'level'>;

const fits = ({ forTypes, forLevels }: FieldDefinition, { type, level }: Kind): boolean =>
  (forTypes === undefined || forTypes.some((one) => one === type)) && (forLevels?.includes(level) ?? true);

const NOTHING: ReadonlySet<FieldId> = new Set();

const known = new WeakMap<CriteriaSet, Map<string, ReadonlySet<FieldId>>>();

/** Fields of the set that are not asked of such a unit; an unknown unit is asked for everything. */
export function notAskedOf(set: CriteriaSet, unit: Kind | undefined): ReadonlySet<FieldId> {
  if (unit === undefined) return NOTHING;
  const kinds = known.get(set) ?? new Map<string, ReadonlySet<FieldId>>();
  known.set(set, kinds);
  const key = `${unit.level} ${unit.type}`;
  const before = kinds.get(key);
  if (before !== undefined) return before;
  const found = set.fields.flatMap((field) => (fits(field, unit) ? [] : [field.id]));
  const made = found.length === 0 ? NOTHING : new Set(found);
  kinds.set(key, made);
  return made;
}

/** Whether the field is asked in such a period; a registration asks for what it requires and what says so itself. */
export const isAskedIn = (
  { askedIn, requiredIn }: Pick<FieldDefinition, 'askedIn' | 'requiredIn'>,
  kind: PeriodKind,
): boolean => askedIn?.includes(kind) ?? (kind !== 'registration' || requiredIn.includes(kind));

/** Fields of a form that such a period asks, with what names its rows; none where only names would be left. */
export function askedFields(
  form: FormDefinition,
  fields: readonly FieldDefinition[],
  kind: PeriodKind,
): readonly FieldDefinition[] {
  if (form.shape === 'pairs') return fields;
  const names = new Set(form.rowKey);
  const asked = fields.filter((field) => isAskedIn(field, kind));
  return asked.some(({ id }) => !names.has(id))
    ? fields.filter((one) => names.has(one.id) || asked.includes(one))
    : [];
}
