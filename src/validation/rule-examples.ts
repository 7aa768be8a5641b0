/** Runs each rule on its own passing and failing example, so that a criteria set proves itself (`tdkvh criteria check`). */
import type { CriteriaSet, Finding, PeriodKind, RuleDefinition, RuleExample } from '../model.js';
import { finding } from '../findings/finding.js';
import { compileRules } from './compile-rules.js';
import type { PreviousFigures, ValidationContext } from './context.js';
import { exampleNumber, exampleRows, exampleSubmission } from './example-submission.js';
import { NOT_EVALUATED, type Outcome } from './outcome.js';
import { outcomesAcross, outcomesWithin } from './rules.js';
import { viewUnit } from './unit-view.js';
import { defined } from '../values/defined.js';

export type ExampleOutcome = 'none' | 'finding' | 'notEvaluated';

export interface ExampleRun {
  readonly rule: string;
  readonly example: 'pass' | 'fail';
  readonly expected: 'none' | 'finding';
  readonly got: ExampleOutcome;
  /** Codes of the findings made, in order. */
  readonly codes: readonly string[];
}

const UNIT = '00000';

/** Every rule with both its examples, in the order of the set. */
export function runRuleExamples(set: CriteriaSet): readonly ExampleRun[] {
  return set.rules.flatMap((rule) => [
    runExample(set, rule, 'pass', rule.examples.pass),
    runExample(set, rule, 'fail', rule.examples.fail),
  ]);
}

/** Findings about examples that do not do what they say; `file` is where the set was read from. */
export function checkRuleExamples(set: CriteriaSet, file = `${set.id}.yaml`): readonly Finding[] {
  return runRuleExamples(set).flatMap(({ rule, example, expected, got, codes }): readonly Finding[] => {
    if (got === expected) return [];
    const subject = { rule, fields: [example] };
    if (got === 'notEvaluated')
      return [
        finding('criteria/example-undecided', { file }, { rule, example: `examples.${example}` }, subject),
      ];
    return got === 'finding'
      ? [finding('criteria/example-raises', { file }, { rule, codes: codes.join(', ') }, subject)]
      : [finding('criteria/example-silent', { file }, { rule }, subject)];
  });
}

function runExample(
  set: CriteriaSet,
  rule: RuleDefinition,
  example: 'pass' | 'fail',
  figures: RuleExample,
): ExampleRun {
  const outcomes = outcomesOf(set, rule, figures);
  const codes = outcomes.flatMap((outcome) => (outcome === NOT_EVALUATED ? [] : [outcome.code]));
  const expected = example === 'pass' ? 'none' : 'finding';
  const undecided = outcomes.includes(NOT_EVALUATED);
  return {
    rule: rule.id,
    example,
    expected,
    got: codes.length > 0 ? 'finding' : undecided ? 'notEvaluated' : 'none',
    codes,
  };
}

/** What the rule says about the example's own unit; its peers only stand beside it. */
function outcomesOf(set: CriteriaSet, rule: RuleDefinition, figures: RuleExample): readonly Outcome[] {
  const period = figures.period ?? `${String(set.titleYears.from)}${SUFFIX[rule.periodKinds?.[0] ?? 'year']}`;
  const form = 'form' in rule ? rule.form : undefined;
  const context: ValidationContext = {
    rules: compileRules(set, rule.validFrom ?? `${period.slice(0, 4)}-12-31`, kindOf(period)),
    ...defined({ dataAsOf: figures.dataAsOf }),
    typeOf: () => figures.unitType,
    ...earlierOf(set, rule, figures),
  };
  const own = viewUnit(
    exampleSubmission(set, UNIT, period, figures, figures.rows === undefined ? undefined : form),
    context,
  );
  const peers = peersOf(rule, figures).map((peer, index) =>
    viewUnit(exampleSubmission(set, `peer-${String(index + 1)}`, period, peer), context),
  );
  const across = [...outcomesAcross(rule, [own, ...peers])];
  return [...outcomesWithin(rule, own), ...across.filter((outcome) => isAbout(outcome, UNIT))];
}

const isAbout = (outcome: Outcome, unit: string): boolean =>
  outcome === NOT_EVALUATED || outcome.unit === unit;

/** Peers are one figure record each; for copied blocks of rows they are the rows of one other unit. */
function peersOf(rule: RuleDefinition, { rows, peers }: RuleExample): readonly RuleExample[] {
  if (peers === undefined) return [];
  if (rule.kind === 'repeated' && rows !== undefined) return [{ rows: peers }];
  return peers.map((own) => ({ own }));
}

/** The year before, as totals and as rows. */
function earlierOf(
  set: CriteriaSet,
  rule: RuleDefinition,
  { previous, previousRows }: RuleExample,
): Pick<ValidationContext, 'previous' | 'course'> {
  if (previous === undefined && previousRows === undefined) return {};
  const before = previousOf(set, previous ?? {});
  const sent = exampleSubmission(
    set,
    UNIT,
    before.period,
    defined({ rows: previousRows }),
    'form' in rule ? rule.form : undefined,
  );
  const tables = [...sent.tables].map(([form, table]) => ({
    unit: UNIT,
    form,
    path: before.period,
    rows: exampleRows(table),
  }));
  const year = { ...before, yearsBack: 1, units: [{ code: UNIT, name: '', type: '' }], tables };
  return {
    ...(previous === undefined ? {} : { previous: new Map([[UNIT, before]]) }),
    course: new Map([[UNIT, [year]]]),
  };
}

function previousOf(set: CriteriaSet, typed: NonNullable<RuleExample['previous']>): PreviousFigures {
  const totals = new Map<string, number>();
  for (const [field, value] of Object.entries(typed)) {
    const number = exampleNumber(set, field, value);
    if (number !== undefined) totals.set(field, number);
  }
  return { period: String(set.titleYears.from - 1), criteria: set.id, totals };
}

const SUFFIX = { registration: '-DK', H1: '-H1', year: '' } as const satisfies Record<PeriodKind, string>;

const kindOf = (period: string): PeriodKind =>
  period.endsWith('-H1') ? 'H1' : period.endsWith('-DK') ? 'registration' : 'year';
