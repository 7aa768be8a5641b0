/** Sentences of one rate: figure and base, without decision, bounds, target, highest and lowest. */
import type { BoundsRecord, MeasureRecord } from '../model.js';
import { rateComparison, type ComparisonWords } from './comparison-sentences.js';
import { absentCount, type Absent } from './coverage.js';
import { extremesSentence } from './extremes.js';
import type { Entry } from './outline.js';
import { targetSentences } from './target-sentences.js';
import { figure, fractionOf, printed, printedRate, type Prose, type IndicatorResult } from './prose.js';
import { listed } from './vietnamese-list.js';
import { lowerFirst } from '../values/vietnamese-text.js';

type RateEntry = Extract<Entry, { kind: 'rate' }>;

/** All sentences of a rate entry, in order. The figure is known: somebody reported it. */
export function rateSentences(
  prose: Prose,
  entry: RateEntry,
  result: IndicatorResult,
  absent: Absent,
  opening: string,
): readonly string[] {
  const { indicator, measure } = result;
  const rate = fractionOf(measure);
  const unit = entry.ofCommunes ? prose.say('unit.communes', {}) : (entry.unit ?? indicator.unit);
  if (rate === undefined) return [prose.say('rate.noBase', { unit, label: lowerFirst(indicator.label) })];
  const headline = indicator.headline;
  const partial = absentCount(absent) > 0;
  const comparison = rateComparison(prose, result, {
    unit,
    name:
      entry.what === undefined
        ? lowerFirst(indicator.label)
        : prose.say('comparison.name', { unit, what: entry.what(prose.frame.words) }),
    base: baseOf(prose, entry, result, false),
  });
  return [
    mainSentence(prose, entry, result, unit, opening, partial, comparison),
    ...comparison.after,
    ...undecidedAndBounds(prose, result, unit, partial),
    ...targetSentences(prose, result, unit, partial),
    ...(headline ? [extremesSentence(prose, result, entry.lacking)] : []),
  ].filter((sentence) => sentence !== '');
}

function mainSentence(
  prose: Prose,
  entry: RateEntry,
  result: IndicatorResult,
  unit: string,
  opening: string,
  partial: boolean,
  { clause }: ComparisonWords,
): string {
  const { indicator, measure } = result;
  const rate = fractionOf(measure);
  if (rate === undefined) return '';
  const data = {
    opening,
    n: figure(prose, indicator.id, 'n', printed(prose, indicator, rate.numerator)),
    d: figure(prose, indicator.id, 'd', printed(prose, indicator, rate.denominator)),
    unit,
    what: entry.what === undefined ? '' : entry.what(prose.frame.words),
    verb: entry.verb,
    rate: figure(prose, indicator.id, 'rate', printedRate(prose, rate)),
    base: baseOf(prose, entry, result, partial),
    comparison: clause,
    label: indicator.label,
    // The base of communes already says whose they are.
    partial: partial && !entry.ofCommunes,
  };
  if (indicator.noRateWhilePending === true && measure.pending !== undefined && measure.pending > 0) {
    return prose.say('rate.undecided', {
      ...data,
      pending: figure(prose, indicator.id, 'pending', prose.frame.count(measure.pending)),
    });
  }
  if (entry.what === undefined) return prose.say('generic.rate', data);
  if (rate.numerator === 0) return prose.say('rate.zero', data);
  return prose.say(rate.numerator === rate.denominator ? 'rate.all' : 'rate', data);
}

const baseOf = (prose: Prose, entry: RateEntry, { indicator }: IndicatorResult, partial: boolean): string =>
  entry.ofCommunes
    ? prose.say('base.communes', { partial })
    : (indicator.baseLabel ?? prose.say('base.unnamed', {}));

function undecidedAndBounds(
  prose: Prose,
  result: IndicatorResult,
  unit: string,
  partial: boolean,
): readonly string[] {
  const { indicator, measure } = result;
  const pending = measure.pending !== undefined && measure.pending > 0 ? measure.pending : undefined;
  const range = boundsOf(measure, pending, partial);
  const { id } = indicator;
  const low = range === undefined ? '' : figure(prose, id, 'low', printedRate(prose, range.low));
  const high = range === undefined ? '' : figure(prose, id, 'high', printedRate(prose, range.high));
  const undecided =
    pending === undefined
      ? []
      : [
          prose.say('undecided', {
            pending: figure(prose, id, 'pending', prose.frame.count(pending)),
            unit,
            bounds: !partial && range !== undefined,
            low,
            high,
          }),
        ];
  if (!partial || !indicator.headline) return undecided;
  if (range === undefined || measure.bounds === undefined) return undecided;
  const what = prose.say(pending === undefined ? 'bounds.units' : 'bounds.both', { unit });
  return [
    ...undecided,
    prose.say('bounds', { what, low, high, source: basesOf(measure.bounds.sources, prose) }),
  ];
}

/** Bounds of the run; when every unit reported, those that the open decisions leave. */
function boundsOf(measure: MeasureRecord, pending: number | undefined, partial: boolean) {
  if (measure.bounds !== undefined) {
    const [lowN, lowD] = measure.bounds.low;
    const [highN, highD] = measure.bounds.high;
    return {
      low: { numerator: lowN, denominator: lowD },
      high: { numerator: highN, denominator: highD },
    };
  }
  const rate = fractionOf(measure);
  if (rate === undefined || pending === undefined || partial) return undefined;
  return { low: rate, high: { ...rate, numerator: Math.min(rate.numerator + pending, rate.denominator) } };
}

/** "số hộ đơn vị đã báo cáo và số hộ trong danh sách đơn vị"; nothing when only decisions are pending. */
const basesOf = (sources: BoundsRecord['sources'], prose: Prose): string =>
  listed(sources.map((source) => prose.say(`bounds.${source}`, {})));
