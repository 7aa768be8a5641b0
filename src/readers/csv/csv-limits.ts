/** What is too large to be a form in CSV, told before any record is cut; and the blank rows that programs leave at the end. */
import { fault, type GateFault } from '../read-fault.js';

const MEGABYTE = 1024 * 1024;
/** The forms of a whole province are some megabytes. */
export const CSV_LIMITS = { megabytes: 16, cells: 1_500_000 };
const SEPARATORS = ',;\t|\n';

export function tooLarge(bytes: Uint8Array): GateFault | undefined {
  const megabytes = Math.ceil(bytes.length / MEGABYTE);
  const limit = CSV_LIMITS.megabytes;
  return megabytes > limit ? fault('file/too-big', { megabytes, limit }) : undefined;
}

/** Counts every sign that may part two cells, whichever of them does. */
export function tooManyCells(text: string): GateFault | undefined {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) if (SEPARATORS.includes(text.charAt(at))) count += 1;
  const limit = CSV_LIMITS.cells;
  return count > limit ? fault('file/too-many-cells', { part: 'CSV', count, limit }) : undefined;
}

const SEPARATOR_BYTES: ReadonlySet<number> = new Set(Buffer.from(SEPARATORS));
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** The same before the letters are known: a file of millions of line ends would lie in memory several times. */
export function tooManySeparators(bytes: Uint8Array): GateFault | undefined {
  let count = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    // An old Mac ends its lines with this one alone.
    const endsLine = byte === CARRIAGE_RETURN && bytes[at + 1] !== LINE_FEED;
    if (endsLine || SEPARATOR_BYTES.has(byte)) count += 1;
  }
  const limit = CSV_LIMITS.cells;
  return count > limit ? fault('file/too-many-cells', { part: 'CSV', count, limit }) : undefined;
}

/** The same bytes up to the end of the last line that says something, whatever ends its lines; UTF-16 stays as it is. */
export function withoutBlankBytes(bytes: Uint8Array): Uint8Array {
  const isBlank = (byte = 0): boolean => SEPARATOR_BYTES.has(byte) || byte === CARRIAGE_RETURN;
  let last = bytes.length;
  while (last > 0 && isBlank(bytes[last - 1])) last -= 1;
  let end = last;
  while (end < bytes.length && bytes[end] !== LINE_FEED && bytes[end] !== CARRIAGE_RETURN) end += 1;
  if (bytes[end] === CARRIAGE_RETURN) end += 1;
  if (bytes[end] === LINE_FEED) end += 1;
  return bytes.subarray(0, end);
}

/** Up to the last line that says something: formatted empty rows are saved as rows of separators. */
export function withoutBlankEnd(text: string): string {
  let last = text.length;
  while (last > 0 && SEPARATORS.includes(text.charAt(last - 1))) last -= 1;
  const end = text.indexOf('\n', last);
  return end < 0 ? text : text.slice(0, end + 1);
}
