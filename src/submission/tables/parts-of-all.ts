/**
 * Rows at one end of a table that together say all other rows again: "Nông thôn" and "Thành thị" under the villages of both.
 * None of them is the sum of rows beside it, so that only together they can be found.
 */
import type { FieldId } from '../../model.js';
import {
  addRow,
  digitsOf,
  isFilled,
  noSums,
  rowsBut,
  someFigure,
  withRows,
  type RowFacts,
  type FigureRows,
  type Sums,
} from './row-sums.js';

export interface PartsOfAll {
  /** Rows of the table, from 0: the fewer ones, which are the parts. */
  readonly parts: readonly number[];
  readonly others: readonly number[];
  /** How many parts there are with those that have left the table already. */
  readonly among?: number;
  readonly fields: readonly FieldId[];
  /** `perhaps`: few digits agree, or not all of them. */
  readonly verdict: 'parts' | 'perhaps';
  readonly off: readonly { readonly field: FieldId; readonly stated: number; readonly sum: number }[];
}

/** So many digits cannot agree by chance; with fewer it needs another sign. */
const CERTAIN = 5;
const SIGN = 1.5;
const ASKED = 2.8;
/** More parts than these are no way to divide a commune. */
const MOST = 6;
const NEAR = 20;

/** A sum that has left the table for its name, between whose rows nobody knows, stands before the row `before`. */
export interface DroppedSum {
  readonly before: number;
  readonly figures: ReadonlyMap<FieldId, number>;
}

/** `taken`: rows known as sums, which say nothing more; with `dropped` where the rows alone say nothing. */
export function partsOfAll(
  rows: FigureRows,
  facts: readonly RowFacts[],
  taken: ReadonlySet<number>,
  dropped: readonly DroppedSum[],
): PartsOfAll | undefined {
  const { rowCount } = rows;
  const left = rowsBut(rows, (at) => taken.has(at) || !someFigure(rows, at, () => true));
  const alone = partsAmong(left, rows, facts);
  if (alone !== undefined || dropped.length === 0) return alone;
  const all = withRows(
    rows,
    dropped.map(({ figures }) => figures),
  );
  const known = [
    ...facts,
    ...dropped.map(() => ({ label: '', numbered: false, answered: false, likely: true })),
  ];
  const placed = left
    .map((at) => ({ at, place: at }))
    .concat(dropped.map(({ before }, index) => ({ at: rowCount + index, place: before - 0.5 })));
  const order = placed.sort((a, b) => a.place - b.place).map(({ at }) => at);
  const found = partsAmong(order, all, known);
  const own = found?.parts.filter((at) => at < rowCount) ?? [];
  const isMixed = own.length > 0 && found?.others.every((at) => at < rowCount) === true;
  return found !== undefined && isMixed ? { ...found, parts: own, among: found.parts.length } : undefined;
}

/** Rows added up, with the columns in which one of them says something, in the order in which they were met. */
class AddedRows {
  readonly sums: Sums;
  readonly columns: number[] = [];
  readonly #rows: FigureRows;
  readonly #met: Uint8Array;

  constructor(rows: FigureRows) {
    this.#rows = rows;
    this.sums = noSums(rows);
    this.#met = new Uint8Array(rows.fields.length);
  }

  add(row: number): void {
    const { fields, said } = this.#rows;
    addRow(this.sums, this.#rows, row);
    for (let at = 0; at < fields.length; at += 1) {
      if (said[row * fields.length + at] !== 1 || this.#met[at] === 1) continue;
      this.#met[at] = 1;
      this.columns.push(at);
    }
  }
}

type Stated = Pick<AddedRows, 'sums' | 'columns'>;

function partsAmong(
  left: readonly number[],
  rows: FigureRows,
  facts: readonly RowFacts[],
): PartsOfAll | undefined {
  const all = new AddedRows(rows);
  for (const at of left) all.add(at);
  const head = new AddedRows(rows);
  let best: PartsOfAll | undefined;
  for (let count = 1; count < left.length; count += 1) {
    head.add(left[count - 1] ?? 0);
    const fewer = Math.min(count, left.length - count);
    if (count < 2 || fewer < 2 || fewer > MOST) continue;
    const sums = all.sums.map((sum, at) => sum - (head.sums[at] ?? 0));
    const tail = { sums, columns: all.columns };
    const ahead = count < left.length - count;
    const [parts, others] = ahead
      ? [left.slice(0, count), left.slice(count)]
      : [left.slice(count), left.slice(0, count)];
    const found = judged([parts, others], ahead ? [head, tail] : [tail, head], rows.fields, facts);
    if (found?.verdict === 'parts') return found;
    best ??= found;
  }
  return best;
}

function judged(
  [parts, others]: readonly [readonly number[], readonly number[]],
  [{ sums: stated, columns }, { sums }]: readonly [Stated, Stated],
  fields: readonly FieldId[],
  facts: readonly RowFacts[],
): PartsOfAll | undefined {
  const said = columns.map((at) => ({
    field: fields[at] ?? '',
    stated: stated[at] ?? 0,
    sum: sums[at] ?? 0,
  }));
  const filled = said.filter((one) => isFilled(one.stated, one.sum));
  if (filled.length === 0) return undefined;
  const equal = filled.filter((one) => one.stated === one.sum);
  const signs = signsOf(parts, others, facts);
  const values = new Set(equal.map((one) => one.stated));
  const digits = digitsOf(values) + signs * SIGN;
  const known = { parts, others, fields: equal.map(({ field }) => field) };
  if (equal.length === filled.length) {
    if (digits >= CERTAIN && (values.size > 1 || signs > 0)) return { ...known, verdict: 'parts', off: [] };
    return digits >= ASKED ? { ...known, verdict: 'perhaps', off: [] } : undefined;
  }
  // A slip in one of the parts: only where the rows say themselves that they are others.
  const off = said.filter((one) => one.stated !== one.sum);
  const isNear = off.every(
    ({ stated: own, sum }) => Math.abs(own - sum) <= Math.max(1, Math.max(own, sum) / NEAR),
  );
  return isNear && signs > 0
    ? { ...known, fields: said.map(({ field }) => field), verdict: 'perhaps', off }
    : undefined;
}

/** Numbers, answers and names in which all of the parts differ from all of the others. */
function signsOf(parts: readonly number[], others: readonly number[], facts: readonly RowFacts[]): number {
  const all = (rows: readonly number[], is: (one: RowFacts) => boolean): boolean =>
    rows.every((row) => facts[row] !== undefined && is(facts[row]));
  return [
    all(parts, ({ numbered }) => !numbered) && all(others, ({ numbered }) => numbered),
    all(parts, ({ answered }) => !answered) && all(others, ({ answered }) => answered),
    all(parts, ({ likely }) => likely) && all(others, ({ likely }) => !likely),
  ].filter((one) => one).length;
}
