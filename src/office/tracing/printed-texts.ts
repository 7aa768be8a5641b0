/** The sentences of a report and the lines of the sheets of tong-hop.xlsx, as they are printed. */
import type { Report } from '../../model.js';
import type { PrintedSheet } from '../../tracing/impact.js';
import { cellAddress } from '../../values/cell-address.js';
import { firstBodyRow } from '../../writers/summary/sheet-plan.js';
import { shownText, type MadeOutputs } from './printed-figures.js';
import { runsText } from '../../reports/prose/figure-marks.js';

/** Sentence by sentence. */
export function sentencesOf({ blocks }: Report): readonly string[] {
  return blocks
    .flatMap((block) =>
      block.kind === 'paragraph'
        ? [runsText(block.runs)]
        : block.kind === 'list'
          ? block.items.map(runsText)
          : [],
    )
    .flatMap((paragraph) => paragraph.split(/(?<=[.!?])\s+(?=\p{Lu})/u));
}

/** Sheets that repeat findings and sources say nothing of their own. */
const REPEATING = ['findings', 'sources'];

export const sheetsOf = ({ tables, names }: MadeOutputs, decimals: number): readonly PrintedSheet[] =>
  tables.flatMap((table, index) => {
    if (REPEATING.includes(table.id)) return [];
    const first = firstBodyRow(table);
    const rows = Array.from(table.rows, ({ cells }, line) =>
      cells.map((cell, column) => {
        const declared = table.columns[column];
        return {
          cell: cellAddress(first + line, column + 1),
          text: declared === undefined ? '' : shownText(cell, declared, decimals),
        };
      }),
    );
    return [{ name: names[index] ?? '', rows }];
  });
