/** Numbers beside last year's: "07 mô hình điểm, tăng 02 mô hình so với năm 2023 (05 mô hình)". */
import type { ComparedYear, MeasureRecord } from '../../model.js';
import {
  changeData,
  COMMON,
  firstTime,
  notComparable,
  NOTHING,
  type ComparisonWords,
  type NamedFigure,
} from './comparison-sentences.js';
import { isOldPartial, isOnToldGround, withoutComparison } from '../prose/comparison-notes.js';
import { lastYear, yearOf, type LastYear } from '../prose/earlier-year.js';
import { figure, printed, type Prose, type IndicatorResult } from '../prose/prose.js';

/** The figure of last year was made under another set of criteria. */
export function isOtherLaw(prose: Prose, { indicator }: IndicatorResult): boolean {
  const last = lastYear(prose.frame);
  const year =
    last === undefined
      ? undefined
      : yearOf(prose.frame, prose.frame.results.unit, indicator.id, last.period.period.id);
  return year?.remarks?.includes('criteriaChanged') === true;
}

/** Nothing decided yet: beside the decisions of last year it would read as a fall. */
export const isOpen = ({ n, pending }: MeasureRecord): boolean =>
  n === 0 && pending !== undefined && pending > 0;

/** What is said of a number beside last year's: an addition to its own sentence, or sentences behind it. */
export function numberComparison(
  prose: Prose,
  result: IndicatorResult,
  { name, unit, ofCommunes = false, pendingTold = false }: ComparedNumber,
): ComparisonWords {
  const last = lastYear(prose.frame);
  const { indicator, measure } = result;
  if (last === undefined || !indicator.headline || isOpen(measure)) return NOTHING;
  const year = yearOf(prose.frame, prose.frame.results.unit, indicator.id, last.period.period.id);
  if (year === undefined) return firstTime(prose, result);
  const { restated, common } = year;
  if (ofCommunes && restated.kind !== 'exact') return NOTHING;
  if (year.comparability === 'incomplete' && common === undefined)
    return { clause: '', after: [incompleteNumber(prose, last, year)] };
  const difference = common === undefined ? year.difference : common.difference;
  const then = common === undefined ? restated.n : common.previous.n;
  if (difference?.number === undefined || then === undefined) return notComparable(prose, result, last, year);
  // Nothing beside nothing says nothing.
  if (then === 0 && difference.number === 0) return NOTHING;
  const data = {
    ...changeData(prose, result, difference, year, common === undefined ? '' : COMMON),
    ...shownSides(prose, result, year, then),
    previous: last.name,
    ground: restated.kind !== 'exact',
    provisional: (measure.pending ?? 0) > 0 && !pendingTold,
    name,
    unit,
  };
  const sameUnits = common === undefined || common.units === measure.reported;
  return sameUnits && isOnToldGround(prose, last, year)
    ? { clause: prose.say('comparison.numberClause', data), after: [] }
    : { clause: '', after: [prose.say('comparison.number', data)] };
}

/** How the number is called and counted; `pendingTold`: its sentence says what still waits for a decision. */
export interface ComparedNumber extends Pick<NamedFigure, 'name' | 'unit' | 'ofCommunes'> {
  readonly pendingTold?: boolean;
}

/** The numbers of both years, and whose they are. */
function shownSides(prose: Prose, { indicator, measure }: IndicatorResult, year: ComparedYear, then: number) {
  const { common, period } = year;
  const { count } = prose.frame;
  const of = (value: number, from?: { period: string }): string =>
    figure(
      prose,
      indicator.id,
      common === undefined ? 'n' : `n${COMMON}`,
      printed(prose, indicator, value),
      from,
    );
  return {
    common: common !== undefined,
    units: common === undefined ? '' : count(common.units),
    of: common === undefined ? '' : count(common.of),
    now: of(common === undefined ? measure.n : common.current.n),
    then: of(then, { period }),
  };
}

function incompleteNumber(prose: Prose, last: LastYear, year: ComparedYear): string {
  const { restated } = year;
  const oldPartial = isOldPartial(year);
  if (!oldPartial && withoutComparison(prose, last).unfinished) return '';
  return prose.say('comparison.incomplete', {
    previous: last.name,
    then: '',
    oldPartial,
    oldReported: prose.frame.count(restated.reported),
    oldExpected: prose.frame.count(restated.expected),
  });
}
