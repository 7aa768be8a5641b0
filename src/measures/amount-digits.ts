/** Decimals that the amounts of a report have in its text: all of a unit of measure as many, "209,36" and "1.994,20". */
import type { ResultsDocument } from '../model.js';
import { digitsNeeded } from '../values/number-format.js';

export function amountDigits({
  indicators,
  measures,
  unit: own,
}: Pick<ResultsDocument, 'indicators' | 'measures' | 'unit'>): (unit: string) => number {
  const most = new Map<string, number>();
  for (const { id, unit, scale } of indicators) {
    const { n } = measures[own]?.[id] ?? { n: 0 };
    if (scale > 0) most.set(unit, Math.max(most.get(unit) ?? 0, digitsNeeded(n, scale)));
  }
  return (unit) => most.get(unit) ?? 0;
}
