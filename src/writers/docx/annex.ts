/** One annex: heading, title, reference to the report, unit line, table, notes (Decree 30/2020/NĐ-CP, Appendix I, III.1). */
import { AlignmentType, Paragraph, type FileChild } from 'docx';
import type { Annex, Chart } from '../../model.js';
import { SIZES, WORDS, type Paper } from '../decree30-layout.js';
import { annexFit } from './annex-fit.js';
import type { HeldRows } from './annex-rows.js';
import { annexTable } from './annex-table.js';
import { rateChart } from './rate-chart.js';
import { STYLE, spacing } from './styles.js';
import { line, textRuns } from './text-runs.js';

/** So many first notes stay with the table. */
const KEPT_TOGETHER = 6;

/** Where an annex stands that has no section of its own. */
export interface AnnexPlace {
  readonly paper?: Paper;
  /** Width of the text in twips, where it is not that of the paper. */
  readonly width?: number;
  readonly newPage: boolean;
}

/** The report that an annex belongs to. */
const referenceLine = (reference: string): Paragraph =>
  line(
    reference,
    { points: SIZES.annexReference, italic: true },
    { alignment: AlignmentType.CENTER, spacing: spacing(0, undefined, 6), keepNext: true },
  );

/** Charts that follow no section of the text: on pages of their own, an annex like the others. */
export const chartPages = (
  charts: readonly Chart[],
  heading: { readonly number: string; readonly title: string } | undefined,
  reference: string,
  textWidth: number,
): readonly Paragraph[] => [
  ...(heading === undefined
    ? [new Paragraph({ style: STYLE.annex, children: textRuns(WORDS.charts) })]
    : [
        new Paragraph({ style: STYLE.annex, children: textRuns(`${WORDS.annex} ${heading.number}`) }),
        new Paragraph({
          style: STYLE.annexTitle,
          children: textRuns(heading.title.toLocaleUpperCase('vi')),
        }),
      ]),
  referenceLine(reference),
  ...charts.flatMap((chart) => rateChart(chart, textWidth)),
];

export function annexContent(
  annex: Annex,
  reference: string,
  held: HeldRows,
  place: AnnexPlace = { newPage: false },
): readonly FileChild[] {
  const { table } = annex;
  const fit = annexFit(annex, place.paper, place.width);
  const look = { points: fit.noteSize, italic: true };
  return [
    new Paragraph({
      style: STYLE.annex,
      ...(place.newPage ? { pageBreakBefore: true } : {}),
      children: textRuns(`${WORDS.annex} ${annex.number}`.trim()),
    }),
    new Paragraph({ style: STYLE.annexTitle, children: textRuns(table.title.toLocaleUpperCase('vi')) }),
    referenceLine(reference),
    ...(table.unitLine === undefined
      ? []
      : [
          line(
            table.unitLine,
            { points: SIZES.tableUnitLine, italic: true },
            { alignment: AlignmentType.RIGHT, spacing: spacing(0, undefined, 3), keepNext: true },
          ),
        ]),
    annexTable(table, held, fit),
    // Word wants a paragraph after a table.
    ...(table.notes.length === 0
      ? [line('', { points: SIZES.tableNote })]
      : table.notes.map((note, index) =>
          line(note, look, {
            alignment: AlignmentType.JUSTIFIED,
            spacing: spacing(index === 0 ? 6 : 2),
            keepLines: true,
            keepNext: index < Math.min(table.notes.length - 1, KEPT_TOGETHER),
          }),
        )),
  ];
}
