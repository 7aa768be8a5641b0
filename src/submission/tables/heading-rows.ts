/** Rows of words alone in a table of areas: headings of groups and notes, told apart from areas that sent no figures. */
import { ANY_FOLDED_AREA_KIND } from '../../units/names/area-kinds.js';
import { cleanText, foldMarks } from '../../values/vietnamese-text.js';
import { isColumnNumbers } from '../layout/column-numbers.js';
import type { HeaderColumns } from '../layout/locate-header.js';
import { isRowNumber, totalWord } from '../layout/row-words.js';
import type { SheetGrid } from '../layout/sheet-grid.js';
import { isSentence, namesNoArea } from './not-areas.js';

/** A heading of a group is often merged over at least so many columns. */
const WIDE = 3;

/** "Các thôn phía Bắc", "Xã Tam Đa (cũ)", "Khu vực 1": no one area is called so, unless its number says that it is one. */
const OF_SEVERAL = new RegExp(
  String.raw`^(?:[ivx]+[.)]\s*)?(?:(?:cac|nhung) ${ANY_FOLDED_AREA_KIND}(?![a-z])|(?:xa|phuong|thi tran) \S.*\(cu\)$|khu vuc )`,
  'u',
);
/** "Cụm 1", "Nhóm II", "Liên thôn Đông - Tây": with its marks, since "Cúm Cọi" is a village. */
const GROUP = /^(?:cụm|nhóm|liên (?:thôn|xóm|tổ|ấp|bản))\s|^(?:cum|nhom) (?:so )?(?:\d|[ivx]+$)/u;
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
  if (isNextOfList(below, row)) return false;
  const merge = grid.mergeOver(row, nameColumn);
  if (merge !== undefined && merge.right - merge.left + 1 >= WIDE) return true;
  const name = nameAt(below, row);
  if (DISTRICT.test(name) && surroundings(below).areDistricts && !isAboveList(below, row)) return false;
  if (surroundings(below).areGroups && isGroup(below, row)) return true;
  return (below.numbered && below.ordinalOf(row) === '') || OF_SEVERAL.test(name);
}

const isGroup = ({ grid, nameColumn }: RowsBelow, row: number): boolean =>
  GROUP.test(
    cleanText(grid.at(row, nameColumn)?.raw ?? '')
      .normalize('NFC')
      .toLowerCase(),
  );

/** Two rows at least that are called groups, none of which has figures, each over one that has some and is none. */
function areHeadings(below: RowsBelow): boolean {
  const { rows, hasFigures } = below;
  const groups = rows.flatMap((row, at) => (isGroup(below, row) ? [{ row, under: rows[at + 1] }] : []));
  return (
    groups.length > 1 &&
    groups.every(
      ({ row, under }) =>
        !hasFigures(row) && under !== undefined && hasFigures(under) && !isGroup(below, under),
    )
  );
}

const nameAt = ({ grid, nameColumn }: RowsBelow, row: number): string =>
  foldMarks(cleanText(grid.at(row, nameColumn)?.raw ?? ''));

const numberIn = (ordinal: string): number | undefined =>
  isRowNumber(ordinal) ? Number.parseInt(ordinal, 10) : undefined;

/** What all rows say about each of them, found once for a table. */
interface Surroundings {
  /** The number nearest above a row. */
  readonly above: ReadonlyMap<number, number>;
  /** What stands before the next row that is one of the list: numbered in some way, or with figures and no sum. */
  readonly next: ReadonlyMap<number, string>;
  /** "Cụm 1", "Cụm 2" head the rows below them. */
  readonly areGroups: boolean;
  /** Behind a blank row another list may begin. */
  readonly beforeGap: ReadonlySet<number>;
  /** "Khu vực 1" with figures is an area, and so is the one beside it that has none. */
  readonly areDistricts: boolean;
}

/** "4", "4.1", "4a", "a)", "II", "-"; no "TT" of a header that is printed again. */
const ORDINAL = /^(?:(?:\d+(?:[.,-]\d+)*[a-zđ]?|[a-zđ]|[ivxlc]+)[.)]?|[-+•*])$/iu;

const known = new WeakMap<RowsBelow, Surroundings>();

function surroundings(below: RowsBelow): Surroundings {
  const before = known.get(below);
  if (before !== undefined) return before;
  const { grid, rows, nameColumn, numbered, ordinalOf, hasFigures } = below;
  const above = new Map<number, number>();
  let number: number | undefined;
  for (const row of rows) {
    if (number !== undefined) above.set(row, number);
    number = numberIn(ordinalOf(row)) ?? number;
  }
  const next = new Map<number, string>();
  const beforeGap = new Set<number>();
  let [following, after]: [string | undefined, number] = [undefined, 0];
  for (const row of numbered ? rows.toReversed() : []) {
    if (following !== undefined) next.set(row, following);
    if (after > row + 1) beforeGap.add(row);
    after = row;
    const ordinal = ordinalOf(row);
    const isOfList =
      ordinal === ''
        ? hasFigures(row) && totalWord(grid.at(row, nameColumn)?.raw ?? '') === undefined
        : ORDINAL.test(ordinal) && !isColumnNumbers(grid, row);
    if (isOfList) following = ordinal;
  }
  const areDistricts = rows.some((row) => DISTRICT.test(nameAt(below, row)) && hasFigures(row));
  const found = { above, next, beforeGap, areDistricts, areGroups: areHeadings(below) };
  known.set(below, found);
  return found;
}

/**
 * Its number goes on from that of the row above, and the row below goes on from it: "4" between "3" and "5". Below a heading
 * stands "4.1", "a", a row without a number, or the numbers start again. Without a number of its own it is the one that is
 * missing between the two.
 */
function isNextOfList(below: RowsBelow, row: number): boolean {
  const { above, next } = surroundings(below);
  const own = below.ordinalOf(row);
  const [last, number] = [above.get(row), numberIn(own)];
  if (own === '') return last !== undefined && numberIn(next.get(row) ?? '') === last + 2;
  return number !== undefined && (last ?? 0) < number && !isAboveList(below, row);
}

/** Below its number stands one that does not go on from it: "4.1", "a", none, or "1" again. */
function isAboveList(below: RowsBelow, row: number): boolean {
  const number = numberIn(below.ordinalOf(row));
  const { next: all, beforeGap } = surroundings(below);
  const next = beforeGap.has(row) ? undefined : all.get(row);
  return number !== undefined && next !== undefined && !((numberIn(next) ?? 0) > number);
}
