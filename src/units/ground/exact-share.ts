/** Shares of a unit as exact fractions: 0.35 is 35/100, never a floating-point number. */

export interface Share {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const WHOLE: Share = { numerator: 1n, denominator: 1n };
export const NOTHING: Share = { numerator: 0n, denominator: 1n };

/** "0.35" → 35/100; undefined when the text is no share between 0 and 1. */
export function shareOf(text: string): Share | undefined {
  const match = /^([01])(?:[.,](\d+))?$/u.exec(text);
  if (match === null) return undefined;
  const [, whole = '', decimals = ''] = match;
  const share = { numerator: BigInt(whole + decimals), denominator: 10n ** BigInt(decimals.length) };
  return share.numerator > share.denominator ? undefined : share;
}

export const addShares = (one: Share, other: Share): Share =>
  reduced(
    one.numerator * other.denominator + other.numerator * one.denominator,
    one.denominator * other.denominator,
  );

export const multiplyShares = (one: Share, other: Share): Share =>
  reduced(one.numerator * other.numerator, one.denominator * other.denominator);

export const isWhole = (share: Share): boolean => share.numerator === share.denominator;

/** The share as decimal text for messages; shares read from decimals end. */
export function shareText({ numerator, denominator }: Share): string {
  const whole = String(numerator / denominator);
  let rest = (numerator % denominator) * 10n;
  let decimals = '';
  while (rest > 0n && decimals.length < 12) {
    decimals += String(rest / denominator);
    rest = (rest % denominator) * 10n;
  }
  return decimals === '' ? whole : `${whole},${decimals}`;
}

/** Kept small, so that long chains of changes stay cheap. */
function reduced(numerator: bigint, denominator: bigint): Share {
  let [a, b] = [numerator, denominator];
  while (b > 0n) [a, b] = [b, a % b];
  return a <= 1n ? { numerator, denominator } : { numerator: numerator / a, denominator: denominator / a };
}
