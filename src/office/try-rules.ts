/** Rules of a set tried on what a past run kept: what they would have said of each unit, had they been in force then. */
import { rebuildTables } from '../submission/lower/rebuild-tables.js';
import type {
  CriteriaSet,
  Finding,
  ResultsDocument,
  RuleDefinition,
  UnitRecord,
  UnitSubmission,
} from '../model.js';
import { isStandingError } from '../findings/acceptance.js';
import { everyFinding } from '../findings/fold.js';
import { compileRules } from '../validation/compile-rules.js';
import { validateAcross, validateUnit } from '../validation/validate.js';
import { unitFullName } from '../units/names/unit-name.js';
import { criteriaInPeriod } from './load-criteria.js';
import { defined } from '../values/defined.js';

export interface TriedRule {
  readonly rule: RuleDefinition;
  readonly findings: readonly Finding[];
  /** Of these, how many are about figures that an error stopped then already. */
  readonly already: number;
  /** How often it could not be judged: a figure is missing, or it needs an earlier period. */
  readonly notEvaluated: number;
}

export interface TriedPeriod {
  readonly results: ResultsDocument;
  /** Units whose figures were kept. */
  readonly units: number;
  readonly rules: readonly TriedRule[];
}

/** Rules that `base` does not have, or has otherwise. */
export function newRules(set: CriteriaSet, base: CriteriaSet | undefined): readonly RuleDefinition[] {
  const known = new Map(base?.rules.map((rule) => [rule.id, JSON.stringify(rule)]));
  return set.rules.filter((rule) => known.get(rule.id) !== JSON.stringify(rule));
}

export function tryRules(
  whole: CriteriaSet,
  rules: readonly RuleDefinition[],
  results: ResultsDocument,
): TriedPeriod {
  // As if they had held then: their own dates say from when they hold for good.
  const tried = rules.map(({ validFrom: _from, validTo: _to, ...rule }) => rule as RuleDefinition);
  const set = { ...criteriaInPeriod(whole, results.period), rules: tried };
  const leaves = new Map(results.units.filter(({ leaf }) => leaf).map((unit) => [unit.code, unit]));
  const submissions = [...leaves.keys()].flatMap((unit) => submissionOf(results, unit, set));
  const context = {
    rules: compileRules(set, results.referenceDate, results.period.kind),
    classOf: (unit: string) => leaves.get(unit)?.areaClass,
    typeOf: (unit: string) => leaves.get(unit)?.type,
    nameOf: (unit: string) => nameOf(leaves.get(unit), unit),
    ...defined({ dataAsOf: results.dataAsOf }),
  };
  const checked = [
    ...submissions.map((one) => validateUnit(one, context)),
    validateAcross(submissions, context),
  ];
  const stopped = [...everyFinding(results.findings, isStandingError)];
  return {
    results,
    units: submissions.length,
    rules: rules.map((rule) => {
      const findings = checked.flatMap((one) => one.findings.filter((found) => found.rule === rule.id));
      return {
        rule,
        findings,
        already: findings.filter((found) => stopped.some((error) => isSameFigure(error, found))).length,
        notEvaluated: checked.reduce((sum, one) => sum + (one.notEvaluated.get(rule.id) ?? 0), 0),
      };
    }),
  };
}

const nameOf = (unit: UnitRecord | undefined, code: string): string =>
  unit === undefined ? code : unitFullName(unit);

function submissionOf(results: ResultsDocument, unit: string, set: CriteriaSet): readonly UnitSubmission[] {
  // With the values of figures that an error took out then: they were typed, and the rule looks at what was typed.
  const { tables } = rebuildTables(results, unit, '', set, () => true);
  if (tables.length === 0) return [];
  const byForm = new Map(tables.map(({ key, table }) => [key, table]));
  return [{ unit, period: results.period.id, tables: byForm }];
}

/** Both are about a field of one unit, in the same row where both name one. */
const isSameFigure = (error: Finding, found: Finding): boolean =>
  error.unit === found.unit &&
  (error.rowKey === undefined || found.rowKey === undefined || error.rowKey === found.rowKey) &&
  (found.fields ?? []).some((field) => error.fields?.includes(field) === true);
