/** Of which units a set asks a field: the one place where kinds of units decide. Dates decide in `setInPeriod`. */
import type { CriteriaSet, FieldDefinition, FieldId, UnitVersion } from '../model.js';

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
