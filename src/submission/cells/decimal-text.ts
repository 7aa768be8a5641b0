/**
 * Exact decimals from text: digits and a power of ten, never a double.
 * Written for the `<v>` texts of workbooks and for what people type; grammar of people's numbers in figure-text.ts.
 */

/** value = digits × 10^-scale; sign kept apart so that "-0" is seen. */
export interface Decimal {
  readonly negative: boolean;
  readonly digits: bigint;
  readonly scale: number;
}

const MACHINE = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/u;

/** A number as programs write it: `12`, `0.5`, `1.2E3`. Undefined when it is not one. */
export function machineDecimal(text: string): Decimal | undefined {
  const match = MACHINE.exec(text.trim());
  if (match === null) return undefined;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const power = Number(exponent);
  const scale = fraction.length - power;
  const digits = BigInt(whole + fraction);
  if (scale >= 0) return { negative: sign === '-', digits, scale };
  return { negative: sign === '-', digits: digits * 10n ** BigInt(-scale), scale: 0 };
}

/** Significant digits a spreadsheet keeps; what follows is noise of its binary arithmetic. */
const SPREADSHEET_DIGITS = 15;

/** The decimal a spreadsheet shows: rounded to 15 significant digits, trailing zeros dropped. */
export function withoutBinaryNoise(decimal: Decimal): Decimal {
  let { digits, scale } = decimal;
  const excess = String(digits).length - SPREADSHEET_DIGITS;
  if (excess > 0 && scale > 0) {
    const cut = Math.min(excess, scale);
    const divisor = 10n ** BigInt(cut);
    digits = (digits + divisor / 2n) / divisor;
    scale -= cut;
  }
  while (scale > 0 && digits % 10n === 0n) {
    digits /= 10n;
    scale -= 1;
  }
  return { negative: decimal.negative, digits, scale };
}

/** The decimal as an integer in units of 10^-scale; undefined when it has more decimals or is not safe. */
export function scaledInteger(decimal: Decimal, scale: number): number | undefined {
  let { digits, scale: own } = decimal;
  while (own > scale) {
    if (digits % 10n !== 0n) return undefined;
    digits /= 10n;
    own -= 1;
  }
  const value = digits * 10n ** BigInt(scale - own);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) return undefined;
  return decimal.negative && value !== 0n ? -Number(value) : Number(value);
}

/** With a decimal comma, ungrouped: 12,5. */
export function decimalText({ negative, digits, scale }: Decimal): string {
  const all = String(digits).padStart(scale + 1, '0');
  const whole = scale === 0 ? all : all.slice(0, -scale);
  return `${negative ? '-' : ''}${whole}${scale === 0 ? '' : `,${all.slice(-scale)}`}`;
}
