/**
 * Rows with fewer cells than the header: Excel leaves out the separators at the end of some rows when the last cells are
 * blank. Such a row is read only where no other reading is possible; otherwise it is asked about.
 */
import { cellAddress } from '../../values/cell-address.js';
import { fault, type GateFault } from '../read-fault.js';
import type { CsvRecord } from './csv-records.js';

/** Records as wide as the first, or short ones whose missing cells are certainly blank ones at the end. */
export interface ReadRecords {
  readonly records: readonly CsvRecord[];
  /** What to say about short ones. */
  readonly short?: GateFault;
}

const SHOWN_LINES = 10;
/** Whole rows below the header that show what its last columns hold. */
const WITNESSES = 3;
/** A figure, or a mark in the place of one. */
const FIGURE = /^(?:[\d.,\s]+%?|[-–…xX]|\.{3})$/u;

/** The first lines, and whether there are more. */
export const shownLines = (lines: readonly number[]): string =>
  lines.slice(0, SHOWN_LINES).join(', ') + (lines.length > SHOWN_LINES ? ', …' : '');

/**
 * When no row is wider than the first: the records, or why the short ones are refused. If a separator were missing
 * further left, the last cell of the row would belong into one of the columns that the row does not reach. It certainly
 * does not when it holds a figure and these columns hold none in any whole row.
 */
export function shortRecords(records: readonly CsvRecord[]): ReadRecords | GateFault | undefined {
  const [header] = records;
  const expected = header?.values.length ?? 0;
  const short = records.filter(({ values }) => values.length < expected);
  const [first] = short;
  if (first === undefined || records.some(({ values }) => values.length > expected)) return undefined;
  const whole = records.filter((record) => record !== header && record.values.length === expected);
  const certain = (record: CsvRecord): boolean => {
    const width = record.values.length;
    return (
      FIGURE.test((record.values[width - 1] ?? '').trim()) &&
      whole.every(({ values }) => values.slice(width).every((value) => !FIGURE.test(value.trim())))
    );
  };
  const lines = shownLines(short.map(({ line }) => line));
  const place = { cell: cellAddress(first.line, 1) };
  return whole.length >= WITNESSES && short.every(certain)
    ? { records, short: fault('file/csv-short-read', { count: short.length, lines }, place) }
    : fault('file/csv-short', { count: short.length, expected, lines }, place);
}
