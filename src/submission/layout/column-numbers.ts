/** The row that numbers the columns under a header: "(1) (2) (3) …", "A B 1 2 …". */
import type { RawCell } from '../../model.js';
import { largest, smallest } from '../../values/of-many.js';
import type { SheetGrid } from './sheet-grid.js';

/** So many plain numbers without a gap are column numbers in any order; fewer may be figures. */
const SURELY_NUMBERS = 5;

/** Two letters one after the other: neither a number nor a letter that stands for one. */
const NAME = /^(?!c[ộo]t\s*\d)\p{L}{2}/iu;

/** What numbers a column, and how: "(3)", "[3]", "3.", "Cột 3", "(a)", "(10) = (9) : (8)". */
const COLUMN_NUMBER =
  /^(?:c[ộo]t\s*)?([([]?)\s*(?:(\d{1,3})|[A-Z]|(?<=[([]\s*)[a-z])\s*[)\].]?(?:\s*=.*)?$/iu;

/** The row "(1) (2) (3) …" or "A B 1 2 …" under a header, in any order when columns were moved: "(14) (13)". */
export function isColumnNumbers(grid: SheetGrid, row: number): boolean {
  const cells = grid.inRow(row);
  // Every row below a header is looked at; in nearly all of them a name stands.
  if (cells.length < 3 || cells.some(({ raw }) => NAME.test(raw.trim()))) return false;
  const said = cells.map((cell) => COLUMN_NUMBER.exec(cell.raw.trim().normalize('NFC')));
  if (!said.every((one) => one !== null)) return false;
  const numbers = said.flatMap((one) => one[2] ?? []).map(Number);
  if (areLettersThenNumbers(cells)) return true;
  if (numbers.length < 3 || new Set(numbers).size < numbers.length) return false;
  const [first = 0] = numbers;
  const [least, most] = [smallest(numbers), largest(numbers)];
  // Counted on from 0 or 1 without a gap, or with a gap just where a cell is blank.
  const inOrder = first <= 1 && numbers.every((number, index) => number === first + index);
  const shift = (cells[0]?.column ?? 0) - first;
  const inPlace =
    first <= 1 &&
    numbers.length === cells.length &&
    numbers.length >= SURELY_NUMBERS &&
    cells.every(({ column }, index) => column - (numbers[index] ?? 0) === shift);
  const bracketed = said.every((one) => one[1] !== '');
  return (
    inOrder ||
    inPlace ||
    (bracketed && least > 0 && most <= numbers.length * 2) ||
    (cells.length >= SURELY_NUMBERS && least <= 1 && most - least === numbers.length - 1)
  );
}

/** "A B C 1 2": two letters at least, so that a section "A" with its figures is none. */
function areLettersThenNumbers(cells: readonly RawCell[]): boolean {
  const texts = cells.map(({ raw }) => raw.replaceAll(/[\s().[\]]/gu, ''));
  const letters = texts.findIndex((text, index) => text !== String.fromCharCode(FIRST_LETTER + index));
  return letters >= 2 && texts.slice(letters).every((text, index) => text === String(index + 1));
}
const FIRST_LETTER = 65;
