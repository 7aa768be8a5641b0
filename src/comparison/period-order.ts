/** Periods in time: registration, half-year and year of one year follow one another. */
import type { PeriodFacts, PeriodKind } from '../model.js';

type Period = PeriodFacts['period'];

const ORDER: Readonly<Record<PeriodKind, number>> = { registration: 0, H1: 1, year: 2 };

export const isBefore = (one: Period, other: Period): boolean =>
  one.year < other.year || (one.year === other.year && ORDER[one.kind] < ORDER[other.kind]);

/** Day whose units a period counts when no results.json says so: its last day. */
export const lastDayOf = ({ kind, year }: Period): string =>
  kind === 'H1' ? `${String(year)}-06-30` : `${String(year)}-12-31`;

/** The latest period before `current` of the same kind: what "last year" means. */
export function lastOfKind<Facts extends { readonly period: Period }>(
  periods: readonly Facts[],
  current: Period,
): Facts | undefined {
  return periods
    .filter(({ period }) => period.kind === current.kind && isBefore(period, current))
    .reduce<Facts | undefined>(
      (latest, one) => (latest === undefined || isBefore(latest.period, one.period) ? one : latest),
      undefined,
    );
}
