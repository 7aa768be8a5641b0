/** A result against its target, in exact arithmetic: reached, exceeded, missed, and how many more are needed. */
import { roundedPercent, type Fraction } from '../exact-rate.js';
import { formatCount, formatPoints, formatScaled } from '../number-format.js';
import type { MeasureRecord, Target } from '../model.js';

export interface TargetOutcome {
  readonly state: 'exceeded' | 'reached' | 'missed';
  /** At most: the lower the better. */
  readonly atMost: boolean;
  /** The target as printed: "92%", "92,5%", "14". */
  readonly value: string;
  /** Rates: difference of the printed rate and the target, in points; undefined when it prints as zero. */
  readonly points?: string;
  /** Counts: the difference. Rates that miss: how many more (or fewer) units are needed. */
  readonly needed: number;
}

/** Exact decimal text as an integer with its scale: "92,5" → 925, 1. */
function decimalOf(text: string): { readonly digits: bigint; readonly scale: number } | undefined {
  const match = /^(\d+)(?:[.,](\d+))?\s*%?$/u.exec(text.trim());
  if (match === null) return undefined;
  const [, whole = '', fraction = ''] = match;
  return { digits: BigInt(whole + fraction), scale: fraction.length };
}

/** Undefined when the measure has no such figure or the target is no number. */
export function targetOutcome(
  target: Pick<Target, 'comparator' | 'value' | 'kind'>,
  measure: MeasureRecord,
  decimals: number,
): TargetOutcome | undefined {
  const aim = decimalOf(target.value);
  if (aim === undefined || measure.reported === 0) return undefined;
  const atMost = target.comparator === 'at_most';
  if (target.kind === 'count') return countOutcome(aim, measure, atMost);
  if (measure.d === undefined || measure.d <= 0) return undefined;
  return rateOutcome(aim, { numerator: measure.n, denominator: measure.d }, atMost, decimals);
}

interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

const power = (scale: number): bigint => 10n ** BigInt(scale);
const stateOf = (difference: bigint, atMost: boolean): TargetOutcome['state'] =>
  difference === 0n ? 'reached' : difference > 0n === atMost ? 'missed' : 'exceeded';

function countOutcome(aim: Decimal, measure: MeasureRecord, atMost: boolean): TargetOutcome | undefined {
  if (aim.scale > 0) return undefined;
  const difference = BigInt(measure.n) - aim.digits;
  return {
    state: stateOf(difference, atMost),
    atMost,
    value: formatCount(Number(aim.digits)),
    needed: Number(difference < 0n ? -difference : difference),
  };
}

function rateOutcome(aim: Decimal, rate: Fraction, atMost: boolean, decimals: number): TargetOutcome {
  // n · 100 · 10^scale against aim · d: no rounding decides whether a target is met.
  const left = BigInt(rate.numerator) * 100n * power(aim.scale);
  const right = aim.digits * BigInt(rate.denominator);
  const exact = stateOf(left - right, atMost);
  const printed = printedDifference(aim, rate, decimals);
  const state = exact === 'exceeded' && printed === 0n ? 'reached' : exact;
  return {
    state,
    atMost,
    value: `${formatScaled(aim.digits, aim.scale)}%`,
    ...(printed === 0n ? {} : { points: formatPoints(printed, Math.max(decimals, aim.scale)) }),
    needed: state === 'missed' ? needed(aim, rate, atMost) : 0,
  };
}

/** The printed rate minus the target, at the finer of both precisions. */
function printedDifference(aim: Decimal, rate: Fraction, decimals: number): bigint {
  const finer = Math.max(decimals, aim.scale);
  const printed = roundedPercent(rate, decimals) ?? 0n;
  return printed * power(finer - decimals) - aim.digits * power(finer - aim.scale);
}

/** Smallest change of the numerator, the denominator unchanged, that meets the target. */
function needed(aim: Decimal, rate: Fraction, atMost: boolean): number {
  const product = aim.digits * BigInt(rate.denominator);
  const whole = 100n * power(aim.scale);
  const floor = product / whole;
  const bound = atMost || floor * whole === product ? floor : floor + 1n;
  const change = atMost ? BigInt(rate.numerator) - bound : bound - BigInt(rate.numerator);
  return Number(change);
}
