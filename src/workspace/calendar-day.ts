/** Days of the calendar as ISO text: a day is admitted only when it exists. No clock, no time zone. */

const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

function exists(year: number, month: number, day: number): boolean {
  const days = DAYS_OF_MONTH[month - 1];
  if (days === undefined || year < 1900) return false;
  return day >= 1 && day <= (month === 2 && isLeapYear(year) ? 29 : days);
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/u;
const VIETNAMESE = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u;

/** True for an existing day written 2024-12-31; such texts compare as dates. */
export function isIsoDay(text: string): boolean {
  const match = ISO.exec(text);
  return match !== null && exists(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** An existing day as ISO text, also from 31/12/2024 as people type it in CSV files; otherwise undefined. */
export function parseDay(text: string): string | undefined {
  if (isIsoDay(text)) return text;
  const match = VIETNAMESE.exec(text);
  if (match === null) return undefined;
  const [, day = '', month = '', year = ''] = match;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDay(iso) ? iso : undefined;
}
