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
  return [
    ...(hasMoved(last) ? [prose.say('comparison.groundNote', { previous })] : []),
    ...(otherSet
      ? [prose.say('comparison.criteriaNote', { previous, then: then.label, now: now.label })]
      : []),
  ];
}
