/** Charts of the headline rates by unit: few, sorted, of neutral data. */
import { compareFractions } from '../../values/exact-rate.js';
import type { Chart, ChartBar, IndicatorRecord } from '../../model.js';
import { formatPercent } from '../../values/number-format.js';
import { compareVietnamese } from '../../values/vietnamese-text.js';
import { fractionOf, type Prose } from '../prose/prose.js';
import { defined } from '../../values/defined.js';
import { unitFullName } from '../../units/names/unit-name.js';

/** More bars than this are hard to read: then only the ends are shown. */
const MOST_BARS = 12;
/** Units at each end of a shortened chart. */
const MOST_AT_ENDS = 10;
/** More that are equal are no end any more. */
const MOST_TIED = 3;
/** A gap for so few would hide more than it saves. */
const FEW_LEFT = 2;
/** The titles of families and of residential areas come first among the headline indicators. */
const TITLES = 2;

/** The rates of which there are charts: what the kind of period names, else the first of the headline. */
export function chartedRates({ frame, wording }: Prose, most: number = TITLES): readonly IndicatorRecord[] {
  const { indicators, period } = frame.results;
  const named = wording.outline.charts[period.kind];
  return indicators
    .filter(({ id, headline, kind }) => kind === 'rate' && (named?.includes(id) ?? headline))
    .slice(0, most);
}

/** A chart for each of them that at least two units have. */
export function headlineCharts(prose: Prose, most: number = TITLES): readonly Chart[] {
  return chartedRates(prose, most).flatMap((indicator) => rateChart(prose, indicator) ?? []);
}

function rateChart(prose: Prose, indicator: IndicatorRecord): Chart | undefined {
  const { frame, say } = prose;
  const { results } = frame;
  const all = results.measures[results.unit]?.[indicator.id];
  if (indicator.noRateWhilePending === true && all?.pending !== undefined) return undefined;
  const units = unitBars(prose, indicator).sort(byRate);
  const [first] = units;
  const last = units.at(-1);
  // A share of one thing is all or nothing; that is no picture, nor is what one sentence says of all of them.
  if (first === undefined || last === undefined || units.length < 2) return undefined;
  if (units.every(({ rate }) => rate.denominator === 1)) return undefined;
  if (formatPercent(first.rate, frame.decimals) === formatPercent(last.rate, frame.decimals))
    return undefined;

  const whole = all === undefined || all.reported === 0 ? undefined : fractionOf(all);
  const { bars, gapAfter } = selected(
    units,
    whole === undefined
      ? undefined
      : { label: say('chart.whole', {}), rate: whole, whole: true, unit: results.unit },
  );
  const axis = axisOf(bars);
  const printed = (bar: ChartBar): string => formatPercent(bar.rate, frame.decimals) ?? '';
  const outside = all?.notApplicable?.length ?? 0;
  const complete = units.length === frame.leaves.length - outside;
  const counts = {
    counted: frame.count(units.length),
    expected: frame.count(frame.leaves.length - outside),
    highest: frame.count(endOf(units)),
    lowest: frame.count(endOf([...units].reverse())),
  };
  return {
    id: indicator.id,
    title: say('chart.title', { label: indicator.label }),
    bars,
    ...defined({ gapAfter }),
    decimals: frame.decimals,
    ...defined({ axis }),
    notes: [
      ...axisNotes(prose, axis),
      ...(gapAfter === undefined ? [] : [say('chart.selected', counts)]),
      ...(complete ? [] : [say('chart.partial', counts)]),
    ],
    description: say('chart.description', {
      label: indicator.label,
      first: first.label,
      firstRate: printed(first),
      last: last.label,
      lastRate: printed(last),
      wholeRate: whole === undefined ? '' : (formatPercent(whole, frame.decimals) ?? ''),
    }),
  };
}

/** Where the axis begins and ends is said, since bars no longer show the whole. */
export const axisNotes = ({ say }: Prose, axis: Chart['axis']): readonly string[] =>
  axis === undefined ? [] : [say('chart.axis', { from: String(axis[0]), to: String(axis[1]) })];

/** Rates this far apart, in points, are seen on the whole axis. */
const SEEN = 50n;

/** Ends of an axis on which the bars differ, at multiples of a step; none where 0 to 100 shows as much. */
export function axisOf(bars: readonly ChartBar[]): readonly [from: number, to: number] | undefined {
  const ends = bars.map(({ rate: { numerator, denominator } }) => {
    const [part, base] = [BigInt(numerator) * 100n, BigInt(denominator)];
    return { least: part / base, most: (part + base - 1n) / base };
  });
  // Not rounded: of 90,28 % the axis must go beyond 90.
  const lowest = ends.reduce((all, { least }) => (least < all ? least : all), 100n);
  const highest = ends.reduce((all, { most }) => (most > all ? most : all), 0n);
  const apart = highest - lowest;
  if (highest > 100n || apart >= SEEN) return undefined;
  const step = apart <= 10n ? 5n : apart <= 25n ? 10n : 20n;
  // The lowest bar keeps some length.
  const from = ((lowest - 1n) / step) * step;
  const to = ((highest + step - 1n) / step) * step;
  return lowest < 1n || from <= 0n ? undefined : [Number(from), Number(to > 100n ? 100n : to)];
}

function unitBars({ frame }: Prose, { id }: IndicatorRecord): ChartBar[] {
  return frame.leaves.flatMap((leaf) => {
    const measure = frame.results.measures[leaf.code]?.[id];
    const rate =
      measure === undefined || measure.reported === 0 || measure.state !== undefined
        ? undefined
        : fractionOf(measure);
    return rate === undefined ? [] : [{ label: unitFullName(leaf), rate, unit: leaf.code }];
  });
}

const byRate = (a: ChartBar, b: ChartBar): number =>
  compareFractions(b.rate, a.rate) || compareVietnamese(a.label, b.label);

/** So many at an end, with the few that are equal to the last of them: one that is left out would seem to be between. */
function endOf(units: readonly ChartBar[]): number {
  const last = units[MOST_AT_ENDS - 1];
  if (last === undefined) return units.length;
  const equal = units.slice(MOST_AT_ENDS).findIndex(({ rate }) => compareFractions(rate, last.rate) !== 0);
  const more = equal < 0 ? units.length - MOST_AT_ENDS : equal;
  return MOST_AT_ENDS + (more > MOST_TIED ? 0 : more);
}

/** All bars, or both ends; the whole stands where its rate puts it. */
function selected(
  units: readonly ChartBar[],
  whole: ChartBar | undefined,
): { readonly bars: readonly ChartBar[]; readonly gapAfter?: number } {
  const [highest, lowest] = [endOf(units), endOf([...units].reverse())];
  if (units.length <= Math.max(MOST_BARS, highest + lowest + FEW_LEFT))
    return { bars: withWhole(units, whole) };
  const upper = units.slice(0, highest);
  const lower = units.slice(-lowest);
  const between = units.slice(highest, -lowest);
  // What is left out stands for more units above the whole, or for more below it.
  const higher =
    whole === undefined ? [] : between.filter(({ rate }) => compareFractions(rate, whole.rate) > 0);
  const isLow = whole !== undefined && higher.length * 2 > between.length;
  const above = isLow ? upper : withWhole(upper, whole);
  return { bars: [...above, ...(isLow ? withWhole(lower, whole) : lower)], gapAfter: above.length };
}

function withWhole(bars: readonly ChartBar[], whole: ChartBar | undefined): readonly ChartBar[] {
  if (whole === undefined) return bars;
  const lower = bars.findIndex((bar) => compareFractions(bar.rate, whole.rate) < 0);
  const at = lower < 0 ? bars.length : lower;
  return [...bars.slice(0, at), whole, ...bars.slice(at)];
}
