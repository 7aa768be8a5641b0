/** The course of the headline titles over the years known, oldest first, on today's ground. */
import type { Chart, ChartBar, ComparedYear, IndicatorRecord } from '../../model.js';
import { formatPercent } from '../../values/number-format.js';
import { defined } from '../../values/defined.js';
import { axisNotes, axisOf, chartedRates } from './charts.js';
import { earlierOfKind } from '../prose/earlier-year.js';
import { fractionOf, type Prose } from '../prose/prose.js';

/** More years than this crowd the picture: the latest are shown. */
const MOST_YEARS = 8;

/** A chart for each headline title of which at least two earlier years can be put beside this one. */
export function courseCharts(prose: Prose): readonly Chart[] {
  return chartedRates(prose).flatMap((indicator) => courseChart(prose, indicator) ?? []);
}

interface Point extends ChartBar {
  /** Who is in it, when not all are. */
  readonly partial?: { readonly reported: number; readonly expected: number };
  readonly estimate: boolean;
}

function courseChart(prose: Prose, indicator: IndicatorRecord): Chart | undefined {
  const { frame, say } = prose;
  const { results } = frame;
  const measure = results.measures[results.unit]?.[indicator.id];
  const rate = measure === undefined || measure.reported === 0 ? undefined : fractionOf(measure);
  if (measure === undefined || rate === undefined) return undefined;
  if (indicator.noRateWhilePending === true && measure.pending !== undefined) return undefined;
  const years = results.comparison?.units[results.unit]?.[indicator.id]?.years ?? [];
  const earlier = earlierOfKind(results.comparison?.previous ?? [], results.period.kind).flatMap(
    ({ period }) =>
      pointOf(
        String(period.year),
        years.find((year) => year.period === period.id),
      ) ?? [],
  );
  // Of two years it would say a sentence of the report again.
  if (earlier.length < 2) return undefined;
  const { reported, expected } = measure;
  const now: Point = {
    label: String(results.period.year),
    rate,
    whole: true,
    estimate: false,
    ...(reported < expected ? { partial: { reported, expected } } : {}),
  };
  const points = [...earlier.slice(1 - MOST_YEARS), now];
  const printed = (point: Point): string => formatPercent(point.rate, frame.decimals) ?? '';
  const bars = points.map(({ label, rate: of, whole }) => ({
    label,
    rate: of,
    ...(whole === true ? { whole } : {}),
  }));
  const axis = axisOf(bars);
  return {
    id: `${indicator.id}.course`,
    indicator: indicator.id,
    course: true,
    title: say('chart.course', { label: indicator.label }),
    bars,
    decimals: frame.decimals,
    ...defined({ axis }),
    notes: [...axisNotes(prose, axis), ...points.flatMap((point) => pointNotes(prose, point))],
    description: say('chart.courseDescription', {
      label: indicator.label,
      points: points.map((point) => `${point.label}: ${printed(point)}`).join('; '),
    }),
  };
}

const pointNotes = ({ frame, say }: Prose, { label, partial, estimate }: Point): readonly string[] => [
  ...(partial === undefined
    ? []
    : [
        say('chart.coursePartial', {
          of: label,
          reported: frame.count(partial.reported),
          expected: frame.count(partial.expected),
        }),
      ]),
  ...(estimate ? [say('chart.courseEstimate', { of: label })] : []),
];

/** A year that can be drawn beside today's; a rate published without counts is its own fraction. */
function pointOf(label: string, year: ComparedYear | undefined): Point | undefined {
  if (year === undefined || year.comparability === 'notComparable') return undefined;
  const { restated } = year;
  const rate =
    restated.rate !== undefined
      ? published(restated.rate)
      : restated.n === undefined || restated.d === undefined || restated.d <= 0
        ? undefined
        : { numerator: restated.n, denominator: restated.d };
  if (rate === undefined) return undefined;
  const { reported, expected } = restated;
  return {
    label,
    rate,
    estimate: year.comparability === 'estimate',
    // A rate as published does not say whose it is.
    ...(reported > 0 && reported < expected ? { partial: { reported, expected } } : {}),
  };
}

/** "92.11" → 9211/10000, exact. */
function published(text: string): ChartBar['rate'] | undefined {
  const [, whole = '', decimals = ''] = /^(\d+)(?:[.,](\d+))?$/u.exec(text) ?? [];
  if (whole === '') return undefined;
  const numerator = Number.parseInt(`${whole}${decimals}`, 10);
  const denominator = 100 * 10 ** decimals.length;
  return Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator)
    ? { numerator, denominator }
    : undefined;
}
