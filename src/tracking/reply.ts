/** What goes back to a commune: what it must correct, what it is asked, what was accepted as true. */
import type { Finding, Reply, ResubmissionComparison, ResultsDocument, UnitRecord } from '../model.js';
import { unitFullName } from '../units/names/unit-name.js';
import { findingsByUnit, openMatters } from './open-matters.js';
import { defined } from '../values/defined.js';

/** Replies to the units that sent something and are owed an answer, in the order of the list. */
export function repliesTo(
  results: ResultsDocument,
  comparisons: ReadonlyMap<string, ResubmissionComparison> = new Map(),
): readonly Reply[] {
  const findings = findingsByUnit(results);
  const sent = new Set(results.inputs.flatMap(({ parts }) => parts.flatMap(({ unit }) => unit ?? [])));
  return results.units
    .filter(({ leaf, status, code }) => leaf && status !== 'notDue' && sent.has(code))
    .flatMap(
      (unit) => replyTo(unit, findings.get(unit.code) ?? [], results, comparisons.get(unit.code)) ?? [],
    );
}

function replyTo(
  unit: UnitRecord,
  findings: readonly Finding[],
  results: ResultsDocument,
  comparison: ResubmissionComparison | undefined,
): Reply | undefined {
  const { errors, gaps: blanks, questions, accepted } = openMatters(findings, (form) => form);
  const forms = findings.filter((one) => one.code === 'unit/form-missing' && one.accepted === undefined);
  const gaps = [...forms, ...blanks];
  if (errors.length + gaps.length + questions.length === 0) return undefined;
  return {
    unit: unit.code,
    name: unitFullName(unit),
    period: results.period.id,
    corrections: errors,
    gaps,
    questions,
    accepted,
    ...defined({ comparison }),
  };
}
