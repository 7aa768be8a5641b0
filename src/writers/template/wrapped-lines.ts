/** How many lines a text takes in a column, since Excel does not fit the height of merged cells by itself. */

/** Width in Excel's unit: about one character of the default font. Bold capitals need more. */
export function wrappedLines(text: string, width: number, perCharacter = 1): number {
  const room = Math.max(1, width - 1) / perCharacter;
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let used = 0;
    lines += 1;
    for (const word of paragraph.split(' ')) {
      const needed = used === 0 ? word.length : used + 1 + word.length;
      if (needed > room && used > 0) {
        lines += 1;
        used = word.length;
      } else used = needed;
    }
  }
  return lines;
}

/** Height in points for a number of lines at a font size. */
export const heightOf = (lines: number, fontSize: number): number => Math.ceil(lines * fontSize * 1.32 + 5);
