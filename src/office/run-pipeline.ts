/** Runs the pipeline over prepared files. */
import type { Finding, ResultsDocument } from '../model.js';
import { runPipeline } from '../pipeline.js';
import { unitFullName } from '../units/names/unit-name.js';
import { defined } from '../values/defined.js';
import type { PreparedRun } from './prepare-run.js';

export interface CompletedRun {
  /** Absent when the list of units cannot be used. */
  readonly results?: ResultsDocument;
  /** All findings: of listing, reading and checking. */
  readonly findings: readonly Finding[];
  /** Files looked at, skipped ones included. */
  readonly files: number;
  readonly unitName: (code: string) => string | undefined;
}

/** Reads, checks and adds up; `onProgress` is told of every file that was read. */
export async function completeRun(
  { facts, listing, opened }: PreparedRun,
  final: boolean,
  onProgress?: () => void,
): Promise<CompletedRun> {
  const outcome = await runPipeline({ ...facts, listing, opened, final, ...defined({ onProgress }) });
  const { registry, units = [] } = facts;
  const named = new Map(
    [...registry.units, ...units, ...(outcome.results?.units ?? [])].map((unit) => [unit.code, unit]),
  );
  return {
    ...outcome,
    files: listing.files.length + listing.skipped.length,
    unitName: (code) => {
      const unit = named.get(code);
      return unit === undefined ? undefined : unitFullName(unit);
    },
  };
}
