/** In which fields a unit may give a number of rows at once: in one, or in one for each answer that divides the rows. */
import { answersOf } from '../measures/field-types.js';
import type { CriteriaSet, FieldDefinition, FieldId, FormId, RowCount, Term } from '../model.js';
import { addTo } from '../values/groups.js';

/** By the number of rows: the ways to give it, the nearest first; the fields of one way add up to it. */
export type TotalWays = ReadonlyMap<string, readonly (readonly FieldId[])[]>;

/** A number of rows as a key: the same rows are written the same way everywhere in a set. */
export const rowsKey = (term: Term): string => JSON.stringify(term);

type Total = FieldDefinition & { readonly totalOf: RowCount };
const isTotal = (field: FieldDefinition): field is Total => field.totalOf !== undefined;

/** The ways to give what a term counts. Asked for every term of every unit: most sets have none, and no key is made. */
export const waysToGive = (term: Term, totals: TotalWays): readonly (readonly FieldId[])[] =>
  (totals.size === 0 ? undefined : totals.get(rowsKey(term))) ?? [];

/** Every number of rows that some field of the set gives. */
export function totalWays(set: Pick<CriteriaSet, 'fields'>): TotalWays {
  const totals = set.fields.filter(isTotal);
  const ways = new Map<string, (readonly FieldId[])[]>();
  for (const { id, totalOf } of totals) addTo(ways, rowsKey(totalOf), [id]);
  for (const [whole, parts] of dividedTotals(totals)) {
    const [first] = parts;
    const dividing = set.fields.find(({ id }) => id === first?.totalOf.where?.field);
    const answers = dividing === undefined ? [] : answersOf(dividing);
    const said = parts.flatMap(({ totalOf }) => totalOf.where?.in ?? []);
    // Only parts that lie apart and together are all add up to the whole.
    const isAll =
      answers.length > 0 && answers.every((one) => said.filter((other) => other === one).length === 1);
    const fields = parts.map(({ id }) => id);
    if (isAll) addTo(ways, whole, fields);
  }
  return ways;
}

/** Totals that differ by one filter alone, by what they count without it. */
function dividedTotals(totals: readonly Total[]): ReadonlyMap<string, readonly Total[]> {
  const divided = new Map<string, Total[]>();
  for (const total of totals) {
    const { where, ...whole } = total.totalOf;
    if (where === undefined || where.unless !== undefined) continue;
    const key = rowsKey(whole);
    const parts = divided.get(key) ?? [];
    if (parts.every(({ totalOf }) => totalOf.where?.field === where.field)) addTo(divided, key, total);
  }
  return divided;
}

/** The form whose rows are counted. */
export const formCounted = (of: RowCount, set: Pick<CriteriaSet, 'fields'>): FormId | undefined =>
  'rows' in of ? of.rows : set.fields.find(({ id }) => id === ('count' in of ? of.count : of.positive))?.form;
