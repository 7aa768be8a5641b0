/** Exact decimal text, never a double: an integer and how many of its digits stand behind the decimal sign. */

/** The number is value × 10^-scale. */
export interface Decimal {
  readonly value: bigint;
  readonly scale: number;
}

/** "92,5" or "92.5" → 925 at scale 1; undefined when the text is no plain decimal. */
export function decimalOf(text: string): Decimal | undefined {
  const match = /^(-?\d+)(?:[.,](\d+))?$/u.exec(text.trim());
  if (match === null) return undefined;
  const [, whole = '', fraction = ''] = match;
  return { value: BigInt(whole + fraction), scale: fraction.length };
}
