/** In which fields a unit may give a number of rows at once: in one, or in one for each answer that divides the rows. */
import type { CriteriaSet, FieldDefinition, FieldId, FormId, RowCount, Term } from '../model.js';

/** By the number of rows: the ways to give it, the nearest first; the fields of one way add up to it. */
export type TotalWays = ReadonlyMap<string, readonly (readonly FieldId[])[]>;

/** A number of rows as a key: the same rows are written the same way everywhere in a set. */
export const rowsKey = (term: Term): string => JSON.stringify(term);

type Total = FieldDefinition & { readonly totalOf: RowCount };
const isTotal = (field: FieldDefinition): field is Total => field.totalOf !== undefined;

/** Every number of rows that some field of the set gives. */
export function totalWays(set: Pick<CriteriaSet, 'fields'>): TotalWays {
  const totals = set.fields.filter(isTotal);
  const ways = new Map<string, (readonly FieldId[])[]>();
  const add = (of: RowCount, fields: readonly FieldId[]): void => {
    ways.set(rowsKey(of), [...(ways.get(rowsKey(of)) ?? []), fields]);
  };
  for (const { id, totalOf } of totals) add(totalOf, [id]);
  for (const [whole, parts] of dividedTotals(totals)) {
    const [first] = parts;
    const answers = answersOf(set.fields.find(({ id }) => id === first?.totalOf.where?.field));
    const said = parts.flatMap(({ totalOf }) => totalOf.where?.in ?? []);
    // Only parts that lie apart and together are all add up to the whole.
    const isAll =
      answers.length > 0 && answers.every((one) => said.filter((other) => other === one).length === 1);
    if (isAll) ways.set(whole, [...(ways.get(whole) ?? []), parts.map(({ id }) => id)]);
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
    if (parts.every(({ totalOf }) => totalOf.where?.field === where.field))
      divided.set(key, [...parts, total]);
  }
  return divided;
}

const answersOf = (field: FieldDefinition | undefined): readonly string[] =>
  field?.type === 'yesNo' ? ['yes', 'no'] : (field?.choices ?? []).map(({ id }) => id);

/** The form whose rows are counted. */
export const formCounted = (of: RowCount, set: Pick<CriteriaSet, 'fields'>): FormId | undefined =>
  'rows' in of ? of.rows : set.fields.find(({ id }) => id === ('count' in of ? of.count : of.positive))?.form;
