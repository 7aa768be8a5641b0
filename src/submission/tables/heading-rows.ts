/** Rows of words alone in a table of areas: headings of groups and notes, told apart from areas that sent no figures. */
import { ANY_FOLDED_AREA_KIND } from '../../units/names/area-kinds.js';
import { cleanText, foldMarks } from '../../values/vietnamese-text.js';
import { isColumnNumbers } from '../layout/column-numbers.js';
import type { HeaderColumns } from '../layout/locate-header.js';
import { isRowNumber, saysAreaKind, totalWord } from '../layout/row-words.js';
import type { SheetGrid } from '../layout/sheet-grid.js';
import { isSentence, namesNoArea } from './not-areas.js';

/** A heading of a group is often merged over at least so many columns. */
const WIDE = 3;

/** "Các thôn phía Bắc", "Xã Tam Đa (cũ)", "Khu vực 1": no one area is called so, unless its number says that it is one. */
const OF_SEVERAL = new RegExp(
  String.raw`^(?:[ivx]+[.)]\s*)?(?:(?:cac|nhung) ${ANY_FOLDED_AREA_KIND}(?![a-z])|(?:xa|phuong|thi tran) \S.*\(cu\)$|khu vuc )`,
  'u',
);
/** "Xã Dak Lua" beside "Xã Phú An (cũ)"; alone "Xã Đàn" may be an area. */
const COMMUNE = /^(?:xa|phuong|thi tran) \S/u;
const FORMER_COMMUNE = /^(?:[ivx]+[.)]\s*)?(?:xa|phuong|thi tran) \S.*\(cu\)$/u;
/** "Cụm 1", "Nhóm số 02", "Cụm II", "Cụm A - Đông Hương"; "Cụm dân cư 1", "Cụm Suối", "Cụm 1 (chưa nộp)" are areas. */
const GROUP = /^(?:cum|nhom) (?:so )?0*(?<number>\d+|[ivx]+|[a-h])(?:\s*[:(–-]\s*(?!chua\b|khong\b)\S.*)?$/u;
/** "I. Khu vực miền xuôi", "A) Các thôn" in a list without a column of numbers. */
const NUMERAL_AHEAD = /^(?<number>[ivx]+|[a-h])\s?[.)]\s*[a-z]/u;
/** How groups are numbered in turn, after `foldMarks`; "Cụm 1", "Cụm 2" go on without end. */
const LETTERED: readonly (readonly string[])[] = [
  ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'],
  ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'],
];
/** "Khu Đông", "Khu 1" may be of several areas; "Khu phố 1", "Khu dân cư Đông" are one. */
const PLAIN_KHU = /^khu (?!pho\b|dan cu\b)/u;
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
  const name = nameAt(below, row);
  const merged = isWide(below, row);
  if (IS_NO_MORE.test(name) || (merged && isMergedAsHeading(below, row, name))) return true;
  if (isNextOfList(below, row)) return false;
  if (merged) return below.numbered || !isLikeAnArea(below, name);
  if (DISTRICT.test(name) && surroundings(below).areDistricts && !isAboveList(below, row)) return false;
  if (surroundings(below).areGroups && isGroup(below, row)) return true;
  return (
    (below.numbered && below.ordinalOf(row) === '') ||
    OF_SEVERAL.test(name) ||
    (COMMUNE.test(name) && surroundings(below).isBesideFormer)
  );
}

const groupNumber = (below: RowsBelow, row: number): string | undefined => {
  const name = nameAt(below, row);
  return (GROUP.exec(name) ?? NUMERAL_AHEAD.exec(name))?.groups?.['number'];
};
const isGroup = (below: RowsBelow, row: number): boolean => groupNumber(below, row) !== undefined;

/** "1", "2", "3"; "I", "II"; "A", "B": from the first, none missing, all of one kind. */
const areInTurn = (numbers: readonly (string | undefined)[]): boolean =>
  numbers.every((number, at) => number === String(at + 1)) ||
  LETTERED.some((letters) => numbers.every((number, at) => number !== undefined && number === letters[at]));

/**
 * Two rows at least that are called groups, numbered in turn and with no area ahead of the first; none of them has figures, and
 * each is over some row that has.
 */
function areHeadings(below: RowsBelow): boolean {
  const { rows, hasFigures } = below;
  const groups = rows.filter((row) => isGroup(below, row));
  if (groups.length < 2 || groups.some(hasFigures)) return false;
  if (!areInTurn(groups.map((row) => groupNumber(below, row)))) return false;
  const [first = 0, ...others] = groups;
  const begins = new Set(others);
  let isOverSome = true;
  for (const row of rows) {
    if (row === first || begins.has(row)) {
      if (!isOverSome) return false;
      isOverSome = false;
    } else if (hasFigures(row) && !isSum(below, row)) {
      if (row < first) return false;
      isOverSome = true;
    }
  }
  return isOverSome;
}

function isWide({ grid, nameColumn }: RowsBelow, row: number): boolean {
  const merge = grid.mergeOver(row, nameColumn);
  return merge !== undefined && merge.right - merge.left + 1 >= WIDE;
}

/** "Thôn Tây đã sáp nhập vào Thôn Đông", "Thôn B (không có hộ)"; "(sáp nhập từ Thôn A)", "(sẽ sáp nhập vào …)", "(không có hộ nghèo)" are areas. */
const IS_NO_MORE = new RegExp(
  String.raw`(?<!\b(?:chua|khong|se|sap|du kien|chuan bi|de nghi) (?:duoc )?)\b(?:da (?:duoc )?sap nhap\s*(?=$|[).,;])|sap nhap (?:vao|ve)\b|nhap (?:vao|ve) ${ANY_FOLDED_AREA_KIND}\b|giai the\b)|\bkhong (?:co|con) (?:ho|dan|nguoi)(?: (?:dan|nao|o|sinh song))*\s*(?=$|[).,;])`,
  'u',
);

/** The area has gone into others, or nobody lives there. */
export const saysNoMore = (name: string): boolean => IS_NO_MORE.test(foldMarks(cleanText(name)));

/** Merged over its figures, whatever its number: no area's name, or a heading of all below it. */
const isMergedAsHeading = (below: RowsBelow, row: number, name: string): boolean =>
  (OF_SEVERAL.test(name) && !DISTRICT.test(name)) || surroundings(below).mergedGroups.has(row);

const firstWord = (name: string): string => name.split(' ', 1)[0] ?? '';

/** "Bản Mới", "Tổ dân phố 2": what it is called says that it is one area. */
const isCalledArea = (name: string): boolean => saysAreaKind(name) && !PLAIN_KHU.test(name);

/** "2. " of "2. Thôn Tây", where the names bear the numbers. */
const NUMBER_AHEAD = /^\d+\s*[.)]\s*/u;

/**
 * "2. Thôn Tây" merged over its figures between "1. Thôn Đông" and "3. Thôn Nam" that have theirs. One by its kind, or named as
 * short as all others are, is an area where the list does not begin with a merged row: what would head the rows above it?
 */
function isLikeAnArea(below: RowsBelow, name: string): boolean {
  const bare = name.replace(NUMBER_AHEAD, '');
  const { beginsMerged, areShortNames, firstWords } = surroundings(below);
  if (!isCalledArea(bare)) return !beginsMerged && areShortNames && isShortName(bare);
  return !beginsMerged || firstWords.has(firstWord(bare));
}

/** "Tây", "Bến Đò": a name that says no kind, and no "Biểu 01", "Trang 2". */
const isShortName = (name: string): boolean =>
  /^[a-z]+(?: [a-z]+){0,2}$/u.test(name) &&
  !saysAreaKind(name) &&
  !OF_SEVERAL.test(name) &&
  !NO_NAME.test(name);
const NO_NAME = /^(?:bieu|phu luc|mau|trang|tiep|ghi chu|mien|vung|nhom|cum|ubnd|xa|phuong|thi tran)\b/u;

/**
 * "1 Khu Đông" over "2 Thôn A", "3 Thôn B", and "4 Khu Tây" over more: merged rows numbered in one run with the areas. The first
 * begins the list, each is over a row with figures, and all are called alike, like none of the areas and by no kind of area:
 * "1 Bản Giàng" over "2 Thôn A" is an area that lacks its figures.
 */
function mergedGroups(below: RowsBelow): ReadonlySet<number> {
  const { rows, hasFigures } = below;
  const merged = rows.filter((row) => isWide(below, row) && !hasFigures(row));
  const kinds = new Set(merged.map((row) => firstWord(nameAt(below, row))));
  const ofMerged = new Set(merged);
  const isEachOverOne = rows.every((row, at) => !ofMerged.has(row) || hasFigures(rows[at + 1] ?? 0));
  const areAlike =
    kinds.size === 1 &&
    !merged.some((row) => isCalledArea(nameAt(below, row))) &&
    !rows.some((row) => hasFigures(row) && kinds.has(firstWord(nameAt(below, row))));
  return merged.length > 1 && merged[0] === rows[0] && isEachOverOne && areAlike ? ofMerged : new Set();
}

const nameAt = ({ grid, nameColumn }: RowsBelow, row: number): string =>
  foldMarks(cleanText(grid.at(row, nameColumn)?.raw ?? ''));

const isSum = ({ grid, nameColumn }: RowsBelow, row: number): boolean =>
  totalWord(grid.at(row, nameColumn)?.raw ?? '') !== undefined;

const numberIn = (ordinal: string): number | undefined =>
  isRowNumber(ordinal) ? Number.parseInt(ordinal, 10) : undefined;

/** What all rows say about each of them, found once for a table. */
interface Surroundings {
  /** Where a row stands among them. */
  readonly places: ReadonlyMap<number, number>;
  /** The number nearest above a row. */
  readonly above: ReadonlyMap<number, number>;
  /** What stands before the next row that is one of the list: numbered in some way, or with figures where most have no number. */
  readonly next: ReadonlyMap<number, string>;
  /** "Cụm 1", "Cụm 2" head the rows below them. */
  readonly areGroups: boolean;
  /** Merged rows that head the others. */
  readonly mergedGroups: ReadonlySet<number>;
  /** Behind a blank row another list may begin; where a row with figures does, what is above the blank one may head it. */
  readonly beforeGap: ReadonlySet<number>;
  /** "Khu vực 1" with figures is an area, and so is the one beside it that has none. */
  readonly areDistricts: boolean;
  /** A former commune heads some of the rows. */
  readonly isBesideFormer: boolean;
  /** Most rows with figures have a number: one without is the sum of a group. */
  readonly areNumbered: boolean;
  /** The first row that is no sum is merged over its figures. */
  readonly beginsMerged: boolean;
  /** The rows with figures that are no sums have names that say no kind. */
  readonly areShortNames: boolean;
  /** What their names begin with, without numbers. */
  readonly firstWords: ReadonlySet<string>;
}

/** "4", "4.1", "4a", "a)", "II", "-"; no "TT" of a header that is printed again. */
const ORDINAL = /^(?:(?:\d+(?:[.,-]\d+)*[a-zđ]?|[a-zđ]|[ivxlc]+)[.)]?|[-+•*])$/iu;

const known = new WeakMap<RowsBelow, Surroundings>();

function surroundings(below: RowsBelow): Surroundings {
  const before = known.get(below);
  if (before !== undefined) return before;
  const { grid, rows, numbered, ordinalOf, hasFigures } = below;
  const above = new Map<number, number>();
  let number: number | undefined;
  for (const row of rows) {
    if (number !== undefined) above.set(row, number);
    number = numberIn(ordinalOf(row)) ?? number;
  }
  const filled = rows.filter((row) => hasFigures(row) && !isSum(below, row));
  const areNumbered = filled.filter((row) => isRowNumber(ordinalOf(row))).length * 2 > filled.length;
  const next = new Map<number, string>();
  const beforeGap = new Set<number>();
  let [following, after]: [string | undefined, number] = [undefined, 0];
  for (const row of numbered ? rows.toReversed() : []) {
    if (following !== undefined) next.set(row, following);
    if (after > row + 1 && !hasFigures(after)) beforeGap.add(row);
    after = row;
    const ordinal = ordinalOf(row);
    const isOfList =
      ordinal === ''
        ? !areNumbered && hasFigures(row) && !isSum(below, row)
        : ORDINAL.test(ordinal) && !isColumnNumbers(grid, row);
    if (isOfList) following = ordinal;
  }
  const areDistricts = rows.some((row) => DISTRICT.test(nameAt(below, row)) && hasFigures(row));
  const filledNames = filled.map((row) => nameAt(below, row).replace(NUMBER_AHEAD, ''));
  const first = rows.find((row) => !isSum(below, row));
  const found = {
    places: new Map(rows.map((row, at) => [row, at])),
    above,
    next,
    beforeGap,
    areDistricts,
    areNumbered,
    areGroups: areHeadings(below),
    mergedGroups: mergedGroups(below),
    isBesideFormer: rows.some((row) => !hasFigures(row) && FORMER_COMMUNE.test(nameAt(below, row))),
    beginsMerged: first !== undefined && isWide(below, first) && !hasFigures(first),
    areShortNames: filledNames.every(isShortName),
    firstWords: new Set(filledNames.map(firstWord)),
  };
  known.set(below, found);
  return found;
}

/**
 * Its number goes on from that of the row above, or the row below goes on from it: "4" between "3" and "5", "1" above "2" where the
 * numbers begin again. Below a heading stands "4.1", "a", a row without a number, or the numbers start again. Without a number of
 * its own it is the one that is missing between the two.
 */
function isNextOfList(below: RowsBelow, row: number): boolean {
  const { above, next } = surroundings(below);
  const own = below.ordinalOf(row);
  const [last, number] = [above.get(row), numberIn(own)];
  const following = numberIn(next.get(row) ?? '');
  if (own === '') return last !== undefined && following === last + 2;
  if (number === undefined) return false;
  const goesOn =
    (last ?? 0) < number || following === number + 1 || (number === 1 && isUnderHeading(below, row));
  return goesOn && !isAboveList(below, row);
}

/** Right below the heading of a group: the first of it, whose numbers begin again. */
function isUnderHeading(below: RowsBelow, row: number): boolean {
  const above = below.rows[(surroundings(below).places.get(row) ?? 0) - 1];
  return above !== undefined && isBetweenAreas(below, above);
}

/** Words alone, or the sum of a group: no area in a list whose areas have numbers. */
function isBetweenAreas(below: RowsBelow, row: number): boolean {
  const isNone = !below.hasFigures(row) || isSum(below, row) || surroundings(below).areNumbered;
  return below.ordinalOf(row) === '' && isNone;
}

/** Below its number stands one that does not go on from it: "4.1", "a", none, or "1" again. Above another heading it heads nothing. */
function isAboveList(below: RowsBelow, row: number): boolean {
  const { rows, ordinalOf } = below;
  const number = numberIn(ordinalOf(row));
  const { next: all, beforeGap, places } = surroundings(below);
  const next = beforeGap.has(row) ? undefined : all.get(row);
  const after = rows[(places.get(row) ?? rows.length) + 1];
  const isLast = after !== undefined && isBetweenAreas(below, after);
  return number !== undefined && !isLast && next !== undefined && !((numberIn(next) ?? 0) > number);
}
