/** A file in which one cell says something else: as if its sender had typed it there, formulas calculated anew. */
import type { RawCell, RawFile, RawSheet } from '../../model.js';
import { defined } from '../../values/defined.js';
import { FormulaBook } from '../../submission/formulas/formula-book.js';
import type { FormulaValue } from '../../submission/formulas/formula-value.js';

export interface CellPlace {
  /** Empty for CSV. */
  readonly sheet: string;
  /** Both 1-based. */
  readonly row: number;
  readonly column: number;
}

export const cellAt = (file: RawFile, { sheet, row, column }: CellPlace): RawCell | undefined =>
  file.sheets
    .find(({ name }) => name === sheet)
    ?.cells.find((cell) => cell.row === row && cell.column === column);

/** `value` as somebody would type it; empty for a blank cell. */
export function withCell(file: RawFile, place: CellPlace, value: string): RawFile {
  const sheets = file.sheets.map((sheet) =>
    sheet.name === place.sheet ? replaced(sheet, place, value) : sheet,
  );
  return { ...file, sheets: recalculated(file.sheets, sheets) };
}

function replaced(sheet: RawSheet, { row, column }: CellPlace, value: string): RawSheet {
  const others = sheet.cells.filter((cell) => cell.row !== row || cell.column !== column);
  if (value === '') return { ...sheet, cells: others };
  // Digits alone become a number in a workbook; all else is read as the text it is.
  const typed: RawCell = { row, column, kind: /^-?\d+$/u.test(value) ? 'number' : 'text', raw: value };
  const at = others.findIndex((cell) => cell.row > row || (cell.row === row && cell.column > column));
  return { ...sheet, cells: at < 0 ? [...others, typed] : others.toSpliced(at, 0, typed) };
}

/** Stored results of formulas that come out differently now: a spreadsheet would store the new ones. */
function recalculated(before: readonly RawSheet[], after: readonly RawSheet[]): readonly RawSheet[] {
  const [then, now] = [new FormulaBook(before), new FormulaBook(after)];
  return after.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => {
      if (cell.formula !== true || cell.uncalculated === true) return cell;
      const old = then.recalculate(sheet.name, cell.row, cell.column).value;
      const value = now.recalculate(sheet.name, cell.row, cell.column).value;
      if (old === undefined || value === undefined || storedText(old) === storedText(value)) return cell;
      // What its format showed of the old result no longer holds.
      const { row, column, numberFormat, expression, writtenAt } = cell;
      const kept = { row, column, formula: true, ...defined({ numberFormat, expression, writtenAt }) };
      return { ...kept, kind: kindOf(value), raw: storedText(value) };
    }),
  }));
}

const kindOf = ({ kind }: FormulaValue): RawCell['kind'] => (kind === 'blank' ? 'number' : kind);

/** As a workbook stores it. */
function storedText(value: FormulaValue): string {
  switch (value.kind) {
    case 'number': {
      const { top, bottom } = value.number;
      return bottom === 1n ? String(top) : String(Number(top) / Number(bottom));
    }
    case 'text':
    case 'error':
      return value.text;
    case 'boolean':
      return value.value ? '1' : '0';
    case 'blank':
      return '0';
  }
}
