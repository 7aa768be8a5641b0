/** Sentences of one rate: figure and base, without decision, bounds, target, highest and lowest (documents.md, Contents). */
import type { BoundsRecord, MeasureRecord } from '../model.js';
import { rateComparison, type ComparisonWords } from './comparison-sentences.js';
import { absentCount, type Absent } from './coverage.js';
import { extremesSentence } from './extremes.js';
import type { Entry } from './outline.js';
import { targetSentences } from './target-sentences.js';
import { figure, fractionOf, printed, printedRate, type Teller, type Told } from './teller.js';
import { listed, lowerFirst } from './vietnamese-list.js';

type RateEntry = Extract<Entry, { kind: 'rate' }>;

/** All sentences of a rate entry, in order. The figure is known: somebody reported it. */
export function rateSentences(
  teller: Teller,
  entry: RateEntry,
  told: Told,
  absent: Absent,
  opening: string,
): readonly string[] {
  const { indicator, measure } = told;
  const rate = fractionOf(measure);
  const unit = entry.ofCommunes ? teller.say('unit.communes', {}) : (entry.unit ?? indicator.unit);
  if (rate === undefined) return [teller.say('rate.noBase', { unit, label: lowerFirst(indicator.label) })];
  const headline = indicator.headline;
  const partial = absentCount(absent) > 0;
  const comparison = rateComparison(teller, told, {
    unit,
    name:
      entry.what === undefined
        ? lowerFirst(indicator.label)
        : teller.say('comparison.name', { unit, what: entry.what(teller.frame.words) }),
    base: baseOf(teller, entry, told, false),
  });
  return [
    mainSentence(teller, entry, told, unit, opening, partial, comparison),
    ...comparison.after,
    ...undecidedAndBounds(teller, told, unit, partial),
    ...targetSentences(teller, told, unit, partial),
    ...(headline ? [extremesSentence(teller, told, entry.lacking)] : []),
  ].filter((sentence) => sentence !== '');
}

function mainSentence(
  teller: Teller,
  entry: RateEntry,
  told: Told,
  unit: string,
  opening: string,
  partial: boolean,
  { clause }: ComparisonWords,
): string {
  const { indicator, measure } = told;
  const rate = fractionOf(measure);
  if (rate === undefined) return '';
  const data = {
    opening,
    n: figure(teller, indicator.id, 'n', printed(teller, indicator, rate.numerator)),
    d: figure(teller, indicator.id, 'd', printed(teller, indicator, rate.denominator)),
    unit,
    what: entry.what === undefined ? '' : entry.what(teller.frame.words),
    verb: entry.verb,
    rate: figure(teller, indicator.id, 'rate', printedRate(teller, rate)),
    base: baseOf(teller, entry, told, partial),
    comparison: clause,
    label: indicator.label,
    // The base of communes already says whose they are.
    partial: partial && !entry.ofCommunes,
  };
  if (indicator.noRateWhilePending === true && measure.pending !== undefined && measure.pending > 0) {
    return teller.say('rate.undecided', {
      ...data,
      pending: figure(teller, indicator.id, 'pending', teller.frame.count(measure.pending)),
    });
  }
  if (entry.what === undefined) return teller.say('generic.rate', data);
  if (rate.numerator === 0) return teller.say('rate.zero', data);
  return teller.say(rate.numerator === rate.denominator ? 'rate.all' : 'rate', data);
}

const baseOf = (teller: Teller, entry: RateEntry, { indicator }: Told, partial: boolean): string =>
  entry.ofCommunes
    ? teller.say('base.communes', { partial })
    : (indicator.baseLabel ?? teller.say('base.unnamed', {}));

function undecidedAndBounds(teller: Teller, told: Told, unit: string, partial: boolean): readonly string[] {
  const { indicator, measure } = told;
  const pending = measure.pending !== undefined && measure.pending > 0 ? measure.pending : undefined;
  const range = boundsOf(measure, pending, partial);
  const { id } = indicator;
  const low = range === undefined ? '' : figure(teller, id, 'low', printedRate(teller, range.low));
  const high = range === undefined ? '' : figure(teller, id, 'high', printedRate(teller, range.high));
  const undecided =
    pending === undefined
      ? []
      : [
          teller.say('undecided', {
            pending: figure(teller, id, 'pending', teller.frame.count(pending)),
            unit,
            bounds: !partial && range !== undefined,
            low,
            high,
          }),
        ];
  if (!partial || !indicator.headline) return undecided;
  if (range === undefined || measure.bounds === undefined) return undecided;
  const what = teller.say(pending === undefined ? 'bounds.units' : 'bounds.both', { unit });
  return [
    ...undecided,
    teller.say('bounds', { what, low, high, source: basesOf(measure.bounds.sources, teller) }),
  ];
}

/** Bounds of the run; with every unit heard, those that the open decisions leave. */
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
const basesOf = (sources: BoundsRecord['sources'], teller: Teller): string =>
  listed(sources.map((source) => teller.say(`bounds.${source}`, {})));
