/** A number whose format shows another one than is stored, or a unit of measure that its field does not have. */
import type { FieldDefinition, ShownNumber } from '../../model.js';
import { inAMillion } from '../../values/money-units.js';
import { foldMarks } from '../../values/vietnamese-text.js';
import { decimalText, type Decimal } from './decimal-text.js';

export interface ShownProblem {
  readonly code: 'cell/shown-otherwise' | 'cell/shown-as-dong';
  readonly shown: string;
  readonly stored: string;
}

/** Words that make another number of the one before them: "tỷ" in a column of million đồng, "nghìn" anywhere. */
const MAGNITUDES = ['nghin', 'ngan', 'ngd', 'trieu', 'trd', 'tr', 'ty', 'ti'];
/** The same magnitude in short. */
const OF_MILLIONS = ['tr', 'trd'];

export function shownOtherwise(
  shown: ShownNumber,
  stored: Decimal,
  field: Pick<FieldDefinition, 'unit'>,
): ShownProblem | undefined {
  const words = foldMarks(shown.words.replaceAll('₫', 'đ'));
  const unit = foldMarks(field.unit ?? '').split(' ');
  const isOtherMagnitude = words
    .split(/[^a-z]+/u)
    .some((word) => MAGNITUDES.includes(word) && !unit.includes(OF_MILLIONS.includes(word) ? 'trieu' : word));
  const told = { shown: shown.text === '' ? 'trống' : shown.text, stored: decimalText(stored) };
  if (shown.otherwise === true || isOtherMagnitude) return { code: 'cell/shown-otherwise', ...told };
  // A sign of currency may be there for its looks: whoever writes 74 đồng where millions are asked hardly means so little.
  const isPlainMoney = inAMillion(words) === 1_000_000 && inAMillion(field.unit ?? '') === 1;
  return isPlainMoney ? { code: 'cell/shown-as-dong', ...told } : undefined;
}
