/** A measure as people read it in a list: `20.325/22.713 (89,49%)`, `1.234`, `…`. */
import type { IndicatorRecord, MeasureRecord } from '../model.js';
import { formatPercent, formatScaled } from '../values/number-format.js';
import { printedRate } from './printed-rate.js';

/** “…” where nobody reported it; no rate of a title while its decisions are pending. */
export function measureText(measure: MeasureRecord, indicator: IndicatorRecord, decimals: number): string {
  if (measure.reported === 0 || measure.state === 'notApplicable')
    return measure.state === 'notApplicable' ? 'x' : '…';
  const { scale } = indicator;
  const number = formatScaled(measure.n, scale);
  if (measure.d === undefined) return number;
  const counts = `${number}/${formatScaled(measure.d, scale)}`;
  const rate = printedRate(indicator, measure);
  const percent = rate === undefined ? undefined : formatPercent(rate, decimals);
  return percent === undefined ? counts : `${counts} (${percent})`;
}
