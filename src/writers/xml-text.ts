/**
 * Text as XML can hold it: control characters, lone surrogates and non-characters would make a file that nothing opens.
 * Controls of direction and of terminals go too: Vietnamese needs none, and they can show a figure backwards.
 */
import { LIVE_IN_DOCUMENTS } from '../values/safe-text.js';

const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
/** Those of old systems and of Unicode, too. */
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/gu;

/** Letters of Vietnamese, digits and usual signs: nothing here is forbidden, turns a direction or has another form in NFC. */
const PLAIN = /^[\n\u0020-\u007E\u00A0-\u017F\u01A0-\u01B0\u1EA0-\u1EF9\u2010-\u201F\u2026]*$/u;

/** The text without what XML forbids or what turns its direction, NFC, line ends as LF. */
export const xmlText = (text: string): string => (PLAIN.test(text) ? text : cleaned(text));

const cleaned = (text: string): string =>
  text.normalize('NFC').replace(LINE_ENDS, '\n').replace(NOT_XML, '').replace(LIVE_IN_DOCUMENTS, '');

/** The text escaped for element content and for attributes in double quotes. */
export const escapeXml = (text: string): string =>
  /[&<>"]/u.test(text)
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
    : text;

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** Text with the five entities and character numbers resolved. */
export const decoded = (text: string): string =>
  text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/giu,
    (whole: string, hex: string | undefined, digits: string | undefined, name: string | undefined) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (digits !== undefined) return String.fromCodePoint(Number.parseInt(digits, 10));
      return ENTITIES[name ?? ''] ?? whole;
    },
  );
