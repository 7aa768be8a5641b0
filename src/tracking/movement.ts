/** How far one unit can move a rate of the whole, exactly: between 0 % and 100 % of its base, or at last year's value. */
import type { Movement } from '../model.js';
import { absolute } from '../values/exact-rate.js';

/** A count and the base it is counted in, of one unit or of the whole. */
export interface CountedShare {
  readonly numerator: number;
  readonly denominator: number;
}

const big = ({ numerator, denominator }: CountedShare) => ({ n: BigInt(numerator), d: BigInt(denominator) });
const larger = (one: bigint, other: bigint): bigint => (one > other ? one : other);
const ALL: Movement = { numerator: 1n, denominator: 1n };

/** `whole` is without the unit; its base joins with nothing or with all of it. */
export function movementByJoining(whole: CountedShare, base: number): Movement {
  const { n, d } = big(whole);
  if (d === 0n) return ALL;
  return { numerator: larger(n, d - n) * BigInt(base), denominator: d * (d + BigInt(base)) };
}

/** `whole` contains the unit; its numerator becomes nothing or all of its base. */
export function movementByCorrecting(whole: CountedShare, unit: CountedShare): Movement {
  const [{ d }, own] = [big(whole), big(unit)];
  return { numerator: larger(own.n, own.d - own.n), denominator: d };
}

/** The rate of `whole` against the one in which `now` (nothing when the unit is missing) is replaced by `instead`. */
export function movementByReplacing(
  whole: CountedShare,
  now: CountedShare,
  instead: CountedShare,
): Movement | undefined {
  const [all, old, fresh] = [big(whole), big(now), big(instead)];
  const denominator = all.d - old.d + fresh.d;
  if (all.d === 0n || denominator === 0n) return undefined;
  const numerator = (all.n - old.n + fresh.n) * all.d - all.n * denominator;
  return { numerator: absolute(numerator), denominator: all.d * denominator };
}

/** Larger movements first. */
export function compareMovements(one: Movement, other: Movement): number {
  const difference = other.numerator * one.denominator - one.numerator * other.denominator;
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}
