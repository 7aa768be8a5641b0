/** Sentences on last year: an addition to the figure's own sentence, or sentences behind it. */
import type { CommonGround, ComparedYear, Difference } from '../model.js';
import { lastYear, pointsText, rateOfThen, yearOf, type LastYear } from './earlier-year.js';
import { figure, printed, printedRate, type Prose, type IndicatorResult } from './prose.js';

export interface ComparisonWords {
  /** Goes into the sentence of the figure, before its full stop. */
  readonly clause: string;
  /** Whole sentences behind it. */
  readonly after: readonly string[];
}

/** What a figure is called in these sentences. */
export interface NamedFigure {
  /** "hộ". */
  readonly unit: string;
  /** "số hộ được tặng danh hiệu". */
  readonly name: string;
  /** "tổng số hộ". */
  readonly base: string;
}

/** Behind the part of a figure over the units that both periods have. */
const COMMON = 'Common';

const NOTHING: ComparisonWords = { clause: '', after: [] };
const after = (...sentences: readonly string[]): ComparisonWords => ({ clause: '', after: sentences });

/** A rate beside last year's. */
export function rateComparison(prose: Prose, result: IndicatorResult, named: NamedFigure): ComparisonWords {
  const last = lastYear(prose.frame);
  if (last === undefined) return NOTHING;
  const year = yearOf(prose.frame, prose.frame.results.unit, result.indicator.id, last.period.period.id);
  if (year === undefined) return firstTime(prose, result);
  const words = judged(prose, result, named, last, year);
  const changed = year.remarks?.includes('definitionChanged') === true && isCompared(words);
  return changed
    ? { ...words, after: [...words.after, prose.say('comparison.definition', { previous: last.name })] }
    : words;
}

const isCompared = ({ clause, after: sentences }: ComparisonWords): boolean =>
  clause !== '' || sentences.length > 0;

/** Only the figures the report is about say that they are new. */
const firstTime = (prose: Prose, { indicator }: IndicatorResult): ComparisonWords =>
  indicator.headline ? after(prose.say('comparison.firstTime', {})) : NOTHING;

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
  const data = {
    ...changeData(prose, result, difference, year),
    ...named,
    ...sideData(prose, result, last, year),
  };
  if (year.restated.kind !== 'exact')
    return after(prose.say('comparison.ground', { ...data, estimate: year.comparability === 'estimate' }));
  const { number, points = 0 } = difference;
  const opposed = points !== 0 && number !== undefined && Math.sign(number) !== Math.sign(points);
  return opposed
    ? after(prose.say('comparison.opposed', data))
    : { clause: prose.say('comparison.clause', data), after: [] };
}

/** Words of a difference: "up" and "down" of the rate, "more" and "fewer" of the number. */
function changeData(
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
  const { common, restated } = year;
  const shared = common === undefined ? undefined : commonData(prose, result, common, year);
  if (common?.units !== result.measure.reported || shared === undefined || restated.kind !== 'exact')
    return after(incomplete(prose, result, last, year));
  const { number, points = 0 } = common.difference;
  const opposed = points !== 0 && number !== undefined && Math.sign(number) !== Math.sign(points);
  return opposed
    ? after(incomplete(prose, result, last, year))
    : { clause: prose.say('comparison.clause', { ...named, ...shared, previous: last.name }), after: [] };
}

function incomplete(prose: Prose, result: IndicatorResult, last: LastYear, year: ComparedYear): string {
  const { count } = prose.frame;
  const { restated, common } = year;
  const data = {
    ...sideData(prose, result, last, year),
    oldPartial: restated.reported < restated.expected,
    oldReported: count(restated.reported),
    oldExpected: count(restated.expected),
  };
  const shared = common === undefined ? undefined : commonData(prose, result, common, year);
  return shared === undefined
    ? prose.say('comparison.incomplete', data)
    : prose.say('comparison.common', { ...data, ...shared });
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
function notComparable(
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

/** A number beside last year's: "So với năm 2023, số mô hình điểm tăng 02 mô hình (từ 05 lên 07)." */
export function numberComparison(
  prose: Prose,
  result: IndicatorResult,
  { name, unit }: Pick<NamedFigure, 'name' | 'unit'>,
): readonly string[] {
  const last = lastYear(prose.frame);
  const { indicator, measure } = result;
  if (last === undefined || !indicator.headline) return [];
  const year = yearOf(prose.frame, prose.frame.results.unit, indicator.id, last.period.period.id);
  if (year === undefined) return firstTime(prose, result).after;
  const { restated, common } = year;
  const { count } = prose.frame;
  if (year.comparability === 'incomplete' && common === undefined)
    return [incompleteNumber(prose, last, year)];
  const difference = common === undefined ? year.difference : common.difference;
  const then = common === undefined ? restated.n : common.previous.n;
  if (difference?.number === undefined || then === undefined)
    return notComparable(prose, result, last, year).after;
  return [
    prose.say('comparison.number', {
      ...changeData(prose, result, difference, year, common === undefined ? '' : COMMON),
      previous: last.name,
      ground: restated.kind !== 'exact',
      common: common !== undefined,
      units: common === undefined ? '' : count(common.units),
      of: common === undefined ? '' : count(common.of),
      provisional: (measure.pending ?? 0) > 0,
      name,
      unit,
      now: figure(
        prose,
        indicator.id,
        common === undefined ? 'n' : `n${COMMON}`,
        printed(prose, indicator, common === undefined ? measure.n : common.current.n),
      ),
      then: figure(
        prose,
        indicator.id,
        common === undefined ? 'n' : `n${COMMON}`,
        printed(prose, indicator, then),
        { period: year.period },
      ),
    }),
  ];
}

const incompleteNumber = (prose: Prose, last: LastYear, { restated }: ComparedYear): string =>
  prose.say('comparison.incomplete', {
    previous: last.name,
    then: '',
    oldPartial: restated.reported < restated.expected,
    oldReported: prose.frame.count(restated.reported),
    oldExpected: prose.frame.count(restated.expected),
  });

/** The reason, if there is one, why no headline figure at all can be compared. */
function commonReason({ frame }: Prose, { period }: LastYear): ComparedYear['reason'] {
  const { indicators, unit } = frame.results;
  if (!period.restated) return 'doubtfulMap';
  const years = indicators.flatMap(({ id, headline }) =>
    headline ? (yearOf(frame, unit, id, period.period.id) ?? []) : [],
  );
  const reasons = new Set(
    years.map(({ comparability, reason }) => (comparability === 'notComparable' ? reason : undefined)),
  );
  const [only] = reasons;
  return reasons.size === 1 ? only : undefined;
}

/** What holds for all comparisons of the report; that there is no earlier period where there is none. */
export function comparisonNotes(prose: Prose): readonly string[] {
  const last = lastYear(prose.frame);
  if (last === undefined) return [prose.say('firstYear', {})];
  const { period, name: previous } = last;
  const reason = commonReason(prose, last);
  if (reason !== undefined)
    return [prose.say('comparison.not', { previous, reason: prose.say(`comparison.reason.${reason}`, {}) })];
  const moved = period.blocks.some(({ kind }) => kind === 'sum' || kind === 'split');
  const then = period.criteria;
  const now = prose.frame.results.criteria;
  const otherSet = then !== undefined && then.id !== now.id;
  return [
    ...(moved ? [prose.say('comparison.groundNote', { previous })] : []),
    ...(otherSet
      ? [prose.say('comparison.criteriaNote', { previous, then: then.label, now: now.label })]
      : []),
  ];
}
