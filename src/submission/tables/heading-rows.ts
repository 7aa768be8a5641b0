/** Rows of words alone in a table of areas: headings of groups and notes, told apart from areas that sent no figures. */
import { cleanText, foldMarks } from '../../values/vietnamese-text.js';
import type { HeaderColumns } from '../layout/locate-header.js';
import { isRowNumber, totalWord } from '../layout/row-words.js';
import type { SheetGrid } from '../layout/sheet-grid.js';
import { isSentence, namesNoArea } from './not-areas.js';

/** A heading of a group is often merged over at least so many columns. */
const WIDE = 3;

/** "Các thôn phía Bắc", "Xã Tam Đa (cũ)", "Khu vực 1": no one area is called so, unless its number says that it is one. */
const OF_SEVERAL =
  /^(?:[ivx]+[.)]\s*)?(?:(?:cac|nhung) (?:thon|xom|ap|ban|to|tdp|to dan pho|khu|khu pho|khoi|buon)(?![a-z])|(?:xa|phuong|thi tran) \S.*\(cu\)$|khu vuc )/u;
/** What areas are called in some cities. */
const DISTRICT = /^khu vuc /u;

/** The rows below a header, as far as they tell what a row without figures is. */
export interface RowsBelow {
  readonly grid: SheetGrid;
  readonly header: Pick<HeaderColumns, 'ordinal'>;
  readonly nameColumn: number;
  /** In sheet order. */
  readonly rows: readonly number[];
  /** Some row has a number of its own. */
  readonly numbered: boolean;
  readonly ordinalOf: (row: number) => string;
  readonly hasFigures: (row: number) => boolean;
}

/** "Ghi chú: …" in the column of names, or a sentence below a blank row: nothing that an area could be called. */
export const isNote = (grid: SheetGrid, row: number, name: string): boolean =>
  namesNoArea(name, false) || (grid.inRow(row - 1).length === 0 && isSentence(name));

/** Only words stand in the row: a group's heading or a note, when its name, a missing number or a merge says so. */
export function isHeadingText(below: RowsBelow, row: number): boolean {
  const { grid, header, nameColumn } = below;
  const others = grid
    .inRow(row)
    .filter((cell) => cell.column !== nameColumn && cell.column !== header.ordinal);
  if (others.length > 0) return false;
  const merge = grid.mergeOver(row, nameColumn);
  if (merge !== undefined && merge.right - merge.left + 1 >= WIDE) return true;
  if (isNextOfList(below, row)) return false;
  const name = nameAt(below, row);
  if (below.ordinalOf(row) === '') {
    if (DISTRICT.test(name) && areDistricts(below)) return false;
    if (below.numbered) return true;
  }
  return OF_SEVERAL.test(name);
}

const nameAt = ({ grid, nameColumn }: RowsBelow, row: number): string =>
  foldMarks(cleanText(grid.at(row, nameColumn)?.raw ?? ''));

/** "Khu vực 1" with figures is an area, and so is the one beside it that has none. */
const areDistricts = (below: RowsBelow): boolean =>
  below.rows.some((row) => DISTRICT.test(nameAt(below, row)) && below.hasFigures(row));

const numberIn = (ordinal: string): number | undefined =>
  isRowNumber(ordinal) ? Number.parseInt(ordinal, 10) : undefined;

/**
 * Its number goes on from that of the row above, and the row below goes on from it: "4" between "3" and "5". Below a heading
 * stands "4.1", "a", a row without a number, or the numbers start again. Without a number of its own it is the one that is
 * missing between the two.
 */
function isNextOfList(below: RowsBelow, row: number): boolean {
  const { rows, ordinalOf } = below;
  const at = rows.indexOf(row);
  const own = ordinalOf(row);
  const [above, next] = [numberAbove(below, at), ordinalBelow(below, at)];
  const following = numberIn(next ?? '');
  if (own === '') return above !== undefined && following === above + 2;
  const number = numberIn(own);
  if (number === undefined || (above !== undefined && above >= number)) return false;
  return next === undefined || (following !== undefined && following > number);
}

function numberAbove({ rows, ordinalOf }: RowsBelow, at: number): number | undefined {
  for (let before = at - 1; before >= 0; before -= 1) {
    const number = numberIn(ordinalOf(rows[before] ?? 0));
    if (number !== undefined) return number;
  }
  return undefined;
}

/** What stands before the next row that is one of the list: numbered in some way, or with figures and no sum. */
function ordinalBelow(below: RowsBelow, at: number): string | undefined {
  const { grid, rows, nameColumn, ordinalOf, hasFigures } = below;
  for (let after = at + 1; after < rows.length; after += 1) {
    const row = rows[after] ?? 0;
    const ordinal = ordinalOf(row);
    if (totalWord(ordinal === '' ? (grid.at(row, nameColumn)?.raw ?? '') : ordinal) !== undefined) continue;
    if (ordinal !== '' || hasFigures(row)) return ordinal;
  }
  return undefined;
}
