/** Plain text and Markdown as paragraphs and tables; places are lines of the file. */
import type { WrittenBlock, WrittenRow } from '../../model.js';

interface OpenParagraph {
  readonly line: number;
  text: string;
}

/** Lines that were broken to fit a width belong together; a blank line, a heading or a list ends a paragraph. */
export function plainBlocks(text: string): readonly WrittenBlock[] {
  const blocks: WrittenBlock[] = [];
  let open: OpenParagraph | undefined;
  let rows: WrittenRow[] = [];
  let tables = 0;
  const close = (): void => {
    if (open !== undefined && open.text.trim() !== '')
      blocks.push({ kind: 'text', place: `dòng ${String(open.line)}`, text: open.text });
    open = undefined;
    if (rows.length > 0) blocks.push({ kind: 'table', place: `bảng ${String((tables += 1))}`, rows });
    rows = [];
  };
  text.split('\n').forEach((raw, index) => {
    const line = raw.trim();
    if (isTableLine(line)) {
      if (rows.length === 0) close();
      if (!/^\|?[\s:|-]+\|?$/u.test(line)) rows.push(rowOf(line, index + 1));
      return;
    }
    const plain = withoutMarks(line);
    if (open !== undefined && rows.length === 0 && continues(open.text, line)) {
      open.text += ` ${plain}`;
      return;
    }
    close();
    if (plain !== '') open = { line: index + 1, text: plain };
  });
  close();
  return blocks;
}

const isTableLine = (line: string): boolean => line.startsWith('|') && line.indexOf('|', 1) > 0;

const rowOf = (line: string, number: number): WrittenRow => ({
  place: `dòng ${String(number)}`,
  cells: line
    .replace(/^\||\|$/gu, '')
    .split('|')
    .map((cell) => ({ text: withoutMarks(cell.trim()) })),
});

/** Heading, list and emphasis marks of Markdown. */
const withoutMarks = (line: string): string =>
  line
    .replace(/^(?:#{1,6}|[-*+>])\s+/u, '')
    .replace(/\*\*|__/gu, '')
    .trim();

/** The sentence goes on: long line, no end, and the next begins small or with a digit. */
const continues = (text: string, line: string): boolean =>
  text.length > 50 && !/[.:;!?”)]$/u.test(text) && /^[\p{Ll}\d(“"]/u.test(line);
