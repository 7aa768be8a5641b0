/** The judging part of a run: the rules over every unit and between units, who is due and silent, and what stands of it. */
import { earlierPeriods, figuresForRules, type EarlierPeriods } from '../comparison/earlier-periods.js';
import { acceptancesOf, isStandingError, type Acceptances } from '../findings/acceptance.js';
import { foldedAfter, type FoldedFindings } from '../findings/fold.js';
import type { CriteriaSet, FieldId, Finding, UnitSubmission, ValidatedSubmission } from '../model.js';
import { ownAnswer } from '../measures/own-answer.js';
import { coverageFindings, refusedForms, type NotLeftOut } from '../submission/coverage.js';
import { acceptedBelow, missedBelow, withoutMadeAgain } from '../submission/lower/carried-findings.js';
import { areaHistory } from '../units/areas/area-history.js';
import { compileRules } from '../validation/compile-rules.js';
import type { ValidationContext } from '../validation/context.js';
import { markExcluded } from '../validation/mark-excluded.js';
import type { ValidationResult } from '../validation/outcome.js';
import { validateAcross, validateUnit } from '../validation/validate.js';
import { defined } from '../values/defined.js';
import { submissionsOf, type ReadFiles } from './read-parts.js';
import type { Run, RunInput } from './run-input.js';

export interface Judged {
  /** By unit; figures with standing errors are excluded. */
  readonly submissions: ReadonlyMap<string, ValidatedSubmission>;
  /** Everything found so far, in the order in which it was made. */
  readonly findings: readonly Finding[];
  readonly acceptances: Acceptances;
  readonly notEvaluated: Readonly<Record<string, number>>;
  /** Earlier periods, brought out for the rules that look back. */
  readonly earlier?: EarlierPeriods;
}

/** `listed`: what is to be said about the list of units. */
export function judge(run: Run, read: ReadFiles, listed: readonly Finding[]): Judged {
  const { input, tree, nameOf } = run;
  const { config, set } = input;
  const submissions = submissionsOf(read.parts, set, config.period.id);
  const today = { date: config.referenceDate, units: [...tree.byCode.values()] };
  const earlier = earlierPeriods(input, today, config.period);
  const context = contextOf(run, read, earlier, submissions);
  const due = submissions.filter(({ unit }) => tree.due.has(unit));
  const bounded = boundedIn(input, read);
  const carried = new Set(
    read.parts.flatMap(({ document, findings = [] }) => (document === undefined ? [] : findings)),
  );
  const below = acceptedBelow(read.lower, read.parts, carried);
  const acceptances = acceptancesOf(input.accepted, config.referenceDate, below);
  const within = due.map((one) => bounded((store) => validateUnit(one, context, store)));
  // What is not evaluated of them is nothing to count: the rules over communes' forms do not ask them.
  const told = new Set([...carried].map(codeAndPlace));
  const beside = submissions
    .filter(({ unit }) => !tree.due.has(unit))
    .flatMap((one) => withoutCommuneForms(one, set))
    .flatMap((one) => bounded((store) => validateUnit(one, context, store)).findings)
    .filter((one) => !told.has(codeAndPlace(one)));
  const errorsWithin = standingErrors(
    [...read.findings, ...within.flatMap((result) => result.findings), ...beside],
    acceptances,
  );
  const excludedOf = (one: UnitSubmission): ReadonlySet<FieldId> =>
    new Set(markExcluded(one, errorsWithin, set).excludedFields.keys());
  const checked = [...within, bounded((store) => validateAcross(due, context, store, excludedOf))];
  const findings = withoutMadeAgain(
    [
      ...listed,
      ...(input.previous?.findings ?? []),
      ...read.findings,
      ...checked.flatMap((result) => result.findings),
      ...beside,
      ...coverageFindings(submissions, tree, set, config.period, nameOf, notLeftOut(read)),
    ],
    carried,
  );
  const errors = standingErrors(findings, acceptances);
  return {
    submissions: new Map(submissions.map((one) => [one.unit, markExcluded(one, errors, set)])),
    findings,
    acceptances,
    notEvaluated: addedUp(checked.map((result) => result.notEvaluated)),
    ...defined({ earlier }),
  };
}

/** Rows that are called by a choice have another name where the sender wrote it in his own words, and with it another id. */
const codeAndPlace = ({ code, unit = '', at: { file, sheet = '', cell = '' } }: Finding): string =>
  [code, unit, file, sheet, cell].join('|');

/** What a unit above the communes, or an agency at its side, fills in: none of the communes' forms. */
function withoutCommuneForms(submission: UnitSubmission, { forms }: CriteriaSet): readonly UnitSubmission[] {
  const own = new Set(forms.flatMap(({ id, sender }) => (sender === 'commune' ? [] : [id])));
  const tables = new Map([...submission.tables].filter(([, { form }]) => own.has(form)));
  return tables.size === 0 ? [] : [{ ...submission, tables }];
}

/** Long repeats counted as they come, save what the office has accepted by its id. */
function boundedIn(
  { accepted }: RunInput,
  { findings }: ReadFiles,
): (check: (store: FoldedFindings) => ValidationResult) => ValidationResult {
  const ids = new Set(accepted.map(({ id }) => id));
  let count = findings.length;
  return (check) => {
    const result = check(foldedAfter(count, ({ id }) => ids.has(id)));
    count += result.findings.length;
    return result;
  };
}

/** Refused here, or not missed by the level below whose results give the unit's figures. */
function notLeftOut({ parts, lower }: ReadFiles): NotLeftOut {
  const refused = refusedForms(parts);
  const below = missedBelow(lower, parts);
  return (unit, form) => refused(unit, form) || below(unit, form) === false;
}

/** Errors that nobody has accepted. */
export const standingErrors = (findings: readonly Finding[], { of }: Acceptances): readonly Finding[] =>
  findings.filter((one) => isStandingError(one) && of(one) === undefined);

function contextOf(
  { input: { config, set, areaSteps }, tree, nameOf }: Run,
  { inParts }: ReadFiles,
  earlier: EarlierPeriods | undefined,
  submissions: readonly UnitSubmission[],
): ValidationContext {
  const sent = new Map(submissions.map((one) => [one.unit, one]));
  const classField = set.fields.find(({ id }) => id === 'areaClass');
  const before = earlier === undefined ? undefined : figuresForRules(earlier, tree, config, set);
  return {
    rules: compileRules(set, config.referenceDate, config.period.kind),
    classOf: (unit) => tree.byCode.get(unit)?.areaClass ?? ownAnswer(sent.get(unit), classField),
    typeOf: (unit) => tree.byCode.get(unit)?.type,
    nameOf,
    earlier: inParts,
    ...before,
    today: config.referenceDate,
    ...defined({
      dataAsOf: config.dataAsOf,
      areas: areaSteps === undefined || areaSteps.length === 0 ? undefined : areaHistory(areaSteps),
    }),
  };
}

function addedUp(counts: readonly ReadonlyMap<string, number>[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const map of counts) for (const [rule, count] of map) sums[rule] = (sums[rule] ?? 0) + count;
  return Object.fromEntries(Object.entries(sums).sort(([a], [b]) => (a < b ? -1 : 1)));
}
