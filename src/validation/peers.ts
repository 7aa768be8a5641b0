/** Medians among units of one run, in exact arithmetic. */
import { compareFractions, type Fraction } from '../values/exact-rate.js';

/**
 * For each unit the middle fraction of all the others; of two middle ones the lower, so that it is a fraction
 * somebody reported. Undefined where there are no others. Sorted once, not once per unit.
 */
export function mediansOfOthers(
  fractions: readonly (Fraction | undefined)[],
): readonly (Fraction | undefined)[] {
  const sorted = fractions
    .flatMap((fraction, index) => (fraction === undefined ? [] : [{ index, fraction }]))
    .toSorted((left, right) => compareFractions(left.fraction, right.fraction));
  const rank = new Map(sorted.map(({ index }, place) => [index, place]));
  return fractions.map((_, index) => {
    const own = rank.get(index);
    const others = own === undefined ? sorted.length : sorted.length - 1;
    const middle = Math.floor((others - 1) / 2);
    return sorted[own !== undefined && own <= middle ? middle + 1 : middle]?.fraction;
  });
}

/** Median of whole numbers, doubled, so that the mean of two middle ones stays whole. */
export function doubledMedian(numbers: readonly bigint[]): bigint | undefined {
  const sorted = numbers.toSorted((left, right) => (left < right ? -1 : left > right ? 1 : 0));
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? undefined : upper + lower;
}

/**
 * The power of ten nearest to left/right when they are far apart: 3 for "a thousand times", -1 for "a tenth".
 * Undefined below about seven times, where growth is a better explanation than a wrong unit of measure.
 */
export function powerApart(left: Fraction, right: Fraction): number | undefined {
  const [a, b] = [
    BigInt(left.numerator) * BigInt(right.denominator),
    BigInt(right.numerator) * BigInt(left.denominator),
  ];
  if (a <= 0n || b <= 0n) return undefined;
  const [larger, smaller] = a > b ? [a, b] : [b, a];
  if (larger * 3n < smaller * 20n) return undefined;
  let power = 1;
  while (larger * 100n >= smaller * 316n * 10n ** BigInt(power)) power += 1;
  return a > b ? power : -power;
}
