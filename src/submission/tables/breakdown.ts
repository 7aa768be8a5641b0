/**
 * Rows at one end of a table that together say all other rows again: "Nông thôn" and "Thành thị" under the villages of both.
 * None of them is the sum of rows beside it, so that only together they can be found.
 */
import type { FieldId } from '../../model.js';
import { leastOfFollowing, type Said } from './following-columns.js';
import {
  addRow,
  digitsAgreed,
  digitsOf,
  isFilled,
  isNear,
  noSums,
  rowsBut,
  saidBy,
  someFigure,
  sumsOf,
  sumsOfRow,
  unlike,
  withRows,
  type RowFacts,
  type FigureRows,
  type Sums,
  type Unlike,
} from './row-sums.js';

export interface Breakdown {
  /** Rows of the table, from 0: the fewer ones, which are the classes of the breakdown. */
  readonly classes: readonly number[];
  readonly others: readonly number[];
  /** How many classes there are with those that have left the table already. */
  readonly among?: number;
  readonly fields: readonly FieldId[];
  /** `perhaps`: few digits agree, or not all of them. */
  readonly verdict: 'breakdown' | 'perhaps';
  readonly off: readonly { readonly field: FieldId; readonly stated: number; readonly sum: number }[];
}

/** So many digits cannot agree by chance; with fewer it needs another sign. */
const CERTAIN = 5;
/** The same where the sender's total counts them, or where they are as many as the others: any two halves are near each other. */
const CERTAIN_IN_SPITE = 10;
const SIGN = 1.5;
const ASKED = 2.8;
/** More classes than these are no way to divide a commune. */
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

export function breakdownOf(
  rows: FigureRows,
  { facts, taken, counted, inTotal, dropped }: KnownRows,
): Breakdown | undefined {
  const { rowCount } = rows;
  const left = rowsBut(rows, (at) => taken.has(at) || !someFigure(rows, at, () => true));
  const alone = breakdownAmong(left, rows, { facts, counted, inTotal });
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
  const found = breakdownAmong(order, all, { facts: known, counted, inTotal });
  const own = found?.classes.filter((at) => at < rowCount) ?? [];
  const isMixed = own.length > 0 && found?.others.every((at) => at < rowCount) === true;
  return found !== undefined && isMixed ? { ...found, classes: own, among: found.classes.length } : undefined;
}

/** Two ends of a table, the fewer rows first. */
interface Split {
  readonly classes: readonly number[];
  readonly others: readonly number[];
}

function breakdownAmong(left: readonly number[], rows: FigureRows, known: Known): Breakdown | undefined {
  const toldOnce = leastOfFollowing(rows);
  const all = sumsOf(rows, left);
  const head = noSums(rows);
  let best: Breakdown | undefined;
  for (let count = 1; count < left.length; count += 1) {
    addRow(head, rows, left[count - 1] ?? 0);
    const fewer = Math.min(count, left.length - count);
    if (count < 2 || fewer < 2 || fewer > MOST) continue;
    const tail = all.map((sum, at) => sum - (head[at] ?? 0));
    const [first, last] = [left.slice(0, count), left.slice(count)];
    const ahead = count < left.length - count;
    const split = ahead ? { classes: first, others: last } : { classes: last, others: first };
    const found = judged(split, ahead ? [head, tail] : [tail, head], rows, known, toldOnce);
    if (found?.verdict === 'breakdown') return found;
    best ??= found;
  }
  return best;
}

function judged(
  { classes, others }: Split,
  [stated, sums]: readonly [Sums, Sums],
  rows: FigureRows,
  { facts, counted, inTotal }: Known,
  toldOnce: (said: readonly Said[]) => ReadonlyMap<number, number>,
): Breakdown | undefined {
  const said = statedBy(classes, rows, [stated, sums]).map((at) => ({
    field: rows.fields[at] ?? '',
    stated: stated[at] ?? 0,
    sum: sums[at] ?? 0,
  }));
  const filled = said.filter((one) => isFilled(one.stated, one.sum));
  if (filled.length === 0) return undefined;
  const { unnumbered, unanswered, named } = signsOf({ classes, others }, facts);
  if (areAreas({ classes, others }, rows, counted, { unnumbered, named })) return undefined;
  const signs = [unnumbered, unanswered, named].filter((one) => one).length;
  const equal = filled.filter((one) => one.stated === one.sum);
  const values = new Set(equal.map((one) => one.stated));
  const digits = digitsOf(values) + signs * SIGN;
  const known = { classes, others, fields: equal.map(({ field }) => field) };
  const inSpite = inTotal || classes.length === others.length;
  const certain = inSpite ? CERTAIN_IN_SPITE : CERTAIN;
  // Round figures agree in their steps only, and columns that follow one another agree together.
  const isLeft = (): boolean =>
    digitsAgreed(toldOnce(saidTogether(rows, equal, others))) + signs * SIGN >= certain;
  const asked = inTotal ? CERTAIN : ASKED;
  if (equal.length === filled.length) {
    if (digits >= certain && isLeft() && (values.size > 1 || signs > 0))
      return { ...known, verdict: 'breakdown', off: [] };
    return digits >= asked ? { ...known, verdict: 'perhaps', off: [] } : undefined;
  }
  // A slip in one of the classes: only where the rows say themselves that they are others.
  const off = said.filter((one) => one.stated !== one.sum);
  return off.every((one) => isNear(one.stated, one.sum)) && signs > 0 && !inTotal
    ? { ...known, fields: said.map(({ field }) => field), verdict: 'perhaps', off }
    : undefined;
}

/** What the classes state together in these columns, in steps as round as the other rows. */
const saidTogether = (
  rows: FigureRows,
  equal: readonly { readonly field: FieldId; readonly stated: number }[],
  others: readonly number[],
): readonly Said[] =>
  equal.flatMap(({ field, stated }) =>
    saidBy(rows, others[0] ?? 0, [rows.fields.indexOf(field)], others).map(({ at, step }) => ({
      at,
      value: stated,
      step,
    })),
  );

/** Columns in which every class states something: a figure that is missing is not 0, and a dash may stand for it. */
const statedBy = (
  classes: readonly number[],
  { fields, numbers, said }: FigureRows,
  [stated, sums]: readonly [Sums, Sums],
): readonly number[] =>
  fields.flatMap((_, at) => {
    const cells = classes.map((row) => row * fields.length + at);
    const isWhole = stated[at] === sums[at] || cells.every((cell) => numbers[cell] !== 0);
    return isWhole && cells.every((cell) => said[cell] === 1) ? [at] : [];
  });

/** Counted by a right sum of their group; or as many as the others, which are counted or of the same figures, and numbered as they are. */
function areAreas(
  { classes, others }: Split,
  rows: FigureRows,
  counted: ReadonlySet<number>,
  { unnumbered, named }: Pick<Signs, 'unnumbered' | 'named'>,
): boolean {
  if (classes.every((row) => counted.has(row))) return true;
  if (unnumbered || classes.length < others.length) return false;
  const figures = (row: number): string => sumsOfRow(rows, row).join();
  const [own, theirs] = [classes, others].map((some) => some.map(figures).sort().join(';'));
  return others.every((row) => counted.has(row)) || (!named && own === theirs);
}

/** In what all of the classes differ from all of the others. */
interface Signs extends Unlike {
  readonly named: boolean;
}

const signsOf = ({ classes, others }: Split, facts: readonly RowFacts[]): Signs => ({
  ...unlike(classes, others, facts),
  named:
    classes.every((row) => facts[row]?.likely === true) &&
    others.every((row) => facts[row]?.likely === false),
});
