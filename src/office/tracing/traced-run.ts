/**
 * A finished run opened for tracing. Its results.json is what was printed; the cells behind a figure are rebuilt from it
 * and the criteria set, and whether they still add up to the stored figure is told, never assumed.
 */
import { dirname, join, resolve } from 'node:path';
import type { CriteriaSet, Finding, ResultsDocument } from '../../model.js';
import { finding, isError } from '../../findings/finding.js';
import { criteriaInPeriod, loadCriteria, type LoadedCriteria } from '../load-criteria.js';
import { workspaceCriteria } from '../open-workspace.js';
import { OUTPUTS } from '../outputs/output-writers.js';
import { findWorkspace, outFolderOf } from '../workspace-files.js';
import { pathFromHere } from '../path-from-here.js';
import { traceInputs, type TraceInputs } from '../traces/trace-inputs.js';
import { readStoredResults } from '../stored-results.js';

export interface TracedRun {
  readonly results: ResultsDocument;
  readonly set: CriteriaSet;
  /** Absolute path of results.json. */
  readonly path: string;
  /** Folder of the workspace, absolute; without one the folder from which the run was made. */
  readonly folder: string;
  readonly inWorkspace: boolean;
  readonly inputOf: TraceInputs;
}

export interface OpenedRun {
  /** Absent when a finding is an error. */
  readonly run?: TracedRun;
  readonly findings: readonly Finding[];
}

/** `given`: results.json as named; else that of the workspace in or above `start`, else of a run without one. */
export async function openTracedRun(given: string | undefined, start: string): Promise<OpenedRun> {
  const workspace = await findWorkspace(given === undefined ? start : dirname(resolve(given)));
  const usual = outFolderOf(workspace);
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
      inputOf: traceInputs(results, set),
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
