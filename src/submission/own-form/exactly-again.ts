/**
 * Whether a sheet of small counts says again to the last figure what other sheets say. Its digits are too few to be told
 * from chance as those of larger figures are; that all of them agree is no proof either, but is asked about.
 */
import { leadingColumns } from '../tables/following-columns.js';
import { isFilled, sumsOf, type FigureRows } from '../tables/row-sums.js';

/** So many digits alike are asked about. */
const COPIED = 1.5;

/** All figures of `own` are the sum of those of the other sheets, and one of them is larger than any of theirs. */
export function sumsExactly(
  rows: FigureRows,
  own: readonly number[],
  sheets: readonly (readonly number[])[],
): boolean {
  const others = sheets.flat();
  const [stated, sums] = [sumsOf(rows, own), sumsOf(rows, others)];
  const filled = [...rows.fields.keys()].filter((at) => isFilled(stated[at] ?? 0, sums[at] ?? 0));
  return (
    filled.length > 0 &&
    filled.every((at) => stated[at] === sums[at]) &&
    filled.some((at) => most(rows, own, at) > most(rows, others, at))
  );
}

/** One of the sheets has the same rows in the same order; one row alone, or what others hold as well, is alike by chance. */
export function copiesExactly(
  rows: FigureRows,
  own: readonly number[],
  sheets: readonly (readonly number[])[],
): boolean {
  const others = sheets.flat();
  const figure = (row: number, at: number): number => rows.numbers[row * rows.fields.length + at] ?? 0;
  const isCopy = (sheet: readonly number[]): boolean =>
    sheet.length === own.length &&
    sheet.every((row, place) =>
      rows.fields.every((_, at) => figure(row, at) === figure(own[place] ?? 0, at)),
    );
  if (own.length < 2 || !sheets.some(isCopy)) return false;
  const chance = (row: number, at: number): number =>
    others.filter((one) => figure(one, at) === figure(row, at)).length / others.length;
  const columns = [...leadingColumns(rows).keys()];
  const digits = own.flatMap((row) => columns.map((at) => -Math.log10(chance(row, at))));
  return digits.reduce((sum, one) => sum + one, 0) - Math.log10(sheets.length) >= COPIED;
}

const most = ({ fields, numbers }: FigureRows, some: readonly number[], at: number): number =>
  some.reduce((largest, row) => Math.max(largest, numbers[row * fields.length + at] ?? 0), 0);
