/**
 * The whole run, step by step; no input or output of its own.
 *
 * 1. the unit list becomes the tree of who is due          4. errors make figures unusable, unit by field
 * 2. every file becomes parts: unit, period, form           5. counts are added up the tree, rates derived
 * 3. rivals are settled, figures checked by the rules       6. everything is put together as one document
 */
import { entryFindings } from './aggregation/entry-findings.js';
import { conservationOf, inputRecords } from './aggregation/conservation.js';
import { measureRun, resultsDocument, type RunFacts } from './aggregation/results-document.js';
import { indexedSet } from './aggregation/unit-terms.js';
import { unitRecord } from './aggregation/unit-record.js';
import { besideEarlier, type Beside } from './comparison/beside-earlier.js';
import { embedded, earlierPeriods, estimatingOf, figuresForRules } from './comparison/earlier-periods.js';
import { indicatorsOf, titleLabels } from './criteria/set-queries.js';
import { applyAcceptances, isStandingError } from './findings/acceptance.js';
import { finding } from './findings/finding.js';
import { sortFindings } from './findings/sort.js';
import type { Finding, ResultsDocument } from './model.js';
import { filesOf, isMoot, readParts, submissionsOf } from './pipeline/read-parts.js';
import type { RunInput } from './pipeline/run-input.js';
import { coverageFindings } from './submission/coverage.js';
import { acceptedBelow, withCarried } from './submission/lower/carried-findings.js';
import { settleSources } from './submission/lower/settle-sources.js';
import { settleRivals } from './submission/rivals.js';
import { unitFullName } from './units/names/unit-name.js';
import { acceptedBefore } from './tracking/accepted-before.js';
import { agencyFindings, memberAgencies } from './tracking/member-agencies.js';
import { buildUnitTree } from './units/unit-tree.js';
import { compileRules } from './validation/compile-rules.js';
import type { ValidationContext } from './validation/context.js';
import { settle } from './validation/settle.js';
import { validateAcross, validateUnit } from './validation/validate.js';
import { defined } from './values/defined.js';

export type { RunInput } from './pipeline/run-input.js';

export interface RunOutcome {
  /** Absent when the list of units cannot be used: a total over a doubtful list would be wrong. */
  readonly results?: ResultsDocument;
  readonly findings: readonly Finding[];
}

/** Runs everything between the files and the writers. */
export async function runPipeline(input: RunInput): Promise<RunOutcome> {
  const { config, set } = input;
  const listed = buildUnitTree(input.units ?? input.registry.units, config.unit, config.referenceDate);
  if (listed.tree === undefined) return { findings: listed.findings };
  const tree = listed.tree;

  const read = await readParts(input, tree);
  const nameOf = (code: string): string => {
    const unit = tree.byCode.get(code);
    return unit === undefined ? code : unitFullName(unit);
  };
  const sources = settleSources(read.parts, set, nameOf);
  const rivals = settleRivals(sources.parts, set, nameOf);
  const reading = rivals.parts.flatMap((part) => (isMoot(part) ? [] : (part.findings ?? [])));
  const submissions = submissionsOf(rivals.parts, set, config.period.id);

  const today = { date: config.referenceDate, units: [...tree.byCode.values()] };
  const earlier = earlierPeriods(input, today, config.period);
  const before = earlier === undefined ? undefined : figuresForRules(earlier, tree, config, set);
  const context: ValidationContext = {
    rules: compileRules(set, config.referenceDate, config.period.kind),
    classOf: (unit) => tree.byCode.get(unit)?.areaClass,
    nameOf,
    earlier: reading,
    ...before,
    ...defined({ dataAsOf: config.dataAsOf }),
  };
  const due = submissions.filter(({ unit }) => tree.leaves.includes(unit));
  const checked = [
    ...due.map((submission) => validateUnit(submission, context)),
    validateAcross(due, context),
  ];

  const made = [
    ...listed.findings,
    ...(input.previous?.findings ?? []),
    ...read.findings,
    ...sources.findings,
    ...rivals.findings,
    ...reading,
    ...checked.flatMap((result) => result.findings),
    ...coverageFindings(submissions, tree, set, config.period, nameOf, rivals.parts),
  ];
  const carried = new Set(
    rivals.parts.flatMap((part) => (part.document === undefined ? [] : (part.findings ?? []))),
  );
  const documents = read.lower.map(({ document }) => document);
  const acceptedLower = acceptedBelow(documents, rivals.parts);
  const all = withCarried(made, carried, acceptedLower);
  const accepted = applyAcceptances(all, input.accepted, config.referenceDate);
  const validated = new Map(submissions.map((one) => [one.unit, settle(one, accepted, set)]));
  const indexed = indexedSet(set);
  const partly = [...validated.values()].flatMap((one) => [...entryFindings(one, indexed, nameOf(one.unit))]);

  const indicators = indicatorsOf(set);
  const measured = measureRun(tree, validated, indicators, set);
  const unsafe = measured.unsafe.map(({ unit, indicator }) =>
    finding('total/unsafe-sum', { file: '' }, { field: `${indicator}, ${nameOf(unit)}` }, { unit }),
  );
  const remembered = acceptedBefore(accepted, input.previous?.documents ?? [], config.period);
  const findings = sortFindings([...accepted, ...partly, ...unsafe, ...remembered]);
  const inputs = inputRecords(filesOf(read.files, rivals.parts, input.skipped));
  const units = [...tree.byCode.values()].map((unit) => unitRecord(unit, tree, rivals.parts, findings));
  const facts: RunFacts = {
    tool: { name: 'tdkvh', version: input.toolVersion },
    period: config.period,
    unit: config.unit,
    level: config.level,
    referenceDate: config.referenceDate,
    ...defined({ dataAsOf: config.dataAsOf }),
    decimals: config.decimals,
    complete: isComplete(findings),
    final: input.final,
    criteria: {
      id: set.id,
      label: set.label,
      sha256: input.criteriaSha256,
      formVersion: set.formVersion,
      titles: titleLabels(set, config.referenceDate),
    },
    registry: { name: input.registry.name, asOf: input.registry.asOf, sha256: input.registry.sha256 },
    report: config.report,
    inputs,
    conservation: conservationOf(inputs),
    targets: input.targets,
    findings,
    notEvaluated: addedUp(checked.map((result) => result.notEvaluated)),
  };
  const results = resultsDocument(facts, tree, validated, indicators, set, units, measured);
  const beside = besideEarlier(results, earlier, estimatingOf(config, set));
  const agencies = memberAgencies(results, set, config.agencies ?? []);
  const others = [...beside.findings, ...agencyFindings(agencies, config.unit, config.period.id)];
  // Once more over everything: what the comparison asks can be accepted too.
  const final = sortFindings(
    applyAcceptances(
      [...all, ...partly, ...unsafe, ...remembered, ...others],
      input.accepted,
      config.referenceDate,
    ),
  );
  return {
    results: { ...withBeside(results, beside, agencies), complete: isComplete(final), findings: final },
    findings: final,
  };
}

/** What stands beside the units' own figures, and changes none of them. */
const withBeside = (
  results: ResultsDocument,
  { comparison, targetAssessments }: Beside,
  memberAgencies: NonNullable<ResultsDocument['memberAgencies']>,
): ResultsDocument => ({
  ...results,
  ...(comparison === undefined ? {} : { comparison: embedded(comparison) }),
  ...(targetAssessments.length === 0 ? {} : { targetAssessments }),
  ...(memberAgencies.length === 0 ? {} : { memberAgencies }),
});

/** Nothing wrong stands and nobody is missing, unless accepted with a reason. */
const isComplete = (findings: readonly Finding[]): boolean =>
  !findings.some(
    (one) => isStandingError(one) || (one.code === 'unit/not-reported' && one.accepted === undefined),
  );

function addedUp(counts: readonly ReadonlyMap<string, number>[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const map of counts) for (const [rule, count] of map) sums[rule] = (sums[rule] ?? 0) + count;
  return Object.fromEntries(Object.entries(sums).sort(([a], [b]) => (a < b ? -1 : 1)));
}
