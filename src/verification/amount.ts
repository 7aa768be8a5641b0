/** Exact numbers as printed: millionths of one, with the worth of the last printed digit. Never a double. */
import { absolute } from '../values/exact-rate.js';

/** One, in millionths. */
export const ONE = 1_000_000n;
export const HUNDRED = 100n * ONE;
const PLACES = 6;

export interface Amount {
  readonly value: bigint;
  /** Worth of one unit in the last printed place; trailing zeros count. */
  readonly step: bigint;
}

const power = (exponent: number): bigint => 10n ** BigInt(exponent);

/** Digits before and after the decimal sign, times 10^zeros; undefined with more places than can be held. */
export function amountOf(whole: string, decimals: string, zeros = 0): Amount | undefined {
  const shift = PLACES + zeros - decimals.length;
  if (shift < 0 || whole.length > 15) return undefined;
  return { value: BigInt(whole + decimals) * power(shift), step: power(shift) };
}

export const isWhole = ({ value }: Amount): boolean => value % ONE === 0n;

/** How a printed number stands to an exact one given as a fraction: |fraction − printed|. */
export type Agreement = 'right' | 'truncated' | 'raised' | 'differs';

/** `numerator / denominator` against what is printed; `slack` widens for numbers that are rounded themselves. */
export function agreement(numerator: bigint, denominator: bigint, printed: Amount, slack = 0n): Agreement {
  const difference = numerator - printed.value * denominator;
  const step = (printed.step + 2n * slack) * denominator;
  if (absolute(difference) * 2n <= step) return 'right';
  if (absolute(difference) >= printed.step * denominator + slack * denominator) return 'differs';
  return difference > 0n ? 'truncated' : 'raised';
}

/** A fraction rounded to the places of a step. */
export function roundedTo(numerator: bigint, denominator: bigint, step: bigint): bigint {
  const doubled = (2n * numerator + denominator * step) / (2n * denominator * step);
  return doubled * step;
}

/** As Vietnamese officials print it: 1.234,5. `step` says how many places. */
export function printed(value: bigint, step = ONE): string {
  const negative = value < 0n;
  const size = absolute(value);
  const whole = String(size / ONE).replace(/\B(?=(\d{3})+(?!\d))/gu, '.');
  const places = step >= ONE ? 0 : PLACES + 1 - String(step).length;
  const decimals = String(size % ONE)
    .padStart(PLACES, '0')
    .slice(0, places);
  return `${negative ? '-' : ''}${whole}${decimals === '' ? '' : `,${decimals}`}`;
}
