/** What can be done with the answers of a field: which it takes, whether they are numbers, and whether those add up. */
import type { FieldDefinition } from '../model.js';

/** A field of a set, or its record in results. */
interface Typed {
  readonly type: string;
}

/** A count, an amount of money or a percentage. */
export const isNumeric = ({ type }: Typed): boolean => isQuantity({ type }) || type === 'percent';

/** A count or an amount: what is of its kind can be added. */
export const isQuantity = ({ type }: Typed): boolean => type === 'count' || type === 'amount';

/** Ids of the answers a field takes. */
export const answersOf = (field: Pick<FieldDefinition, 'type' | 'choices'>): readonly string[] =>
  field.type === 'yesNo' ? ['yes', 'no'] : (field.choices ?? []).map(({ id }) => id);
