/** What holds for all comparisons of the report: said once, at its beginning. */
import type { ComparedYear } from '../../model.js';
import { lastYear, yearOf, type LastYear } from './earlier-year.js';
import type { Prose } from './prose.js';

/** The reason, if there is one, why no headline figure at all can be compared. */
export function commonReason({ frame }: Prose, { period }: LastYear): ComparedYear['reason'] {
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

/** So many figures without a comparison say so themselves; of more the introduction says it once. */
const SAID_ONE_BY_ONE = 2;

/** Figures of last year that are not known at all, and those that cannot be compared while this year's lack units. */
export function withoutComparison({ frame }: Prose, { period }: LastYear) {
  const { indicators, measures, unit } = frame.results;
  const years = indicators
    .filter(({ id, headline }) => headline && (measures[unit]?.[id]?.reported ?? 0) > 0)
    .map(({ id }) => yearOf(frame, unit, id, period.period.id));
  const unknown = years.filter((year) => year === undefined).length;
  const unfinished = years.filter((year) => year !== undefined && isUnfinished(year)).length;
  return { unknown: unknown > SAID_ONE_BY_ONE, unfinished: unfinished > SAID_ONE_BY_ONE };
}

/** Neither side lacks units by what is known of it, nor have both units in common: this year's figure is not whole. */
const isUnfinished = (year: ComparedYear): boolean =>
  year.comparability === 'incomplete' && year.common === undefined && !isOldPartial(year);

/** Last year's figure lacked units. A figure as published does not say whose it is. */
export const isOldPartial = ({ restated }: ComparedYear): boolean =>
  restated.reported > 0 && restated.reported < restated.expected;

const hasMoved = ({ period }: LastYear): boolean =>
  period.blocks.some(({ kind }) => kind === 'sum' || kind === 'split');

/**
 * The figure of then is of the units of today: because nothing has moved, or as sums of whole old units, which the
 * introduction says of all figures.
 */
export const isOnToldGround = (
  prose: Prose,
  last: LastYear,
  { restated, comparability }: ComparedYear,
): boolean =>
  restated.kind === 'exact' ||
  (restated.kind === 'sum' &&
    comparability !== 'estimate' &&
    prose.frame.results.period.kind !== 'registration' &&
    hasMoved(last) &&
    commonReason(prose, last) === undefined);

/** What holds for all comparisons of the report; that there is no earlier period where there is none. */
export function comparisonNotes(prose: Prose): readonly string[] {
  const last = lastYear(prose.frame);
  if (last === undefined) return [prose.say('firstYear', {})];
  const { period, name: previous } = last;
  const reason = commonReason(prose, last);
  if (reason !== undefined)
    return [prose.say('comparison.not', { previous, reason: prose.say(`comparison.reason.${reason}`, {}) })];
  const then = period.criteria;
  const now = prose.frame.results.criteria;
  const otherSet = then !== undefined && then.id !== now.id;
  const once = withoutComparison(prose, last);
  return [
    ...(once.unknown ? [prose.say('comparison.unknownNote', { previous })] : []),
    ...(once.unfinished ? [prose.say('comparison.unfinishedNote', { previous })] : []),
    ...(hasMoved(last) ? [prose.say('comparison.groundNote', { previous })] : []),
    ...(otherSet
      ? [prose.say('comparison.criteriaNote', { previous, then: then.label, now: now.label })]
      : []),
  ];
}
