/** Runs the pipeline over prepared files; what could not be read joins the results. */
import type { Finding, ResultsDocument } from '../model.js';
import { isStandingError } from '../findings/acceptance.js';
import { sortFindings } from '../findings/sort.js';
import { runPipeline } from '../pipeline.js';
import { unitFullName } from '../units/names/unit-name.js';
import { defined } from '../values/defined.js';
import { readSources, type PreparedRun } from './prepare-run.js';

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
  { facts, listing }: PreparedRun,
  final: boolean,
  onProgress?: () => void,
): Promise<CompletedRun> {
  // Files that turn out to be unreadable are added while the pipeline reads; it counts the list afterwards.
  const unread = {
    skipped: [...listing.skipped] as { path: string; reason: string }[],
    findings: [] as Finding[],
  };
  const outcome = await runPipeline({
    ...facts,
    sources: readSources(listing.files, unread),
    skipped: unread.skipped,
    final,
    ...defined({ onProgress }),
  });
  const outside = [...listing.findings, ...unread.findings];
  const findings = sortFindings([...outcome.findings, ...outside]);
  const units = new Map([...facts.registry.units, ...(facts.units ?? [])].map((unit) => [unit.code, unit]));
  const named = new Map((outcome.results?.units ?? []).map((unit) => [unit.code, unit]));
  return {
    ...(outcome.results === undefined
      ? {}
      : {
          results: {
            ...outcome.results,
            complete: outcome.results.complete && !outside.some(isStandingError),
            findings,
          },
        }),
    findings,
    files: listing.files.length + listing.skipped.length,
    unitName: (code) => {
      const unit = named.get(code) ?? units.get(code);
      return unit === undefined ? undefined : unitFullName(unit);
    },
  };
}
