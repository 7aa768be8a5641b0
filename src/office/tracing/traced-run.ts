/**
 * A finished run opened for tracing. Its results.json is what was printed; the cells behind a figure are rebuilt from it
 * and the criteria set, and whether they still add up to the stored figure is told, never assumed.
 */
import { dirname, join, resolve } from 'node:path';
import type {
  CriteriaSet,
  Finding,
  IndicatorDefinition,
  IndicatorRecord,
  ResultsDocument,
  UnitSources,
  ValidatedSubmission,
} from '../../model.js';
import { termCells } from '../../aggregation/term-cells.js';
import { evaluateTerm, indexedSet, type IndexedSet } from '../../aggregation/unit-terms.js';
import { indicatorsOf } from '../../criteria/set-queries.js';
import { finding, isError } from '../../findings/finding.js';
import { rebuildTables } from '../../submission/lower/rebuild-tables.js';
import type { TraceInput } from '../../tracing/trace-figure.js';
import { markExcluded } from '../../validation/mark-excluded.js';
import { defined } from '../../values/defined.js';
import { criteriaInPeriod, loadCriteria, type LoadedCriteria } from '../load-criteria.js';
import { workspaceCriteria } from '../open-workspace.js';
import { OUTPUTS } from '../outputs/output-writers.js';
import { findWorkspace, OUT_WITHOUT_WORKSPACE, WORKSPACE_FILES } from '../workspace-files.js';
import { pathFromHere } from '../path-from-here.js';
import { readStoredResults } from '../stored-results.js';

export interface TracedRun {
  readonly results: ResultsDocument;
  readonly set: CriteriaSet;
  /** Absolute path of results.json. */
  readonly path: string;
  /** Folder of the workspace, absolute; without one the folder from which the run was made. */
  readonly folder: string;
  readonly inWorkspace: boolean;
  /** Everything tracing needs of one indicator; undefined when the set no longer defines it. */
  readonly inputOf: (indicator: string) => TraceInput | undefined;
}

export interface OpenedRun {
  /** Absent when a finding is an error. */
  readonly run?: TracedRun;
  readonly findings: readonly Finding[];
}

/** `given`: results.json as named; else that of the workspace in or above `start`, else of a run without one. */
export async function openTracedRun(given: string | undefined, start: string): Promise<OpenedRun> {
  const workspace = await findWorkspace(given === undefined ? start : dirname(resolve(given)));
  const usual =
    workspace === undefined ? resolve(OUT_WITHOUT_WORKSPACE) : join(workspace, WORKSPACE_FILES.out);
  const path = given === undefined ? join(usual, OUTPUTS.results.file) : resolve(given);
  const { stored, findings } = await readStoredResults(path);
  if (stored === undefined) return { findings };
  const { results } = stored;
  const criteria = await criteriaOf(workspace, results);
  if (criteria.set === undefined || criteria.findings.some(isError)) return { findings: criteria.findings };
  const set = criteriaInPeriod(criteria.set, results.period);
  const changed = criteria.sha256 !== results.criteria.sha256;
  return {
    run: {
      results,
      set,
      path,
      folder: workspace ?? process.cwd(),
      inWorkspace: workspace !== undefined,
      inputOf: inputs(results, set),
    },
    findings: [
      ...criteria.findings,
      ...(changed ? [finding('trace/criteria-changed', { file: pathFromHere(path) }, { id: set.id })] : []),
    ],
  };
}

/** The office's set where the workspace names one, else the bundled one of the results. */
const criteriaOf = async (folder: string | undefined, results: ResultsDocument): Promise<LoadedCriteria> =>
  (folder === undefined ? undefined : await workspaceCriteria(folder)) ??
  (await loadCriteria(results.criteria.id, folder ?? process.cwd()));

function inputs(results: ResultsDocument, set: CriteriaSet): TracedRun['inputOf'] {
  const definitions = new Map(indicatorsOf(set).map((one) => [one.id, one]));
  const records = new Map(results.indicators.map((one) => [one.id, one]));
  const indexed = indexedSet(set);
  const submissions = new Map<string, ValidatedSubmission | undefined>();
  const submissionOf = (unit: string): ValidatedSubmission | undefined => {
    if (!submissions.has(unit)) submissions.set(unit, rebuilt(results, unit, set));
    return submissions.get(unit);
  };
  return (id) => {
    const definition = definitions.get(id);
    const indicator: IndicatorRecord | undefined = records.get(id);
    if (definition === undefined || indicator === undefined) return undefined;
    const sourcesOf = (unit: string): UnitSources | undefined => {
      const submission = submissionOf(unit);
      return submission === undefined ? undefined : sourcesIn(definition, submission, indexed);
    };
    return { results, set, definition, indicator, sourcesOf };
  };
}

/** What a unit sent, as the results keep it; undefined when it sent nothing. */
function rebuilt(results: ResultsDocument, unit: string, set: CriteriaSet): ValidatedSubmission | undefined {
  // With its value still to be seen; the finding then takes the field out as a whole, as in the run.
  const { tables } = rebuildTables(results, unit, '', set, () => true);
  if (tables.length === 0) return undefined;
  const byForm = new Map(tables.map(({ key, table }) => [key, table]));
  return markExcluded({ unit, period: results.period.id, tables: byForm }, results.findings, set);
}

function sourcesIn(
  { numerator, denominator }: IndicatorDefinition,
  submission: ValidatedSubmission,
  set: IndexedSet,
): UnitSources {
  const termOf = (term: IndicatorDefinition['numerator']): UnitSources['n'] => {
    const value = evaluateTerm(term, submission, set);
    return {
      ...defined({ value: value.kind === 'value' ? value.value : undefined }),
      cells: termCells(term, submission, set),
    };
  };
  return {
    n: termOf(numerator),
    ...defined({ d: denominator === undefined ? undefined : termOf(denominator) }),
  };
}
