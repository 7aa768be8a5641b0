/**
 * What travels with a unit from a lower level: the findings about it, made in reading its files or by rules this level
 * cannot run (earlier years, typed totals). Standing errors exclude the figure here too; accepted ones stay accepted.
 */
import { acceptableValue } from '../../findings/acceptance.js';
import type { Finding, Part, SourceRef } from '../../model.js';
import type { LowerDocument } from './lower-document.js';

/** Found again here from the same figures, or true of the lower level's own report only. */
const MADE_AGAIN = new Set([
  'unit/not-reported',
  'unit/form-missing',
  'unit/partly-reported',
  'total/unsafe-sum',
  'lower/total-differs',
]);

/** Findings of the document about its units, each place behind the document's own path. */
export function carriedFindings({ path, results }: LowerDocument): readonly Finding[] {
  const behind = (at: SourceRef): SourceRef => ({
    ...at,
    file: at.file === '' ? path : `${path}/${at.file}`,
  });
  return results.findings
    .filter((one) => one.unit !== undefined && !MADE_AGAIN.has(one.code) && isAboutFigures(one))
    .map((one) => ({
      ...one,
      at: behind(one.at),
      ...(one.related === undefined ? {} : { related: one.related.map(behind) }),
    }));
}

/** Files, sheets, cells, totals and units; comparisons, configuration and outputs are the lower level's own affair. */
const isAboutFigures = ({ number, rule }: Finding): boolean => rule !== undefined || /^VH[1-5]/u.test(number);

/**
 * One list of the findings made here and those carried over: a finding made again here stands alone, accepted when the
 * lower level accepted the same value. `accepted`: acceptances of lower levels by id.
 */
export function withCarried(
  made: readonly Finding[],
  carried: ReadonlySet<Finding>,
  accepted: readonly Finding[],
): readonly Finding[] {
  const own = new Set(made.flatMap((one) => (carried.has(one) ? [] : [one.id])));
  const settled = new Map(accepted.map((one) => [one.id, one]));
  return made
    .filter((one) => !carried.has(one) || !own.has(one.id))
    .map((one) => {
      const lower = carried.has(one) ? undefined : settled.get(one.id);
      return lower?.accepted !== undefined && acceptableValue(lower) === acceptableValue(one)
        ? { ...one, accepted: lower.accepted }
        : one;
    });
}

/** Findings the lower levels accepted, missing units included, of documents and units that count here. */
export function acceptedBelow(
  documents: readonly LowerDocument[],
  parts: readonly Part[],
): readonly Finding[] {
  const sources = new Map<string, Set<string>>();
  for (const { unit, document, state } of parts) {
    if (state !== 'used' || unit === undefined) continue;
    const known = sources.get(unit) ?? new Set<string>();
    sources.set(unit, known.add(document ?? ''));
  }
  return documents
    .filter(({ path }) => parts.some(({ document, state }) => document === path && state === 'used'))
    .flatMap(({ path, results }) =>
      results.findings.filter(
        ({ accepted, unit }) =>
          accepted !== undefined && unit !== undefined && (sources.get(unit)?.has(path) ?? true),
      ),
    );
}
