/** Charts that follow no section of the text: on pages of their own before the annexes, referred to the report like them. */
import { AlignmentType, Paragraph } from 'docx';
import type { Chart } from '../../model.js';
import { SIZES, WORDS } from '../decree30-layout.js';
import { rateChart } from './rate-chart.js';
import { STYLE, spacing } from './styles.js';
import { line, textRuns } from './text-runs.js';

export const chartPages = (
  charts: readonly Chart[],
  reference: string,
  textWidth: number,
): readonly Paragraph[] => [
  new Paragraph({ style: STYLE.annex, children: textRuns(WORDS.charts) }),
  line(
    reference,
    { points: SIZES.annexReference, italic: true },
    { alignment: AlignmentType.CENTER, spacing: spacing(0, undefined, 6), keepNext: true },
  ),
  ...charts.flatMap((chart) => rateChart(chart, textWidth)),
];
