/** Sentences on last year: an addition to the figure's own sentence, or sentences behind it. */
import type { CommonGround, ComparedYear, Difference, MeasureRecord } from '../../model.js';
import { commonReason, isOldPartial, isOnToldGround, withoutComparison } from '../prose/comparison-notes.js';
import { lastYear, pointsText, rateOfThen, yearOf, type LastYear } from '../prose/earlier-year.js';
import { figure, printed, printedRate, type Prose, type IndicatorResult } from '../prose/prose.js';

export interface ComparisonWords {
  /** Goes into the sentence of the figure, before its full stop. */
  readonly clause: string;
  /** Whole sentences behind it. */
  readonly after: readonly string[];
  /** Neither number nor rate has changed, and the clause says nothing else. */
  readonly steady?: boolean;
}

/** What a figure is called in these sentences. */
export interface NamedFigure {
  /** "hộ". */
  readonly unit: string;
  /** "số hộ được tặng danh hiệu". */
  readonly name: string;
  /** "tổng số hộ". */
  readonly base: string;
  /** It counts communes: before and after a merger their number says nothing. */
  readonly ofCommunes?: boolean;
}

/** Behind the part of a figure over the units that both periods have. */
export const COMMON = 'Common';

export const NOTHING: ComparisonWords = { clause: '', after: [] };
const after = (...sentences: readonly string[]): ComparisonWords => ({ clause: '', after: sentences });

/** A rate beside last year's. */
export function rateComparison(prose: Prose, result: IndicatorResult, named: NamedFigure): ComparisonWords {
  const last = lastYear(prose.frame);
  if (last === undefined) return NOTHING;
  const year = yearOf(prose.frame, prose.frame.results.unit, result.indicator.id, last.period.period.id);
  if (year === undefined) return firstTime(prose, result);
  if (saysNothing(result.measure, year)) return NOTHING;
  const words = judged(prose, result, named, last, year);
  const changed = year.remarks?.includes('definitionChanged') === true && isCompared(words);
  return changed
    ? { ...words, after: [...words.after, prose.say('comparison.definition', { previous: last.name })] }
    : words;
}

/** Nothing beside nothing, open decisions beside open decisions. */
export const saysNothing = ({ n, pending = 0 }: MeasureRecord, { restated }: ComparedYear): boolean =>
  (n === 0 && restated.n === 0) || (pending > 0 && (restated.pending ?? 0) > 0);

const isCompared = ({ clause, after: sentences }: ComparisonWords): boolean =>
  clause !== '' || sentences.length > 0;

/** Only the figures the report is about say that they are new. */
export function firstTime(prose: Prose, { indicator }: IndicatorResult): ComparisonWords {
  const last = lastYear(prose.frame);
  const isSaid = last !== undefined && withoutComparison(prose, last).unknown;
  return indicator.headline && !isSaid ? after(prose.say('comparison.firstTime', {})) : NOTHING;
}

function judged(
  prose: Prose,
  result: IndicatorResult,
  named: NamedFigure,
  last: LastYear,
  year: ComparedYear,
): ComparisonWords {
  const { difference } = year;
  switch (year.comparability) {
    case 'notComparable':
      return notComparable(prose, result, last, year);
    case 'incomplete':
      return incompleteComparison(prose, result, named, last, year);
    case 'comparable':
    case 'estimate':
      if (difference?.points === undefined) return notComparable(prose, result, last, year);
      return compared(prose, result, named, last, year, difference);
  }
}

function compared(
  prose: Prose,
  result: IndicatorResult,
  named: NamedFigure,
  last: LastYear,
  year: ComparedYear,
  difference: Difference,
): ComparisonWords {
  const onlyRate = named.ofCommunes === true && year.restated.kind !== 'exact';
  const change = changeData(prose, result, difference, year);
  const data = {
    ...change,
    ...(onlyRate ? { number: '' } : {}),
    ...named,
    ...sideData(prose, result, last, year),
  };
  if (!isOnToldGround(prose, last, year))
    return after(prose.say('comparison.ground', { ...data, estimate: year.comparability === 'estimate' }));
  const { number, points = 0 } = difference;
  const opposed = points !== 0 && number !== undefined && Math.sign(number) !== Math.sign(points);
  if (opposed && !onlyRate) return { clause: prose.say('comparison.opposed', data), after: [] };
  return {
    clause: prose.say('comparison.clause', data),
    after: [],
    steady: points === 0 && number === 0,
  };
}

/** The change of a figure whose units all have last year's too: between the two figures, or of those units alone. */
export function sameUnitsChange(
  { measure }: IndicatorResult,
  { comparability, difference, common }: ComparedYear,
): { readonly difference: Difference; readonly ground: string } | undefined {
  if (comparability === 'comparable')
    return difference === undefined ? undefined : { difference, ground: '' };
  return comparability === 'incomplete' && common?.units === measure.reported
    ? { difference: common.difference, ground: COMMON }
    : undefined;
}

/** "tăng 1,20 điểm phần trăm so với năm 2023" for an item of a list; empty where that alone would not be true or news. */
export function shortChange(prose: Prose, result: IndicatorResult, known: boolean): string {
  const last = lastYear(prose.frame);
  if (last === undefined) return '';
  const year = yearOf(prose.frame, prose.frame.results.unit, result.indicator.id, last.period.period.id);
  const change = year === undefined ? undefined : sameUnitsChange(result, year);
  if (year === undefined || change?.difference.points === undefined) return '';
  // That an item of a list stands where it stood is no news.
  if (change.difference.points === 0) return '';
  if (!isOnToldGround(prose, last, year) || year.remarks?.includes('definitionChanged') === true) return '';
  const { points, up } = changeData(prose, result, change.difference, year, change.ground);
  return prose.say('comparison.short', { points, up, previous: known ? '' : last.name });
}

/** Words of a difference: "up" and "down" of the rate, "more" and "fewer" of the number. */
export function changeData(
  prose: Prose,
  { indicator }: IndicatorResult,
  { number, points }: Difference,
  { period }: ComparedYear,
  ground = '',
) {
  const { decimals } = prose.frame;
  const of = (quantity: string, text: string): string =>
    figure(prose, indicator.id, `${quantity}${ground}`, text, { period });
  return {
    points: of('points', pointsText(points, decimals)),
    up: points !== undefined && points > 0,
    number:
      number === undefined || number === 0 ? '' : of('change', printed(prose, indicator, Math.abs(number))),
    more: number !== undefined && number > 0,
  };
}

const sideData = (prose: Prose, { indicator }: IndicatorResult, last: LastYear, year: ComparedYear) => ({
  previous: last.name,
  then: figure(prose, indicator.id, 'rate', rateOfThen(prose, year), { period: year.period }),
});

/** Where all units of this period's figure have last year's too, the addition to its own sentence says all. */
function incompleteComparison(
  prose: Prose,
  result: IndicatorResult,
  named: NamedFigure,
  last: LastYear,
  year: ComparedYear,
): ComparisonWords {
  const { common } = year;
  const shared = common === undefined ? undefined : commonData(prose, result, common, year);
  if (common?.units !== result.measure.reported || shared === undefined || !isOnToldGround(prose, last, year))
    return after(incomplete(prose, result, last, year));
  const { number, points = 0 } = common.difference;
  const opposed = points !== 0 && number !== undefined && Math.sign(number) !== Math.sign(points);
  const wording = opposed ? 'comparison.opposed' : 'comparison.clause';
  return {
    clause: prose.say(wording, { ...named, ...shared, previous: last.name }),
    after: [],
    steady: points === 0 && number === 0,
  };
}

function incomplete(prose: Prose, result: IndicatorResult, last: LastYear, year: ComparedYear): string {
  const { count } = prose.frame;
  const { restated, common } = year;
  const data = {
    ...sideData(prose, result, last, year),
    oldPartial: isOldPartial(year),
    oldReported: count(restated.reported),
    oldExpected: count(restated.expected),
  };
  const shared = common === undefined ? undefined : commonData(prose, result, common, year);
  if (shared !== undefined) return prose.say('comparison.common', { ...data, ...shared });
  const isSaid = !data.oldPartial && withoutComparison(prose, last).unfinished;
  return isSaid ? '' : prose.say('comparison.incomplete', data);
}

function commonData(
  prose: Prose,
  result: IndicatorResult,
  { units, of, current, previous, difference }: CommonGround,
  year: ComparedYear,
) {
  const { id } = result.indicator;
  if (current.d === undefined || previous.d === undefined || current.d <= 0 || previous.d <= 0)
    return undefined;
  if (difference.points === undefined) return undefined;
  const { count } = prose.frame;
  return {
    ...changeData(prose, result, difference, year, COMMON),
    units: count(units),
    of: count(of),
    rate: figure(
      prose,
      id,
      `rate${COMMON}`,
      printedRate(prose, { numerator: current.n, denominator: current.d }),
    ),
    then: figure(
      prose,
      id,
      `rate${COMMON}`,
      printedRate(prose, { numerator: previous.n, denominator: previous.d }),
      { period: year.period },
    ),
  };
}

/** What holds for every figure is said once, at the beginning of the report. */
export function notComparable(
  prose: Prose,
  { indicator }: IndicatorResult,
  last: LastYear,
  year: ComparedYear,
): ComparisonWords {
  const { reason } = year;
  if (!indicator.headline || reason === undefined || reason === commonReason(prose, last)) return NOTHING;
  const data = { previous: last.name, reason: prose.say(`comparison.reason.${reason}`, {}) };
  return after(prose.say('comparison.not', data));
}
