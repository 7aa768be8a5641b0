/** Q17: every finding is a sentence an officer understands, with what to do. That a test makes it, the summary reporter asks. */
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../src/findings/catalogue/catalogue.js';
import type { FindingEntry } from '../../../src/findings/catalogue/define.js';
import { loadExplanations } from '../../../src/office/load-explanations.js';

const ENTRIES: readonly (readonly [code: string, entry: FindingEntry])[] = Object.entries(CATALOGUE);
const { texts } = await loadExplanations();
const SENTENCES = ['message', 'hint', 'cause', 'example', 'remedy'] as const;
/** Letters that only Vietnamese has; names of files and commands have none. */
const VIETNAMESE = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/iu;
const WORDS_OF_MACHINES =
  /\b(?:null|undefined|NaN|parse[rd]?|string|boolean|array|object|exception|error|invalid|regex|timeout|stack|debug|token|buffer|byte array|module|function)\b/iu;
/** What the first digit of the number says the finding is about. */
const PLACES: Readonly<Record<string, RegExp>> = {
  '1': /^file\//u,
  '2': /^(?:layout|text|own-form)\//u,
  '3': /^(?:cell|row|areas)\//u,
  '4': /^(?:total|lower|verify|trace|sealed)\//u,
  '5': /^(?:agency|submission|unit|total|accepted|units|change|tracking|comparison|return|received|crosswalk|status|previous|reply|accept|lower)\//u,
};

describe('the catalogue', () => {
  it.each(ENTRIES)('%s', (code, entry) => {
    const whole: Readonly<Record<string, string>> = { ...entry, ...texts?.get(code) };
    for (const part of SENTENCES) {
      const text = whole[part] ?? '';
      expect(text.trim(), part).toBe(text);
      expect(text, part).not.toBe('');
      expect(text, part).toBe(text.normalize('NFC'));
      expect(text, part).not.toMatch(/ {2}|\s[.,;:](?:\s|$)|“[^”]*$|^[^“]*”/u);
      // Examples may quote a key of a file as it is.
      if (part === 'example') continue;
      expect(text, part).not.toMatch(WORDS_OF_MACHINES);
      expect(text, part).toMatch(VIETNAMESE);
      // A sentence ends; one that ends with a list, a suggestion or a line to copy brings its own end.
      expect(text, part).toMatch(/(?:[.?!:…”]|[.:] ?\{\w+\}|\{settlement\}|tdkvh \w+ \{\w+\})$/u);
      // It may begin with the name of a file or a key, but not with a word in small letters.
      expect(/^\p{Ll}+/u.exec(text)?.[0] ?? '', part).not.toMatch(VIETNAMESE);
    }
  });

  it('speaks to communes without the words of programs', () => {
    const jargon = /\b(?:JSON|XML|DOCTYPE|NUL|CRC|Unicode point|hash|cache|schema)\b/u;
    const told = ENTRIES.filter(([, { number }]) => /^VH[1-6]/u.test(number))
      .filter(([code]) => !code.startsWith('file/yaml'))
      .filter(([, { message, hint }]) => jargon.test(`${message} ${hint}`));
    expect(told.map(([code, { number }]) => `${number} ${code}`)).toEqual([]);
  });

  it('numbers every code once', () => {
    const numbers = ENTRIES.map(([, { number }]) => number);
    expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([]);
    expect(numbers.filter((number) => !/^VH[1-9]\d\d$/u.test(number))).toEqual([]);
  });

  it('numbers by place', () => {
    const astray = ENTRIES.filter(([code, { number }]) => PLACES[number.charAt(2)]?.test(code) === false);
    expect(astray.map(([code, { number }]) => `${number} ${code}`)).toEqual([]);
  });
});
