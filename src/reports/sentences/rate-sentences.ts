/** Sentences of one rate: figure, base and change; without decision, bounds, target, highest and lowest. */
import type { MeasureRecord } from '../../model.js';
import { rateComparison, shortChange, type ComparisonWords } from './comparison-sentences.js';
import { isPartialFigure } from '../prose/coverage.js';
import { extremesSentence, lackingUnits } from '../prose/extremes.js';
import { openingWords } from '../prose/opening-words.js';
import type { Entry } from '../wording/outline.js';
import { isFullNamed, targetOfWhole, targetSentences } from './target-sentences.js';
import { isOutOfReach } from '../../measures/settled-target.js';
import { coverageKey, coverageMark, type Telling } from '../prose/telling.js';
import {
  figure,
  fractionOf,
  indicatorResult,
  isFarFuller,
  isReported,
  printed,
  printedRate,
  type IndicatorResult,
  type Prose,
} from '../prose/prose.js';
import type { Fraction } from '../../values/exact-rate.js';
import { listed } from '../prose/vietnamese-list.js';
import { lowerFirst } from '../../values/vietnamese-text.js';

type RateEntry = Extract<Entry, { kind: 'rate' }>;

/** What a rate says, and what others like it may say together with it. */
export interface RateWords {
  readonly sentences: readonly string[];
  /** Its short name, when neither number nor rate has changed: said once for all of the paragraph. */
  readonly steady?: string;
}

/** All sentences of a rate entry, in order. The figure is known: somebody reported it. */
export function rateSentences(
  prose: Prose,
  entry: RateEntry,
  result: IndicatorResult,
  telling: Telling,
  otherBase: IndicatorResult | undefined,
): RateWords {
  const { indicator, measure } = result;
  const rate = fractionOf(measure);
  const unit = unitOf(prose, entry, result);
  if (rate === undefined)
    return { sentences: [prose.say('rate.noBase', { unit, label: lowerFirst(indicator.label) })] };
  if (rate.numerator === 0 && !indicator.headline) return { sentences: [] };
  const comparison = comparisonOf(prose, entry, result);
  const steady = telling.steady && comparison.steady && entry.short !== undefined;
  const isUntold = steady || (entry.brief && comparison.steady);
  const main = mainSentence(prose, entry, result, unit, telling, isUntold ? '' : comparison.clause);
  const sentences = [
    continued(main, otherBaseClause(prose, result, otherBase), lackingClause(prose, entry, result)),
    ...comparison.after,
    ...countBehind(prose, entry, result, unit, telling),
    ...remaining(prose, entry, result, unit),
    ...withExtremes(prose, entry, result, targetSentences(prose, result, unit)),
  ].filter((sentence) => sentence !== '');
  return steady ? { sentences, steady: entry.short } : { sentences };
}

/** Highest and lowest go on from the sentence on who reaches the target. */
function withExtremes(
  prose: Prose,
  entry: RateEntry,
  result: IndicatorResult,
  targets: readonly string[],
): readonly string[] {
  if (!entry.extremes) return targets;
  const extremes = extremesSentence(prose, result, isFullNamed(prose, result));
  const last = targets.at(-1);
  // Behind the sentence on the whole alone it is a sentence of its own.
  if (targets.length < 2 || last === undefined || extremes === '') return [...targets, extremes];
  return [...targets.slice(0, -1), continued(last, lowerFirst(extremes.replace(/\.$/u, '')))];
}

/** Clauses that go on from the main sentence. */
const continued = (main: string, ...clauses: readonly string[]): string =>
  clauses
    .filter((clause) => clause !== '')
    .reduce((text, clause) => `${text.replace(/\.$/u, '')}; ${clause}.`, main);

const lackingClause = (prose: Prose, { lacking }: RateEntry, result: IndicatorResult): string =>
  lacking === undefined ? '' : lackingUnits(prose, result, lacking);

/** The same numerator over another base, of the same units: of others it would contradict the sentence. */
function otherBaseClause(prose: Prose, result: IndicatorResult, other: IndicatorResult | undefined): string {
  const rate = other === undefined ? undefined : fractionOf(other.measure);
  if (other === undefined || rate === undefined || !isReported(other)) return '';
  if (coverageKey(prose, other) !== coverageKey(prose, result)) return '';
  const { indicator } = other;
  return prose.say('rate.otherBaseClause', {
    base: indicator.baseLabel ?? prose.say('base.unnamed', {}),
    n: figure(prose, indicator.id, 'n', printed(prose, indicator, rate.numerator)),
    d: figure(prose, indicator.id, 'd', printed(prose, indicator, rate.denominator)),
    unit: indicator.unit,
    rate: figure(prose, indicator.id, 'rate', printedRate(prose, rate)),
  });
}

const unitOf = (prose: Prose, { ofCommunes, unit }: RateEntry, { indicator }: IndicatorResult): string =>
  ofCommunes ? prose.say('unit.communes', {}) : (unit ?? indicator.unit);

function comparisonOf(prose: Prose, entry: RateEntry, result: IndicatorResult): ComparisonWords {
  const unit = unitOf(prose, entry, result);
  const name =
    entry.what === undefined
      ? lowerFirst(result.indicator.label)
      : prose.say('comparison.name', { unit, what: entry.what(prose.frame.words) });
  // Behind "cơ quan, đơn vị, doanh nghiệp" it is "tăng 04 đơn vị".
  const counted = entry.ofCommunes ? unit : result.indicator.unit;
  const base = baseOf(prose, entry, result, false);
  return rateComparison(prose, result, { unit: counted, name, base, ofCommunes: entry.ofCommunes });
}

/** Neither its number nor its rate has changed, and it has a short name by which that can be said. */
export const isSteady = (prose: Prose, entry: RateEntry, result: IndicatorResult): boolean =>
  entry.short !== undefined &&
  isReported(result) &&
  fractionOf(result.measure) !== undefined &&
  comparisonOf(prose, entry, result).steady === true;

function mainSentence(
  prose: Prose,
  entry: RateEntry,
  result: IndicatorResult,
  unit: string,
  telling: Telling,
  comparison: string,
): string {
  const { indicator, measure } = result;
  const rate = fractionOf(measure);
  if (rate === undefined) return '';
  const change = entry.brief && comparison !== '' ? shortChange(prose, result, telling.yearNamed) : '';
  telling.yearNamed ||= change !== '';
  const data = {
    opening: openingWords(prose, [result], telling),
    joined: telling.joining,
    n: figure(prose, indicator.id, 'n', printed(prose, indicator, rate.numerator)),
    d: figure(prose, indicator.id, 'd', printed(prose, indicator, rate.denominator)),
    unit,
    change,
    what: entry.what === undefined ? '' : entry.what(prose.frame.words),
    mark: coverageMark(prose, result, telling),
    verb: entry.verb,
    rate: figure(prose, indicator.id, 'rate', printedRate(prose, rate)),
    base: saidBase(prose, entry, result, unit, telling),
    bounds: boundsText(prose, entry, result),
    comparison,
    label: indicator.label,
  };
  if (indicator.noRateWhilePending === true && measure.pending !== undefined && measure.pending > 0) {
    return prose.say('rate.undecided', {
      ...data,
      pending: figure(prose, indicator.id, 'pending', prose.frame.count(measure.pending)),
    });
  }
  if (entry.what === undefined) return prose.say('generic.rate', data);
  if (rate.numerator === 0) return prose.say('rate.zero', data);
  // A change that needs more words than fit in brackets gets its sentence.
  const isBrief = entry.brief && (comparison === '' || change !== '');
  if (isBrief) return prose.say('rate.brief', { ...data, mark: withoutBrackets(data.mark) });
  return prose.say(rate.numerator === rate.denominator ? 'rate.all' : 'rate', data);
}

const withoutBrackets = (mark: string): string => mark.replace(/^\(|\)$/gu, '');

const baseOf = (prose: Prose, entry: RateEntry, { indicator }: IndicatorResult, partial: boolean): string =>
  entry.ofCommunes
    ? prose.say('base.communes', { partial })
    : (indicator.baseLabel ?? prose.say('base.unnamed', {}));

/** The base, unless "03/11 thôn, đạt 27,27%" has said it and the topic knows no other. */
function saidBase(
  prose: Prose,
  entry: RateEntry,
  result: IndicatorResult,
  unit: string,
  { bases }: Telling,
): string {
  if (entry.ofCommunes) return '';
  const base = baseOf(prose, entry, result, false);
  const isSaid = entry.what !== undefined && base === prose.say('base.whole', { unit });
  if (!isSaid) return base;
  // A long name is not written out again right behind itself.
  return !bases ? '' : unit.includes(', ') ? prose.say('base.unnamed', {}) : base;
}

/** Nobody can tell the rate: what is counted is told nevertheless. Empty when that was not reported either. */
export function countWithoutRate(
  prose: Prose,
  entry: RateEntry,
  result: IndicatorResult,
  telling: Telling,
): readonly string[] {
  const counted = entry.count === undefined ? undefined : indicatorResult(prose, entry.count);
  if (counted === undefined || !isReported(counted) || counted.measure.n === 0) return [];
  const { indicator, measure } = counted;
  return [
    prose.say('rate.countOnly', {
      opening: openingWords(prose, [counted], telling),
      n: figure(prose, indicator.id, 'n', printed(prose, indicator, measure.n)),
      unit: entry.unit ?? result.indicator.unit,
      what: entry.what === undefined ? lowerFirst(indicator.label) : entry.what(prose.frame.words),
      mark: coverageMark(prose, counted, telling),
      base: baseOf(prose, entry, result, false),
    }),
  ];
}

/** Few of the units that gave the number gave the base: theirs are told too. */
function countBehind(
  prose: Prose,
  entry: RateEntry,
  result: IndicatorResult,
  unit: string,
  telling: Telling,
): readonly string[] {
  const counted = entry.count === undefined ? undefined : indicatorResult(prose, entry.count);
  if (counted === undefined || !isFarFuller(counted, result)) return [];
  const { indicator, measure } = counted;
  return [
    prose.say('rate.countOfMore', {
      n: figure(prose, indicator.id, 'n', printed(prose, indicator, measure.n)),
      unit,
      what: entry.what === undefined ? lowerFirst(indicator.label) : entry.what(prose.frame.words),
      mark: coverageMark(prose, counted, telling),
    }),
  ];
}

/** What became of those that the numerator lacks: not awarded, without decision; of a headline rate what may still come. */
function remaining(prose: Prose, entry: RateEntry, result: IndicatorResult, unit: string): readonly string[] {
  const { indicator, measure } = result;
  const { pending = 0 } = measure;
  const left = Object.entries(entry.remainder).flatMap(([id, text]) => {
    const one = indicatorResult(prose, id);
    if (one === undefined || one.measure.n === 0) return [];
    if (coverageKey(prose, one) !== coverageKey(prose, result)) return [];
    return [{ n: one.measure.n, id, text }];
  });
  if (!indicator.headline || (pending === 0 && left.length === 0)) return [];
  const range = isTargetOutOfReach(prose, result) ? undefined : ifAllAwarded(measure);
  const rest = left.reduce((sum, { n }) => sum + n, 0);
  const { count } = prose.frame;
  const one = left.length === 1;
  const items = left.map(
    ({ n, id, text }) => `${figure(prose, id, 'n', count(n))} ${one ? `${unit} ` : ''}${text}`,
  );
  return [
    prose.say(items.length === 0 ? 'undecided' : 'remaining', {
      pending: figure(prose, indicator.id, 'pending', count(pending)),
      unit,
      items: listed(items),
      one,
      all: rest === (measure.d ?? 0) - measure.n,
      bounds: range !== undefined,
      high: range === undefined ? '' : figure(prose, indicator.id, 'high', printedRate(prose, range)),
    }),
  ];
}

/** Its sentence names the highest rate that is possible. */
function isTargetOutOfReach(prose: Prose, result: IndicatorResult): boolean {
  const judged = targetOfWhole(prose, result);
  if (judged === undefined) return false;
  return isOutOfReach(judged.target, judged.outcome, result.measure, prose.frame.decimals);
}

/** With all of the open decisions, when every unit is in the rate. Without them it is the rate as it stands. */
function ifAllAwarded(measure: MeasureRecord): Fraction | undefined {
  const rate = fractionOf(measure);
  if (rate === undefined || !measure.pending || isPartialFigure(measure)) return undefined;
  return { ...rate, numerator: Math.min(rate.numerator + measure.pending, rate.denominator) };
}

/** A wider range tells nobody where the rate will be. */
const WIDEST_RANGE = 3;

/**
 * "từ 88,10% đến 90,45% nếu tính cả các đơn vị còn lại": of headline rates, where it is narrow. Of communes the numbers
 * say it themselves; a target that is out of reach names the upper end.
 */
function boundsText(prose: Prose, { ofCommunes }: RateEntry, result: IndicatorResult): string {
  const { indicator, measure } = result;
  // Of open decisions alone their own sentence says it.
  if (measure.bounds === undefined || !indicator.headline || !isPartialFigure(measure) || ofCommunes)
    return '';
  if (isTargetOutOfReach(prose, result)) return '';
  const { low, high } = measure.bounds;
  if ((high[0] / high[1] - low[0] / low[1]) * 100 > WIDEST_RANGE) return '';
  const of = ([numerator, denominator]: readonly [number, number]): string =>
    printedRate(prose, { numerator, denominator });
  return prose.say('bounds', {
    low: figure(prose, indicator.id, 'low', of(low)),
    high: figure(prose, indicator.id, 'high', of(high)),
  });
}
