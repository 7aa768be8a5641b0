/**
 * The rows of a list of households below the line that names their area. Where the line of the next area was deleted its rows
 * go on below those of the one above: their numbers begin again, or they are more than that line says.
 */
import { isRowNumber } from '../layout/row-words.js';
import type { LocatedTable } from '../layout/own-sheet.js';
import type { SheetGrid } from '../layout/sheet-grid.js';

export interface DoubtfulRow {
  readonly area: string;
  readonly row: number;
  /** How many the line above says there are; absent where the numbers begin again. */
  readonly said?: number;
}

/** "I. Thôn Phú Trên (25 hộ)"; "(gồm 2 hộ mới tách)", "có 2 hộ nghèo" and "đạt 2 hộ" count some of them. */
const SAID = /\(\s*(\d{1,4})\s*(?:hộ|gia đình)\s*\)/iu;

/** As high as the number of the first household that is left below a deleted line. */
const FIRST_LEFT = 3;

export class CountedInTurn {
  readonly #grid: SheetGrid;
  readonly #located: LocatedTable;
  readonly #doubtful: DoubtfulRow[] = [];
  #said: number | undefined;
  #rows = 0;
  #last: number | undefined;
  #isInTurn = true;

  public constructor(grid: SheetGrid, located: LocatedTable) {
    this.#grid = grid;
    this.#located = located;
  }

  public get doubtful(): readonly DoubtfulRow[] {
    return this.#doubtful;
  }

  /** A line that heads the rows below it. */
  public begin(row: number): void {
    const text = this.#grid
      .inRow(row)
      .map(({ raw }) => raw)
      .join(' ');
    const said = SAID.exec(text.normalize('NFC'))?.[1];
    this.#said = said === undefined ? undefined : Number(said);
    this.#rows = 0;
    this.#last = undefined;
    this.#isInTurn = true;
  }

  /** A row that counts for the area. */
  public add(row: number, area: string): void {
    const ordinal = this.#grid.textOver(row, this.#located.ordinal ?? 0).trim();
    const number = isRowNumber(ordinal) ? Number.parseInt(ordinal, 10) : undefined;
    this.#rows += 1;
    if (this.beginsAgain(number)) this.#doubtful.push({ area, row });
    else if (number !== undefined && number !== (this.#last ?? 0) + 1) this.#isInTurn = false;
    this.#last = number ?? this.#last;
    if (this.#said !== undefined && this.#rows === this.#said + 1)
      this.#doubtful.push({ area, row, said: this.#said });
  }

  /** "1" behind other numbers; "2" where all before were in turn, since the first household may be gone with the line of its area. */
  private beginsAgain(number: number | undefined): boolean {
    const last = this.#last;
    if (number === undefined || last === undefined) return false;
    return number === 1 || (this.#isInTurn && number <= FIRST_LEFT && number < last);
  }
}
