/**
 * Strict reader of the office's own CSV files (units.csv, targets.csv …) and of registry lists: UTF-8, one
 * header row, comma or semicolon. What communes send is read elsewhere, with more patience.
 */
import { CsvError, parse } from 'csv-parse/sync';
import type { DelimitedRow, DelimitedTable, Finding } from '../../model.js';
import { finding } from '../../findings/finding.js';
import { append } from '../../values/of-many.js';
import { cleanText } from '../../values/vietnamese-text.js';
import { tooLong } from '../text-weight.js';

/** Thirty figures of every commune of the country have 500,000; 90,000 areas with seven columns and a comma in a name, 720,000. */
const LIMITS = { letters: 12_000_000, signs: 1_000_000 };
/** No list has more than twenty. */
const MOST_COLUMNS = 200;
const SIGNS = /[\n,;]/gu;

export interface DelimitedTableOutcome extends DelimitedTable {
  readonly findings: readonly Finding[];
}

/** A record with its first line, cells cleaned. */
interface PlacedRecord {
  readonly line: number;
  readonly values: readonly string[];
}

/** Reads all rows it can; rows that do not fit the header are left out and named. Blank rows are skipped. */
export function readDelimitedTable(bytes: Uint8Array, path: string): DelimitedTableOutcome {
  const nothing = (fault: Finding): DelimitedTableOutcome => ({
    path,
    columns: [],
    rows: [],
    findings: [fault],
  });
  const text = decode(bytes);
  if (text === undefined) return nothing(finding('table/not-utf8', { file: path }, {}));

  const fault = tooLong(text, path, LIMITS, SIGNS);
  if (fault !== undefined) return nothing(fault);

  let records: string[][];
  try {
    records = recordsOf(text, separatorOf(text));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return nothing(finding('table/broken-quotes', { file: path }, { line: lineOf(error) }));
  }

  const filled = placed(records).filter((entry) => entry.values.some((value) => value !== ''));
  const [header, ...body] = filled;
  if (header === undefined) return nothing(finding('table/no-header', { file: path }, {}));
  const columns = withoutBlankEnd(header.values);
  if (columns.length > MOST_COLUMNS)
    return nothing(
      finding(
        'table/too-many-columns',
        { file: path, cell: `A${header.line}` },
        { count: columns.length, limit: MOST_COLUMNS },
      ),
    );
  const findings = repeatedColumns(columns, path);
  const rows: DelimitedRow[] = [];
  const unfit: PlacedRecord[] = [];
  for (const record of body) {
    const { line, values } = record;
    if (withoutBlankEnd(values).length > columns.length || values.length < columns.length) unfit.push(record);
    else rows.push({ line, cells: cellsOf(columns, values) });
  }
  append(findings, unfitRows(unfit, columns.length, path));
  return { path, columns, rows, findings };
}

/** A thousand rows that do not fit have one cause; nobody mends them one by one. */
const MOST_NAMED = 200;

function unfitRows(unfit: readonly PlacedRecord[], expected: number, path: string): readonly Finding[] {
  const faults: Finding[] = unfit
    .slice(0, MOST_NAMED)
    .map(({ line, values }) =>
      finding('table/row-width', { file: path, cell: `A${line}` }, { line, found: values.length, expected }),
    );
  const more = unfit.slice(MOST_NAMED);
  const [first, last] = [more[0]?.line, more.at(-1)?.line];
  if (first !== undefined && last !== undefined)
    faults.push(
      finding('table/more-rows', { file: path, cell: `A${first}` }, { count: more.length, first, last }),
    );
  return faults;
}

/** Without quotes lines are records and nothing is to be parsed: the national list has fourteen thousand. */
function recordsOf(text: string, delimiter: ',' | ';'): string[][] {
  if (text.includes('"')) return parse(text, { delimiter, relax_column_count: true });
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line) => line.split(delimiter));
}

/** Text without byte order mark; undefined when the bytes are not UTF-8 (or are UTF-16, which has zero bytes). */
function decode(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // One kind of line break: the parser counts two lines for CR LF inside quotes.
    return text.includes('\0') ? undefined : text.replace(/\r\n?/gu, '\n');
  } catch {
    return undefined;
  }
}

/** Ids of columns hold neither sign, so the first line tells which one separates. */
function separatorOf(text: string): ',' | ';' {
  const [header = ''] = text.trimStart().split('\n', 1);
  return header.split(';').length > header.split(',').length ? ';' : ',';
}

/** Counts lines: blank ones are records too, and a cell may hold line breaks. */
function placed(records: readonly (readonly string[])[]): PlacedRecord[] {
  let next = 1;
  return records.map((record) => {
    const line = next;
    next += 1 + record.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0);
    return { line, values: record.map(cleanText) };
  });
}

function withoutBlankEnd(values: readonly string[]): readonly string[] {
  const end = values.findLastIndex((value) => value !== '');
  return values.slice(0, end + 1);
}

function cellsOf(columns: readonly string[], values: readonly string[]): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  for (const [index, column] of columns.entries()) {
    const value = values[index] ?? '';
    if (value !== '' && column !== '' && !cells.has(column)) cells.set(column, value);
  }
  return cells;
}

function repeatedColumns(columns: readonly string[], path: string): Finding[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const column of columns) if (column !== '') (seen.has(column) ? repeated : seen).add(column);
  return [...repeated].map((column) =>
    finding('table/repeated-column', { file: path, cell: 'A1' }, { column }, { fields: [column] }),
  );
}

/** csv-parse adds the line at which it gave up to the error's own fields. */
const lineOf = (error: CsvError): number => (typeof error['lines'] === 'number' ? error['lines'] : 1);
