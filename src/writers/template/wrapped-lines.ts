/** How many lines a text takes in a column, since Excel does not fit the height of merged cells by itself. */
import { lineBreaks, textWidth } from '../text-width.js';

/** Points of one unit of Excel's column width in the default font, padding included. */
export const POINTS_PER_CHARACTER = 5.25;
/** Padding and indent inside a cell, and a little for programs that set type wider. */
const PADDING = 12;

/** Lines of a text set in `size` points in a column of `width` characters. */
export function wrappedLines(text: string, width: number, size: number, bold = false): number {
  const room = Math.max(1, width * POINTS_PER_CHARACTER - PADDING);
  const space = textWidth(' ', size, bold);
  const linesOf = (paragraph: string): number => {
    const words = paragraph.split(' ').map((word) => textWidth(word, size, bold));
    return lineBreaks(words, space, room).length + 1;
  };
  return text.split('\n').reduce((lines, paragraph) => lines + linesOf(paragraph), 0);
}

/** Height in points for a number of lines at a type size. */
export const heightOf = (lines: number, size: number): number => Math.ceil(lines * size * 1.22 + 6);
