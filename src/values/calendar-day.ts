/** Days of the calendar as ISO text (2024-12-31): from what people type and from serial days. No clock, no time zone. */

const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** The day as ISO text; undefined when the calendar has no such day, or it is far from our time. */
export function isoDay(year: number, month: number, day: number): string | undefined {
  const length = month === 2 && isLeapYear(year) ? 29 : DAYS_OF_MONTH[month - 1];
  if (length === undefined || day < 1 || day > length || year < FIRST_YEAR || year > LAST_YEAR)
    return undefined;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(year)}-${two(month)}-${two(day)}`;
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/u;
const SHORT = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$/u;
const IN_WORDS = /^ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})$/iu;

/** True for an existing day written 2024-12-31; such texts compare as dates. */
export const isIsoDay = (text: string): boolean => ISO.test(text) && parseDay(text) === text;

/**
 * An existing day from 2024-12-31, 31/12/2024, 31-12-2024, 31.12.2024 or “ngày 31 tháng 12 năm 2024”; otherwise
 * undefined. Day before month always: nothing is guessed from the size of the numbers.
 */
export function parseDay(text: string): string | undefined {
  const [, year, month, day] = ISO.exec(text) ?? [];
  if (year !== undefined) return isoDay(Number(year), Number(month), Number(day));
  const written = SHORT.exec(text) ?? IN_WORDS.exec(text.normalize('NFC'));
  return written === null ? undefined : isoDay(Number(written[3]), Number(written[2]), Number(written[1]));
}

const HOURS = String.raw`([01]?\d|2[0-3])`;
/** 14:30, 14:30:05.000, 14h30, 02:30 PM; with T before it, and Z or an offset behind it. */
const TIME = String.raw`${HOURS}(?:[:h]([0-5]\d)?(?::[0-5]\d(?:\.\d+)?)?)\s*(?:AM|PM|SA|CH)?`;
const TIME_BEHIND = new RegExp(String.raw`^(.*\d{4}|\d{4}-\d{2}-\d{2})(?:T|,?\s+(?:lúc\s+)?)${TIME}$`, 'iu');
const TIME_BEFORE = new RegExp(String.raw`^${TIME},?\s+((?:ngày\s+)?\d.*)$`, 'iu');
const WITH_ZONE = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(?:Z|([+-])(\d{2}):?(\d{2}))$/iu;
/** Minutes that the official time of Vietnam is ahead of UTC. */
const VIETNAM = 420;
const DAY = 1440;

/** `parseDay` of a text that may say a time of day too; an instant with its zone is the day it was in Vietnam. */
export function dayWithTime(text: string): string | undefined {
  const clean = text.normalize('NFC').trim();
  const instant = WITH_ZONE.exec(clean);
  if (instant !== null) return dayOfInstant(instant);
  const day = TIME_BEHIND.exec(clean)?.[1] ?? TIME_BEFORE.exec(clean)?.[3] ?? clean;
  return parseDay(day) ?? parseDay(day.replace(/^ngày\s+/iu, ''));
}

function dayOfInstant([, iso = '', hours, minutes, sign, ahead = '0', more = '0']: RegExpExecArray):
  | string
  | undefined {
  if (parseDay(iso) === undefined || Number(hours) > 24) return undefined;
  const offset = (Number(ahead) * 60 + Number(more)) * (sign === '-' ? -1 : 1);
  const minute = Number(hours) * 60 + Number(minutes) - offset + VIETNAM;
  const shift = Math.floor(minute / DAY);
  const [year, month, day] = iso.split('-').map(Number);
  return civilDay(Date.UTC(year ?? 0, (month ?? 1) - 1, (day ?? 1) + shift) / 86_400_000);
}

/** Days from 1 January 1970 back to the origin of each serial system. */
const EPOCH_1900 = 25569;
const EPOCH_1904 = 24107;
/** Serials up to 60 of the 1900 system are off by one: it counts a 29 February 1900 that never was. */
const FIRST_SOUND_SERIAL = 61;

/** First and last year that a bare number may mean: 2024 in a date cell is a year, not 16 July 1905. */
const FIRST_LIKELY_YEAR = '2000';
const LAST_LIKELY_YEAR = '2100';

/**
 * Day of a serial number, whatever the time of day behind the point; undefined for days that mean nothing.
 * `shownAsDate`: the cell's number format is a date; a bare number is a date only in our own time.
 */
export function dayOfSerial(raw: string, from1904: boolean, shownAsDate = true): string | undefined {
  const match = /^(\d{1,6})(?:\.\d*)?(?:e-\d+)?$/iu.exec(raw.trim());
  if (match === null) return undefined;
  const serial = Number(match[1]);
  if (!from1904 && serial < FIRST_SOUND_SERIAL) return undefined;
  const day = civilDay(serial - (from1904 ? EPOCH_1904 : EPOCH_1900));
  if (shownAsDate || day === undefined) return day;
  return day >= FIRST_LIKELY_YEAR && day < LAST_LIKELY_YEAR ? day : undefined;
}

const DAY_MS = 86_400_000;

/** Calendar day of a count of days since 1 January 1970. */
function civilDay(days: number): string | undefined {
  const [year = 0, month = 0, day = 0] = new Date(days * DAY_MS).toISOString().split(/[-T]/u).map(Number);
  return isoDay(year, month, day);
}

/** From `one` to `other`: negative when `other` is earlier. */
export const daysBetween = (one: string, other: string): number =>
  Math.round((Date.parse(`${other}T00:00:00Z`) - Date.parse(`${one}T00:00:00Z`)) / DAY_MS);

/** The day after an ISO day. */
export const dayAfter = (date: string): string => shifted(date, 1);

/** The day before an ISO day. */
export const dayBefore = (date: string): string => shifted(date, -1);

function shifted(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}
