/** Width of text in Times New Roman without a font at hand: advance widths of its letters, in thousandths of the type size. */
import { largest } from '../values/of-many.js';

/** Letters by advance width; letters with marks are as wide as their base. */
const REGULAR: readonly (readonly [width: number, letters: string])[] = [
  [180, "'"],
  [200, '|'],
  [250, ' .,\u00A0'],
  [278, 'ijlt/:;\\'],
  [333, 'frI-()[]!`‘’'],
  [389, 'sJ'],
  [400, '°·'],
  [408, '"'],
  [444, 'acez?“”'],
  [500, 'bdghknopquvxyđ0123456789$#_*–ơ'],
  [540, 'ư'],
  [556, 'FPS'],
  [564, '+<=>≤≥×'],
  [611, 'ELTZ'],
  [667, 'BCR'],
  [722, 'ADGHKNOQUVXYwĐƠ'],
  [778, 'm&Ư'],
  [833, '%'],
  [889, 'M'],
  [921, '@'],
  [944, 'W'],
  [1000, '…—'],
];

const BOLD: readonly (readonly [width: number, letters: string])[] = [
  [250, ' .,\u00A0'],
  [278, 'il/\\'],
  [333, 'fjt-:;()[]!’‘'],
  [389, 'sI'],
  [444, 'cerz'],
  [500, 'agovxyJ0123456789?“”$#*–ơ'],
  [556, 'bdhknpqquSđư'],
  [570, '+<=>≤≥×'],
  [611, 'FP'],
  [667, 'BELTZ'],
  [722, 'ACDNRUVXYwĐ'],
  [778, 'GHKOQƠ'],
  [833, 'm&Ư'],
  [944, 'M'],
  [1000, 'W%…—@'],
];

const widths = (table: typeof REGULAR): ReadonlyMap<string, number> =>
  new Map(table.flatMap(([width, letters]) => Array.from(letters, (letter) => [letter, width] as const)));
const REGULAR_WIDTHS = widths(REGULAR);
const BOLD_WIDTHS = widths(BOLD);
/** Letters of other scripts: as wide as they are high. */
const UNKNOWN = 1000;
/** Marks that stand above or below a letter; the horn belongs to ơ and ư and stays. */
const MARKS = /[\u0300-\u0309\u0323\u0302\u0306]/gu;

/** Widths of letters already met, by code; tables of a province hold the same few hundred letters millions of times. */
const KNOWN = 1 << 14;
const NOT_MET = 0xffff;
const MET = { regular: new Uint16Array(KNOWN).fill(NOT_MET), bold: new Uint16Array(KNOWN).fill(NOT_MET) };

/** Width in points of a line of text at a type size. */
export function textWidth(text: string, points: number, bold = false): number {
  const met = bold ? MET.bold : MET.regular;
  let thousandths = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const width = code < KNOWN ? met[code] : undefined;
    // A mark may belong to the letter before it.
    if (width === undefined || isMark(code)) return (measured(text, bold) * points) / 1000;
    thousandths += width === NOT_MET ? (met[code] = measured(text.charAt(index), bold)) : width;
  }
  return (thousandths * points) / 1000;
}

const isMark = (code: number): boolean => code >= 0x0300 && code <= 0x036f;

/** In thousandths of the type size. */
function measured(text: string, bold: boolean): number {
  const table = bold ? BOLD_WIDTHS : REGULAR_WIDTHS;
  let thousandths = 0;
  for (const letter of text.normalize('NFD').replace(MARKS, '').normalize('NFC')) {
    thousandths += table.get(letter) ?? REGULAR_WIDTHS.get(letter) ?? UNKNOWN;
  }
  return thousandths;
}

/** Width in points of the longest word: the narrowest a column may be without breaking inside a word. */
export const longestWordWidth = (text: string, points: number, bold = false): number =>
  largest(
    text.split(/[ \t\n]+/u).map((word) => textWidth(word, points, bold)),
    0,
  );

/** Indexes of the words that begin a further line, from the widths of words and space. */
export function lineBreaks(words: readonly number[], space: number, width: number): readonly number[] {
  const breaks: number[] = [];
  let used = 0;
  for (const [index, word] of words.entries()) {
    const longer = used === 0 ? word : used + space + word;
    if (longer > width && used > 0) {
      breaks.push(index);
      used = word;
    } else used = longer;
  }
  return breaks;
}
