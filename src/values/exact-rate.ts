/** Exact rates: a fraction of two safe integers, rounded once, half away from zero, in integer arithmetic. */

export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

const TEN = 10n;

/**
 * `numerator / denominator` in percent as an integer in units of 10^-decimals of a percent.
 * 31245/33920 with 2 decimals → 9211n, printed 92,11%. Undefined when the denominator is not positive.
 */
export function roundedPercent(fraction: Fraction, decimals: number): bigint | undefined {
  if (fraction.denominator <= 0) return undefined;
  const scaled = BigInt(fraction.numerator) * 100n * TEN ** BigInt(decimals);
  return divideRounded(scaled, BigInt(fraction.denominator));
}

export const absolute = (value: bigint): bigint => (value < 0n ? -value : value);

/** Integer division rounding half away from zero. `divisor` must be positive. */
export function divideRounded(dividend: bigint, divisor: bigint): bigint {
  const doubled = dividend * 2n;
  return dividend >= 0n ? (doubled + divisor) / (2n * divisor) : -((-doubled + divisor) / (2n * divisor));
}

/** Sign of a/b − c/d, exactly; denominators positive. */
export function compareFractions(left: Fraction, right: Fraction): -1 | 0 | 1 {
  const difference =
    BigInt(left.numerator) * BigInt(right.denominator) - BigInt(right.numerator) * BigInt(left.denominator);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Adds safe integers; undefined when the sum would no longer be safe, so that nothing is silently wrong. */
export function addSafely(left: number, right: number): number | undefined {
  const sum = left + right;
  return Number.isSafeInteger(sum) ? sum : undefined;
}
