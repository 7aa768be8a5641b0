/** Lines for a terminal: wrapped at spaces, with a hanging indent; a width is a number of code points of NFC text. */

/** Columns a text takes. */
export const widthOf = (text: string): number => Array.from(text).length;

/** The text filled up to a width with spaces. */
export const padTo = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** The words of a text in lines of at most `width`; a word that is too long is cut. */
export function wrapWords(text: string, width: number): readonly string[] {
  const room = Math.max(width, 10);
  const lines: string[] = [];
  let current = '';
  const words = text.split(' ').filter((word) => word !== '');
  for (const word of words.flatMap((whole) => pieces(whole, room))) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (widthOf(longer) <= room) current = longer;
    else {
      lines.push(current);
      current = word;
    }
  }
  if (current !== '') lines.push(current);
  return lines;
}

function pieces(word: string, width: number): readonly string[] {
  const points = Array.from(word);
  const parts: string[] = [];
  for (let start = 0; start < points.length; start += width)
    parts.push(points.slice(start, start + width).join(''));
  return parts;
}

/** First line after `lead`, the others under it: `  D17  Phải sửa  …`. */
export function hanging(lead: string, text: string, columns: number): string {
  const indent = widthOf(lead);
  const [first = '', ...rest] = wrapWords(text, columns - indent);
  return [`${lead}${first}`, ...rest.map((line) => ' '.repeat(indent) + line)].join('\n');
}
