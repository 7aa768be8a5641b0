/**
 * Rows at one end of a table that together say all other rows again: "Nông thôn" and "Thành thị" under the villages of both.
 * None of them is the sum of rows beside it, so that only together they can be found.
 */
import type { FieldId } from '../../model.js';
import { addRow, compare, digitsOf, NOTHING, type Row, type RowFacts } from './row-sums.js';

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
  readonly figures: Row;
}

/** `taken`: rows known as sums, which say nothing more; with `dropped` where the rows alone say nothing. */
export function partsOfAll(
  rows: readonly Row[],
  facts: readonly RowFacts[],
  taken: ReadonlySet<number>,
  dropped: readonly DroppedSum[],
): PartsOfAll | undefined {
  const left = rows.flatMap((row, at) => (taken.has(at) || row.size === 0 ? [] : [at]));
  const alone = partsAmong(left, rows, facts);
  if (alone !== undefined || dropped.length === 0) return alone;
  const more = dropped.map(({ figures }, index) => ({ at: rows.length + index, figures }));
  const all = [...rows, ...more.map(({ figures }) => figures)];
  const known = [
    ...facts,
    ...more.map(() => ({ label: '', numbered: false, answered: false, likely: true })),
  ];
  const placed = left
    .map((at) => ({ at, place: at }))
    .concat(more.map(({ at }, index) => ({ at, place: (dropped[index]?.before ?? 0) - 0.5 })));
  const order = placed.sort((a, b) => a.place - b.place).map(({ at }) => at);
  const found = partsAmong(order, all, known);
  const own = found?.parts.filter((at) => at < rows.length) ?? [];
  const isMixed = own.length > 0 && found?.others.every((at) => at < rows.length) === true;
  return found !== undefined && isMixed ? { ...found, parts: own, among: found.parts.length } : undefined;
}

function partsAmong(
  left: readonly number[],
  rows: readonly Row[],
  facts: readonly RowFacts[],
): PartsOfAll | undefined {
  const all = new Map<FieldId, number>();
  for (const at of left) addRow(all, rows[at] ?? NOTHING);
  const head = new Map<FieldId, number>();
  let best: PartsOfAll | undefined;
  for (let count = 1; count < left.length; count += 1) {
    addRow(head, rows[left[count - 1] ?? 0] ?? NOTHING);
    const fewer = Math.min(count, left.length - count);
    if (count < 2 || fewer < 2 || fewer > MOST) continue;
    const tail = new Map([...all].map(([field, sum]) => [field, sum - (head.get(field) ?? 0)]));
    const ahead = count < left.length - count;
    const [parts, others] = ahead
      ? [left.slice(0, count), left.slice(count)]
      : [left.slice(count), left.slice(0, count)];
    const found = judged(parts, others, ahead ? [head, tail] : [tail, head], facts);
    if (found?.verdict === 'parts') return found;
    best ??= found;
  }
  return best;
}

function judged(
  parts: readonly number[],
  others: readonly number[],
  [stated, sums]: readonly [Row, Row],
  facts: readonly RowFacts[],
): PartsOfAll | undefined {
  const { filled, equal } = compare(stated, sums);
  if (filled === 0) return undefined;
  const signs = signsOf(parts, others, facts);
  const values = new Set(equal.map((field) => stated.get(field) ?? 0));
  const digits = digitsOf(values) + signs * SIGN;
  const known = { parts, others, fields: equal };
  if (equal.length === filled) {
    if (digits >= CERTAIN && (values.size > 1 || signs > 0)) return { ...known, verdict: 'parts', off: [] };
    return digits >= ASKED ? { ...known, verdict: 'perhaps', off: [] } : undefined;
  }
  // A slip in one of the parts: only where the rows say themselves that they are others.
  const off = [...stated].flatMap(([field, number]) => {
    const sum = sums.get(field) ?? 0;
    return number === sum ? [] : [{ field, stated: number, sum }];
  });
  const isNear = off.every(
    ({ stated: own, sum }) => Math.abs(own - sum) <= Math.max(1, Math.max(own, sum) / NEAR),
  );
  return isNear && signs > 0 ? { ...known, fields: [...stated.keys()], verdict: 'perhaps', off } : undefined;
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
