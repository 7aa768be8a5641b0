/** Numbers beside last year's: "So với năm 2023, số mô hình điểm tăng 02 mô hình (từ 05 lên 07)." */
import type { ComparedYear, MeasureRecord } from '../../model.js';
import { changeData, COMMON, firstTime, notComparable, type NamedFigure } from './comparison-sentences.js';
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

/** A number beside last year's: "So với năm 2023, số mô hình điểm tăng 02 mô hình (từ 05 lên 07)." */
export function numberComparison(
  prose: Prose,
  result: IndicatorResult,
  { name, unit }: Pick<NamedFigure, 'name' | 'unit'>,
): readonly string[] {
  const last = lastYear(prose.frame);
  const { indicator, measure } = result;
  if (last === undefined || !indicator.headline) return [];
  if (isOpen(measure)) return [];
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
  // Nothing beside nothing says nothing.
  if (then === 0 && difference.number === 0) return [];
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
