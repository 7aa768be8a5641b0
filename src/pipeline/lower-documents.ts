/** Lower levels' results.json in a run: adopted as parts, their own totals checked against their parts. */
import { lowerTotalFindings } from '../aggregation/lower-totals.js';
import type { CriteriaSet, Finding, IndicatorDefinition } from '../model.js';
import { adoptDocument } from '../submission/lower/adopt-document.js';
import type { Adopted, LowerContext, LowerDocument } from '../submission/lower/lower-document.js';
import { settle } from '../validation/settle.js';

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
      const { excludedFields } = settle({ unit: code, period, tables: new Map() }, results.findings, set);
      return [code, excludedFields];
    }),
  );
  const adopted = adoptDocument(document, context, (unit, field) => excluded.get(unit)?.has(field) === true);
  if (adopted.units.length === 0) return adopted;
  // The figures exactly as the lower level had them: with its own errors, not with ours.
  const settled = new Map(adopted.units.map((one) => [one.unit, settle(one, results.findings, set)]));
  const differing: readonly Finding[] = [...lowerTotalFindings(path, results, settled, indicators, set)];
  return { ...adopted, findings: [...adopted.findings, ...differing] };
}
