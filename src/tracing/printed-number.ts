/** A number as somebody reads it off the page: "89,49%", "12.400 hộ", "07"; and the printed numbers that are near. */
import { editDistance } from '../values/edit-distance.js';
import { foldMarks } from '../values/vietnamese-text.js';

export interface TypedNumber {
  /** Without grouping and leading zeros: "12400", "89,49". */
  readonly digits: string;
  readonly percent: boolean;
  /** What stands behind it: "hộ". */
  readonly words: string;
}

const NUMBER = /^[+-]?(\d[\d.]*(?:,\d+)?)\s*(%?)\s*(.*)$/u;

/** Undefined for what does not begin with a number as it is printed here. */
export function typedNumber(text: string): TypedNumber | undefined {
  const match = NUMBER.exec(text.normalize('NFC').trim());
  const [, number = '', percent = '', words = ''] = match ?? [];
  if (match === null || (words !== '' && !/^\p{L}/u.test(words))) return undefined;
  const [whole = '', decimals] = number.split(',');
  // A dot that groups no three digits is no number of this country.
  if (whole.includes('.') && !/^\d{1,3}(?:\.\d{3})+$/u.test(whole)) return undefined;
  const digits = whole.replaceAll('.', '').replace(/^0+(?=\d)/u, '');
  return {
    digits: decimals === undefined ? digits : `${digits},${decimals}`,
    percent: percent === '%' || /^phan tram\b/u.test(foldMarks(words)),
    words: words.replace(/^phần trăm\s*/iu, ''),
  };
}

export interface TypedFraction {
  readonly upper: TypedNumber;
  readonly lower: TypedNumber;
}

/** "20.325/22.713 hộ"; undefined for a date or a number of a document. */
export function typedFraction(text: string): TypedFraction | undefined {
  const [, first = '', second = ''] = /^([\d.]+)\s*\/\s*(\d[\d.]*(?:\s+\p{L}.*)?)$/u.exec(text.trim()) ?? [];
  const [upper, lower] = [typedNumber(first), typedNumber(second)];
  return upper === undefined || lower === undefined ? undefined : { upper, lower };
}

/** A rate is meant only by a number with the sign or with decimals. */
export function isPrintedAs(typed: TypedNumber, printed: string): boolean {
  const other = typedNumber(printed);
  if (other?.digits !== typed.digits) return false;
  return typed.percent ? other.percent : !other.percent || typed.digits.includes(',');
}

const MOST_NEAR = 5;

/** Printed numbers of the same kind one slip of the finger away. */
export function nearNumbers(typed: TypedNumber, printed: readonly string[]): readonly string[] {
  const near = [...new Set(printed)].flatMap((text) => {
    const other = typedNumber(text);
    if (other === undefined || other.percent !== typed.percent) return [];
    const distance = editDistance(typed.digits, other.digits);
    return distance <= 1 && typed.digits.length >= 3 ? [text] : [];
  });
  return near.slice(0, MOST_NEAR);
}
