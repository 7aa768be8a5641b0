/** The row that numbers the columns under a header: "(1) (2) (3) …", "A B 1 2 …". */
import type { RawCell } from '../../model.js';
import { firstAtLeast, largest, smallest } from '../../values/of-many.js';
import { isOrdinalHeader } from './header-path.js';
import type { SheetGrid } from './sheet-grid.js';

/** So many plain numbers without a gap are column numbers in any order; fewer may be figures. */
const SURELY_NUMBERS = 5;
/** And so many that are the very number of their column; no title has a number as its answer. */
const FEWEST_IN_PLACE = 4;
/** No form has more columns: what goes beyond is a figure. */
const MOST_COLUMNS = 60;

/** Two letters one after the other: neither a number nor a letter that stands for one. */
const NAME = /^(?!c[ộo]t\s*\d)\p{L}{2}/iu;

/** What numbers a column, and how: "(3)", "[3]", "-3-", "3.", "3a", "Cột 3", "(a)", "(10) = (9) : (8)". */
const COLUMN_NUMBER =
  /^(?:c[ộo]t\s*)?(?:([-–/])\s*(?=\d{1,3}\s*[-–/]$))?([([]?)\s*(?:(\d{1,3})([a-d]?)|[A-Z]|(?<=[([]\s*)[a-z])\s*[)\].\-–/]?(?:\s*=.*)?$/iu;
/** A sign behind a number alone is no bracket: "3-" is half of something else. */
const HALF = /^[([]?\s*\d{1,3}\s*[-–/]$/u;

interface Numbered {
  /** The number, and the letter of a column that was divided: "3a". */
  readonly number?: number;
  readonly key: string;
  readonly bracketed: boolean;
}

function numbered({ raw }: RawCell): Numbered | undefined {
  const text = raw.trim().normalize('NFC');
  const said = HALF.test(text) ? null : COLUMN_NUMBER.exec(text);
  if (said === null) return undefined;
  const [, dash = '', bracket = '', digits, letter = ''] = said;
  const bracketed = dash !== '' || bracket !== '';
  return digits === undefined
    ? { key: text, bracketed }
    : { number: Number(digits), key: `${String(Number(digits))}${letter.toLowerCase()}`, bracketed };
}

/** The row "(1) (2) (3) …" or "A B 1 2 …" under a header, in any order when columns were moved: "(14) (13)". */
export function isColumnNumbers(grid: SheetGrid, row: number): boolean {
  const cells = grid.inRow(row);
  if (cells.length < 3) return false;
  // Every row below a header is looked at; in nearly all of them a name stands.
  if (cells.some(({ raw }) => NAME.test(raw.trim()))) return areRoman(cells);
  const said = cells.flatMap((cell) => numbered(cell) ?? []);
  if (said.length < cells.length) return said.length === cells.length - 1 && areCountedOn(said);
  if (areLettersThenNumbers(cells)) return true;
  const numbers = said.flatMap(({ number }) => number ?? []);
  if (numbers.length < 3) return false;
  const [first = 0] = numbers;
  const [least, most] = [smallest(numbers), largest(numbers)];
  // Counted on from 0 or 1 without a gap, "3a" before "3b", or with a gap just where a cell is blank.
  const inOrder =
    first <= 1 &&
    numbers.every((number, index) => {
      const step = index === 0 ? 1 : number - (numbers[index - 1] ?? 0);
      return step === 1 || step === 0;
    });
  // A number twice, of a column that was put in: of fewer cells a small area could be meant.
  if (new Set(said.map(({ key }) => key)).size < said.length)
    return (
      inOrder &&
      said.length === numbers.length &&
      numbers.length >= SURELY_NUMBERS &&
      isBetweenWords(grid, row)
    );
  const shift = (cells[0]?.column ?? 0) - first;
  const inPlace =
    first <= 1 &&
    numbers.length === cells.length &&
    numbers.length >= SURELY_NUMBERS &&
    cells.every(({ column }, index) => column - (numbers[index] ?? 0) === shift);
  // "3 4 5 6" in the third to the sixth column, behind a code and a period that were typed there.
  const isPlace =
    cells.length >= FEWEST_IN_PLACE &&
    numbers.length === cells.length &&
    shift === 0 &&
    first > 1 &&
    cells.every(({ column }, index) => column === numbers[index]) &&
    isBetweenWords(grid, row);
  const bracketed = said.every((one) => one.bracketed);
  return (
    inOrder ||
    inPlace ||
    isPlace ||
    (bracketed && least > 0 && most <= numbers.length * 2) ||
    (cells.length >= SURELY_NUMBERS && least <= 1 && most - least === numbers.length - 1) ||
    (least >= 0 &&
      most <= MOST_COLUMNS &&
      (bracketed ||
        startsWithLetters(cells) ||
        (startsCounting(cells) && areRising(numbers, cells)) ||
        (numbers.length === cells.length && numbers.length >= SURELY_NUMBERS && isAboveFirst(grid, row))) &&
      isBetweenWords(grid, row))
  );
}

/** "1 2 3 4 5", beside one figure of a column that was put in. */
const areCountedOn = (said: readonly Numbered[]): boolean =>
  said.length >= SURELY_NUMBERS && said.every(({ number }, index) => number === index + 1);

/** Of an area that is called 2, the titled households would be more than all, the letters an answer. */
const areRising = (numbers: readonly number[], cells: readonly RawCell[]): boolean =>
  numbers.length === cells.length &&
  numbers.length >= SURELY_NUMBERS &&
  numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0));

const startsWithLetters = (cells: readonly RawCell[]): boolean =>
  cells
    .slice(0, 2)
    .map(({ raw }) => raw.trim().toUpperCase())
    .join(' ') === 'A B';

/** "1 2" or "0 1" in the first two columns: no area of words would be numbered 1 and called 2. */
function startsCounting([one, other]: readonly RawCell[]): boolean {
  if (one === undefined || other?.column !== one.column + 1) return false;
  const pair = `${one.raw.trim()} ${other.raw.trim()}`;
  return pair === '1 2' || pair === '0 1';
}

/** Areas are counted from 1 in the row below: this one is none of them, however its columns were moved. */
function isAboveFirst(grid: SheetGrid, row: number): boolean {
  const at = firstAtLeast(grid.rows, row);
  const [above = 0, first = 0, second] = [grid.rows[at - 1], grid.rows[at + 1], grid.rows[at + 2]];
  const isNumber = (one: number, column: number, number: number): boolean =>
    grid.at(one, column)?.raw.trim().replace(/[.)]$/u, '') === String(number);
  return grid
    .inRow(first)
    .some(
      ({ column }) =>
        isOrdinalHeader([grid.textOver(above, column)]) &&
        isNumber(first, column, 1) &&
        (second === undefined || isNumber(second, column, 2) || grid.at(second, column) === undefined),
    );
}

/** Right under words of a header and above a row with a name: columns between were taken out, their numbers stayed. */
function isBetweenWords(grid: SheetGrid, row: number): boolean {
  const at = firstAtLeast(grid.rows, row);
  const [above, below] = [grid.rows[at - 1], grid.rows[at + 1]];
  if (above === undefined || below === undefined) return false;
  const isWord = ({ kind, raw }: RawCell): boolean => kind === 'text' && /[\p{L}%]/u.test(raw);
  const header = grid.inRow(above);
  return (
    header.length >= 2 && header.every(isWord) && grid.inRow(below).some(({ raw }) => NAME.test(raw.trim()))
  );
}

/** "A B C 1 2", "A B C": two letters at least, so that a section "A" with its figures is none. */
function areLettersThenNumbers(cells: readonly RawCell[]): boolean {
  const texts = cells.map(({ raw }) => raw.replaceAll(/[\s().[\]]/gu, ''));
  const letters = texts.findIndex((text, index) => text !== String.fromCharCode(FIRST_LETTER + index));
  if (letters === -1) return true;
  return letters >= 2 && texts.slice(letters).every((text, index) => text === String(index + 1));
}
const FIRST_LETTER = 65;

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV'];

/** "I II III IV". */
const areRoman = (cells: readonly RawCell[]): boolean =>
  cells.every(({ raw }, index) => raw.replaceAll(/[\s().[\]]/gu, '') === ROMAN[index]);
