/**
 * What a typed number means, in whole-number and in decimal fields: the separator alone never decides.
 * Ambiguity is refused, not guessed (spelling habits: Vietnamese 1.234,5 and English 1,234.5).
 */
import type { Decimal } from './decimal-text.js';

export type TypedNumber =
  /** `tidied` names what had to be understood: grouping, a unit word, other digits. */
  | { readonly kind: 'number'; readonly decimal: Decimal; readonly tidied: boolean }
  | { readonly kind: 'ambiguous'; readonly readings: readonly [string, string] }
  | { readonly kind: 'notANumber' };

const SPACES = /[\s\u00A0\u2000-\u200A\u202F\u205F\u3000]/gu;
const MINUS = /[\u2212\u2012\u2013\uFE63\uFF0D]/gu;
const FULL_WIDTH = /[\uFF10-\uFF19\uFF0C\uFF0E\uFF05]/gu;

const decimalOf = (whole: string, fraction: string, negative: boolean): Decimal => ({
  negative,
  digits: BigInt(whole + fraction),
  scale: fraction.length,
});

/** `grammar: count` — "1.234" is one thousand two hundred thirty-four; `decimal` — "1.234" is refused. */
export function readTypedNumber(
  text: string,
  grammar: 'count' | 'decimal',
  unitWords: readonly string[],
): TypedNumber {
  const trimmed = text
    .replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .trim();
  const bare = withoutUnitWord(trimmed, unitWords);
  const signed = /^([+-]?)\s*(.*)$/su.exec(bare.replace(MINUS, '-'));
  const negative = signed?.[1] === '-';
  const body = groupedBySpaces(signed?.[2] ?? '');
  if (body === undefined) return { kind: 'notANumber' };
  const plain = readBody(body, grammar, negative);
  if (plain.kind !== 'number') return plain;
  return { ...plain, tidied: plain.tidied || body !== text };
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

function readBody(body: string, grammar: 'count' | 'decimal', negative: boolean): TypedNumber {
  const number = (whole: string, fraction: string, tidied: boolean): TypedNumber => ({
    kind: 'number',
    decimal: decimalOf(whole, fraction, negative),
    tidied,
  });
  if (body.length > 40) return { kind: 'notANumber' };
  if (/^\d+$/u.test(body)) return number(body, '', false);
  const groups = /^(\d{1,3})(?:(\.)\d{3}(?:\.\d{3})*|(,)\d{3}(?:,\d{3})*)(?:([.,])(\d+))?$/u.exec(body);
  if (groups !== null) {
    const separator = groups[2] ?? groups[3] ?? '';
    const decimalSign = groups[4];
    const fraction = groups[5] ?? '';
    if (decimalSign !== undefined && decimalSign !== separator) {
      const whole = body.slice(0, body.lastIndexOf(decimalSign)).replaceAll(separator, '');
      return number(whole, fraction, true);
    }
    if (decimalSign === undefined) {
      const parts = body.split(separator);
      const single = parts.length === 2;
      // "0,125" can only be a decimal; "1.234.567" can only be grouped.
      if (single && parts[0] === '0') return number('0', parts[1] ?? '', false);
      if (!single || grammar === 'count') return number(parts.join(''), '', true);
      return { kind: 'ambiguous', readings: [parts.join(''), parts.join(',')] };
    }
    return { kind: 'notANumber' };
  }
  const decimal = /^(\d+)[.,](\d+)$/u.exec(body);
  if (decimal !== null) return number(decimal[1] ?? '', decimal[2] ?? '', false);
  return { kind: 'notANumber' };
}
