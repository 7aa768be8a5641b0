/** The look of the reply sheet, the same inside a marked workbook and in one of its own: type sizes, colours, row heights. */
import type { ReplyGrid, ReplyRow } from '../model.js';
import { heightOf, wrappedLines } from './template/wrapped-lines.js';
import { largest } from '../values/of-many.js';

export const REPLY_COLOURS = { header: 'D9E2F3', input: 'FFF2CC' } as const;

/** Points. */
export const REPLY_SIZES: Readonly<Record<ReplyRow['style'], number>> = {
  title: 14,
  text: 12,
  heading: 12,
  header: 11,
  line: 11,
};

/** Cells with a frame wrap their text; the others run on to the right. */
export const isBoxed = ({ style }: ReplyRow): boolean => style === 'header' || style === 'line';

/** Programs fit rows to their text only when they edit it, so that the height is said. */
export function rowHeight(row: ReplyRow, widths: ReplyGrid['widths']): number {
  const size = REPLY_SIZES[row.style];
  const lines = isBoxed(row)
    ? row.cells.map((text, column) => wrappedLines(text, widths[column] ?? 0, size, row.style === 'header'))
    : [1];
  return Math.min(409, heightOf(largest(lines, 1), size));
}
