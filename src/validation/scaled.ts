/** Scaled integers of different scales brought together, and decimals of rule data read exactly. */
import type { FieldId } from '../model.js';
import { formatFigure } from '../values/number-format.js';
import { fieldOf, type UnitView } from './unit-view.js';
import { defined } from '../values/defined.js';
import { decimalOf } from '../values/decimal.js';
import { largest } from '../values/of-many.js';
import { inner } from '../values/inner-quotes.js';

export { decimalOf, type Decimal } from '../values/decimal.js';

/** A number of rule data (2, 0.5) in units of 10^-scale; undefined when it does not fit exactly. */
export function scaledOf(number: number | string, scale: number): number | undefined {
  const decimal = decimalOf(String(number));
  if (decimal === undefined) return undefined;
  const shift = scale - decimal.scale;
  if (shift < 0 && decimal.value % 10n ** BigInt(-shift) !== 0n) return undefined;
  const scaled = shift < 0 ? decimal.value / 10n ** BigInt(-shift) : decimal.value * 10n ** BigInt(shift);
  return scaled >= Number.MIN_SAFE_INTEGER && scaled <= Number.MAX_SAFE_INTEGER ? Number(scaled) : undefined;
}

export const scaleOf = (view: UnitView, field: FieldId): number => fieldOf(view, field)?.scale ?? 0;

/** Factors that bring figures of these fields to their finest common scale. */
export function commonScale(
  view: UnitView,
  fields: readonly FieldId[],
): { readonly scale: number; readonly factors: readonly number[] } {
  const scales = fields.map((field) => scaleOf(view, field));
  const scale = largest(scales, 0);
  return { scale, factors: scales.map((own) => 10 ** (scale - own)) };
}

/** The field's label, for quoting: quotation marks inside it become single ones. */
export const labelOf = (view: UnitView, field: FieldId): string =>
  inner(fieldOf(view, field)?.label ?? field);

/** A figure for a sentence, with its unit of measure: "1.234 hộ". */
export function figureText(view: UnitView, field: FieldId, number: number | bigint, scale?: number): string {
  const measure = fieldOf(view, field)?.unit;
  const figure = formatFigure(number, {
    scale: scale ?? scaleOf(view, field),
    ...defined({ unit: measure }),
  });
  return measure === undefined || measure === '' || measure === '%' ? figure : `${figure} ${measure}`;
}
