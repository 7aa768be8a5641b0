/** Sentences on last year: an addition to the figure's own sentence, or sentences behind it (documents.md, register). */
import type { CommonGround, ComparedYear, Difference } from '../model.js';
import { lastYear, pointsText, rateOfThen, yearOf, type LastYear } from './earlier-year.js';
import { figure, printed, printedRate, type Teller, type Told } from './teller.js';

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
export function rateComparison(teller: Teller, told: Told, named: NamedFigure): ComparisonWords {
  const last = lastYear(teller.frame);
  if (last === undefined) return NOTHING;
  const year = yearOf(teller.frame, teller.frame.results.unit, told.indicator.id, last.period.period.id);
  if (year === undefined) return firstTime(teller, told);
  const words = judged(teller, told, named, last, year);
  const changed = year.remarks?.includes('definitionChanged') === true && isCompared(words);
  return changed
    ? { ...words, after: [...words.after, teller.say('comparison.definition', { previous: last.name })] }
    : words;
}

const isCompared = ({ clause, after: sentences }: ComparisonWords): boolean =>
  clause !== '' || sentences.length > 0;

/** Only the figures the report is about say that they are new. */
const firstTime = (teller: Teller, { indicator }: Told): ComparisonWords =>
  indicator.headline ? after(teller.say('comparison.firstTime', {})) : NOTHING;

function judged(
  teller: Teller,
  told: Told,
  named: NamedFigure,
  last: LastYear,
  year: ComparedYear,
): ComparisonWords {
  const { difference } = year;
  switch (year.comparability) {
    case 'notComparable':
      return notComparable(teller, told, last, year);
    case 'incomplete':
      return incompleteComparison(teller, told, named, last, year);
    case 'comparable':
    case 'estimate':
      if (difference?.points === undefined) return notComparable(teller, told, last, year);
      return compared(teller, told, named, last, year, difference);
  }
}

function compared(
  teller: Teller,
  told: Told,
  named: NamedFigure,
  last: LastYear,
  year: ComparedYear,
  difference: Difference,
): ComparisonWords {
  const data = {
    ...changeData(teller, told, difference, year),
    ...named,
    ...sideData(teller, told, last, year),
  };
  if (year.restated.kind !== 'exact')
    return after(teller.say('comparison.ground', { ...data, estimate: year.comparability === 'estimate' }));
  const { number, points = 0 } = difference;
  const opposed = points !== 0 && number !== undefined && Math.sign(number) !== Math.sign(points);
  return opposed
    ? after(teller.say('comparison.opposed', data))
    : { clause: teller.say('comparison.clause', data), after: [] };
}

/** Words of a difference: "up" and "down" of the rate, "more" and "fewer" of the number. */
function changeData(
  teller: Teller,
  { indicator }: Told,
  { number, points }: Difference,
  { period }: ComparedYear,
  ground = '',
) {
  const { decimals } = teller.frame;
  const of = (part: string, text: string): string =>
    figure(teller, indicator.id, `${part}${ground}`, text, { period });
  return {
    points: of('points', pointsText(points, decimals)),
    up: points !== undefined && points > 0,
    number:
      number === undefined || number === 0 ? '' : of('change', printed(teller, indicator, Math.abs(number))),
    more: number !== undefined && number > 0,
  };
}

const sideData = (teller: Teller, { indicator }: Told, last: LastYear, year: ComparedYear) => ({
  previous: last.name,
  then: figure(teller, indicator.id, 'rate', rateOfThen(teller, year), { period: year.period }),
});

/** Where all units of this period's figure have last year's too, the addition to its own sentence says all. */
function incompleteComparison(
  teller: Teller,
  told: Told,
  named: NamedFigure,
  last: LastYear,
  year: ComparedYear,
): ComparisonWords {
  const { common, restated } = year;
  const shared = common === undefined ? undefined : commonData(teller, told, common, year);
  if (common?.units !== told.measure.reported || shared === undefined || restated.kind !== 'exact')
    return after(incomplete(teller, told, last, year));
  const { number, points = 0 } = common.difference;
  const opposed = points !== 0 && number !== undefined && Math.sign(number) !== Math.sign(points);
  return opposed
    ? after(incomplete(teller, told, last, year))
    : { clause: teller.say('comparison.clause', { ...named, ...shared, previous: last.name }), after: [] };
}

function incomplete(teller: Teller, told: Told, last: LastYear, year: ComparedYear): string {
  const { count } = teller.frame;
  const { restated, common } = year;
  const data = {
    ...sideData(teller, told, last, year),
    oldPartial: restated.reported < restated.expected,
    oldReported: count(restated.reported),
    oldExpected: count(restated.expected),
  };
  const shared = common === undefined ? undefined : commonData(teller, told, common, year);
  return shared === undefined
    ? teller.say('comparison.incomplete', data)
    : teller.say('comparison.common', { ...data, ...shared });
}

function commonData(
  teller: Teller,
  told: Told,
  { units, of, current, previous, difference }: CommonGround,
  year: ComparedYear,
) {
  const { id } = told.indicator;
  if (current.d === undefined || previous.d === undefined || current.d <= 0 || previous.d <= 0)
    return undefined;
  if (difference.points === undefined) return undefined;
  const { count } = teller.frame;
  return {
    ...changeData(teller, told, difference, year, COMMON),
    units: count(units),
    of: count(of),
    rate: figure(
      teller,
      id,
      `rate${COMMON}`,
      printedRate(teller, { numerator: current.n, denominator: current.d }),
    ),
    then: figure(
      teller,
      id,
      `rate${COMMON}`,
      printedRate(teller, { numerator: previous.n, denominator: previous.d }),
      { period: year.period },
    ),
  };
}

/** What holds for every figure is told once, at the beginning of the report. */
function notComparable(
  teller: Teller,
  { indicator }: Told,
  last: LastYear,
  year: ComparedYear,
): ComparisonWords {
  const { reason } = year;
  if (!indicator.headline || reason === undefined || reason === commonReason(teller, last)) return NOTHING;
  const data = { previous: last.name, reason: teller.say(`comparison.reason.${reason}`, {}) };
  return after(teller.say('comparison.not', data));
}

/** A number beside last year's: "So với năm 2023, số mô hình điểm tăng 02 mô hình (từ 05 lên 07)." */
export function numberComparison(
  teller: Teller,
  told: Told,
  { name, unit }: Pick<NamedFigure, 'name' | 'unit'>,
): readonly string[] {
  const last = lastYear(teller.frame);
  const { indicator, measure } = told;
  if (last === undefined || !indicator.headline) return [];
  const year = yearOf(teller.frame, teller.frame.results.unit, indicator.id, last.period.period.id);
  if (year === undefined) return firstTime(teller, told).after;
  const { restated, common } = year;
  const { count } = teller.frame;
  if (year.comparability === 'incomplete' && common === undefined)
    return [incompleteNumber(teller, last, year)];
  const difference = common === undefined ? year.difference : common.difference;
  const then = common === undefined ? restated.n : common.previous.n;
  if (difference?.number === undefined || then === undefined)
    return notComparable(teller, told, last, year).after;
  return [
    teller.say('comparison.number', {
      ...changeData(teller, told, difference, year, common === undefined ? '' : COMMON),
      previous: last.name,
      ground: restated.kind !== 'exact',
      common: common !== undefined,
      units: common === undefined ? '' : count(common.units),
      of: common === undefined ? '' : count(common.of),
      provisional: (measure.pending ?? 0) > 0,
      name,
      unit,
      now: figure(
        teller,
        indicator.id,
        common === undefined ? 'n' : `n${COMMON}`,
        printed(teller, indicator, common === undefined ? measure.n : common.current.n),
      ),
      then: figure(
        teller,
        indicator.id,
        common === undefined ? 'n' : `n${COMMON}`,
        printed(teller, indicator, then),
        { period: year.period },
      ),
    }),
  ];
}

const incompleteNumber = (teller: Teller, last: LastYear, { restated }: ComparedYear): string =>
  teller.say('comparison.incomplete', {
    previous: last.name,
    then: '',
    oldPartial: restated.reported < restated.expected,
    oldReported: teller.frame.count(restated.reported),
    oldExpected: teller.frame.count(restated.expected),
  });

/** The reason, if there is one, why no headline figure at all can be compared. */
function commonReason({ frame }: Teller, { period }: LastYear): ComparedYear['reason'] {
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
export function comparisonNotes(teller: Teller): readonly string[] {
  const last = lastYear(teller.frame);
  if (last === undefined) return [teller.say('firstYear', {})];
  const { period, name: previous } = last;
  const reason = commonReason(teller, last);
  if (reason !== undefined)
    return [
      teller.say('comparison.not', { previous, reason: teller.say(`comparison.reason.${reason}`, {}) }),
    ];
  const moved = period.blocks.some(({ kind }) => kind === 'sum' || kind === 'split');
  const then = period.criteria;
  const now = teller.frame.results.criteria;
  const otherSet = then !== undefined && then.id !== now.id;
  return [
    ...(moved ? [teller.say('comparison.groundNote', { previous })] : []),
    ...(otherSet
      ? [teller.say('comparison.criteriaNote', { previous, then: then.label, now: now.label })]
      : []),
  ];
}
