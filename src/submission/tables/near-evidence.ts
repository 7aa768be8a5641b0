/** What the figures of a row say about a run of others: whether they are nearly its sum, and by how many digits. */
import type { FieldId } from '../../model.js';
import { leastOfFollowing } from './following-columns.js';
import {
  compare,
  digitsAgreed,
  isFilled,
  isNear,
  saidBy,
  sumsOf,
  sumsOfRow,
  type FigureRows,
  type Sums,
} from './row-sums.js';

export interface Difference {
  readonly field: FieldId;
  readonly stated: number;
  readonly sum: number;
}

/** The one row that was left out of a right sum, or added twice. */
export interface ButFor {
  readonly row: number;
  readonly counted: 'never' | 'twice';
}

/** What the figures of a row say about one run. */
export interface Agreement {
  readonly fields: readonly FieldId[];
  readonly off: readonly Difference[];
  readonly digits: number;
  /** A column of more than one or two digits agrees. */
  readonly telling: boolean;
  /** No column is far off, or most are equal: else the row is asked about at most. */
  readonly close: boolean;
  readonly butFor?: ButFor;
}

/** So many of the filled columns have to be near; with so many of them equal the others may be anything. */
const MOST_OF = 0.5;
const MOST_EQUAL = 0.6;
/** How much a column that is far off weighs against the row. */
const AGAINST = 1.6;
/** A column tells that agrees in all of so many digits. */
const TELLING = 2;

/** The sums have grown past the row in most columns: no longer run will come near. */
export function isBeyond({ fields, numbers, said }: FigureRows, row: number, sums: Sums): boolean {
  const width = fields.length;
  let size = 0;
  let over = 0;
  for (let at = 0, cell = row * width; at < width; at += 1, cell += 1) {
    if (said[cell] !== 1) continue;
    size += 1;
    const number = numbers[cell] ?? 0;
    const sum = sums[at] ?? 0;
    if (sum > number && !isNear(number, sum)) over += 1;
  }
  return over > size * (1 - MOST_OF);
}

/** What speaks for the run; undefined where nothing is off, or too little is near. */
export const evidence = (rows: FigureRows, row: number, sums: Sums): Agreement | undefined =>
  mayBeNear(rows, row, sums) ? weighed(rows, row, sums) : undefined;

/**
 * How many digits agree in all columns together. Columns that lie close to one another ("hộ", "hộ đăng ký") say little anew:
 * only the distance between them counts. A column that is far off speaks against it.
 */
function weighed(rows: FigureRows, row: number, sums: Sums): Agreement {
  const fields: FieldId[] = [];
  const off: Difference[] = [];
  const seen: { readonly number: number; readonly difference: number }[] = [];
  let [digits, filled, equal, telling] = [0, 0, 0, false];
  for (const { field, number, sum } of besideSums(rows, row, sums).sort((a, b) => b.number - a.number)) {
    if (!isFilled(number, sum)) continue;
    filled += 1;
    const difference = number - sum;
    if (difference !== 0) off.push({ field, stated: number, sum });
    if (!isNear(number, sum)) {
      digits -= AGAINST * Math.abs(Math.log10((1 + number) / (1 + sum)));
      continue;
    }
    fields.push(field);
    if (number === sum) {
      equal += 1;
      telling ||= Math.log10(number) >= TELLING;
    }
    const beside = seen.toSorted((a, b) => Math.abs(a.number - number) - Math.abs(b.number - number))[0];
    const spread = beside === undefined ? number : Math.min(number, Math.abs(beside.number - number));
    const apart =
      beside === undefined
        ? difference
        : Math.min(Math.abs(difference - beside.difference), Math.abs(difference));
    digits += Math.max(0, Math.log10((1 + spread) / (1 + 2 * Math.abs(apart))));
    seen.push({ number, difference });
  }
  const close = fields.length === filled || equal >= filled * MOST_EQUAL;
  return { fields, off, digits, telling, close };
}

/**
 * Digits that are left of an agreement where round figures agree in their steps only, and columns that follow one another
 * ("nhân khẩu" at four a household) count once.
 */
export function digitsLeft(
  rows: FigureRows,
): (row: number, over: readonly number[], agreement: Agreement) => number {
  const toldOnce = leastOfFollowing(rows);
  return (row, over, { fields, digits, butFor }) => {
    const sums = sumsOf(rows, butFor?.counted === 'never' ? over.filter((at) => at !== butFor.row) : over);
    const twice = butFor?.counted === 'twice' ? sumsOfRow(rows, butFor.row) : undefined;
    const columns = fields.map((field) => rows.fields.indexOf(field));
    const said = saidBy(rows, row, columns, over).map(({ at, value, step }) => {
      const apart = Math.abs(value - (sums[at] ?? 0) - (twice?.[at] ?? 0));
      return { at, value: value / (1 + (2 * apart) / step), step };
    });
    const chance = butFor === undefined ? 0 : Math.log10(2 * over.length);
    return Math.min(digits, digitsAgreed(toldOnce(said)) - chance);
  };
}

/** What a row says, field by field, beside the sums. */
export const besideSums = ({ fields, numbers, said }: FigureRows, row: number, sums: Sums) =>
  fields.flatMap((field, at) => {
    const cell = row * fields.length + at;
    return said[cell] === 1 ? [{ field, number: numbers[cell] ?? 0, sum: sums[at] ?? 0 }] : [];
  });

/** Finds the one row that, left out or added twice, makes a run the exact sum of its figures. */
export class ButForOne {
  readonly #rows: FigureRows;
  readonly #row: number;
  readonly #over: number[];
  /** The column with the largest figure tells which row it may be; -1 where none can be read. */
  #key = -1;
  #stated = 0;
  #largest = 0;

  /** `over`: the run, empty yet. */
  constructor(rows: FigureRows, row: number, over: number[]) {
    this.#rows = rows;
    this.#row = row;
    this.#over = over;
    const start = row * rows.fields.length;
    for (let at = 0; at < rows.fields.length; at += 1) {
      const number = rows.numbers[start + at] ?? 0;
      if (rows.said[start + at] !== 1 || Number.isNaN(number)) continue;
      if (this.#key !== -1 && number <= this.#stated) continue;
      this.#key = at;
      this.#stated = number;
    }
  }

  #keyOf(row: number): number {
    return this.#key === -1 ? 0 : (this.#rows.numbers[row * this.#rows.fields.length + this.#key] ?? 0);
  }

  add(at: number): void {
    this.#over.push(at);
    this.#largest = Math.max(this.#largest, this.#keyOf(at));
  }

  /** Whatever row were left out, the sums would be too large. */
  isBeyond(sums: Sums): boolean {
    return (sums[this.#key] ?? 0) - this.#largest > this.#stated;
  }

  found(sums: Sums): Agreement | undefined {
    const off = this.#stated - (sums[this.#key] ?? 0);
    if (off === 0) return undefined;
    const sign = off < 0 ? -1 : 1;
    // Of two rows the other one is left, which this one repeats: that is no sum.
    if (sign < 0 && this.#over.length === 2) return undefined;
    for (const row of this.#over) {
      if (!Object.is(this.#keyOf(row), Math.abs(off)) || !this.#isExact(sums, row, sign)) continue;
      const start = row * sums.length;
      const mended = sums.map((sum, at) => sum + sign * (this.#rows.numbers[start + at] ?? 0));
      const exact = weighed(this.#rows, this.#row, mended);
      const digits = exact.digits - Math.log10(2 * this.#over.length);
      const { off: all } = weighed(this.#rows, this.#row, sums);
      return { ...exact, digits, off: all, butFor: { row, counted: sign < 0 ? 'never' : 'twice' } };
    }
    return undefined;
  }

  /** With the figures of `other` put to the sums (1) or taken from them (-1) no column is off. */
  #isExact(sums: Sums, other: number, sign: 1 | -1): boolean {
    const { fields, numbers, said } = this.#rows;
    const width = fields.length;
    for (
      let at = 0, cell = this.#row * width, own = other * width;
      at < width;
      at += 1, cell += 1, own += 1
    ) {
      const number = numbers[cell] ?? 0;
      const sum = (sums[at] ?? 0) + sign * (numbers[own] ?? 0);
      if (said[cell] === 1 && isFilled(number, sum) && number - sum !== 0) return false;
    }
    return true;
  }
}

/** Something is off, and enough of the filled columns are near: asked of every run, so without weighing. */
function mayBeNear(rows: FigureRows, row: number, sums: Sums): boolean {
  const { filled, equal, near } = compare(rows, row, sums);
  return equal < filled && near >= filled * MOST_OF;
}
