/** Typed cells of one row of a unit list; a value that cannot be used is a finding at its cell. */
import { parseDay } from '../../values/calendar-day.js';
import type { DelimitedRow, Finding, SourceRef } from '../../model.js';
import { finding } from '../../findings/finding.js';
import type { UnitColumn } from './unit-columns.js';

/** Reads the cells of one row, collecting what is wrong with them. Blank cells are undefined. */
export class UnitCells {
  readonly findings: Finding[] = [];
  readonly #row: DelimitedRow;
  readonly #placeOf: (column: UnitColumn) => SourceRef;

  constructor(row: DelimitedRow, placeOf: (column: UnitColumn) => SourceRef) {
    this.#row = row;
    this.#placeOf = placeOf;
  }

  text(column: UnitColumn): string | undefined {
    return this.#row.cells.get(column);
  }

  /** Empty text when the cell is blank, which is then a finding. */
  required(column: UnitColumn): string {
    const text = this.text(column);
    if (text === undefined)
      this.findings.push(
        finding('configuration/csv-empty-cell', this.#placeOf(column), { column }, { fields: [column] }),
      );
    return text ?? '';
  }

  choice<Choice extends string>(column: UnitColumn, allowed: readonly Choice[]): Choice | undefined {
    const text = this.text(column);
    const chosen = allowed.find((one) => one === text);
    if (text !== undefined && chosen === undefined) {
      const parameters = { text, column, allowed: allowed.join(', ') };
      this.findings.push(
        finding('configuration/csv-not-a-choice', this.#placeOf(column), parameters, { fields: [column] }),
      );
    }
    return chosen;
  }

  date(column: UnitColumn): string | undefined {
    return this.#read(column, parseDay, 'configuration/csv-not-a-date');
  }

  count(column: UnitColumn): number | undefined {
    return this.#read(column, wholeNumber, 'units/not-a-count');
  }

  #read<Value>(
    column: UnitColumn,
    convert: (text: string) => Value | undefined,
    code: 'configuration/csv-not-a-date' | 'units/not-a-count',
  ): Value | undefined {
    const text = this.text(column);
    if (text === undefined) return undefined;
    const value = convert(text);
    if (value === undefined)
      this.findings.push(finding(code, this.#placeOf(column), { text, column }, { fields: [column] }));
    return value;
  }
}

/** Digits, with or without points between groups of three; never through a text-to-number guess. */
function wholeNumber(text: string): number | undefined {
  if (!/^(?:\d{1,12}|\d{1,3}(?:\.\d{3}){1,3})$/u.test(text)) return undefined;
  return Array.from(text.replaceAll('.', '')).reduce(
    (value, digit) => value * 10 + '0123456789'.indexOf(digit),
    0,
  );
}
