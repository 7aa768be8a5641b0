/**
 * What a unit gave in another place than the rows that should hold it: a field that may stand in two forms (“enterAt:
 * either”), or a number of rows written at once. It counts without the first place.
 */
import type { CriteriaSet, FieldDefinition, FieldId, UnitSubmission } from '../model.js';
import { formCounted } from './totals.js';

/** Something stands there, if only that it does not apply. */
export const isGivenInSecondPlace = (
  field: FieldDefinition,
  submission: UnitSubmission,
  set: CriteriaSet,
): boolean =>
  (field.alsoIn !== undefined && isGiven(field.id, field.alsoIn.form, submission)) ||
  totalsOf(field, set).some(({ id, form }) => isGiven(id, form, submission));

const isGiven = (field: FieldId, form: string, { tables }: UnitSubmission): boolean =>
  tables
    .get(form)
    ?.columns.get(field)
    ?.states.some((state) => state !== 'missing') === true;

/** Totals that count the answers of the field, or the rows that it names. */
export const totalsOf = (field: FieldDefinition, set: CriteriaSet): readonly FieldDefinition[] =>
  totalsIn(set).filter(({ totalOf }) => {
    if (totalOf === undefined) return false;
    if ('count' in totalOf) return totalOf.count === field.id;
    if ('positive' in totalOf) return totalOf.positive === field.id;
    const [key] = set.forms.find(({ id }) => id === formCounted(totalOf, set))?.rowKey ?? [];
    return key === field.id;
  });

const known = new WeakMap<CriteriaSet, readonly FieldDefinition[]>();

/** Asked for each field of each unit, so gathered once. */
function totalsIn(set: CriteriaSet): readonly FieldDefinition[] {
  const totals = known.get(set) ?? set.fields.filter(({ totalOf }) => totalOf !== undefined);
  known.set(set, totals);
  return totals;
}
