/**
 * The path of a column: every heading that stands over it, from the top to its own label, whether the headings are
 * merged or their merges were lost. No criteria set is needed to read it.
 */
import { ANY_FOLDED_AREA_KIND } from '../../units/names/area-kinds.js';
import { cleanText, foldBare, foldLabel, foldMarks } from '../../values/vietnamese-text.js';
import { spelledOut } from './short-forms.js';
import type { SheetGrid } from './sheet-grid.js';

/** Deepest header read. */
const DEPTH = 6;
const MOST_COLUMNS = 400;
const YEAR = /^\s*(?:năm\s*)?20\d\d\s*$/iu;

/** Paths of the columns over `leafRow`, each from the top down; columns without a label are left out. */
export function headerPaths(grid: SheetGrid, leafRow: number): ReadonlyMap<number, readonly string[]> {
  const top = topRow(grid, leafRow);
  const columns = new Set<number>();
  for (let row = top; row <= leafRow; row += 1)
    for (const { column } of grid.inRow(row)) {
      columns.add(column);
      const merge = grid.mergeOver(row, column);
      if (merge !== undefined)
        for (let each = merge.left; each <= Math.min(merge.right, MOST_COLUMNS); each += 1) columns.add(each);
    }
  const paths = new Map<number, readonly string[]>();
  for (const column of [...columns].sort((a, b) => a - b)) {
    if (column > MOST_COLUMNS) continue;
    const path = pathOver(grid, { top, leafRow }, column);
    if (path.length > 0) paths.set(column, path);
  }
  return withoutSharedTitle(paths);
}

/** The first row of the header: above it stands a blank row, or a row with a single text that heads the whole. */
export function topRow(grid: SheetGrid, leafRow: number): number {
  let top = leafRow;
  for (let row = leafRow - 1; row > 0 && row > leafRow - DEPTH; row -= 1) {
    const cells = grid.inRow(row);
    const isHeader = cells.length > 1 && cells.every((cell) => cell.kind !== 'number' || YEAR.test(cell.raw));
    if (!isHeader || cells.some(isTitle)) break;
    top = row;
  }
  return top;
}

/** What stands over a whole sheet and heads no column: the offices, the number of the form, "Đơn vị tính: hộ", a day. */
const TITLE = new RegExp(
  String.raw`^(?:(?:ubnd|uy ban nhan dan|cong hoa xa hoi|doc lap|bcd|ban chi dao) |bieu (?:so|mau)\b|bieu \S{0,4}\d|phu luc\b|(?:don vi|dvt|dia phuong|ky|nam|thoi diem|xa|phuong|thi tran|dac khu|huyen|tinh)(?: [a-z]+){0,3}\s*:|${ANY_FOLDED_AREA_KIND}\s*:|ngay (?:bao cao|nhan|lap)|\(?kem theo |.*ngay\s?\S{0,9}\s?thang\s?\S{0,9}\s?nam )`,
  'u',
);
const isTitle = ({ raw }: { readonly raw: string }): boolean => TITLE.test(foldMarks(raw).trim());

interface Band {
  readonly top: number;
  readonly leafRow: number;
}

function pathOver(grid: SheetGrid, band: Band, column: number): readonly string[] {
  const labels: string[] = [];
  for (let row = band.leafRow; row >= band.top; row -= 1) {
    const cell = grid.at(row, column);
    if (cell?.kind === 'number' && !YEAR.test(cell.raw)) return [];
    const own = grid.textOver(row, column);
    const text = own === '' && labels.length > 0 ? groupToTheLeft(grid, band, row, column) : own;
    if (text !== '' && labels.at(-1) !== text) labels.push(text);
  }
  return labels.reverse();
}

/** With its merge lost a heading keeps its text in its first column only; what is headed below lies under it. */
function groupToTheLeft(grid: SheetGrid, { leafRow }: Band, row: number, column: number): string {
  const nearest = grid.inRow(row).findLast((cell) => cell.column < column);
  if (nearest?.kind !== 'text' || grid.mergeOver(row, nearest.column) !== undefined) return '';
  const both =
    hasTextBelow(grid, [row, leafRow], nearest.column) && hasTextBelow(grid, [row, leafRow], column);
  return both ? cleanText(nearest.raw) : '';
}

/** Below `row`, down to the row of the labels, stands a text in the column: what stands in `row` heads it. */
export function hasTextBelow(
  grid: SheetGrid,
  [row, labelRow]: readonly [row: number, labelRow: number],
  column: number,
): boolean {
  for (let below = row + 1; below <= labelRow; below += 1)
    if (grid.at(below, column)?.kind === 'text') return true;
  return false;
}

/** What stands over every column is a title. */
function withoutSharedTitle(
  paths: ReadonlyMap<number, readonly string[]>,
): ReadonlyMap<number, readonly string[]> {
  const all = [...paths.values()];
  const [model = []] = all;
  let shared = 0;
  while (all.length > 1 && all.every((path) => path.length > shared + 1 && path[shared] === model[shared]))
    shared += 1;
  return shared === 0 ? paths : new Map([...paths].map(([at, path]) => [at, path.slice(shared)]));
}

const UNIT_BEHIND =
  /\s*\((?:%|\d+|hộ|người|thôn|nhà|đồng|triệu đồng|nghìn đồng|clb|cái|cuộc|mô hình|đvt:?[^()]{0,20})\)\s*$/iu;

/** `{năm}` and `{năm trước}` of an own form, as the year that they stand for. */
export const withYears = (text: string, year: number): string =>
  text.replaceAll('{năm trước}', String(year - 1)).replaceAll('{năm}', String(year));

/** A form of this year says its year where another says its own: both are the year of the form. */
export const yearsAsWords = (text: string, year: number): string =>
  text.replaceAll(String(year), '{năm}').replaceAll(String(year - 1), '{năm trước}');

const labelAlone = (text: string): string =>
  text.replace(UNIT_BEHIND, '').replace(/^\s*\(?\d{1,2}[).]\s*/u, '');

/** Labels are equal without marks, spaces, punctuation, abbreviations and a unit or number in brackets at their end. */
export const segmentKey = (text: string): string => foldBare(spelledOut(labelAlone(text)));

/** The same with its marks and words: beside “Hà” there may be “Hạ”. */
export const segmentSpelling = (text: string): string => foldLabel(labelAlone(text));

/** The whole path in one word; a label broken into two rows is the same as in one. */
export const pathKeyOf = (path: readonly string[]): string => path.map(segmentKey).join('');

export const isOrdinalHeader = (path: readonly string[]): boolean =>
  /^(?:s?tt|so tt|so thu tu|thu tu)$/u.test(foldMarks(path.at(-1) ?? '').trim());
