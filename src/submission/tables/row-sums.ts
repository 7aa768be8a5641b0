/** What the figures of one row have in common with a sum of others, and the rows that are the sum of all others. */
import type { FieldId } from '../../model.js';

/** Readable figures of a row by field; NaN where something stands that cannot be read. */
export type Row = ReadonlyMap<FieldId, number>;

/** What speaks about a row besides its figures. */
export interface RowFacts {
  readonly label: string;
  /** It carries a row number of its own. */
  readonly numbered: boolean;
  /** Some choice of the row is answered. */
  readonly answered: boolean;
  /** Named like a subtotal ("Cụm 1", "Xã Đông Phong (cũ)"), which an area may be called too. */
  readonly likely: boolean;
}

/** In the place of a row that is not there. */
export const NOTHING: Row = new Map();

/** A column that says something: both readable, and not both nothing. */
export const isFilled = (stated: number, sum: number): boolean =>
  !Number.isNaN(sum) && !Number.isNaN(stated) && (stated !== 0 || sum !== 0);

/** The figures of a row put to sums by field. */
export function addRow(sums: Map<FieldId, number>, row: Row): void {
  for (const [field, number] of row) sums.set(field, (sums.get(field) ?? 0) + number);
}

/** A row whose figures are those of the rows `over`. */
export interface Run {
  readonly row: number;
  readonly over: readonly number[];
  readonly fields: readonly FieldId[];
  /** Digits that agree, zeros at the end apart: round figures agree by chance. */
  readonly digits: number;
  readonly columns: number;
  /** Everything up to the end of the table or the next such row. */
  readonly block: boolean;
}

export interface Compared {
  readonly filled: number;
  readonly equal: readonly FieldId[];
  /** Columns in which the sum is already larger. */
  readonly over: number;
}

/** A row beside a sum, column by column. */
export function compare(stated: Row, sums: Row): Compared {
  const equal: FieldId[] = [];
  let filled = 0;
  let over = 0;
  for (const [field, number] of stated) {
    const sum = sums.get(field) ?? 0;
    if (!isFilled(number, sum)) continue;
    filled += 1;
    if (sum === number) equal.push(field);
    else if (sum > number) over += 1;
  }
  return { filled, equal, over };
}

/** How many digits agree, zeros at their ends apart. */
export const digitsOf = (values: Iterable<number>): number => {
  let digits = 0;
  for (const value of values) {
    const plain = String(value).replace(/0+$/u, '');
    digits += plain === '' ? 0 : Math.log10(1 + Number(plain));
  }
  return digits;
};

/**
 * The rows amid the table that are the sum of all others above and below them together, those in `found` apart: a total that
 * was put between its rows. One at most of those that are left can be one.
 */
export function sumsAmid(rows: readonly Row[], found: ReadonlyMap<number, unknown>): readonly Run[] {
  const left = rows.flatMap((_, row) => (found.has(row) ? [] : [row]));
  const totals = new Map<FieldId, number>();
  for (const row of left) addRow(totals, rows[row] ?? NOTHING);
  for (const row of left.slice(1, -1)) {
    const stated = rows[row] ?? NOTHING;
    const others = new Map([...stated].map(([field, number]) => [field, (totals.get(field) ?? 0) - number]));
    const { filled, equal } = compare(stated, others);
    if (filled === 0 || equal.length < filled) continue;
    const values = new Set(equal.map((field) => stated.get(field) ?? 0));
    const over = left.filter((at) => at !== row);
    return [{ row, over, fields: equal, digits: digitsOf(values), columns: values.size, block: true }];
  }
  return [];
}
