/** VNI-Windows fonts (`VNI-…`): a plain letter followed by a code for its mark and tone, and a few codes of their own. */
import { addTo } from '../../values/groups.js';

/** Tones in the order of the codes below. */
const TONES = '\u0300\u0301\u0309\u0303\u0323';
/** Codes of the small letters; capitals stand 0x20 lower. */
const TONE_CODES = [0xf8, 0xf9, 0xfb, 0xf5, 0xef];
const CIRCUMFLEX_CODES = [0xe0, 0xe1, 0xe5, 0xe3, 0xe4];
const BREVE_CODES = [0xe8, 0xe9, 0xfa, 0xfc, 0xeb];
const CASE = 0x20;

/** Letters that take a plain tone; `ô` and `ö` are the codes of ơ and ư. */
const TONED = new Set('aeouyôöAEOUYÔÖ');
const WITH_CIRCUMFLEX = new Set('aeoAEO');
const WITH_BREVE = new Set('aA');

const MARKS = marks();
const SINGLES = singles();

interface Mark {
  readonly combining: string;
  /** Letters it may follow. */
  readonly on: ReadonlySet<string>;
}

function marks(): ReadonlyMap<string, readonly Mark[]> {
  const found = new Map<string, Mark[]>();
  const add = (code: number, combining: string, on: ReadonlySet<string>): void => {
    for (const value of [code, code - CASE]) {
      const sign = String.fromCharCode(value);
      addTo(found, sign, { combining, on });
    }
  };
  const each = (codes: readonly number[], before: string, on: ReadonlySet<string>): void => {
    codes.forEach((code, index) => {
      add(code, before + (TONES[index] ?? ''), on);
    });
  };
  each(TONE_CODES, '', TONED);
  add(0xe2, '\u0302', WITH_CIRCUMFLEX);
  each(CIRCUMFLEX_CODES, '\u0302', WITH_CIRCUMFLEX);
  add(0xea, '\u0306', WITH_BREVE);
  each(BREVE_CODES, '\u0306', WITH_BREVE);
  return found;
}

function singles(): ReadonlyMap<string, string> {
  const small: readonly (readonly [number, string])[] = [
    [0xec, 'ì'],
    [0xed, 'í'],
    [0xe6, 'ỉ'],
    [0xf3, 'ĩ'],
    [0xf2, 'ị'],
    [0xf4, 'ơ'],
    [0xf6, 'ư'],
    [0xee, 'ỵ'],
    [0xf1, 'đ'],
  ];
  return new Map(
    small.flatMap(([code, letter]) => [
      [String.fromCharCode(code), letter] as const,
      [String.fromCharCode(code - CASE), letter.toUpperCase()] as const,
    ]),
  );
}

/** The text in Unicode (NFC). Pairs go before single codes. */
export function fromVni(text: string): string {
  let out = '';
  const letters = Array.from(text);
  for (let at = 0; at < letters.length; at += 1) {
    const letter = letters[at] ?? '';
    const mark = MARKS.get(letters[at + 1] ?? '')?.find(({ on }) => on.has(letter));
    out += SINGLES.get(letter) ?? letter;
    if (mark === undefined) continue;
    out += mark.combining;
    at += 1;
  }
  return out.normalize('NFC');
}
