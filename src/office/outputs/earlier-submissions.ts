/** Resubmissions against the submissions before them: the run once more without the newest file of each such unit. */
import type { ResubmissionComparison, ResultsDocument } from '../../model.js';
import { openFiles } from '../../readers/open-sources.js';
import { compareResubmission } from '../../tracking/resubmission.js';
import type { PreparedRun } from '../prepare-run.js';
import type { CompletedRun } from '../run-pipeline.js';

/** By unit code; empty when nobody sent twice. `complete` runs the run again, without the newest files. */
export async function compareResubmissions(
  run: PreparedRun,
  results: ResultsDocument,
  complete: (run: PreparedRun) => Promise<CompletedRun>,
): Promise<ReadonlyMap<string, ResubmissionComparison>> {
  const units = new Set(
    results.inputs.flatMap(({ parts }) =>
      parts.flatMap(({ unit, state }) => (state === 'superseded' && unit !== undefined ? [unit] : [])),
    ),
  );
  if (units.size === 0) return new Map();
  const newest = new Set(
    results.inputs
      .filter(({ parts }) =>
        parts.some(({ unit, state }) => state === 'used' && unit !== undefined && units.has(unit)),
      )
      // A file that brought other units' figures too stays: their present figures are needed.
      .filter(({ parts }) => parts.every(({ unit }) => unit === undefined || units.has(unit)))
      // What nothing replaced was sent before as well.
      .filter(({ parts }) => parts.some((part) => replacedSomething(part, results)))
      .map(({ path }) => path),
  );
  const files = run.listing.files.filter(({ path }) => !newest.has(path));
  const before = await complete({
    ...run,
    listing: { ...run.listing, files },
    opened: openFiles(files),
  });
  const earlier = before.results;
  if (earlier === undefined) return new Map();
  return new Map(
    [...units].map((unit) => [unit, compareResubmission(earlier, results, unit, run.facts.set)]),
  );
}

const replacedSomething = (
  { unit, form, state }: ResultsDocument['inputs'][number]['parts'][number],
  { inputs }: ResultsDocument,
): boolean =>
  state === 'used' &&
  inputs.some(({ parts }) =>
    parts.some((other) => other.state === 'superseded' && other.unit === unit && other.form === form),
  );
