/** Every indicator of one unit that reports itself; a rate counts only when both of its sides are there. */
import { indicatorReferences } from '../criteria/references.js';
import type { FieldId, IndicatorDefinition, MeasureRecord, ValidatedSubmission } from '../model.js';
import type { IndexedSet } from './indexed-set.js';
import { evaluateTerm, type NoValue, type TermValue } from './unit-terms.js';

const noMeasure = (state: NoValue, rate: boolean): MeasureRecord => ({
  n: 0,
  ...(rate ? { d: 0 } : {}),
  reported: 0,
  expected: state === 'notApplicable' ? 0 : 1,
  state,
});

const NOTHING: ReadonlySet<FieldId> = new Set();

/**
 * Measures of a unit by indicator; `undefined` submission = the unit has not reported. `notAsked`: what is not asked of
 * such a unit, which then neither reports nor owes an indicator that is made of it.
 */
export function leafMeasures(
  submission: ValidatedSubmission | undefined,
  indicators: readonly IndicatorDefinition[],
  set: IndexedSet,
  notAsked = NOTHING,
): ReadonlyMap<string, MeasureRecord> {
  return new Map(
    indicators.map((indicator) => {
      const rate = indicator.denominator !== undefined;
      if (isNotAsked(indicator, notAsked)) return [indicator.id, noMeasure('notApplicable', rate)];
      if (submission === undefined) return [indicator.id, noMeasure('notReported', rate)];
      return [indicator.id, leafMeasure(indicator, submission, set)];
    }),
  );
}

/** Nothing that it counts is asked. */
function isNotAsked(indicator: IndicatorDefinition, notAsked: ReadonlySet<FieldId>): boolean {
  if (notAsked.size === 0) return false;
  const counted = indicatorReferences(indicator).filter(({ path: [side] }) => side === 'numerator');
  return counted.length > 0 && counted.every(({ id }) => notAsked.has(id));
}

function leafMeasure(
  indicator: IndicatorDefinition,
  submission: ValidatedSubmission,
  set: IndexedSet,
): MeasureRecord {
  const numerator = evaluateTerm(indicator.numerator, submission, set);
  const denominator =
    indicator.denominator === undefined ? undefined : evaluateTerm(indicator.denominator, submission, set);
  const pending =
    indicator.pending === undefined ? undefined : evaluateTerm(indicator.pending, submission, set);
  const failed = whyNone(numerator, denominator);
  const rate = indicator.denominator !== undefined;
  if (failed !== undefined || numerator.kind === 'none') return noMeasure(failed ?? 'missing', rate);
  return {
    n: numerator.value,
    ...(denominator?.kind === 'value' ? { d: denominator.value } : {}),
    reported: 1,
    expected: 1,
    ...(pending?.kind === 'value' && pending.value > 0 ? { pending: pending.value } : {}),
  };
}

/** What applies to one side only has no rate; but a count without its base is a figure that lacks something. */
function whyNone(numerator: TermValue, denominator: TermValue | undefined): NoValue | undefined {
  const sides = [numerator, ...(denominator === undefined ? [] : [denominator])].flatMap((term) =>
    term.kind === 'none' ? [term.why] : [],
  );
  if (!sides.includes('notApplicable')) return sides[0];
  return numerator.kind === 'value' && numerator.value > 0 ? 'missing' : 'notApplicable';
}
