/** Units in force on a day. Dates are ISO text, both ends inclusive; absent = open. */
import type { UnitVersion } from '../model.js';
import { formatDate } from '../values/number-format.js';
import { dayAfter } from '../values/calendar-day.js';

/** The part of a unit that says when it is valid. */
export type ValidityPeriod = Pick<UnitVersion, 'validFrom' | 'validTo'>;

/** True when the unit exists on the day. */
export const isInForce = (unit: ValidityPeriod, date: string): boolean =>
  (unit.validFrom === undefined || unit.validFrom <= date) &&
  (unit.validTo === undefined || date <= unit.validTo);

/** The units in force on a day, in the order of the list. */
export const unitsAt = (units: readonly UnitVersion[], date: string): UnitVersion[] =>
  units.filter((unit) => isInForce(unit, date));

/** True when there is a day on which both are in force. */
export const overlaps = (a: ValidityPeriod, b: ValidityPeriod): boolean =>
  (a.validFrom === undefined || b.validTo === undefined || a.validFrom <= b.validTo) &&
  (b.validFrom === undefined || a.validTo === undefined || b.validFrom <= a.validTo);

/** True when every day of `part` is covered by the periods together; a unit's versions may follow one another. */
export function isCovered(part: ValidityPeriod, periods: readonly ValidityPeriod[]): boolean {
  const ordered = [...periods].sort((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1));
  // First day not yet known to be covered; '' stands for the beginning of time.
  let next = part.validFrom ?? '';
  for (const period of ordered) {
    if ((period.validFrom ?? '') > next) return false;
    if (period.validTo === undefined) return true;
    if (period.validTo >= next) next = dayAfter(period.validTo);
    if (part.validTo !== undefined && next > part.validTo) return true;
  }
  return false;
}

/** The period for people: "01/07/2025 – …". */
export const formatPeriod = (period: ValidityPeriod): string =>
  [period.validFrom, period.validTo].map((day) => (day === undefined ? '…' : formatDate(day))).join(' – ');
