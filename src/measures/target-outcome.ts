/** A result against its target, in exact arithmetic: reached, exceeded, missed, by how much, how many more are needed. */
import { roundedPercent, type Fraction } from '../values/exact-rate.js';
import { formatPoints, formatScaled } from '../values/number-format.js';
import type { MeasureRecord, Target } from '../model.js';
import { decimalOf, type Decimal } from '../values/decimal.js';

export interface TargetDifference {
  readonly state: 'exceeded' | 'reached' | 'missed';
  /** At most: the lower the better. */
  readonly atMost: boolean;
  /** Rates: printed rate − target, in units of 10^-`decimals` points. Counts: figure − target, in the figure's own units. */
  readonly difference: bigint;
  /** Decimals of `difference` for rates; the scale of the figure for counts. */
  readonly decimals: number;
  /** Rates that miss: smallest change of the numerator that meets the target. Counts: the difference without sign. */
  readonly needed: number;
}

export interface TargetOutcome {
  readonly state: TargetDifference['state'];
  readonly atMost: boolean;
  /** The target as printed: "92%", "92,5%", "14". */
  readonly value: string;
  /** Rates: difference of the printed rate and the target, in points; undefined when it prints as zero. */
  readonly points?: string;
  /** Counts: the difference. Rates that miss: how many more (or fewer) units are needed. */
  readonly needed: number;
}

type Aim = Pick<Target, 'comparator' | 'value' | 'kind'>;

/** A number as people write it in lists: "92,5%" → 925 at scale 1; undefined when it is none. */
export const writtenDecimal = (text: string): Decimal | undefined =>
  /^\s*\d/u.test(text) ? decimalOf(text.replace(/%\s*$/u, '')) : undefined;

/**
 * Undefined when the measure has no such figure or the target is no number. `scale` is the scale of the figure
 * (0 for counts): an amount is compared with a target of as many decimals.
 */
export function targetDifference(
  target: Aim,
  measure: MeasureRecord,
  decimals: number,
  scale = 0,
): TargetDifference | undefined {
  const aim = writtenDecimal(target.value);
  if (aim === undefined || measure.reported === 0) return undefined;
  const atMost = target.comparator === 'at_most';
  if (target.kind === 'count') return countDifference(aim, measure, atMost, scale);
  if (measure.d === undefined || measure.d <= 0) return undefined;
  return rateDifference(aim, { numerator: measure.n, denominator: measure.d }, atMost, decimals);
}

/** The target as printed: "92%", "92,5%", "14"; undefined when it is no number. */
export function printedAim({ value, kind }: Aim): string | undefined {
  const aim = writtenDecimal(value);
  return aim === undefined
    ? undefined
    : `${formatScaled(aim.value, aim.scale)}${kind === 'count' ? '' : '%'}`;
}

/** The same for sentences: numbers as they are printed. */
export function targetOutcome(
  target: Aim,
  measure: MeasureRecord,
  decimals: number,
  scale = 0,
): TargetOutcome | undefined {
  const value = printedAim(target);
  const outcome = targetDifference(target, measure, decimals, scale);
  if (value === undefined || outcome === undefined) return undefined;
  const { state, atMost, difference, needed } = outcome;
  if (target.kind === 'count') return { state, atMost, value, needed };
  const points = difference === 0n ? {} : { points: formatPoints(difference, outcome.decimals) };
  return { state, atMost, value, ...points, needed };
}

const power = (scale: number): bigint => 10n ** BigInt(scale);
const stateOf = (difference: bigint, atMost: boolean): TargetDifference['state'] =>
  difference === 0n ? 'reached' : difference > 0n === atMost ? 'missed' : 'exceeded';

function countDifference(
  aim: Decimal,
  measure: MeasureRecord,
  atMost: boolean,
  scale: number,
): TargetDifference | undefined {
  if (aim.scale > scale) return undefined;
  const difference = BigInt(measure.n) - aim.value * power(scale - aim.scale);
  return {
    state: stateOf(difference, atMost),
    atMost,
    difference,
    decimals: scale,
    needed: Number(difference < 0n ? -difference : difference),
  };
}

function rateDifference(aim: Decimal, rate: Fraction, atMost: boolean, decimals: number): TargetDifference {
  // n · 100 · 10^scale against aim · d: no rounding decides whether a target is met.
  const left = BigInt(rate.numerator) * 100n * power(aim.scale);
  const right = aim.value * BigInt(rate.denominator);
  const exact = stateOf(left - right, atMost);
  const finer = Math.max(decimals, aim.scale);
  const printed = roundedPercent(rate, decimals) ?? 0n;
  const difference = printed * power(finer - decimals) - aim.value * power(finer - aim.scale);
  const state = exact === 'exceeded' && difference === 0n ? 'reached' : exact;
  return {
    state,
    atMost,
    difference,
    decimals: finer,
    needed: state === 'missed' ? needed(aim, rate, atMost) : 0,
  };
}

/** Smallest change of the numerator, the denominator unchanged, that meets the target. */
function needed(aim: Decimal, rate: Fraction, atMost: boolean): number {
  const product = aim.value * BigInt(rate.denominator);
  const whole = 100n * power(aim.scale);
  const floor = product / whole;
  const bound = atMost || floor * whole === product ? floor : floor + 1n;
  const change = atMost ? BigInt(rate.numerator) - bound : bound - BigInt(rate.numerator);
  return Number(change);
}
