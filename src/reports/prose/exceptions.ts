/** Who sent something and is yet missing from figures of the report. */
import { absentCount, absentFrom, namesOrCount, silentUnits, TIED_NAMED_AT_MOST } from './coverage.js';
import { isOwn } from './frame.js';
import { figure, NO_EXCEPTIONS, type Exceptions, type IndicatorResult, type Prose } from './prose.js';
import { UNITS } from '../../measures/whole-report.js';
import { groupBy } from '../../values/groups.js';

/** More units are counted in the introduction; the annexes and the workbook name them by column. */
const TOLD_AT_MOST = 10;
/** Where they are counted, a figure that lacks more than so large a part of all units says so itself. */
const MANY = 0.1;

export function exceptionsOf({ frame }: Prose, told: readonly IndicatorResult[]): Exceptions {
  if (isOwn(frame.results, frame.leaves)) return NO_EXCEPTIONS;
  const silent = new Set([...silentUnits(frame).values()].flat());
  const lacks = told.flatMap(({ indicator, measure }) =>
    [...absentFrom(frame, measure, indicator.id).values()]
      .flat()
      .filter((code) => !silent.has(code))
      .map((code) => ({ code, indicator: indicator.id })),
  );
  const lacking = new Set(lacks.map(({ code }) => code));
  const units = frame.leaves.map(({ code }) => code).filter((code) => lacking.has(code));
  if (units.length <= TOLD_AT_MOST) return { ...NO_EXCEPTIONS, units };
  const unsettled = [...groupBy(lacks, ({ indicator }) => indicator)]
    .filter(([, those]) => those.length > frame.leaves.length * MANY)
    .map(([id]) => id);
  return { form: 'byCount', units, unsettled: new Set(unsettled) };
}

/** `hasTables`: annexes say it by column. Empty where every figure is of all that sent something. */
export function exceptionsText(prose: Prose, hasTables: boolean): string {
  const { form, units } = prose.exceptions;
  if (units.length === 0) return '';
  const { leaves, count } = prose.frame;
  const reported = leaves.length - absentCount(silentUnits(prose.frame));
  return prose.say('overall.exceptions', {
    names: namesOrCount(prose, units),
    counted: units.length > TIED_NAMED_AT_MOST,
    reported: figure(prose, UNITS, 'reported', count(reported)),
    bySection: form === 'bySection',
    hasTables,
  });
}

/** Nobody else says whom the figure lacks. */
export const needsOwnMark = ({ exceptions }: Prose, { indicator }: IndicatorResult): boolean =>
  exceptions.form === 'bySection' || exceptions.unsettled.has(indicator.id);
