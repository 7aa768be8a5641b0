/** Writing CSV for Excel and machines alike: UTF-8 with BOM, commas, CRLF, no cell that a spreadsheet would run. */

/** A figure goes out as written; text is made harmless. */
export type CsvCell = { readonly figure: string } | { readonly text: string } | undefined;

/** Also full-width forms, which some programs read as the plain sign. */
const RUNS_AS_FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;
const NEEDS_QUOTES = /[",\r\n\t]|^\s|\s$/u;

const BOM = '\uFEFF';

export function csvBytes(header: readonly string[], rows: Iterable<readonly CsvCell[]>): Uint8Array {
  const lines = [header.map((name) => quoted(name)).join(',')];
  for (const row of rows) lines.push(row.map(written).join(','));
  return new TextEncoder().encode(`${BOM}${lines.join('\r\n')}\r\n`);
}

function written(cell: CsvCell): string {
  if (cell === undefined) return '';
  return 'figure' in cell ? cell.figure : quoted(harmless(cell.text));
}

/** Text that begins like a formula gets an apostrophe, as spreadsheets themselves do (CWE-1236). */
export const harmless = (text: string): string => (RUNS_AS_FORMULA.test(text) ? `'${text}` : text);

const quoted = (text: string): string => (NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
