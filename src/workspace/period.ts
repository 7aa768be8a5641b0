/** Reporting periods: 2024 (year), 2025-H1 (first half-year), 2025-DK (registration at the start of the year). */
import type { Period, PeriodKind } from '../model.js';

const KINDS: Readonly<Record<string, PeriodKind>> = { '': 'year', '-H1': 'H1', '-DK': 'registration' };

/** The period of a text, in exactly one of its three spellings; otherwise undefined. */
export function parsePeriod(text: string): Period | undefined {
  const match = /^(20\d{2})(-H1|-DK)?$/u.exec(text);
  const kind = KINDS[match?.[2] ?? ''];
  return match === null || kind === undefined ? undefined : { id: text, year: Number(match[1]), kind };
}

/** Month and day a period ends on; registrations are taken in the first quarter. */
const LAST_DAY = { registration: '03-31', H1: '06-30', year: '12-31' } as const satisfies Record<
  PeriodKind,
  string
>;

/** Day whose units count when the office names none: the last day of the period, as ISO. */
export const defaultReferenceDate = ({ year, kind }: Period): string => `${String(year)}-${LAST_DAY[kind]}`;
