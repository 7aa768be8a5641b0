/** Findings of rules: a catalogue sentence with the rule's own severity, instruction, basis and trial mark. */
import type { FieldId, FigureTable, Finding, RuleDefinition, Severity, SourceRef } from '../model.js';
import type { FindingCode } from '../findings/catalogue/catalogue.js';
import { finding, type FindingParameters } from '../findings/finding.js';
import { inWordsOf } from '../findings/turned-words.js';
import { rowKeyOf, type UnitView } from './unit-view.js';
import { defined } from '../values/defined.js';

/** What a finding is about, beyond its sentence. */
export interface RuleSubject {
  readonly at: SourceRef;
  readonly form: string;
  /** The row it stands in, when it is about a row of a table. */
  readonly row?: { readonly table: FigureTable; readonly index: number };
  readonly fields: readonly FieldId[];
  readonly related?: readonly SourceRef[];
  readonly actual?: string;
  readonly expected?: readonly string[];
  /** Where the outcome weighs less than the rule; never more. */
  readonly atMost?: Severity;
  /** The outcome is not what the rule's instruction speaks of; the catalogue says what to do. */
  readonly otherAdvice?: boolean;
}

const WEIGHT = { info: 0, warning: 1, error: 2 } as const satisfies Record<Severity, number>;

/** The lighter of two severities. */
export const lighter = (one: Severity, other: Severity): Severity =>
  WEIGHT[one] <= WEIGHT[other] ? one : other;

/**
 * Against a period of another criteria set a difference is only worth a remark. Published figures name no set: those of
 * a year before this set's first were made by another.
 */
export function softenedBy(
  { period, criteria }: { readonly period: string; readonly criteria?: string },
  view: UnitView,
): { readonly atMost?: 'info' } {
  const { id, titleYears } = view.context.rules.set;
  const changed = criteria === undefined ? period.slice(0, 4) < String(titleYears.from) : criteria !== id;
  return changed ? { atMost: 'info' } : {};
}

export function ruleFinding<Code extends FindingCode>(
  code: Code,
  rule: RuleDefinition,
  view: UnitView,
  parameters: FindingParameters<Code>,
  subject: RuleSubject,
): Finding {
  const rowKey = subject.row === undefined ? undefined : rowKeyOf(view, subject.row.table, subject.row.index);
  const made = finding(code, subject.at, parameters, {
    unit: view.submission.unit,
    period: view.submission.period,
    form: subject.form,
    rule: rule.id,
    ...defined({ rowKey }),
    fields: subject.fields,
    ...(subject.related === undefined || subject.related.length === 0 ? {} : { related: subject.related }),
    ...defined({ actual: subject.actual, expected: subject.expected }),
    severity: subject.atMost === undefined ? rule.severity : lighter(rule.severity, subject.atMost),
    ...(rule.trial === true ? { trial: true } : {}),
    ...(subject.otherAdvice === true ? {} : { hint: rule.instruction }),
    basis: rule.basis,
  });
  return inWordsOf(view.submission.tables.get(subject.form), made);
}
