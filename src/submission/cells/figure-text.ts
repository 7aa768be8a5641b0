/**
 * What a typed number means, in whole-number and in decimal fields: the separator alone never decides.
 * Ambiguity is refused, or decided by the other cells of the column; it is never guessed
 * (spelling habits: Vietnamese 1.234,5 and English 1,234.5).
 */
import type { Decimal } from './decimal-text.js';

/** The sign that people put before the decimals. */
export type DecimalSign = ',' | '.';

export type TypedNumber =
  /** `tidied`: something had to be understood (grouping, a unit word, other digits); `certain`: by the column's habit. */
  | {
      readonly kind: 'number';
      readonly decimal: Decimal;
      readonly tidied: boolean;
      readonly certain: boolean;
    }
  | { readonly kind: 'ambiguous'; readonly readings: readonly [string, string] }
  /** Letters that look like digits: `12O` for 120. */
  | { readonly kind: 'letters'; readonly letters: string; readonly digits: string }
  | { readonly kind: 'notANumber' };

export interface NumberGrammar {
  /** `count`: "1.234" is one thousand two hundred thirty-four; `decimal`: it may be 1,234 as well; `rate`: it is 1,234. */
  readonly numbers: 'count' | 'decimal' | 'rate';
  /** Words that may follow: "hộ", "%". */
  readonly unitWords: readonly string[];
  /** Decimal sign of the other cells of the column, when they agree on one. */
  readonly sign?: DecimalSign;
}

const SPACES = /[\s\u00A0\u2000-\u200A\u202F\u205F\u3000]/gu;
const MINUS = /[\u2212\u2012\u2013\uFE63\uFF0D]/gu;
const FULL_WIDTH = /[\uFF10-\uFF19\uFF0B\uFF0C\uFF0E\uFF05]/gu;
/** Signs that take no room: they come along when copying and nobody can see them to delete them. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/gu;
/** Nearly every text begins so. */
const VISIBLE = /^[!-~]/u;
const LONGEST = 40;
const NOT_A_NUMBER: TypedNumber = { kind: 'notANumber' };

const decimalFrom = (whole: string, fraction: string, negative: boolean): Decimal => ({
  negative,
  digits: BigInt(whole + fraction),
  scale: fraction.length,
});

/** Nothing can be seen of the text. */
export const isInvisible = (text: string): boolean =>
  !VISIBLE.test(text) && text.replace(INVISIBLE, '').trim() === '';

/** Reads a typed number; the text is cleaned of outer spaces. */
export function readTypedNumber(text: string, grammar: NumberGrammar): TypedNumber {
  const { negative, body, bare, spaced } = bareFigure(text, grammar.unitWords);
  if (body === undefined) return NOT_A_NUMBER;
  const open = spaced ? /^(\d+)([.,])(\d{3})$/u.exec(body) : null;
  if (open !== null && grammar.numbers === 'decimal') return openReading(open, grammar.sign, negative);
  const plain = readBody(body, grammar, negative);
  if (plain.kind === 'notANumber') return lettersForDigits(bare) ?? plain;
  return plain.kind === 'number' ? { ...plain, tidied: plain.tidied || body !== text } : plain;
}

/** "1 234.567": the sign may group like the spaces, or set off decimals; the column's habit tells, or nobody. */
function openReading(
  [, whole = '', separator, fraction = '']: readonly string[],
  sign: DecimalSign | undefined,
  negative: boolean,
): TypedNumber {
  if (sign === undefined) return { kind: 'ambiguous', readings: [whole + fraction, `${whole},${fraction}`] };
  const decimal =
    sign === separator ? decimalFrom(whole, fraction, negative) : decimalFrom(whole + fraction, '', negative);
  return { kind: 'number', decimal, tidied: true, certain: true };
}

/**
 * The decimal sign that a text gives away: 12,5 or 1.234.567 say comma, 12.5 and 1,234.5 say point;
 * 1.234 and 1250 say nothing.
 */
export function decimalSignOf(text: string, unitWords: readonly string[]): DecimalSign | undefined {
  const { body = '', spaced } = bareFigure(text, unitWords);
  if (spaced || readBody(body, { numbers: 'decimal', unitWords }, false).kind !== 'number') return undefined;
  const [first, second, ...more] = signsIn(body);
  if (first === undefined || second === undefined) return first;
  const last = more.at(-1) ?? second;
  return last === first ? (first === ',' ? '.' : ',') : last;
}

const signsIn = (body: string): readonly DecimalSign[] =>
  (body.match(/[.,]/gu) ?? []).map((sign) => (sign === ',' ? ',' : '.'));

/** The figure without invisible signs, unit word, sign and grouping spaces; `body` undefined: spaces in odd places. */
function bareFigure(
  text: string,
  unitWords: readonly string[],
): {
  readonly negative: boolean;
  readonly body: string | undefined;
  readonly bare: string;
  readonly spaced: boolean;
} {
  const trimmed = text
    .replace(INVISIBLE, '')
    .replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .trim();
  const bare = withoutUnitWord(trimmed, unitWords);
  const signed = /^([+-]?)\s*(.*)$/su.exec(bare.replace(MINUS, '-'));
  const body = groupedBySpaces(signed?.[2] ?? '');
  return { negative: signed?.[1] === '-', body, bare, spaced: body !== signed?.[2] };
}

function withoutUnitWord(text: string, unitWords: readonly string[]): string {
  const lower = text.toLowerCase();
  for (const word of unitWords) {
    if (word !== '' && lower.endsWith(word.toLowerCase())) {
      const rest = text.slice(0, -word.length).trimEnd();
      if (/\d$/u.test(rest)) return rest;
    }
  }
  return text;
}

/** "12 345" → "12345"; spaces anywhere else make the text no number. */
function groupedBySpaces(text: string): string | undefined {
  const spaced = text.replace(SPACES, ' ');
  if (!spaced.includes(' ')) return spaced;
  return /^\d{1,3}( \d{3})+(?:[.,]\d+)?$/u.test(spaced) ? spaced.replaceAll(' ', '') : undefined;
}

function readBody(body: string, { numbers, sign }: NumberGrammar, negative: boolean): TypedNumber {
  const number = (whole: string, fraction: string, tidied: boolean, certain = false): TypedNumber => ({
    kind: 'number',
    decimal: decimalFrom(whole, fraction, negative),
    tidied,
    certain,
  });
  if (body.length > LONGEST) return NOT_A_NUMBER;
  if (/^\d+$/u.test(body)) return number(body, '', false);
  const groups = /^(\d{1,3})(?:(\.)\d{3}(?:\.\d{3})*|(,)\d{3}(?:,\d{3})*)(?:([.,])(\d+))?$/u.exec(body);
  if (groups !== null) {
    const separator = groups[2] ?? groups[3] ?? '';
    const decimalSign = groups[4];
    const fraction = groups[5] ?? '';
    // "0.123,5": nobody groups after a zero.
    if (decimalSign !== undefined && groups[1]?.startsWith('0') === true) return NOT_A_NUMBER;
    if (decimalSign !== undefined && decimalSign !== separator) {
      const whole = body.slice(0, body.lastIndexOf(decimalSign)).replaceAll(separator, '');
      return number(whole, fraction, true);
    }
    if (decimalSign !== undefined) return NOT_A_NUMBER;
    const [first = '', second = '', ...rest] = body.split(separator);
    // "0,125" can only be a decimal; "1.234.567" can only be grouped; "007.500" is neither.
    if (rest.length === 0 && first === '0') return number('0', second, false);
    if (first.startsWith('0')) return NOT_A_NUMBER;
    if (rest.length > 0 || numbers === 'count') return number(body.replaceAll(separator, ''), '', true);
    // Nobody groups the thousands of a percentage.
    if (numbers === 'rate') return number(first, second, true);
    if (sign !== undefined)
      return sign === separator ? number(first, second, true, true) : number(first + second, '', true, true);
    return { kind: 'ambiguous', readings: [first + second, `${first},${second}`] };
  }
  const decimal = /^(\d+)[.,](\d+)$/u.exec(body);
  return decimal === null ? NOT_A_NUMBER : number(decimal[1] ?? '', decimal[2] ?? '', false);
}

const LOOKALIKES: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  Ο: '0',
  О: '0',
  l: '1',
  I: '1',
  '|': '1',
};

const LOOKALIKE = /[OoΟОlI|]/gu;

/** "12O", "l2": what it would be with digits; named to the sender, never read. */
function lettersForDigits(text: string): TypedNumber | undefined {
  if (text.length > LONGEST || !/^[\dOoΟОlI|.,]+$/u.test(text) || text.search(LOOKALIKE) < 0)
    return undefined;
  const letters = [...new Set(text.match(LOOKALIKE))].join(', ');
  const digits = text.replace(LOOKALIKE, (letter) => LOOKALIKES[letter] ?? letter);
  return /^\d+(?:[.,]\d+)*$/u.test(digits) ? { kind: 'letters', letters, digits } : undefined;
}
