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
  'unit/total-lacks-part',
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
const isAboutFigures = ({ code, number, rule }: Finding): boolean =>
  rule !== undefined || code.startsWith('layout/') || /^VH[1-5]/u.test(number);

/** One list of the findings made here and those carried over: a finding made again here stands alone. */
export function withoutMadeAgain(
  findings: readonly Finding[],
  carried: ReadonlySet<Finding>,
): readonly Finding[] {
  const own = new Set(findings.flatMap((one) => (carried.has(one) ? [] : [one.id])));
  return findings.filter((one) => !carried.has(one) || !own.has(one.id));
}

/**
 * What the lower levels accepted, missing units included, of documents and units that count here: it holds for a finding
 * made again here of the same value, too.
 */
export function acceptedBelow(
  documents: readonly LowerDocument[],
  parts: readonly Part[],
  carried: ReadonlySet<Finding>,
): (one: Finding) => Finding['accepted'] {
  const sources = new Map<string, Set<string>>();
  for (const { unit, document, state } of parts) {
    if (state !== 'used' || unit === undefined) continue;
    const known = sources.get(unit) ?? new Set<string>();
    sources.set(unit, known.add(document ?? ''));
  }
  const accepted = new Map(
    documents
      .filter(({ path }) => parts.some(({ document, state }) => document === path && state === 'used'))
      .flatMap(({ path, results }) =>
        results.findings.flatMap((one) =>
          one.accepted !== undefined && one.unit !== undefined && (sources.get(one.unit)?.has(path) ?? true)
            ? [[one.id, one]]
            : [],
        ),
      ),
  );
  return (one) => {
    const lower = carried.has(one) ? undefined : accepted.get(one.id);
    return lower !== undefined && acceptableValue(lower) === acceptableValue(one)
      ? lower.accepted
      : one.accepted;
  };
}

/**
 * Whether the level below, whose results give a unit's figures, missed a form of it: one that came and was refused there
 * is not left out. Undefined for a unit that came by itself, and for a form the document does not know.
 */
export function missedBelow(
  documents: readonly LowerDocument[],
  parts: readonly Part[],
): (unit: string, form: string) => boolean | undefined {
  const sources = new Map(
    parts.flatMap(({ unit, document, state }) =>
      state === 'used' && unit !== undefined && document !== undefined ? [[unit, document]] : [],
    ),
  );
  const said = new Map(
    documents.map(({ path, results: { fields, findings } }) => [
      path,
      {
        forms: new Set(fields.map(({ form }) => form)),
        missed: new Set(
          findings.flatMap(({ code, unit = '', form = '' }) =>
            code === 'unit/form-missing' ? [`${unit} ${form}`] : [],
          ),
        ),
      },
    ]),
  );
  return (unit, form) => {
    const document = said.get(sources.get(unit) ?? '');
    return document?.forms.has(form) === true ? document.missed.has(`${unit} ${form}`) : undefined;
  };
}
