/** How well a text reads as Vietnamese, word by word. */
import { cleanText } from '../../values/vietnamese-text.js';
import { isSyllable } from './syllable.js';
import { withoutLookAlikes } from './look-alikes.js';

/** Letters and marks that only Unicode text has: none of the old encodings shows any of them. */
const UNICODE_ONLY =
  /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323]/u;

/** True for text that must never be converted. */
export const isUnicodeVietnamese = (text: string): boolean => UNICODE_ONLY.test(text);

const NOT_ASCII = /[^\u0000-\u007f]/u;
export const isPlainAscii = (text: string): boolean => !NOT_ASCII.test(text);

/** What parts words: spaces, ASCII signs and digits, and the quotes and dashes of ordinary typing. */
const BETWEEN = /[\s\u0000-\u0040\u005b-\u0060\u007b-\u007f\u2010-\u2027\u2030-\u205e\u20ab]+/u;
/** Signs that stand alone, or at a measure: m², km³, 5°, "Gia đình". */
const HONEST_SIGN = /^(?:[^\p{L}\p{M}]+|k?m[²³]|«.*|.*»)$/iu;

const LONE_MARK = /^\p{M}$/u;

/** Words that hold more than ASCII letters. */
export const markedWords = (text: string): readonly string[] =>
  text
    .normalize('NFC')
    .split(BETWEEN)
    .filter((word) => !isPlainAscii(word));

/** Folded for the set of known words. */
export const wordKey = (word: string): string => cleanText(word).toLowerCase();

/**
 * Words that read neither as Vietnamese syllables nor as known words; a single letter says nothing. The known words are
 * asked for only where a word is no syllable: they are collected then, and most files need none of them.
 */
export function badWords(text: string, known: { readonly words: ReadonlySet<string> }): readonly string[] {
  return markedWords(withoutLookAlikes(text)).filter(
    (word) =>
      (word.length > 1 || LONE_MARK.test(word)) &&
      !isSyllable(word) &&
      !HONEST_SIGN.test(word) &&
      !known.words.has(wordKey(word)),
  );
}
