/** The indicators that files of earlier periods may hold: those of the set, and those the period no longer asks for. */
import { indicatorRecord } from '../aggregation/results-document.js';
import { indicatorsOf } from '../criteria/set-queries.js';
import type { CriteriaSet, IndicatorRecord } from '../model.js';

export function earlierRecords(set: CriteriaSet): readonly IndicatorRecord[] {
  const ever = { ...set, fields: [...set.fields, ...(set.notInPeriod ?? [])] };
  return indicatorsOf(ever).map((indicator) => indicatorRecord(indicator, ever));
}
