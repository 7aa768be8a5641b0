/** What the rates of a set divide a count by: "Số hộ được tặng danh hiệu" by all households, by those registered. */
import type { CriteriaSet, FieldDefinition, FieldId, Term } from '../model.js';
import { totalField } from './own-list.js';
import { rowsKey } from './totals.js';

/** In the order of the set's rates; only what is a field, or a number of rows with a name. */
export function basesOf(
  field: FieldId,
  { totals, fields, indicators }: Pick<CriteriaSet, 'totals' | 'fields' | 'indicators'>,
): readonly FieldDefinition[] {
  const counted: Term = totals.find(({ id }) => id === field)?.totalOf ?? { sum: field };
  return indicators.flatMap(({ numerator, denominator: of }) => {
    if (of === undefined || rowsKey(numerator) !== rowsKey(counted)) return [];
    if ('sum' in of) return fields.filter(({ id }) => id === of.sum);
    return totals.filter(({ totalOf }) => rowsKey(totalOf) === rowsKey(of)).map(totalField);
  });
}
