/** Whether a number with "trên", "gần", "khoảng" … is honest beside the exact one. */
import { ONE, type Amount } from '../amount.js';
import type { Item } from '../reading/statement.js';
import { absolute } from '../../values/exact-rate.js';

/** How far "gần" may stay below and "khoảng" beside, in units of the printed place or of one percent of the number. */
const NEAR_PARTS = 20n;
const NEAR_STEPS = 2n;

/** `numerator / denominator` is the exact number. */
export function isHonest(item: Item, numerator: bigint, denominator: bigint): boolean {
  const exact = numerator / denominator;
  const above = numerator >= item.value * denominator;
  const below = numerator <= item.value * denominator;
  const distance = absolute(exact - item.value);
  const near = distance <= reach(item);
  switch (item.hedge) {
    case 'above':
    case 'atLeast':
      return above;
    case 'below':
      return numerator < item.value * denominator;
    case 'atMost':
      return below;
    case 'near':
      return numerator * 2n <= (2n * item.value + item.step) * denominator && near;
    case 'around':
    case undefined:
    default:
      return near;
  }
}

function reach({ value, step, kind }: Item): bigint {
  const share = value / NEAR_PARTS;
  const steps = (kind === 'percent' ? NEAR_STEPS : 1n) * step;
  // Who prints a decimal of a share is near to a half.
  if (kind === 'percent') return step >= ONE ? 3n * ONE : steps > ONE / 2n ? steps : ONE / 2n;
  return share > steps ? share : steps;
}

/** How exact a hedged or rounded count is: half of what it leaves open. */
export const slackOf = ({ hedge, scaled, step, value }: Item & Amount): bigint =>
  scaled === true ? step / 2n : hedge === undefined ? 0n : value / 100n;
