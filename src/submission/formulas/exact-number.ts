/**
 * Numbers of formulas as fractions of two integers, each with the most by which a spreadsheet, which calculates in
 * binary, may stray from it. Nothing is decided in floating point; the stray is a bound, never a figure.
 */
import { machineDecimal, type Decimal } from '../cells/decimal-text.js';
import { notCalculated } from './not-calculated.js';
import { divideRounded } from '../../values/exact-rate.js';

export interface Exact {
  readonly top: bigint;
  /** Positive. */
  readonly bottom: bigint;
  /** Most that the stored result of a spreadsheet may be away from the fraction; 0 where it is exact, too. */
  readonly stray: number;
  /** A division made it: programs may store it rounded. */
  readonly divided: boolean;
}

/** One part in 2^52: how finely a double is stored. */
const STEP = Number.EPSILON;
const SAFE = BigInt(Number.MAX_SAFE_INTEGER);
/** Fractions longer than this are cut; spreadsheets keep 15 digits. */
const LONGEST = 10n ** 120n;
const CUT = 10n ** 60n;
/** Spreadsheets give an error for what is larger than some 10^308. */
const LARGEST = 10n ** 300n;

export const ZERO: Exact = { top: 0n, bottom: 1n, stray: 0, divided: false };
export const whole = (value: bigint | number): Exact => ({ ...ZERO, top: BigInt(value) });

export const approximate = ({ top, bottom }: Pick<Exact, 'top' | 'bottom'>): number =>
  bottom === 1n ? Number(top) : Number((top * CUT) / bottom) / Number(CUT);

const size = (one: Exact): number => Math.abs(approximate(one));
/** A double holds it as it is, so that a single calculation gives it exactly: whole numbers, halves, quarters … */
function isHeldExactly({ top, bottom }: Pick<Exact, 'top' | 'bottom'>): boolean {
  let [odd, halves] = [bottom, 0];
  for (; odd % 2n === 0n && halves <= LONGEST_BINARY; halves += 1) odd /= 2n;
  const whole = top / odd;
  return halves <= LONGEST_BINARY && top % odd === 0n && -SAFE <= whole && whole <= SAFE;
}

/** A result with the stray of its parts and of its own rounding. */
function made(top: bigint, bottom: bigint, stray: number, divided: boolean): Exact {
  if (top > LARGEST * bottom || -top > LARGEST * bottom) return notCalculated();
  const cut = bottom > LONGEST ? { top: (top * CUT) / bottom, bottom: CUT } : reduced(top, bottom);
  const exact = stray === 0 && isHeldExactly(cut);
  return { ...cut, stray: exact ? 0 : stray + Math.abs(approximate(cut)) * STEP, divided };
}

const reduced = (top: bigint, bottom: bigint): Pick<Exact, 'top' | 'bottom'> =>
  bottom !== 1n && top % bottom === 0n ? { top: top / bottom, bottom: 1n } : { top, bottom };

/** A number as a workbook stores it. */
export function exactOf(raw: string): Exact | undefined {
  const decimal = machineDecimal(raw);
  if (decimal === undefined || decimal.scale > 60 || decimal.digits > LONGEST) return undefined;
  const top = decimal.negative ? -decimal.digits : decimal.digits;
  const bottom = 10n ** BigInt(decimal.scale);
  return isBinary(decimal) ? { top, bottom, stray: 0, divided: false } : made(top, bottom, 0, false);
}

/** Stored in binary as it is written: whole numbers, halves, quarters … */
const isBinary = ({ digits, scale }: Decimal): boolean =>
  digits <= SAFE && (scale === 0 || (scale <= LONGEST_BINARY && digits % 5n ** BigInt(scale) === 0n));
const LONGEST_BINARY = 20;

export const negated = (one: Exact): Exact => ({ ...one, top: -one.top });

export function plus(a: Exact, b: Exact): Exact {
  const stray = a.stray + b.stray;
  const divided = a.divided || b.divided;
  // Decimals meet at the finer of their two scales, so that long sums do not grow.
  if (a.bottom % b.bottom === 0n)
    return made(a.top + b.top * (a.bottom / b.bottom), a.bottom, stray, divided);
  if (b.bottom % a.bottom === 0n)
    return made(a.top * (b.bottom / a.bottom) + b.top, b.bottom, stray, divided);
  return made(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom, stray, divided);
}

export const minus = (a: Exact, b: Exact): Exact => plus(a, negated(b));

export function times(a: Exact, b: Exact): Exact {
  const stray = a.stray * size(b) + b.stray * size(a) + a.stray * b.stray;
  return made(a.top * b.top, a.bottom * b.bottom, stray, a.divided || b.divided);
}

/** Undefined when `b` is zero. */
export function over(a: Exact, b: Exact): Exact | undefined {
  if (b.top === 0n) return undefined;
  const sign = b.top < 0n ? -1n : 1n;
  const quotient = { top: sign * a.top * b.bottom, bottom: sign * a.bottom * b.top };
  const stray = (a.stray + Math.abs(approximate(quotient)) * b.stray) / size(b);
  return made(quotient.top, quotient.bottom, stray, true);
}

/** Sign of a − b; undefined when binary arithmetic might see it otherwise. */
export function order(a: Exact, b: Exact): -1 | 0 | 1 | undefined {
  const apart = a.top * b.bottom - b.top * a.bottom;
  const stray = a.stray + b.stray;
  if (stray === 0) return apart === 0n ? 0 : apart < 0n ? -1 : 1;
  if (Math.abs(approximate({ top: apart, bottom: a.bottom * b.bottom })) <= stray) return undefined;
  return apart < 0n ? -1 : 1;
}

export type Rounding = 'near' | 'up' | 'down' | 'floor';

/** Rounded to `decimals` places, also negative ones. Where the stray decides, either neighbour is right. */
export function rounded(one: Exact, decimals: number, way: Rounding): Exact {
  const unit = 10n ** BigInt(Math.abs(decimals));
  const [top, bottom] = decimals >= 0 ? [one.top * unit, one.bottom] : [one.top, one.bottom * unit];
  const value = roundedWhole(top, bottom, way);
  const doubtful = one.stray > 0 && nearEdge(top, bottom, one.stray * 10 ** decimals, way);
  const stray = doubtful ? 10 ** -decimals : 0;
  return decimals >= 0 ? made(value, unit, stray, one.divided) : made(value * unit, 1n, stray, one.divided);
}

function roundedWhole(top: bigint, bottom: bigint, way: Rounding): bigint {
  if (way === 'near') return divideRounded(top, bottom);
  const down = top / bottom;
  const rest = top % bottom;
  if (rest === 0n || way === 'down') return down;
  if (way === 'floor') return rest < 0n ? down - 1n : down;
  return rest < 0n ? down - 1n : down + 1n;
}

/** The value stands so near where the rounding turns that the stray may carry it over. */
function nearEdge(top: bigint, bottom: bigint, stray: number, way: Rounding): boolean {
  const shifted = way === 'near' ? { top: 2n * top + bottom, bottom: 2n * bottom } : { top, bottom };
  const nearest = divideRounded(shifted.top, shifted.bottom);
  const gap = { top: shifted.top - nearest * shifted.bottom, bottom: shifted.bottom };
  return Math.abs(approximate(gap)) <= stray;
}

/** Digits behind the point from which on a stored text may be a rounded quotient. */
const FEWEST_DECIMALS = 2;

const FIFTEEN_DIGITS = 1e-14;

/** The stored text is what a spreadsheet holds for the number, at the precision it was stored with. */
export function isStoredAs(one: Exact, raw: string): boolean {
  const stored = exactOf(raw);
  if (stored === undefined) return false;
  const gap = { top: stored.top * one.bottom - one.top * stored.bottom, bottom: stored.bottom * one.bottom };
  const decimals = machineDecimal(raw)?.scale ?? 0;
  const mayBeRounded = one.divided && decimals >= FEWEST_DECIMALS;
  const half = mayBeRounded ? 10 ** -decimals / 2 : 0;
  const off = Math.abs(approximate(gap));
  if (gap.top === 0n) return true;
  // Some programs store the 15 digits that they show.
  const shown = one.stray > 0 ? size(one) * FIFTEEN_DIGITS : 0;
  return off <= 2 * one.stray + 2 * stored.stray + half + shown;
}

/** As people read it, with a decimal comma and at most so many decimals: 214; 0,910638. */
export function shownNumber({ top, bottom }: Pick<Exact, 'top' | 'bottom'>, decimals = 6): string {
  const value = divideRounded(top * 10n ** BigInt(decimals), bottom);
  const padded = (value < 0n ? -value : value).toString().padStart(decimals + 1, '0');
  const fraction = padded.slice(-decimals).replace(/0+$/u, '');
  return `${value < 0n ? '-' : ''}${padded.slice(0, -decimals)}${fraction === '' ? '' : `,${fraction}`}`;
}
