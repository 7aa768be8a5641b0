/** Periods in time: registration, half-year and year of one year follow one another. */
import type { PeriodFacts, PeriodKind } from '../model.js';

type Period = PeriodFacts['period'];

const ORDER: Readonly<Record<PeriodKind, number>> = { registration: 0, H1: 1, year: 2 };

export const isBefore = (one: Period, other: Period): boolean =>
  one.year < other.year || (one.year === other.year && ORDER[one.kind] < ORDER[other.kind]);

/** Day whose units a period counts when no results.json says so: its last day. */
export const lastDayOf = ({ kind, year }: Period): string =>
  kind === 'H1' ? `${String(year)}-06-30` : `${String(year)}-12-31`;

/** The periods before `current` of the same kind, the latest, “last year”, first. */
export const periodsBefore = <Facts extends { readonly period: Period }>(
  periods: readonly Facts[],
  current: Period,
): readonly Facts[] =>
  periods
    .filter(({ period }) => period.kind === current.kind && isBefore(period, current))
    .sort((a, b) => (isBefore(a.period, b.period) ? 1 : -1));
