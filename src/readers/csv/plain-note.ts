/** A note to people among the submissions ("ghi chú.txt"): text in which nothing is cut into columns. */
import { decodeCsv } from './csv-text.js';
import { isFault } from '../read-fault.js';

/** Lines that may be cut by chance, by a comma of prose or a single `|`. */
const BY_CHANCE = 1;

/**
 * Only for .txt files, and only when hardly a line could be a record: whatever might be a table, even a broken one, is
 * read as such, so that its figures are asked about.
 */
export function isPlainNote(path: string, bytes: Uint8Array): boolean {
  if (!/\.txt$/iu.test(path)) return false;
  const decoded = decodeCsv(bytes, true);
  return !isFault(decoded) && decoded.text.split('\n').filter(isCut).length <= BY_CHANCE;
}

/** Commas count when they cut as in a table: without a space behind them, or many. */
function isCut(line: string): boolean {
  const commas = line.split(',').length - 1;
  const closeCommas = line.split(/,(?=\S)/u).length - 1;
  return /[\t;|]/u.test(line) || closeCommas >= 2 || commas >= 4;
}
