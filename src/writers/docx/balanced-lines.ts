/** Centred names over several lines: indented so that the lines come out about equally long, not one word on the last. */
import { pointsToTwips } from '../decree30-layout.js';
import { lineBreaks, textWidth } from '../text-width.js';
import { largest } from '../../values/of-many.js';

/** Fonts that stand in for Times New Roman may be a little wider. */
const ALLOWANCE = 1.03;

/** Indents left and right, in twips; none for a text of one line. */
export function balancedIndent(
  text: string,
  points: number,
  bold: boolean,
  width: number,
): { readonly left: number; readonly right: number; readonly firstLine: number } {
  const side = Math.floor((width - balancedWidth(text, points, bold, width)) / 2);
  return { left: Math.max(0, side), right: Math.max(0, side), firstLine: 0 };
}

/** The smallest width, in twips, in which the text takes no more lines than in the width given. */
export function balancedWidth(text: string, points: number, bold: boolean, width: number): number {
  const usual = text.split(/\s+/u).map((word) => pointsToTwips(textWidth(word, points, bold)));
  const words = usual.map((word) => Math.round(word * ALLOWANCE));
  const space = pointsToTwips(textWidth(' ', points, bold));
  const lines = lineBreaks(words, space, width).length + 1;
  if (lines === 1) return width;
  let low = largest(words);
  let high = width;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (lineBreaks(words, space, middle).length < lines) high = middle;
    else low = middle + 1;
  }
  // The lines must come out well in either font.
  return leastBroken(text, Math.min(width, high), width, (tried) => [
    lineBreaks(usual, space, tried),
    lineBreaks(words, Math.round(space * ALLOWANCE), tried),
  ]);
}

const STEP = 20;

/** From the smallest width up, the first whose lines part the fewest compound words. */
function leastBroken(
  text: string,
  smallest: number,
  widest: number,
  breaksAt: (width: number) => readonly (readonly number[])[],
): number {
  const parted = partedAt(text);
  let best = { width: smallest, faults: Number.POSITIVE_INFINITY };
  for (let width = smallest; width <= widest && best.faults > 0; width += STEP) {
    const faults = largest(
      breaksAt(width).map((breaks) => breaks.filter((place) => parted.has(place)).length),
    );
    if (faults < best.faults) best = { width, faults };
  }
  return best.width;
}

/** Words of two and more syllables that stand in names of agencies and reports; a line does not end inside one. */
const COMPOUNDS: readonly string[] = [
  'ban chỉ đạo',
  'cuối năm',
  'du lịch',
  'đầu năm',
  'đoàn kết',
  'đời sống',
  'hội đồng nhân dân',
  'nhiệm vụ',
  'phong trào',
  'phương hướng',
  'thể thao',
  'thông tin',
  'toàn dân',
  'ủy ban nhân dân',
  'văn hóa',
  'xã hội',
  'xây dựng',
];

/** Places before which no line should begin: inside a compound word, between "năm" or "tháng" and its number. */
function partedAt(text: string): ReadonlySet<number> {
  const words = text.split(/\s+/u).map((word) => word.toLocaleLowerCase('vi').replace(/[^\p{L}\p{N}]/gu, ''));
  const parted = new Set<number>();
  words.forEach((word, index) => {
    for (const compound of COMPOUNDS) {
      const syllables = compound.split(' ');
      if (syllables.every((syllable, place) => words[index + place] === syllable))
        syllables.slice(1).forEach((_, place) => parted.add(index + place + 1));
    }
    const before = words[index - 1] ?? '';
    if ((/^\d+$/u.test(word) && before === 'năm') || (word === 'tháng' && /^\d+$/u.test(before)))
      parted.add(index);
  });
  return parted;
}
