/** Sentences of one rate: figure, base and change; without decision, bounds, target, highest and lowest. */
import { rateComparison, shortChange, type ComparisonWords } from './comparison-sentences.js';
import { extremesSentence, lackingUnits } from '../prose/extremes.js';
import { isOwn } from '../prose/frame.js';
import { openingWords } from '../prose/opening-words.js';
import type { Entry } from '../wording/outline.js';
import { boundsText, ifAwarded, otherBaseClause, remaining } from './rate-clauses.js';
import { targetOfWhole } from './judged-targets.js';
import { namedSide, targetSentences } from './target-sentences.js';
import { coverageMark, type Telling } from '../prose/telling.js';
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
import { continued } from '../prose/vietnamese-list.js';
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
  const other = otherBaseClause(prose, result, otherBase);
  const rest = remaining(prose, entry, result, unit);
  // Behind a change it would be a clause too many.
  const isShort = other === '' && comparison.clause === '' && comparison.after.length === 0;
  const sentences = [
    continued(main, other, lackingClause(prose, entry, result), isShort ? rest : ''),
    ...comparison.after,
    ...countBehind(prose, entry, result, unit, telling),
    isShort ? '' : rest,
    ...targetSentences(prose, result, {
      unit,
      what: entry.what === undefined ? '' : entry.what(prose.frame.words),
      extremes: extremesOf(prose, entry, result, telling, other !== ''),
    }),
    ifAwarded(prose, result, unit),
  ].filter((sentence) => sentence !== '');
  return steady ? { sentences, steady: entry.short } : { sentences };
}

/** `isAmbiguous`: the sentence tells a rate over another base too; that on the target speaks of the one that has it. */
function extremesOf(
  prose: Prose,
  entry: RateEntry,
  result: IndicatorResult,
  telling: Telling,
  isAmbiguous: boolean,
): string {
  const rate = fractionOf(result.measure);
  // Where nobody or everybody has it, all units do alike.
  const isAlike = rate !== undefined && (rate.numerator === 0 || rate.numerator === rate.denominator);
  if (!entry.extremes || isAlike) return '';
  const isNamed = isAmbiguous && targetOfWhole(prose, result) === undefined;
  const base = isNamed ? saidBase(prose, entry, result, unitOf(prose, entry, result), telling) : '';
  return extremesSentence(prose, result, namedSide(prose, result), base);
}

const lackingClause = (prose: Prose, { lacking }: RateEntry, result: IndicatorResult): string =>
  lacking === undefined ? '' : lackingUnits(prose, result, lacking);

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

/** "có nhà văn hóa": "Có 96 thôn có nhà văn hóa" would say it twice. */
const HAVING = /^có /u;

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
  const mark = coverageMark(prose, result, telling, { always: entry.covered });
  const what = entry.what === undefined ? '' : entry.what(prose.frame.words);
  const { fresh } = telling;
  const data = {
    fresh,
    opening: openingWords(prose, [result], telling),
    mark,
    remarks: [mark, boundsText(prose, entry, result)].filter((remark) => remark !== '').join('; '),
    joined: telling.joining,
    alike: telling.joining ? (entry.alike ?? '') : '',
    n: figure(prose, indicator.id, 'n', printed(prose, indicator, rate.numerator)),
    d: figure(prose, indicator.id, 'd', printed(prose, indicator, rate.denominator)),
    unit,
    change,
    what,
    having: HAVING.test(what),
    verb: entry.verb,
    rate: figure(prose, indicator.id, 'rate', printedRate(prose, rate)),
    base: saidBase(prose, entry, result, unit, telling),
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
  if (entry.ofCommunes && isOwn(prose.frame.results, prose.frame.leaves))
    return prose.say('rate.own', { ...data, yes: rate.numerator > 0 });
  if (rate.numerator === 0) return prose.say('rate.zero', data);
  // A change that needs more words than fit in brackets gets its sentence.
  const isBrief = entry.brief && (comparison === '' || change !== '');
  if (isBrief) return prose.say('rate.brief', data);
  return prose.say(rate.numerator === rate.denominator ? 'rate.all' : 'rate', data);
}

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
  if (entry.ofCommunes || entry.baseSaid) return '';
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
