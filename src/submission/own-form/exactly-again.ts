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

/** One of the sheets has the same rows in the same order; what others hold as well, or small figures of one row, are alike by chance. */
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
  if (!sheets.some(isCopy)) return false;
  const [only, ...more] = own;
  if (only === undefined) return false;
  if (more.length === 0) return digitsOfRow(rows, only) - pairsAmong(sheets.length + 1) >= COPIED_ROW;
  const chance = (row: number, at: number): number =>
    others.filter((one) => figure(one, at) === figure(row, at)).length / others.length;
  const columns = [...leadingColumns(rows).keys()];
  const digits = own.flatMap((row) => columns.map((at) => -Math.log10(chance(row, at))));
  return digits.reduce((sum, one) => sum + one, 0) - Math.log10(sheets.length) >= COPIED;
}

/** So many digits alike of a sheet with one row: the sheet of another area, copied and not yet filled in. */
const COPIED_ROW = 1.7;

/** All digits of the largest figure, and of the others as many as that one leaves open. */
function digitsOfRow({ fields, numbers }: FigureRows, row: number): number {
  const figures = fields.map((_, at) => numbers[row * fields.length + at] ?? 0);
  const [largest = 0, ...others] = [...new Set(figures)].filter((one) => one > 0).sort((a, b) => b - a);
  return others.reduce((digits, one) => digits + Math.log10(1 + Math.sqrt(one)), Math.log10(1 + largest));
}

const pairsAmong = (count: number): number => Math.log10((count * (count - 1)) / 2);

const most = ({ fields, numbers }: FigureRows, some: readonly number[], at: number): number =>
  some.reduce((largest, row) => Math.max(largest, numbers[row * fields.length + at] ?? 0), 0);
