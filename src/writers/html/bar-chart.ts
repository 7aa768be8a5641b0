/** A chart of rates as SVG: horizontal bars with their figures, legible in black and white, described in words. */
import type { Chart, ChartBar } from '../../model.js';
import { formatPercent } from '../../values/number-format.js';
import { textWidth } from '../text-width.js';
import { element, type Markup } from './markup.js';
import { largest } from '../../values/of-many.js';

/** In units of the drawing; it scales with the page. */
const WIDTH = 600;
const BAR = 16;
const STEP = 24;
const GAP = 14;
const TYPE = 13;
const FIGURE_WIDTH = 64;
const LABEL_MOST = 220;

/** The figure with its caption; its notes stand beneath. */
export function barChart(chart: Chart): Markup {
  const label = Math.min(
    LABEL_MOST,
    Math.ceil(largest(chart.bars.map((bar) => textWidth(bar.label, TYPE, bar.whole)))) + 10,
  );
  const room = WIDTH - label - FIGURE_WIDTH - 2;
  const gap = (index: number): number => (chart.gapAfter !== undefined && index >= chart.gapAfter ? GAP : 0);
  const height = chart.bars.length * STEP + (chart.gapAfter === undefined ? 0 : GAP) + 4;
  const rows = chart.bars.map((bar, index) =>
    barRow(chart, bar, { top: index * STEP + gap(index) + 2, label, room }),
  );
  return element(
    'figure',
    {},
    element('figcaption', {}, chart.title),
    element(
      'div',
      {},
      element(
        'svg',
        {
          viewBox: `0 0 ${WIDTH} ${height}`,
          role: 'img',
          'aria-label': chart.description,
          'font-size': TYPE,
          preserveAspectRatio: 'xMinYMin meet',
        },
        rows,
        chart.gapAfter === undefined ? undefined : gapMark(chart.gapAfter * STEP + GAP / 2, label),
      ),
    ),
    chart.notes.map((note) => element('p', { class: 'note' }, note)),
  );
}

function barRow(
  { decimals }: Chart,
  bar: ChartBar,
  at: { readonly top: number; readonly label: number; readonly room: number },
): readonly Markup[] {
  const { numerator, denominator } = bar.rate;
  const share = Math.min(1, Math.max(0, numerator / denominator));
  const length = Math.max(1, Math.round(share * at.room));
  // Figures stand before the bars: in sight also where a narrow screen cuts the drawing.
  const start = at.label + FIGURE_WIDTH;
  const whole = bar.whole === true;
  const text = { y: at.top + BAR - 3, class: whole ? 'whole' : undefined };
  return [
    element('text', { ...text, x: at.label - 8, 'text-anchor': 'end' }, shortened(bar.label, whole)),
    element('rect', {
      x: start,
      y: at.top,
      width: length,
      height: BAR,
      class: whole ? 'bar whole' : 'bar',
    }),
    element('text', { ...text, x: start - 6, 'text-anchor': 'end' }, formatPercent(bar.rate, decimals)),
  ];
}

/** Names longer than their room end in "…"; the whole name stands in the tables. */
function shortened(label: string, bold: boolean): string {
  if (textWidth(label, TYPE, bold) <= LABEL_MOST - 10) return label;
  let kept = Array.from(label);
  while (kept.length > 1 && textWidth(`${kept.join('')}…`, TYPE, bold) > LABEL_MOST - 10)
    kept = kept.slice(0, -1);
  return `${kept.join('').trimEnd()}…`;
}

const gapMark = (y: number, label: number): Markup =>
  element('line', { class: 'gap', x1: 0, x2: label, y1: y, y2: y });
