/** Rows of a table of areas that are parts of the area above them: "- Xóm 1", "Gồm: xóm 1", "1.1" below "1". */
import type { FieldDefinition, FigureTable, RawCell } from '../../model.js';
import { dayOfSerial } from '../../values/calendar-day.js';
import { ANY_FOLDED_AREA_KIND } from '../../units/names/area-kinds.js';
import { cleanText, foldMarks } from '../../values/vietnamese-text.js';
import { isRowNumber } from '../layout/row-words.js';
import type { SheetGrid } from '../layout/sheet-grid.js';
import { calledByNumber, namedAfterAbove } from './parts-by-name.js';

/** "- Xóm 1", "Gồm: xóm 1": a part of the row above, where other rows do not begin so. */
const PART =
  /^(?:[-+•*]\s*|\(.*\)$|(?:bao )?gồm(?![\p{L}\p{M}])|riêng (?:thôn|xóm|tổ|ấp|bản|khu|cụm)(?![\p{L}\p{M}]))/u;

/** What stands left of the name of each row, whether one of it is a number of its own, and what stands between it and the row above. */
export interface BesideNames {
  readonly isNumbered: (row: number) => boolean;
  readonly ahead: (row: number) => string;
  /** A line that is none of the table stands between the row and the one above: a heading, a sum. */
  readonly isApart: (row: number) => boolean;
}

export function besideNames(
  grid: SheetGrid,
  { sheetRows }: Pick<FigureTable, 'sheetRows'>,
  nameColumn: number,
): BesideNames {
  const leftOf = (row: number): readonly string[] =>
    grid
      .inRow(sheetRows[row] ?? 0)
      .flatMap((cell) => (cell.column < nameColumn ? [numberIn(cell, grid)] : []));
  return {
    isNumbered: (row) => leftOf(row).some((text) => isRowNumber(text)),
    ahead: (row) => leftOf(row).join(' ').trim(),
    isApart: (row) => {
      const [above, own] = [sheetRows[row - 1], sheetRows[row] ?? 0];
      if (above === undefined) return false;
      for (let between = above + 1; between < own; between += 1)
        if (grid.inRow(between).length > 0) return true;
      return false;
    },
  };
}

/** What a cell of numbers says: of "1-2" a spreadsheet has made the first of February. */
function numberIn({ raw, numberFormat }: RawCell, { sheet }: SheetGrid): string {
  const day = numberFormat === 'date' ? dayOfSerial(raw, sheet.date1904) : undefined;
  return day === undefined ? raw.trim() : `${Number(day.slice(8))}.${Number(day.slice(5, 7))}`;
}

/** Rows marked as parts, with the row above them that they would be parts of. */
interface Marked {
  readonly above: number;
  readonly parts: readonly number[];
}

/**
 * Rows marked as parts below a row that has figures of its own, none of theirs above its. Where all rows are marked so, or the
 * row above is a heading alone, they are areas. `numbered`: the rows with a number of their own.
 */
export function partsOfAbove(
  table: FigureTable,
  numbered: readonly boolean[],
  beside: Pick<BesideNames, 'ahead' | 'isApart'>,
): ReadonlySet<number> {
  const { columns, rowCount } = table;
  const isCalled = calledByNumber(table, beside.ahead);
  const isCounted = countedBelow(table, numbered, beside.ahead).map((one, row) => one && !isCalled(row));
  const isNamed = markedByName(table, numbered);
  const named = isNamed.filter((one) => one).length * 2 <= rowCount;
  const isMarked = (row: number): boolean => (isNamed[row] === true && named) || isCounted[row] === true;
  const found = new Set<number>();
  for (const { above, parts } of groupsOf(rowCount, isMarked, beside.isApart)) {
    const within = parts.filter(
      (row) => !(isCounted[row] === true && !saysLess(columns, row, above)) && isWithin(columns, row, above),
    );
    if (!isFarBeyond(columns, within, above)) for (const row of within) found.add(row);
  }
  return found;
}

/** Parts that are counted beside their whole, since nothing but their marks says that they are none. */
export interface PartsBeside extends Marked {
  /** Together they are the row above, in every column. */
  readonly isSum: boolean;
}

/** `known`: the parts that are told as no areas. */
export function partsBesideWhole(
  table: FigureTable,
  adding: readonly FieldDefinition[],
  numbered: readonly boolean[],
  beside: Pick<BesideNames, 'ahead' | 'isApart'>,
  known: ReadonlySet<number>,
): readonly PartsBeside[] {
  const { columns, rowCount } = table;
  const isCounted = countedBelow(table, numbered, beside.ahead);
  const isCalled = calledByNumber(table, beside.ahead);
  const isNamed = markedByName(table, numbered);
  const isSmaller = ofSmallerKind(table, numbered);
  const isMarked = (row: number): boolean =>
    isCounted[row] === true || isNamed[row] === true || isSmaller[row] === true;
  const counts = new Map([...columns].filter(([id]) => adding.some((field) => field.id === id)));
  const hasFigures = (row: number): boolean =>
    [...counts.values()].some(({ numbers }) => (numbers[row] ?? Number.NaN) > 0);
  const isSplit = namedAfterAbove(table);
  const split = groupsOf(rowCount, (row) => isSplit[row] === true || isCalled(row), beside.isApart).flatMap(
    ({ above, parts }) => {
      const left = parts.filter((row) => !known.has(row) && hasFigures(row));
      const isPart = left.length > 1 && !addsUpTo(counts, left, above) && isMostOf(counts, left, above);
      return isPart ? [{ above, parts: left, isSum: false }] : [];
    },
  );
  const marked = groupsOf(rowCount, isMarked, beside.isApart).flatMap(({ above, parts }) => {
    const left = parts.filter((row) => !known.has(row) && hasFigures(row));
    if (left.length === 0 || !hasFigures(above) || isFarBeyond(counts, left, above)) return [];
    const isSum = left.length > 1 && addsUpTo(counts, left, above);
    return !isSum && left.every(isCalled) ? [] : [{ above, parts: left, isSum }];
  });
  return [...marked, ...split.filter((one) => !marked.some(({ above }) => above === one.above))];
}

/** Rows in a row that are marked, below one that is not; what stands between them begins anew. */
function groupsOf(
  rowCount: number,
  isMarked: (row: number) => boolean,
  isApart: (row: number) => boolean,
): readonly Marked[] {
  const found: { readonly above: number; readonly parts: number[] }[] = [];
  let group: (typeof found)[number] | undefined;
  for (let row = 0; row < rowCount; row += 1)
    if (!isMarked(row)) group = undefined;
    else if (isApart(row)) group = { above: -1, parts: [] };
    else {
      if (group === undefined) {
        group = { above: row - 1, parts: [] };
        if (row > 0) found.push(group);
      }
      group.parts.push(row);
    }
  return found;
}

const markedByName = ({ rowLabels }: FigureTable, numbered: readonly boolean[]): readonly boolean[] =>
  rowLabels.map(
    (label, row) => numbered[row] !== true && PART.test(cleanText(label).normalize('NFC').toLowerCase()),
  );

/** "1.1" below "1", "1a", "a" or a dash below a number: what its own number says, however many they are. */
const NUMBER_OF_PART = /^(?:(\d{1,3})(?:[.,-]\d{1,2}|[a-wyzđ])[.)]?|[a-wyzđ][.)]?|[-+•])$/u;
/** "1. Thôn Đông", "1.1 Xóm Trên", "a) Xóm Trên" where numbers have no column of their own. */
const NUMBER_IN_NAME = /^(\d{1,3}(?:[.-]\d{1,2})?[.)]?|[a-wyzđ][.)])\s+\p{L}/u;
/** "T. Đông", "Đ. Trần Phú" are words made short, unless "a." has begun to count. */
const SHORT_WORD = /^[b-wyzđ]\.$/u;

function countedBelow(
  { rowLabels }: FigureTable,
  numbered: readonly boolean[],
  ahead: (row: number) => string,
): readonly boolean[] {
  let above: string | undefined;
  let counting = false;
  const isInNames = !numbered.includes(true);
  return numbered.map((isNumbered, row) => {
    const said = isInNames
      ? (NUMBER_IN_NAME.exec(cleanText(rowLabels[row] ?? '').toLowerCase())?.[1] ?? '')
      : ahead(row).toLowerCase();
    if (isNumbered || (isInNames && isRowNumber(said))) {
      above = said.replace(/[.)]$/u, '');
      counting = false;
      return false;
    }
    if (isInNames && !counting && SHORT_WORD.test(said)) return false;
    counting = said !== '';
    const [is, whole] = NUMBER_OF_PART.exec(said) ?? [];
    return above !== undefined && is !== undefined && (whole ?? above) === above;
  });
}

/** With its marks, since "Ngô Xá", "Đồi Chè", "Tô Hiệu" are names of villages. */
const SMALLER = /^(?:xóm|đội|cụm|tổ(?! dân phố)|ngõ|ngách|dãy)(?![\p{L}\p{M}])/u;
/** In names that are typed without any. */
const SMALLER_BARE = /^(?:xom|doi|cum|to(?! dan pho)|ngach|(?:ngo|day) \d)(?![a-z])/u;
/** What areas are called that such parts are of. */
const KIND = new RegExp(
  String.raw`^(?!(?:xom|cum|to(?! dan pho))(?![a-z]))${ANY_FOLDED_AREA_KIND}(?![a-z])`,
  'u',
);

/** "Xóm Trên" without a number amid thôn that all have one. */
function ofSmallerKind({ rowLabels }: FigureTable, numbered: readonly boolean[]): readonly boolean[] {
  const folded = rowLabels.map((label) => foldMarks(cleanText(label)));
  const kinds = new Set(
    folded.flatMap((label, row) => (numbered[row] === true ? [KIND.exec(label)?.[0]] : [])),
  );
  const last = numbered.lastIndexOf(true);
  if (kinds.size !== 1 || kinds.has(undefined)) return folded.map(() => false);
  return folded.map((bare, row) => {
    const label = cleanText(rowLabels[row] ?? '')
      .normalize('NFC')
      .toLowerCase();
    const isSmaller = SMALLER.test(label) || (label === bare && SMALLER_BARE.test(bare));
    return numbered[row] !== true && row < last && isSmaller;
  });
}

/** "1.1 Thôn Đông" below "1 Xã Yên Phụ (cũ)" answers of itself what only areas answer; "1.1 Xóm Trên" leaves it to the area above. */
function saysLess(columns: FigureTable['columns'], row: number, above: number): boolean {
  const answers = (at: number): number =>
    [...columns.values()].filter(({ states, numbers }) => states[at] === 'value' && Number.isNaN(numbers[at]))
      .length;
  return answers(row) < answers(above);
}

/** Areas of their own are seldom together the size of another. */
const LEAST = 0.75;

/** Together they are most of the row, or a slip more, in every column that it has a figure in, but small ones. */
function isMostOf(columns: FigureTable['columns'], parts: readonly number[], above: number): boolean {
  let near = 0;
  for (const { numbers } of columns.values()) {
    const [whole, sum] = [numbers[above] ?? Number.NaN, sumOf(numbers, parts)];
    if (!(whole >= SMALL) || parts.every((row) => Number.isNaN(numbers[row]))) continue;
    if (sum < whole * LEAST || sum > whole * SLIP) return false;
    near += 1;
  }
  return near > 0;
}

/** Of fewer a part of all is soon half or twice as many. */
const SMALL = 20;

/** What parts together may be above their whole by a slip. */
const SLIP = 1.1;

/** Together they are more than a slip above the row in most columns, so that they are no parts of it. */
function isFarBeyond(columns: FigureTable['columns'], parts: readonly number[], above: number): boolean {
  let [beyond, compared] = [0, 0];
  for (const { numbers } of columns.values()) {
    const whole = numbers[above] ?? Number.NaN;
    if (Number.isNaN(whole)) continue;
    compared += 1;
    if (sumOf(numbers, parts) > whole * SLIP) beyond += 1;
  }
  return beyond * 2 > compared;
}

const sumOf = (numbers: Float64Array, rows: readonly number[]): number =>
  rows.reduce((sum, row) => sum + (numbers[row] || 0), 0);

/** Some figures above zero, and in every column where the parts have any their sum is what the row says. */
function addsUpTo(columns: FigureTable['columns'], parts: readonly number[], above: number): boolean {
  let agreed = 0;
  for (const { numbers } of columns.values()) {
    const [whole, sum] = [numbers[above] ?? Number.NaN, sumOf(numbers, parts)];
    if (parts.every((row) => Number.isNaN(numbers[row]))) continue;
    if (whole !== sum) return false;
    if (sum > 0) agreed += 1;
  }
  return agreed > 0;
}

/** Some figures of the row, all of which the other row has as well, and none of them smaller there. */
function isWithin(columns: FigureTable['columns'], row: number, other: number): boolean {
  let filled = 0;
  for (const { states, numbers } of columns.values()) {
    const [own, whole] = [numbers[row] ?? Number.NaN, numbers[other] ?? Number.NaN];
    if (states[row] !== 'value' || Number.isNaN(own)) continue;
    if (states[other] !== 'value' || !(own <= whole)) return false;
    filled += 1;
  }
  return filled > 0;
}
