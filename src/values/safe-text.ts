/**
 * Text of communes that a terminal, a spreadsheet or an editor could obey: control and direction characters are shown,
 * never acted on. The one list of such characters.
 */

/** Marks and overrides of direction: Vietnamese needs none, and they can show a figure backwards. */
const TURNING = String.raw`\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069`;
/** DEL and C1, line and paragraph separators. */
const UNSEEN = String.raw`\u007F-\u009F\u2028\u2029`;
/** C0 but tab and line ends. */
const CONTROLS = String.raw`\u0000-\u0008\u000B\u000C\u000E-\u001F`;
const LIVE = new RegExp(`[${CONTROLS}${UNSEEN}${TURNING}]`, 'gu');
/** What of it JSON leaves as it is. */
const LIVE_IN_JSON = new RegExp(`[${UNSEEN}${TURNING}]`, 'gu');
/** What of it a document would obey: there it is left out. */
export const LIVE_IN_DOCUMENTS = new RegExp(`[${UNSEEN}${TURNING}]`, 'gu');
/** The colours of this program. */
const COLOUR = /(\u001B\[\d{1,2}m)/u;

/** What stands for bytes of a name that are no Unicode: such a file cannot be opened, and another one would be written. */
export const NOT_TEXT = '\uFFFD';

const codeOf = (character: string): string =>
  (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

/** Every dangerous character written as its code, `⟨U+202E⟩`; lines stay lines. */
export const safeLines = (text: string): string =>
  text.replace(LIVE, (character) => `⟨U+${codeOf(character)}⟩`);

/** The same on one line, NFC. */
export const safeText = (text: string): string =>
  safeLines(text.normalize('NFC').replace(/[\t\r\n]+/gu, ' '));

/** A JSON text that says the same with every dangerous character escaped. */
export const safeJson = (json: string): string =>
  json.replace(LIVE_IN_JSON, (character) => `\\u${codeOf(character).toLowerCase()}`);

/** What goes to a terminal: the program's own colours stay, all else that moves a cursor is shown. */
export const safeOutput = (text: string): string =>
  text
    .split(COLOUR)
    .map((part, index) => (index % 2 === 1 ? part : safeLines(part)))
    .join('');
