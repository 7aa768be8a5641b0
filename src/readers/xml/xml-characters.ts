/** Bytes of a checked part become letters: references resolved, line ends and white space as XML 1.0 has them. */
import { KnownLetters } from './known-letters.js';
import { HIGH, LITERAL, NOT_PLAIN, REFERENCE, WHITE } from './xml-bytes.js';

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const ENTITY = /&(?:#(\d+)|#x([0-9A-Fa-f]+)|(amp|lt|gt|quot|apos));|&/gu;
const START =
  ':A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
const NAME = new RegExp(`^[${START}][${START}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040]*$`, 'u');

/** A name with letters beyond ASCII (XML 1.0, fifth edition). */
export const isXmlName = (name: string): boolean => NAME.test(name);

const known = new KnownLetters();

/** Letters as they stand in the file. */
function lettersOf(bytes: Buffer, from: number, to: number, seen: number): string {
  if (to - from === 1) return String.fromCharCode(bytes[from] ?? 0);
  return (seen & HIGH) === 0 ? bytes.toString('latin1', from, to) : known.decode(bytes, from, to);
}

const AMPERSAND = 0x26;
const SEMICOLON = 0x3b;

/** Whether every reference names a character. */
export function areReferences(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    if (bytes[at] !== AMPERSAND) continue;
    let end = at + 1;
    while (end < to && bytes[end] !== SEMICOLON) end += 1;
    if (end === to) return false;
    if (!isNamed(bytes, at + 1, end) && resolved(bytes.toString('latin1', at, end + 1)) === undefined)
      return false;
    at = end;
  }
  return true;
}

const LETTERS = { a: 0x61, g: 0x67, l: 0x6c, m: 0x6d, o: 0x6f, p: 0x70, q: 0x71, s: 0x73, t: 0x74, u: 0x75 };

/** The names that stand in sheets by the thousand, in formulas and lists. */
function isNamed(bytes: Buffer, from: number, to: number): boolean {
  const first = bytes[from];
  const second = bytes[from + 1];
  if (to - from === 2) return (first === LETTERS.l || first === LETTERS.g) && second === LETTERS.t;
  if (to - from === 3) return first === LETTERS.a && second === LETTERS.m && bytes[from + 2] === LETTERS.p;
  return (
    to - from === 4 &&
    first === LETTERS.q &&
    second === LETTERS.u &&
    bytes[from + 2] === LETTERS.o &&
    bytes[from + 3] === LETTERS.t
  );
}

/** Character data; undefined where a reference names nothing. */
export function textOf(bytes: Buffer, from: number, to: number, seen: number): string | undefined {
  const raw = lettersOf(bytes, from, to, seen);
  if ((seen & NOT_PLAIN) === 0) return raw;
  const text = (seen & WHITE) === 0 ? raw : raw.replace(/\r\n?/gu, '\n');
  return (seen & REFERENCE) === 0 || (seen & LITERAL) !== 0 ? text : resolved(text);
}

/** The value of an attribute; undefined where a reference names nothing. */
export function valueOf(bytes: Buffer, from: number, to: number, seen: number): string | undefined {
  const raw = lettersOf(bytes, from, to, seen);
  if ((seen & NOT_PLAIN) === 0) return raw;
  const value = (seen & WHITE) === 0 ? raw : raw.replace(/\r\n|[\t\r\n]/gu, ' ');
  return (seen & REFERENCE) === 0 ? value : resolved(value);
}

function resolved(raw: string): string | undefined {
  const unknown: string[] = [];
  const text = raw.replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? '';
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    if (isCharacter(code)) return String.fromCodePoint(code);
    unknown.push(whole);
    return '';
  });
  return unknown.length === 0 ? text : undefined;
}

/** The characters that XML 1.0 allows. */
const isCharacter = (code: number): boolean =>
  code === 0x09 ||
  code === 0x0a ||
  code === 0x0d ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff);
