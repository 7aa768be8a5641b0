/**
 * Rows at one end of a table that together say all other rows again: "Nông thôn" and "Thành thị" under the villages of both.
 * None of them is the sum of rows beside it, so that only together they can be found.
 */
import type { FieldId } from '../../model.js';
import {
  addRow,
  digitsOf,
  isFilled,
  isNear,
  noSums,
  rowsBut,
  someFigure,
  sumsOfRow,
  unlike,
  withRows,
  type RowFacts,
  type FigureRows,
  type Sums,
  type Unlike,
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
/** The same where the sender's total counts them, or where they are as many as the others: any two halves are near each other. */
const CERTAIN_IN_SPITE = 10;
const SIGN = 1.5;
const ASKED = 2.8;
/** More parts than these are no way to divide a commune. */
const MOST = 6;

/** A sum that has left the table for its name, between whose rows nobody knows, stands before the row `before`. */
export interface DroppedSum {
  readonly before: number;
  readonly figures: ReadonlyMap<FieldId, number>;
}

/** What is known of the rows besides their figures. */
export interface KnownRows {
  readonly facts: readonly RowFacts[];
  /** Rows known as sums, which say nothing more. */
  readonly taken: ReadonlySet<number>;
  /** Rows known as areas, since a right sum of their group counts them. */
  readonly counted: ReadonlySet<number>;
  /** The sender's own total counts all rows: so he means them as areas, or his SUM doubles with the rows. */
  readonly inTotal: boolean;
  /** Looked at where the rows alone say nothing. */
  readonly dropped: readonly DroppedSum[];
}

type Known = Pick<KnownRows, 'facts' | 'counted' | 'inTotal'>;

export function partsOfAll(
  rows: FigureRows,
  { facts, taken, counted, inTotal, dropped }: KnownRows,
): PartsOfAll | undefined {
  const { rowCount } = rows;
  const left = rowsBut(rows, (at) => taken.has(at) || !someFigure(rows, at, () => true));
  const alone = partsAmong(left, rows, { facts, counted, inTotal });
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
  const found = partsAmong(order, all, { facts: known, counted, inTotal });
  const own = found?.parts.filter((at) => at < rowCount) ?? [];
  const isMixed = own.length > 0 && found?.others.every((at) => at < rowCount) === true;
  return found !== undefined && isMixed ? { ...found, parts: own, among: found.parts.length } : undefined;
}

/** Two ends of a table, the fewer rows first. */
interface Split {
  readonly parts: readonly number[];
  readonly others: readonly number[];
}

function partsAmong(left: readonly number[], rows: FigureRows, known: Known): PartsOfAll | undefined {
  const all = noSums(rows);
  for (const at of left) addRow(all, rows, at);
  const head = noSums(rows);
  let best: PartsOfAll | undefined;
  for (let count = 1; count < left.length; count += 1) {
    addRow(head, rows, left[count - 1] ?? 0);
    const fewer = Math.min(count, left.length - count);
    if (count < 2 || fewer < 2 || fewer > MOST) continue;
    const tail = all.map((sum, at) => sum - (head[at] ?? 0));
    const [first, last] = [left.slice(0, count), left.slice(count)];
    const ahead = count < left.length - count;
    const split = ahead ? { parts: first, others: last } : { parts: last, others: first };
    const found = judged(split, ahead ? [head, tail] : [tail, head], rows, known);
    if (found?.verdict === 'parts') return found;
    best ??= found;
  }
  return best;
}

function judged(
  { parts, others }: Split,
  [stated, sums]: readonly [Sums, Sums],
  rows: FigureRows,
  { facts, counted, inTotal }: Known,
): PartsOfAll | undefined {
  const said = statedBy(parts, rows, [stated, sums]).map((at) => ({
    field: rows.fields[at] ?? '',
    stated: stated[at] ?? 0,
    sum: sums[at] ?? 0,
  }));
  const filled = said.filter((one) => isFilled(one.stated, one.sum));
  if (filled.length === 0) return undefined;
  const { unnumbered, unanswered, named } = signsOf({ parts, others }, facts);
  if (areAreas({ parts, others }, rows, counted, { unnumbered, named })) return undefined;
  const signs = [unnumbered, unanswered, named].filter((one) => one).length;
  const equal = filled.filter((one) => one.stated === one.sum);
  const values = new Set(equal.map((one) => one.stated));
  const digits = digitsOf(values) + signs * SIGN;
  const known = { parts, others, fields: equal.map(({ field }) => field) };
  const inSpite = inTotal || parts.length === others.length;
  const certain = inSpite ? CERTAIN_IN_SPITE : CERTAIN;
  const asked = inTotal ? CERTAIN : ASKED;
  if (equal.length === filled.length) {
    if (digits >= certain && (values.size > 1 || signs > 0)) return { ...known, verdict: 'parts', off: [] };
    return digits >= asked ? { ...known, verdict: 'perhaps', off: [] } : undefined;
  }
  // A slip in one of the parts: only where the rows say themselves that they are others.
  const off = said.filter((one) => one.stated !== one.sum);
  return off.every((one) => isNear(one.stated, one.sum)) && signs > 0 && !inTotal
    ? { ...known, fields: said.map(({ field }) => field), verdict: 'perhaps', off }
    : undefined;
}

/** Columns in which every part states something: a figure that is missing is not 0, and a dash may stand for it. */
const statedBy = (
  parts: readonly number[],
  { fields, numbers, said }: FigureRows,
  [stated, sums]: readonly [Sums, Sums],
): readonly number[] =>
  fields.flatMap((_, at) => {
    const cells = parts.map((row) => row * fields.length + at);
    const isWhole = stated[at] === sums[at] || cells.every((cell) => numbers[cell] !== 0);
    return isWhole && cells.every((cell) => said[cell] === 1) ? [at] : [];
  });

/** Counted by a right sum of their group; or as many as the others, which are counted or of the same figures, and numbered as they are. */
function areAreas(
  { parts, others }: Split,
  rows: FigureRows,
  counted: ReadonlySet<number>,
  { unnumbered, named }: Pick<Signs, 'unnumbered' | 'named'>,
): boolean {
  if (parts.every((row) => counted.has(row))) return true;
  if (unnumbered || parts.length < others.length) return false;
  const figures = (row: number): string => sumsOfRow(rows, row).join();
  const [own, theirs] = [parts, others].map((some) => some.map(figures).sort().join(';'));
  return others.every((row) => counted.has(row)) || (!named && own === theirs);
}

/** In what all of the parts differ from all of the others. */
interface Signs extends Unlike {
  readonly named: boolean;
}

const signsOf = ({ parts, others }: Split, facts: readonly RowFacts[]): Signs => ({
  ...unlike(parts, others, facts),
  named:
    parts.every((row) => facts[row]?.likely === true) && others.every((row) => facts[row]?.likely === false),
});
