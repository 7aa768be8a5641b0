/** The text of the report: numbered headings, paragraphs, lists (Decree 30/2020/NĐ-CP, Appendix I, II.6). */
import { HeadingLevel, Paragraph } from 'docx';
import type { Block, Chart } from '../../model.js';
import type { MarkFigure } from './figure-bookmarks.js';
import { rateChart } from './rate-chart.js';
import { BULLETS, HEADINGS, NUMBERS, STYLE } from './styles.js';
import { reportRuns, textRuns } from './text-runs.js';

const HEADING = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

/** How many last blocks stay with the signature, so that it never stands alone on a page. */
const KEPT_WITH_SIGNATURE = 2;

/** A chart stands after the block it names; `textWidth` in twips. */
export function reportBody(
  blocks: readonly Block[],
  charts: readonly Chart[],
  mark: MarkFigure,
  textWidth: number,
): readonly Paragraph[] {
  let list = 0;
  let depth: 1 | 2 | 3 = 1;
  const kept = blocks.length - KEPT_WITH_SIGNATURE;
  const paragraphsOf = (block: Block, index: number): readonly Paragraph[] => {
    const keepNext = index >= kept;
    switch (block.kind) {
      case 'heading':
        depth = block.level;
        return [
          new Paragraph({
            heading: HEADING[block.level],
            numbering: { reference: HEADINGS, level: block.level - 1, instance: 0 },
            keepNext: true,
            children: textRuns(block.text),
          }),
        ];
      case 'paragraph':
        return [
          new Paragraph({
            style: STYLE.body,
            // A remark on what follows stands on its page.
            keepNext: keepNext || block.note === true,
            children: reportRuns(block.runs, mark),
          }),
        ];
      case 'list': {
        list += 1;
        const numbering = block.ordered
          ? { reference: NUMBERS, level: depth - 1, instance: list }
          : { reference: BULLETS, level: 0, instance: list };
        const lastItems = block.items.length - KEPT_WITH_SIGNATURE;
        return block.items.map(
          (item, place) =>
            new Paragraph({
              style: STYLE.body,
              numbering,
              keepNext: keepNext && (index < blocks.length - 1 || place >= lastItems),
              children: reportRuns(item, mark),
            }),
        );
      }
    }
  };
  return blocks.flatMap((block, index) => [
    ...paragraphsOf(block, index),
    ...charts.filter(({ after }) => after === index).flatMap((chart) => rateChart(chart, textWidth)),
  ]);
}
