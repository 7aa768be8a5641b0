/** Which rate of a measure may be printed at all (no rate of a title while its decisions are pending). */
import type { Fraction } from '../values/exact-rate.js';
import type { IndicatorRecord, MeasureRecord } from '../model.js';

/** The fraction to round and print; undefined for counts, without reports, and while decisions are pending. */
export function printedRate(
  indicator: Pick<IndicatorRecord, 'noRateWhilePending'>,
  measure: MeasureRecord,
): Fraction | undefined {
  if (measure.d === undefined || measure.reported === 0 || measure.state !== undefined) return undefined;
  if (indicator.noRateWhilePending === true && (measure.pending ?? 0) > 0) return undefined;
  return { numerator: measure.n, denominator: measure.d };
}
