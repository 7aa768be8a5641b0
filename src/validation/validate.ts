/** Runs every rule in force over a unit, and the rules between units over all of them; nothing stops at the first. */
import type { FindingCode } from '../findings/catalogue.js';
import type { Finding, UnitSubmission } from '../model.js';
import type { ValidationContext } from './context.js';
import { NOT_EVALUATED, type Outcome, type ValidationResult } from './outcome.js';
import { outcomesAcross, outcomesWithin } from './rules.js';
import { viewUnit, type UnitView } from './unit-view.js';
import { finding, isError } from '../findings/finding.js';
import { figureText, labelOf } from './scaled.js';
import { givenTotalFindings } from './given-totals.js';
import { twoPlaces } from './total-comparison.js';
import { sumsTooLarge } from './sums-too-large.js';
import { append } from '../values/of-many.js';

/** All findings of one unit, in the order of the rules. */
export function validateUnit(submission: UnitSubmission, context: ValidationContext): ValidationResult {
  const view = viewUnit(submission, context);
  const result = new Collected();
  append(result.findings, [...placesThatDiffer(view), ...givenTotalFindings(view), ...sumsTooLarge(view)]);
  for (const rule of context.rules.rules) result.add(rule.id, outcomesWithin(rule, view));
  for (const rule of context.rules.derived) result.addUntold(outcomesWithin(rule, view));
  return { findings: saidOnce(result.findings), notEvaluated: result.notEvaluated };
}

/**
 * Where a part is blank, two rules may come down to the same comparison, the one an error, the other a question: what
 * the error says of a cell is not asked as well.
 */
function saidOnce(findings: readonly Finding[]): readonly Finding[] {
  const said = ({ code, message, at }: Finding): string =>
    [code, message, at.file, at.sheet ?? '', at.cell ?? ''].join('\u001f');
  const errors = new Set(findings.filter((one) => isError(one) && one.trial !== true).map(said));
  return findings.filter((one) => isError(one) || !errors.has(said(one)));
}

/** Findings that need the other units of the run: copied blocks, outliers, orders of magnitude. */
export function validateAcross(
  submissions: readonly UnitSubmission[],
  context: ValidationContext,
): ValidationResult {
  const views = submissions.map((submission) => viewUnit(submission, context));
  const result = new Collected();
  for (const rule of context.rules.rules) result.add(rule.id, outcomesAcross(rule, views));
  return result;
}

const ABOVE_ITS_WHOLE: ReadonlySet<string> = new Set([
  'row/part-exceeds-whole',
  'row/parts-exceed-whole',
  'row/rate-over-hundred',
  'total/part-exceeds-whole',
  'total/rate-over-hundred',
] satisfies readonly FindingCode[]);

/** Whether a written rule says it of one of the two figures already, in the same row or in a row of the same unit. */
function toldBy(findings: readonly Finding[]): (one: Finding) => boolean {
  const rows = new Map<string, Set<string | undefined>>();
  for (const { code, severity, rowKey, fields = [] } of findings) {
    if (severity !== 'error' || !ABOVE_ITS_WHOLE.has(code)) continue;
    for (const field of fields) rows.set(field, (rows.get(field) ?? new Set()).add(rowKey));
  }
  return ({ rowKey, fields = [] }) =>
    fields.some((field) => {
      const faultyRows = rows.get(field);
      return faultyRows !== undefined && (rowKey === undefined || faultyRows.has(rowKey));
    });
}

class Collected implements ValidationResult {
  readonly findings: Finding[] = [];
  readonly notEvaluated = new Map<string, number>();

  add(rule: string, outcomes: Iterable<Outcome>): void {
    let undecided = 0;
    for (const outcome of outcomes) {
      if (outcome === NOT_EVALUATED) undecided += 1;
      else this.findings.push(outcome);
    }
    if (undecided > 0) this.notEvaluated.set(rule, (this.notEvaluated.get(rule) ?? 0) + undecided);
  }

  /** What only follows from the set is said where nothing written says it. */
  addUntold(outcomes: Iterable<Outcome>): void {
    const isTold = toldBy(this.findings);
    for (const outcome of outcomes)
      if (outcome !== NOT_EVALUATED && !isTold(outcome)) this.findings.push(outcome);
  }
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
