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
import { assessTargets } from './comparison/assess-targets.js';
import {
  comparisonOf,
  embedded,
  earlierPeriods,
  figuresForRules,
  type EarlierMaterial,
  type EarlierPeriods,
} from './comparison/earlier-periods.js';
import { indicatorsOf, titleLabels } from './criteria/set-queries.js';
import { applyAcceptances, isStandingError } from './findings/acceptance.js';
import { finding } from './findings/finding.js';
import { sortFindings } from './findings/sort.js';
import type {
  Acceptance,
  CriteriaSet,
  CrosswalkStep,
  FigureTable,
  Finding,
  FormId,
  Part,
  Receipt,
  Registry,
  ResultsDocument,
  SourceFile,
  Target,
  UnitSubmission,
  UnitTree,
  UnitVersion,
  WorkspaceConfig,
} from './model.js';
import { openSources } from './readers/open-sources.js';
import { coverageFindings } from './submission/coverage.js';
import { documentSender } from './submission/document-sender.js';
import { knownText } from './submission/legacy-text/known-text.js';
import { repairText } from './submission/legacy-text/repair-text.js';
import { recogniseFile } from './submission/recognise.js';
import { agencyOf, settleRivals } from './submission/rivals.js';
import { unitScope } from './submission/unit-scope.js';
import { unitFullName } from './units/unit-name.js';
import { buildUnitTree } from './units/unit-tree.js';
import { compileRules } from './validation/compile-rules.js';
import type { ValidationContext } from './validation/context.js';
import { settle } from './validation/settle.js';
import { validateAcross, validateUnit } from './validation/validate.js';

export interface RunInput {
  /** Admitted, or derived from options and files when there is no workspace. */
  readonly config: WorkspaceConfig;
  readonly hasWorkspace: boolean;
  readonly set: CriteriaSet;
  readonly criteriaSha256: string;
  /** Bundled, or from --registry. */
  readonly registry: Registry;
  /** units.csv, admitted; wins over the registry. */
  readonly units?: readonly UnitVersion[];
  readonly targets: readonly Target[];
  readonly accepted: readonly Acceptance[];
  readonly received: readonly Receipt[];
  /** Results and figures of earlier periods; what was wrong with their files. */
  readonly previous?: EarlierMaterial;
  /** crosswalk.csv, admitted. */
  readonly crosswalkSteps?: readonly CrosswalkStep[];
  /** Maps of the registry, admitted. */
  readonly registryMap?: readonly CrosswalkStep[];
  /** In listing order. */
  readonly sources: AsyncIterable<SourceFile>;
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
  readonly final: boolean;
  readonly toolVersion: string;
  readonly onProgress?: (done: number) => void;
}

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
  const rivals = settleRivals(read.parts, set, nameOf);
  const reading = rivals.parts.flatMap((part) => (isMoot(part) ? [] : (part.findings ?? [])));
  const submissions = submissionsOf(rivals.parts, set, config.period.id);

  const today = { date: config.referenceDate, units: [...tree.byCode.values()] };
  const earlier = earlierPeriods(input, today, config.period);
  const previous = earlier === undefined ? undefined : figuresForRules(earlier, tree, config, set);
  const context: ValidationContext = {
    rules: compileRules(set, config.referenceDate, config.period.kind),
    classOf: (unit) => tree.byCode.get(unit)?.areaClass,
    nameOf,
    earlier: reading,
    ...(previous === undefined ? {} : { previous }),
    ...(config.dataAsOf === undefined ? {} : { dataAsOf: config.dataAsOf }),
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
    ...rivals.findings,
    ...reading,
    ...checked.flatMap((result) => result.findings),
    ...coverageFindings(submissions, tree, set, config.period, nameOf, rivals.parts),
  ];
  const accepted = applyAcceptances(made, input.accepted, config.referenceDate);
  const validated = new Map(submissions.map((one) => [one.unit, settle(one, accepted, set)]));
  const indexed = indexedSet(set);
  const partly = [...validated.values()].flatMap((one) => [...entryFindings(one, indexed, nameOf(one.unit))]);

  const indicators = indicatorsOf(set);
  const measured = measureRun(tree, validated, indicators, set);
  const unsafe = measured.unsafe.map(({ unit, indicator }) =>
    finding('total/unsafe-sum', { file: '' }, { field: `${indicator}, ${nameOf(unit)}` }, { unit }),
  );
  const findings = sortFindings([...accepted, ...partly, ...unsafe]);
  const inputs = inputRecords(filesOf(read.files, rivals.parts, input.skipped));
  const units = [...tree.byCode.values()].map((unit) => unitRecord(unit, tree, rivals.parts, findings));
  const facts: RunFacts = {
    tool: { name: 'tdkvh', version: input.toolVersion },
    period: config.period,
    unit: config.unit,
    level: config.level,
    referenceDate: config.referenceDate,
    ...(config.dataAsOf === undefined ? {} : { dataAsOf: config.dataAsOf }),
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
  return earlier === undefined ? { results, findings } : withComparison(results, earlier);
}

/** The results beside earlier ones and against targets; what is wrong with the map counts like other faults. */
function withComparison(results: ResultsDocument, earlier: EarlierPeriods): RunOutcome {
  const comparison = comparisonOf(results, earlier);
  const targets = assessTargets(results, results.targets);
  const findings = sortFindings([...results.findings, ...comparison.findings, ...targets.findings]);
  const complete = isComplete(findings);
  const { assessments } = targets;
  return {
    results: {
      ...results,
      complete,
      findings,
      comparison: embedded(comparison),
      ...(assessments.length === 0 ? {} : { targetAssessments: assessments }),
    },
    findings,
  };
}

interface ReadFile {
  readonly path: string;
  readonly sha256: string;
  readonly parts: readonly Part[];
}

/** Opens and recognises file after file, so that one file's cells are in memory at a time. */
async function readParts(
  input: RunInput,
  tree: UnitTree,
): Promise<{
  readonly parts: readonly Part[];
  readonly findings: readonly Finding[];
  readonly files: readonly ReadFile[];
}> {
  const { config, set } = input;
  const known = [...input.registry.units, ...(input.units ?? [])];
  const context = {
    set,
    scope: unitScope(tree, known, config.referenceDate, [
      ...(input.crosswalkSteps ?? []),
      ...(input.registryMap ?? []),
    ]),
    period: config.period,
    settlements: config.submissions,
  };
  const files: ReadFile[] = [];
  const findings: Finding[] = [];
  const words = knownText(set, [...context.scope.everywhere.values(), ...tree.byCode.values()]);
  for await (const opened of openSources(input.sources)) {
    const { path, sha256 } = opened;
    const repaired = opened.file === undefined ? undefined : repairText(opened.file, words);
    findings.push(...opened.findings, ...(repaired?.findings ?? []));
    if (repaired?.file === undefined) {
      const state = opened.state ?? 'rejected';
      const sender =
        opened.document === true
          ? documentSender(input.config.submissions, input.received, path, sha256)
          : {};
      const part = { file: path, sha256, sheet: '', submissionNo: 1, state, ...sender };
      files.push({ path, sha256, parts: [part] });
    } else {
      const recognition = recogniseFile(repaired.file, context);
      findings.push(...recognition.findings);
      files.push({ path, sha256, parts: recognition.parts });
    }
    input.onProgress?.(files.length);
  }
  return { parts: files.flatMap((file) => file.parts), findings, files };
}

/** What was wrong in a part that another one replaced no longer matters. */
const isMoot = (part: Part): boolean => part.state === 'superseded' || part.state === 'duplicate';

/** The used parts of each unit together; member agencies keep a table each. */
function submissionsOf(parts: readonly Part[], set: CriteriaSet, period: string): readonly UnitSubmission[] {
  const units = new Map<string, Map<FormId, FigureTable>>();
  for (const part of parts) {
    if (
      part.state !== 'used' ||
      part.unit === undefined ||
      part.table === undefined ||
      part.form === undefined
    )
      continue;
    const tables = units.get(part.unit) ?? new Map<FormId, FigureTable>();
    const agency = agencyOf(part, set);
    tables.set(agency === '' ? part.form : `${part.form}/${agency}`, part.table);
    units.set(part.unit, tables);
  }
  return [...units].map(([unit, tables]) => ({ unit, period, tables }));
}

/** Nothing wrong stands and nobody is missing, unless accepted with a reason. */
const isComplete = (findings: readonly Finding[]): boolean =>
  !findings.some(
    (one) => isStandingError(one) || (one.code === 'unit/not-reported' && one.accepted === undefined),
  );

function filesOf(
  files: readonly ReadFile[],
  settled: readonly Part[],
  skipped: RunInput['skipped'],
): readonly ReadFile[] {
  let next = 0;
  const read = files.map((file) => {
    const parts = settled.slice(next, next + file.parts.length);
    next += file.parts.length;
    return { ...file, parts };
  });
  const passed = skipped.map(({ path }) => ({
    path,
    sha256: '',
    parts: [{ file: path, sha256: '', sheet: '', submissionNo: 1, state: 'skipped' as const }],
  }));
  return [...read, ...passed];
}

function addedUp(counts: readonly ReadonlyMap<string, number>[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const map of counts) for (const [rule, count] of map) sums[rule] = (sums[rule] ?? 0) + count;
  return Object.fromEntries(Object.entries(sums).sort(([a], [b]) => (a < b ? -1 : 1)));
}
