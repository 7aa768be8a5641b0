/** What each byte means where it stands: in a name, in text, in the value of an attribute. Bytes from 0x80 on are letters' parts. */

/** Kinds of a byte in a tag. */
export const NAME_START = 1;
export const NAME = 2;
export const SPACE = 4;
export const COLON = 8;
export const LETTER_PART = 16;
/** A letter that may begin a name, and is ASCII. */
export const LETTER = NAME_START | NAME;

/** What is seen in a text or value: without any of the first four it stands in the file as it is meant. */
export const REFERENCE = 1;
export const WHITE = 2;
export const HIGH = 4;
export const BRACKET = 8;
export const FORBIDDEN = 16;
export const INK = 32;
/** A CDATA section: references are letters there. */
export const LITERAL = 64;
/** Any of these asks for more than taking the bytes as letters. */
export const NOT_PLAIN = REFERENCE | WHITE | HIGH | LITERAL;

const each = (kind: (byte: number) => number): Uint8Array =>
  Uint8Array.from({ length: 256 }, (_, byte) => kind(byte));
const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
const isLetter = (byte: number): boolean => /[A-Za-z_]/u.test(String.fromCharCode(byte));

/** By byte: what it can be in a tag. */
export const IN_TAG = each((byte) => {
  if (byte >= 0x80) return NAME_START | NAME | LETTER_PART;
  if (isSpace(byte)) return SPACE;
  if (byte === 0x3a) return NAME | COLON;
  if (isLetter(byte)) return NAME_START | NAME;
  return /[0-9.-]/u.test(String.fromCharCode(byte)) ? NAME : 0;
});

/** By byte: what it is in character data. */
export const IN_TEXT = each((byte) => {
  if (byte >= 0x80) return HIGH | INK;
  if (byte === 0x0d) return WHITE;
  if (isSpace(byte)) return 0;
  if (byte < 0x20) return FORBIDDEN | INK;
  if (byte === 0x26) return REFERENCE | INK;
  return byte === 0x5d ? BRACKET | INK : INK;
});

/** By byte: what it is in the value of an attribute, where white space becomes single spaces. */
export const IN_VALUE = each((byte) => {
  if (byte >= 0x80) return HIGH;
  if (byte === 0x20) return 0;
  if (isSpace(byte)) return WHITE;
  if (byte < 0x20 || byte === 0x3c) return FORBIDDEN;
  return byte === 0x26 ? REFERENCE : 0;
});

/**
 * Four bytes at once. True where one of them may be a control character, `<`, `&`, or the given one; letters beyond ASCII
 * are no reason to stop. The usual test for a zero byte in a word, made for each of them.
 */
export function mayStop(word: number, fourTimes: number): boolean {
  const less = word ^ 0x3c3c3c3c;
  const ampersand = word ^ 0x26262626;
  const given = word ^ fourTimes;
  const found =
    (((word - 0x20202020) | 0) & ~word) |
    (((less - 0x01010101) | 0) & ~less) |
    (((ampersand - 0x01010101) | 0) & ~ampersand) |
    (((given - 0x01010101) | 0) & ~given);
  return (found & HIGH_BITS) !== 0;
}

/** The bit that bytes of letters beyond ASCII have set, in four bytes. */
export const HIGH_BITS = 0x80808080 | 0;
export const FOUR_DOUBLE_QUOTES = 0x22222222;
export const FOUR_SINGLE_QUOTES = 0x27272727;
export const FOUR_BRACKETS = 0x5d5d5d5d;
