/** One of the small multiples: a dot a unit on an axis that is said, with its name and figure, described in words. */
import type { Chart, ChartBar } from '../../model.js';
import { formatPercent } from '../../values/number-format.js';
import { textWidth } from '../text-width.js';
import { element, type Markup } from './markup.js';
import { largest } from '../../values/of-many.js';
import type { TraceLinks } from './trace-links.js';

/** In units of the drawing; it scales with the page. */
const WIDTH = 460;
const STEP = 19;
const GAP = 12;
const TYPE = 12.5;
const FIGURE_WIDTH = 64;
const LABEL_MOST = 170;
const HEAD = 20;
const DOT = 4.5;
const END = 10;

/** Faces of systems are wider than the serif that is measured. */
const WIDER = 1.25;
const widthOf = (text: string, bold?: boolean): number => textWidth(text, TYPE, bold) * WIDER;

/** The figure with its caption; its notes stand beneath. */
export function dotChart(chart: Chart, links: TraceLinks): Markup {
  const label = Math.min(
    LABEL_MOST,
    Math.ceil(largest(chart.bars.map((bar) => widthOf(bar.label, bar.whole)))) + 10,
  );
  const start = label + FIGURE_WIDTH;
  const gap = (index: number): number => (chart.gapAfter !== undefined && index >= chart.gapAfter ? GAP : 0);
  const height = HEAD + chart.bars.length * STEP + (chart.gapAfter === undefined ? 0 : GAP) + 4;
  return element(
    'figure',
    {},
    element('figcaption', {}, chart.title),
    element(
      'svg',
      {
        viewBox: `0 0 ${WIDTH} ${height}`,
        role: 'img',
        'aria-label': chart.description,
        'font-size': TYPE,
        preserveAspectRatio: 'xMinYMin meet',
      },
      axis(chart, start, height),
      chart.bars.map((bar, index) =>
        dotRow(chart, bar, { y: HEAD + index * STEP + gap(index) + STEP / 2, label, start }, links),
      ),
      chart.gapAfter === undefined
        ? undefined
        : element('line', {
            class: 'gap',
            x1: 0,
            x2: WIDTH,
            ...across(chart.gapAfter * STEP + HEAD + GAP / 2),
          }),
    ),
    chart.notes.map((note) => element('p', { class: 'note' }, note)),
  );
}

const across = (y: number) => ({ y1: y, y2: y });
const DEFAULT_AXIS = [0, 100] as const;

/** Both ends and the middle, as lines with their percent. */
function axis({ axis: ends = DEFAULT_AXIS }: Chart, start: number, height: number): readonly Markup[] {
  const [from, to] = ends;
  return [from, (from + to) / 2, to].flatMap((percent, index) => {
    const x = start + ((WIDTH - END - start) * index) / 2;
    return [
      element('line', { class: 'axis', x1: x, x2: x, y1: HEAD - 4, y2: height }),
      element(
        'text',
        {
          class: 'axis',
          x,
          y: HEAD - 7,
          'text-anchor': index === 0 ? 'start' : index === 1 ? 'middle' : 'end',
        },
        `${String(percent).replace('.', ',')}%`,
      ),
    ];
  });
}

function dotRow(
  { decimals, axis: [from, to] = DEFAULT_AXIS, indicator, id }: Chart,
  bar: ChartBar,
  at: { readonly y: number; readonly label: number; readonly start: number },
  links: TraceLinks,
): readonly Markup[] {
  const { numerator, denominator } = bar.rate;
  const share = Math.min(1, Math.max(0, ((numerator / denominator) * 100 - from) / (to - from)));
  const x = Math.round((at.start + share * (WIDTH - END - at.start)) * 10) / 10;
  const whole = bar.whole === true;
  const text = { y: at.y + 4, class: whole ? 'whole' : undefined };
  const key =
    bar.unit === undefined
      ? undefined
      : links.figure({ unit: bar.unit, indicator: indicator ?? id, quantity: 'rate' });
  return [
    element('text', { ...text, x: at.label - 8, 'text-anchor': 'end' }, shortened(bar.label, whole)),
    element(
      'text',
      { ...text, x: at.start - 10, 'text-anchor': 'end', 'data-f': key },
      formatPercent(bar.rate, decimals),
    ),
    element('line', { class: 'lead', x1: at.start, x2: x, ...across(at.y) }),
    element('circle', { cx: x, cy: at.y, r: whole ? DOT + 1 : DOT, class: whole ? 'dot whole' : 'dot' }),
  ];
}

/** Names longer than their room end in "…"; the whole name stands in the tables. */
function shortened(label: string, bold: boolean): string {
  if (widthOf(label, bold) <= LABEL_MOST - 10) return label;
  let kept = Array.from(label);
  while (kept.length > 1 && widthOf(`${kept.join('')}…`, bold) > LABEL_MOST - 10) kept = kept.slice(0, -1);
  return `${kept.join('').trimEnd()}…`;
}
