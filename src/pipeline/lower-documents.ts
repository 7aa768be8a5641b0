/** Lower levels' results.json in a run: adopted as parts, their own totals checked against their parts. */
import { lowerTotalFindings } from '../aggregation/lower-totals.js';
import type { CriteriaSet, Finding, IndicatorDefinition } from '../model.js';
import { adoptDocument } from '../submission/lower/adopt-document.js';
import type { Adopted, LowerContext, LowerDocument } from '../submission/lower/lower-document.js';
import { markExcluded } from '../validation/mark-excluded.js';

/** The document as parts with everything there is to say about it. */
export function adoptLower(
  document: LowerDocument,
  context: LowerContext,
  indicators: readonly IndicatorDefinition[],
  set: CriteriaSet,
): Adopted {
  const { path, results } = document;
  const period = results.period.id;
  const excluded = new Map(
    results.units.map(({ code }) => {
      const { excludedFields } = markExcluded(
        { unit: code, period, tables: new Map() },
        results.findings,
        set,
      );
      return [code, excludedFields];
    }),
  );
  const adopted = adoptDocument(document, context, (unit, field) => excluded.get(unit)?.has(field) === true);
  if (adopted.units.length === 0) return adopted;
  // The figures exactly as the lower level had them: with its own errors, not with ours.
  const validated = new Map(adopted.units.map((one) => [one.unit, markExcluded(one, results.findings, set)]));
  const differing: readonly Finding[] = [...lowerTotalFindings(path, results, validated, indicators, set)];
  return { ...adopted, findings: [...adopted.findings, ...differing] };
}
