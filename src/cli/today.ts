/** The day for which days left are counted: as given, else today in Việt Nam, whatever the clock zone of the machine. */
import { badValue } from '../findings/bad-value.js';
import type { Finding } from '../model.js';
import { parseDay } from '../values/calendar-day.js';
import type { CommandOptions } from './command.js';

const ZONE = 'Asia/Ho_Chi_Minh';

/** ISO day of an instant in Việt Nam. */
export const vietnameseDay = (instant: Date): string =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone: ZONE,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(instant);

/** `--as-of`, or another option that holds a day; `now` is the clock. */
export function dayOption(
  options: CommandOptions,
  name: string,
  flag: string,
  now: Date,
): { readonly day: string } | { readonly fault: Finding } {
  const text = options.text(name);
  if (text === undefined) return { day: vietnameseDay(now) };
  const day = parseDay(text.trim());
  if (day !== undefined) return { day };
  const allowed = '2024-11-28 hoặc 28/11/2024';
  return { fault: badValue({ option: flag, text, allowed }) };
}
