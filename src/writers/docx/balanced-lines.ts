/** Centred names over several lines: indented so that the lines come out about equally long, not one word on the last. */
import { pointsToTwips } from '../decree30-layout.js';
import { textWidth } from '../text-width.js';

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
  const words = text.split(/\s+/u).map((word) => pointsToTwips(textWidth(word, points, bold) * ALLOWANCE));
  const space = pointsToTwips(textWidth(' ', points, bold));
  const lines = linesIn(words, space, width);
  if (lines === 1) return width;
  let low = Math.max(...words);
  let high = width;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (linesIn(words, space, middle) <= lines) high = middle;
    else low = middle + 1;
  }
  return Math.min(width, high);
}

function linesIn(words: readonly number[], space: number, width: number): number {
  let lines = 1;
  let used = 0;
  for (const word of words) {
    const longer = used === 0 ? word : used + space + word;
    if (longer > width && used > 0) {
      lines += 1;
      used = word;
    } else used = longer;
  }
  return lines;
}
