/** Runs every rule in force over a unit, and the rules between units over all of them; nothing stops at the first. */
import { FoldedFindings } from '../findings/fold.js';
import type { FieldId, Finding, UnitSubmission } from '../model.js';
import { Collected } from './collected.js';
import type { ValidationContext } from './context.js';
import { NOT_EVALUATED, type ValidationResult } from './outcome.js';
import { outcomesAcross, outcomesWithin } from './rules.js';
import { viewUnit, type UnitView } from './unit-view.js';
import { finding } from '../findings/finding.js';
import { figureText, labelOf } from './scaled.js';
import { givenTotalFindings } from './given-totals.js';
import { twoPlaces } from './total-comparison.js';
import { sumsTooLarge } from './sums-too-large.js';

/** All findings of one unit, in the order of the rules: errors, then questions. `store` may count long repeats. */
export function validateUnit(
  submission: UnitSubmission,
  context: ValidationContext,
  store = new FoldedFindings(Infinity),
): ValidationResult {
  const view = viewUnit(submission, context);
  const collected = new Collected(store);
  collected.addAll([...placesThatDiffer(view), ...givenTotalFindings(view), ...sumsTooLarge(view)]);
  for (const rule of context.rules.rules) collected.add(rule.id, outcomesWithin(rule, view));
  for (const rule of context.rules.derived) collected.addDerived(outcomesWithin(rule, view));
  return collected.result();
}

/**
 * Findings that need the other units of the run: copied blocks, outliers, orders of magnitude. What an error has excluded
 * (`excludedOf`) is no measure for the others: where half of the units typed đồng, the right ones would seem wrong.
 */
export function validateAcross(
  submissions: readonly UnitSubmission[],
  context: ValidationContext,
  store = new FoldedFindings(Infinity),
  excludedOf?: (submission: UnitSubmission) => ReadonlySet<FieldId>,
): ValidationResult {
  const views = submissions.map((submission) => viewUnit(submission, context, excludedOf?.(submission)));
  const collected = new Collected(store);
  for (const rule of context.rules.rules) collected.add(rule.id, outcomesAcross(rule, views));
  return collected.result();
}

function* placesThatDiffer(view: UnitView): Iterable<Finding> {
  for (const field of view.context.rules.twoPlaces) {
    const comparison = twoPlaces(field.id, view);
    if (comparison === NOT_EVALUATED || comparison.total === comparison.sum) continue;
    const { total, sum, at, related, form, partial } = comparison;
    const text = (number: number): string => figureText(view, field.id, number);
    yield finding(
      partial === true ? 'total/known-rows-exceed' : 'total/two-places-differ',
      at,
      {
        field: labelOf(view, field.id),
        total: text(total),
        sum: text(sum),
        difference: text(Math.abs(total - sum)),
      },
      {
        unit: view.submission.unit,
        period: view.submission.period,
        form,
        fields: [field.id],
        related,
        actual: text(total),
        expected: [text(sum)],
        basis: field.basis,
      },
    );
  }
}
