/** Writing CSV for Excel and machines alike: UTF-8 with BOM, commas, CRLF, no cell that a spreadsheet would run. */

import { safeLines } from '../values/safe-text.js';
import { joined, utf8Pieces } from './byte-pieces.js';

/** A figure goes out as written; text is made harmless. */
export type CsvCell = { readonly figure: string } | string | undefined;

/** Also full-width forms, which some programs read as the plain sign. */
const RUNS_AS_FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;
const NEEDS_QUOTES = /[",\r\n\t]|^\s|\s$/u;

const BOM = '\uFEFF';

export const csvBytes = (header: readonly string[], rows: Iterable<readonly CsvCell[]>): Uint8Array =>
  joined(csvPieces(header, rows));

/** The same, line by line. */
export const csvPieces = (
  header: readonly string[],
  rows: Iterable<readonly CsvCell[]>,
): Iterable<Uint8Array> => utf8Pieces(csvLines(header, rows));

function* csvLines(header: readonly string[], rows: Iterable<readonly CsvCell[]>): Generator<string> {
  yield `${BOM}${header.map((name) => quoted(name)).join(',')}\r\n`;
  const written = header.map(() => cellWriter());
  for (const row of rows) {
    // By number: a run may write 200,000 lines of sixteen cells.
    let line = '';
    for (let column = 0; column < row.length; column += 1)
      line += (column === 0 ? '' : ',') + (written[column] ?? cellWriter())(row[column]);
    yield `${line}\r\n`;
  }
}

/** Writes the cells of one column: most say what the line above says, and are looked at once. */
function cellWriter(): (cell: CsvCell) => string {
  let text = '';
  let written = '';
  return (cell) => {
    if (cell === undefined) return '';
    if (typeof cell !== 'string') return cell.figure;
    if (cell !== text) {
      text = cell;
      written = quoted(harmless(text));
    }
    return written;
  };
}

/** Text that begins like a formula gets an apostrophe, as spreadsheets themselves do (CWE-1236). */
export const harmless = (text: string): string => {
  const safe = safeLines(text);
  return RUNS_AS_FORMULA.test(safe) ? `'${safe}` : safe;
};

const quoted = (text: string): string => (NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
