/** Last year as the sentences and tables need it: the period of the same kind before this one, figure by figure. */
import type { ComparedPeriod, ComparedYear, PeriodKind } from '../../model.js';
import { formatPoints } from '../../values/number-format.js';
import { samePeriodOfYear, type Frame } from './frame.js';
import { printedRate, type Prose } from './prose.js';

export interface LastYear {
  readonly period: ComparedPeriod;
  /** "năm 2023", "cùng kỳ năm 2023". */
  readonly name: string;
  /** Ids of all earlier periods of this kind, oldest first. */
  readonly course: readonly string[];
}

/** Undefined when no earlier period of this kind was given. */
export function lastYear({ results }: Frame): LastYear | undefined {
  const earlier = earlierOfKind(results.comparison?.previous ?? [], results.period.kind);
  const period = earlier.at(-1);
  if (period === undefined) return undefined;
  return { period, name: samePeriodOfYear(period.period), course: earlier.map((one) => one.period.id) };
}

/** Registration, half-year and year are never put beside one another. */
export const earlierOfKind = (
  periods: readonly ComparedPeriod[],
  kind: PeriodKind,
): readonly ComparedPeriod[] => periods.filter(({ period }) => period.kind === kind);

/** One figure of one unit in that period. */
export const yearOf = (
  { results }: Frame,
  unit: string,
  indicator: string,
  period: string,
): ComparedYear | undefined =>
  results.comparison?.units[unit]?.[indicator]?.years.find((year) => year.period === period);

/** The rate of then as printed; empty when only counts, or nothing, are known. */
export function rateOfThen(prose: Prose, { restated }: ComparedYear): string {
  if (restated.rate !== undefined) return `${restated.rate.replace('.', ',')}%`;
  return restated.n === undefined || restated.d === undefined || restated.d <= 0
    ? ''
    : printedRate(prose, { numerator: restated.n, denominator: restated.d });
}

/** Points without sign, as printed; empty when the printed rates are alike. */
export const pointsText = (points: number | undefined, decimals: number): string =>
  points === undefined || points === 0 ? '' : formatPoints(BigInt(points), decimals);
