/** A1 notation: column letters and cell addresses, both ways. Pure; every stage prints addresses. */
import { defined } from './defined.js';

/** 1 → A, 26 → Z, 27 → AA. */
export const columnLetter = (column: number): string => LETTERS[column] ?? lettersOf(column);

function lettersOf(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** Of the columns that forms have; asked for with every cell. */
const LETTERS: readonly string[] = Array.from({ length: 128 }, (_, column) => lettersOf(column));

/** Row 12, column 3 → C12. */
export const cellAddress = (row: number, column: number): string => `${columnLetter(column)}${row}`;

/** A → 1, AA → 27; undefined for anything that is no column. */
export function parseColumn(letters: string): number | undefined {
  if (!/^[A-Z]{1,3}$/u.test(letters)) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** C12 → row 12, column 3; `$` is ignored; undefined for anything that is no cell. */
export function parseCellAddress(
  address: string,
): { readonly row: number; readonly column: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/u.exec(address);
  const column = parseColumn(match?.[1] ?? '');
  return column === undefined ? undefined : { row: Number(match?.[2]), column };
}

/** A cell of a figure that may stand on another sheet than its table: "Khu 2!C5". */
export const cellOnSheet = (cell: string, sheet: string, own: string): string =>
  sheet === own || cell.includes('!') ? cell : `${sheet}!${cell}`;

/** The sheet before the last "!", if any, and the cell behind it. */
export function sheetOfCell(cell: string, own: string): { readonly sheet: string; readonly cell: string } {
  const at = cell.lastIndexOf('!');
  return at < 0 ? { sheet: own, cell } : { sheet: cell.slice(0, at), cell: cell.slice(at + 1) };
}

/** A place as findings name it; a CSV file is a file without sheets. */
export const placeIn = (
  file: string,
  sheet: string,
  cell?: string,
): { readonly file: string; readonly sheet?: string; readonly cell?: string } => {
  const place = cell?.includes('!') === true ? sheetOfCell(cell, sheet) : { sheet, cell };
  return {
    file,
    ...(place.sheet === '' ? {} : { sheet: place.sheet }),
    ...defined({ cell: place.cell }),
  };
};

/** Where a field's figure of a row stands: its own cell, the one cell of a list, or the field's column in the row. */
export function figureCell(
  column: { readonly column: number; readonly row?: number; readonly cells?: readonly string[] },
  sheetRows: readonly number[],
  row: number,
): string | undefined {
  if (column.column === 0) return undefined;
  if (column.cells !== undefined) return column.cells[row] === '' ? undefined : column.cells[row];
  const sheetRow = column.row ?? sheetRows[row];
  return sheetRow === undefined ? undefined : cellAddress(sheetRow, column.column);
}

/** The place of a figure of a table, for people to find it. */
export const figurePlace = (
  table: { readonly file: string; readonly sheet: string; readonly sheetRows: readonly number[] },
  column: Parameters<typeof figureCell>[0],
  row: number,
): ReturnType<typeof placeIn> => placeIn(table.file, table.sheet, figureCell(column, table.sheetRows, row));

/** The same of a column as results keep it: under its letters instead of its number. */
export const recordedCell = (
  { at, cells }: { readonly at: string; readonly cells?: readonly string[] },
  sheetRows: readonly number[],
  row: number,
): string | undefined => figureCell({ column: parseColumn(at) ?? 0, ...defined({ cells }) }, sheetRows, row);
