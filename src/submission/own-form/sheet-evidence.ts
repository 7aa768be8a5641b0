/**
 * How many digits of a sheet's figures are those of other sheets, whatever slips stand in them: of all of it, or row by row,
 * each the sum of a sheet, the copy of a row or the sum of rows that stand together. One of many sums agrees by chance, so
 * the digits that chance explains are taken off.
 */
import { largest, smallest } from '../../values/of-many.js';
import { leadingColumns } from '../tables/following-columns.js';
import { isFilled, isNear, sumsOf, sumsOfRow, type FigureRows, type Sums } from '../tables/row-sums.js';

/** Beyond so many rows no commune's list goes, and every run of them would be a long way. */
const MOST_ROWS = 400;
const MOST_SHEETS = 40;
/** How much a column that is far off weighs against the sheet. */
const AGAINST = 1.6;
/** The best of many runs agrees in more digits than chance explains of one of them, now and then. */
const BEST_OF_MANY = 1;
/** Each of its rows is larger than all rows of the others, as sums are. */
const LARGER = 1;

type Between = (stated: Sums, sums: Sums) => number;

/** Digits in which the rows `own` say again what those of the other sheets say; `others`: rows, sheet by sheet. */
export function digitsAgain(
  rows: FigureRows,
  own: readonly number[],
  others: readonly (readonly number[])[],
): number {
  const between = comparing(rows, own, others.flat());
  const said = own.map((row) => sumsOfRow(rows, row));
  const sheets = others.map((sheet) => sumsOf(rows, sheet));
  const whole = sumsOf(rows, own);
  const all = between(whole, sumsOf(rows, others.flat()));
  const signs = areLarger(rows, own, others.flat()) ? LARGER : 0;
  if (sheets.length > MOST_SHEETS) return all + signs;
  const chance = Math.log10((sheets.length * (sheets.length + 1)) / 2);
  const rowsOf = others.map((sheet) => sheet.map((row) => sumsOfRow(rows, row)));
  const inTurns = [...runsOf(sheets), ...rowsOf].filter((beside) => beside.length === said.length);
  const digits = largest([
    all,
    ...runsOf(sheets).map((some) => between(whole, added(some)) - chance),
    ...inTurns.map((beside) => inTurn(said, beside, between) - chance),
    amongRuns(said, rowsOf.flat(), between),
  ]);
  return digits + signs;
}

/** In the column of the largest figures; of two rows one is always larger. */
function areLarger(rows: FigureRows, own: readonly number[], others: readonly number[]): boolean {
  const column = largestOf(sumsOf(rows, others));
  const figures = (some: readonly number[]): readonly number[] =>
    some.map((row) => sumsOfRow(rows, row)[column] ?? 0);
  return others.length > 1 && smallest(figures(own)) > largest(figures(others));
}

const largestOf = (sums: Sums): number =>
  sums.reduce((most, one, at) => (one > (sums[most] ?? 0) ? at : most), 0);

/** All that stand together. */
const runsOf = <One>(all: readonly One[]): readonly (readonly One[])[] =>
  all.flatMap((_, first) => all.slice(first).map((__, more) => all.slice(first, first + more + 1)));

const added = (some: readonly Sums[]): Sums =>
  some.reduce((sums, one) => sums.map((sum, at) => sum + (one[at] ?? 0)));

const inTurn = (said: readonly Sums[], beside: readonly Sums[], between: Between): number =>
  said.reduce((digits, row, at) => digits + between(row, beside[at] ?? row), 0);

/** Each row beside the run of rows that it is nearest to, wherever that stands. */
function amongRuns(said: readonly Sums[], figures: readonly Sums[], between: Between): number {
  if (figures.length > MOST_ROWS || said.length > figures.length) return 0;
  const chance = Math.log10((figures.length * (figures.length + 1)) / 2) + BEST_OF_MANY;
  return said.reduce((digits, row) => {
    const near = runsNear(figures, row);
    return (
      digits +
      largest(
        near.map((sums) => between(row, sums) - chance),
        -BEST_OF_MANY,
      )
    );
  }, 0);
}

/** Sums of neighbouring rows that come near the row in its largest figure. */
function runsNear(figures: readonly Sums[], row: Sums): readonly Sums[] {
  const pivot = largestOf(row);
  const wanted = row[pivot] ?? 0;
  if (!(wanted > 0)) return [];
  const found: Sums[] = [];
  for (const first of figures.keys()) {
    let sums: Sums | undefined;
    for (let at = first; at < figures.length; at += 1) {
      const more = figures[at];
      if (more === undefined) break;
      sums = sums === undefined ? more : added([sums, more]);
      const sum = sums[pivot] ?? 0;
      if (isNear(wanted, sum)) found.push(sums);
      else if (sum > wanted) break;
    }
  }
  return found;
}

/**
 * Digits in which two rows agree in the columns that both sheets have: all of those of the largest figure, of the others what
 * that one does not say already ("hộ đạt" beside "hộ", "nhân khẩu" at four a household). A column that is far off speaks
 * against them.
 */
function comparing(rows: FigureRows, own: readonly number[], others: readonly number[]): Between {
  const { fields, said } = rows;
  const isSaid = (some: readonly number[], at: number): boolean =>
    some.some((row) => said[row * fields.length + at] === 1);
  const totals = sumsOf(rows, others);
  const columns = [...leadingColumns(rows)]
    .filter(([at]) => isSaid(own, at) && isSaid(others, at))
    .sort(([a], [b]) => (totals[b] ?? 0) - (totals[a] ?? 0));
  const bases = columns.map(([at], place) =>
    columns
      .slice(0, place)
      .flatMap(([base]) => besideColumn(rows, others, at, base) ?? [])
      .reduce<Beside | undefined>(
        (best, one) => (best !== undefined && best.spread <= one.spread ? best : one),
        undefined,
      ),
  );
  return (stated, sums) => {
    let digits = 0;
    for (const [place, [at, step]] of columns.entries()) {
      const [number, sum] = [stated[at] ?? 0, sums[at] ?? 0];
      if (!isFilled(number, sum)) continue;
      if (!isNear(number, sum)) {
        digits -= AGAINST * Math.abs(Math.log10((1 + number) / (1 + sum)));
        continue;
      }
      const base = bases[place];
      const off = number - sum;
      if (base === undefined) digits += digitsWithin(number / step, off / step);
      else {
        const [there, beside] = [stated[base.at] ?? 0, sums[base.at] ?? 0];
        const expected = base.share * (there - beside);
        const apart = Math.min(Math.abs(off), Math.abs(off - expected));
        digits += digitsWithin((base.spread * Math.sqrt(Math.max(there, 0))) / step, apart / step);
      }
    }
    return digits;
  };
}

const digitsWithin = (spread: number, apart: number): number =>
  Math.max(0, Math.log10((1 + spread) / (1 + 2 * Math.abs(apart))));

/** How a column goes with another: as this share of it, and so far from it as the root of its figure says. */
interface Beside {
  readonly at: number;
  readonly share: number;
  readonly spread: number;
}

function besideColumn(
  { fields, numbers }: FigureRows,
  rows: readonly number[],
  at: number,
  base: number,
): Beside | undefined {
  const figure = (row: number, column: number): number => numbers[row * fields.length + column] ?? 0;
  const sumOf = (one: (row: number) => number): number => rows.reduce((sum, row) => sum + one(row), 0);
  const whole = sumOf((row) => figure(row, base));
  const share = sumOf((row) => figure(row, at)) / whole;
  const off = sumOf((row) => (figure(row, at) - share * figure(row, base)) ** 2);
  return whole > 0 && Number.isFinite(share)
    ? { at: base, share, spread: Math.sqrt(off / whole) }
    : undefined;
}
