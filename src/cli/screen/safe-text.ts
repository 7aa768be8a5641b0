/** Text of communes made safe for a terminal: control and direction characters are shown, never obeyed. */

/** C0, C1 and DEL; direction marks and overrides; line and paragraph separators. */
const UNSAFE = /[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu;

/** The text on one line with every dangerous character written as its code, `⟨U+202E⟩`. */
export const safeText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\t\r\n]+/gu, ' ')
    .replace(UNSAFE, (character) => {
      const code = character.codePointAt(0) ?? 0;
      return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
    });
