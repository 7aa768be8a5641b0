/** Lines of a workspace CSV as records by column id; columns, blanks and choices are checked here for every file. */
import type { DelimitedRow, DelimitedTable, Finding, SourceRef } from '../model.js';
import { cellAddress } from '../values/cell-address.js';
import { finding, isError } from '../findings/finding.js';
import { LineFindings } from '../findings/rest-unchecked.js';

/** What was admitted, and everything that is wrong with the file. */
export interface Admitted<Value> {
  readonly values: readonly Value[];
  readonly findings: readonly Finding[];
}

/** One line under admission: takes cells by column and collects what is wrong with them. */
export class CsvLine<Column extends string> {
  readonly findings: Finding[] = [];
  readonly #table: DelimitedTable;
  readonly #row: DelimitedRow;

  constructor(table: DelimitedTable, row: DelimitedRow) {
    this.#table = table;
    this.#row = row;
  }

  /** A1 address of a column in this line. */
  at(column: Column): SourceRef {
    return placeOf(this.#table, this.#row.line, column);
  }

  /** The text of a cell; undefined when blank or without such a column. */
  optional(column: Column): string | undefined {
    return this.#row.cells.get(column);
  }

  /** The text of a cell that must be filled. */
  required(column: Column): string | undefined {
    const text = this.optional(column);
    if (text === undefined)
      this.findings.push(finding('configuration/csv-empty-cell', this.at(column), { column }));
    return text;
  }

  /** One of a few words. */
  choice<Word extends string>(column: Column, words: readonly Word[]): Word | undefined {
    const text = this.required(column);
    const word = words.find((known) => known === text?.toLowerCase());
    if (text !== undefined && word === undefined) {
      const allowed = words.join(', ');
      this.findings.push(
        finding('configuration/csv-not-a-choice', this.at(column), { text, column, allowed }),
      );
    }
    return word;
  }

  /** A cell that a parser admits; `code` is the finding when it does not. */
  parsed<Value>(
    column: Column,
    text: string | undefined,
    parse: (text: string) => Value | undefined,
    code:
      | 'configuration/csv-not-a-date'
      | 'configuration/csv-not-a-period'
      | 'configuration/csv-not-a-number',
  ): Value | undefined {
    if (text === undefined) return undefined;
    const value = parse(text);
    if (value === undefined)
      this.findings.push(finding(code, this.at(column), { text, column }, { actual: text }));
    return value;
  }
}

/** Column names: required ones, and those that may be absent. */
export interface CsvColumns<Column extends string> {
  readonly required: readonly Column[];
  readonly optional: readonly Column[];
}

/**
 * Admits every line with `admit`, which returns undefined when the line has faults. `keyOf` names what a line is
 * about: two lines about one thing are a finding.
 */
export function admitLines<Column extends string, Value>(
  table: DelimitedTable,
  columns: CsvColumns<Column>,
  admit: (line: CsvLine<Column>) => Value | undefined,
  keyOf: (value: Value) => string,
): Admitted<Value> {
  const header = [...headerFaults(table, columns)];
  if (header.some(isError)) return { values: [], findings: header };
  const findings = new LineFindings(header);
  const values: Value[] = [];
  const lineOfKey = new Map<string, number>();
  for (const [index, row] of table.rows.entries()) {
    const at = (): SourceRef => placeOf(table, row.line, table.columns[0] ?? '');
    if (findings.isEnough(at, row.line, table.rows.length - index)) break;
    const line = new CsvLine<Column>(table, row);
    const value = admit(line);
    findings.add(line.findings);
    if (value === undefined || line.findings.some(isError)) continue;
    const key = keyOf(value);
    const other = lineOfKey.get(key);
    if (other === undefined) {
      lineOfKey.set(key, row.line);
      values.push(value);
    } else findings.add([finding('configuration/csv-repeated-row', at(), { other, key })]);
  }
  return { values, findings: findings.all };
}

const placeOf = (table: DelimitedTable, line: number, column: string): SourceRef => ({
  file: table.path,
  cell: cellAddress(line, Math.max(0, table.columns.indexOf(column)) + 1),
});

function* headerFaults<Column extends string>(
  table: DelimitedTable,
  columns: CsvColumns<Column>,
): Iterable<Finding> {
  const known: readonly string[] = [...columns.required, ...columns.optional];
  for (const column of columns.required) {
    if (table.columns.includes(column)) continue;
    const at = placeOf(table, 1, '');
    yield finding('configuration/csv-missing-column', at, { column, known: known.join(',') });
  }
  for (const column of table.columns) {
    if (column === '' || known.includes(column)) continue;
    const at = placeOf(table, 1, column);
    yield finding('configuration/csv-unknown-column', at, { column, known: known.join(', ') });
  }
}
