/**
 * The decimal sign that a column uses, as far as its own cells give it away:
 * "12,5" in one cell decides "1.234" in another; two habits in one column decide nothing.
 */
import type { FieldDefinition, RawCell } from '../../model.js';
import { cleanText } from '../../values/vietnamese-text.js';
import { decimalSignOf, type DecimalSign } from './figure-text.js';

/** Words that may follow a figure of the field. */
export const unitWordsOf = (field: FieldDefinition): readonly string[] =>
  field.type === 'percent' ? ['%'] : [field.unit ?? ''];

export const isDecimalField = (field: FieldDefinition): boolean =>
  field.type === 'amount' || field.type === 'percent';

/** The one sign the cells agree on; undefined when none says or when they disagree. */
export function decimalHabit(
  cells: Iterable<readonly [cell: RawCell, field: FieldDefinition]>,
): DecimalSign | undefined {
  const signs = new Set<DecimalSign>();
  for (const [cell, field] of cells) {
    if (cell.kind !== 'text') continue;
    const sign = decimalSignOf(cleanText(cell.raw), unitWordsOf(field));
    if (sign !== undefined) signs.add(sign);
  }
  const [only, second] = signs;
  return second === undefined ? only : undefined;
}
