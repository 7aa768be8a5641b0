/**
 * Rows that are nearly the sum of the rows above or below them: subtotals with a slip in them, whatever they are called.
 * Several columns have to agree or nearly agree; how far they are off says how likely it is chance.
 */
import type { FieldId } from '../../model.js';

type Row = ReadonlyMap<FieldId, number>;

export interface Difference {
  readonly field: FieldId;
  readonly stated: number;
  readonly sum: number;
}

export interface NearSum {
  /** Rows of the table, from 0. */
  readonly row: number;
  readonly over: readonly number[];
  readonly fields: readonly FieldId[];
  /** Columns that are off, the telling ones first. */
  readonly off: readonly Difference[];
  readonly verdict: 'near' | 'perhapsNear';
}

/** What speaks about a row besides its figures, as a number of digits; `asArea`: a sum of the sender's counts it as an area. */
export interface Support {
  readonly digits: number;
  readonly asArea: boolean;
}

/** A figure is near a sum within a twentieth of it, or within one. */
const NEAR = 20;
/** All filled columns have to be near, or so many of them to be equal. */
const MOST_OF = 0.6;
/** Evidence in digits: enough for an error, for a question; more where other rows lie beyond the run. */
const CERTAIN = 5;
const CERTAIN_ALONE = 6;
const ASKED = 3.3;
const ASKED_WITH_SUPPORT = 4.2;
const LEAST = 1.5;
/** An error needs a column that agrees in all of so many digits, or two signs besides the figures. */
const TELLING = 2;
const TWO_SIGNS = 3;
const AMID_OTHERS = 1.5;

interface Run {
  readonly over: readonly number[];
  readonly fields: readonly FieldId[];
  readonly off: readonly Difference[];
  readonly digits: number;
  /** A column of more than one or two digits agrees. */
  readonly telling: boolean;
  readonly block: boolean;
}

/**
 * The rows that are nearly sums. `taken`: rows known as sums, that no sum contains. `endsBefore`: rows before which another
 * sum of the sheet stands. `supportOf` is asked only about rows that are near.
 */
export function nearSums(
  rows: readonly Row[],
  taken: ReadonlySet<number>,
  endsBefore: ReadonlySet<number>,
  supportOf: (row: number, over: readonly number[]) => Support,
): readonly NearSum[] {
  return rows.flatMap((stated, row): readonly NearSum[] => {
    // Unreadable figures and zeros agree in no digit.
    if (taken.has(row) || ![...stated.values()].some((one) => one !== 0 && !Number.isNaN(one))) return [];
    const best = [-1, 1]
      .flatMap((step) => nearestRun(rows, row, step, taken, endsBefore) ?? [])
      .reduce<Run | undefined>(
        (most, run) => (most === undefined || run.digits > most.digits ? run : most),
        undefined,
      );
    if (best === undefined) return [];
    const verdict = judged(best, supportOf(row, best.over));
    if (verdict === undefined) return [];
    const { over, fields, off } = best;
    return [{ row, over: over.toSorted((a, b) => a - b), fields, off, verdict }];
  });
}

function judged({ fields, digits, telling, block }: Run, support: Support): NearSum['verdict'] | undefined {
  if (support.asArea || digits < LEAST) return undefined;
  const far = block ? 0 : AMID_OTHERS;
  const all = digits + support.digits;
  const enough = support.digits > 0 ? all >= CERTAIN + far : block && digits >= CERTAIN_ALONE;
  if (enough && fields.length > 1 && (telling || support.digits >= TWO_SIGNS)) return 'near';
  return digits >= ASKED + far * 2 || all >= ASKED_WITH_SUPPORT + far ? 'perhapsNear' : undefined;
}

/** The run of rows beside `row` whose sum its figures are nearest to. */
function nearestRun(
  rows: readonly Row[],
  row: number,
  step: number,
  taken: ReadonlySet<number>,
  endsBefore: ReadonlySet<number>,
): Run | undefined {
  const stated = rows[row] ?? new Map<FieldId, number>();
  const sums = new Map<FieldId, number>();
  const over: number[] = [];
  let best: Run | undefined;
  for (let at = row + step; at >= 0 && at < rows.length && over.length < REACH; at += step) {
    const other = taken.has(at) ? undefined : rows[at];
    if (other === undefined) continue;
    over.push(at);
    for (const [field, number] of other) sums.set(field, (sums.get(field) ?? 0) + number);
    if (isBeyond(stated, sums)) break;
    if (over.length < 2) continue;
    const near = evidence(stated, sums);
    const next = at + step;
    const edge = next < 0 || next >= rows.length || taken.has(next) || endsBefore.has(step < 0 ? at : next);
    const weight = (run: { readonly digits: number; readonly block: boolean }): number =>
      run.digits + (run.block ? AMID_OTHERS : 0);
    if (near !== undefined && (best === undefined || weight({ ...near, block: edge }) > weight(best)))
      best = { ...near, over: [...over], block: edge };
  }
  return best;
}

/** In longer tables only so many rows around a row are added up. */
const REACH = 200;

/** A column that says something: both readable, and not both nothing. */
export const isFilled = (stated: number, sum: number): boolean =>
  !Number.isNaN(sum) && !Number.isNaN(stated) && (stated !== 0 || sum !== 0);

const isNear = (stated: number, sum: number): boolean =>
  Math.abs(stated - sum) <= Math.max(1, Math.max(stated, sum) / NEAR);

/** The sums have grown past the row in most columns: no longer run will come near. */
function isBeyond(stated: Row, sums: Row): boolean {
  let over = 0;
  for (const [field, number] of stated) {
    const sum = sums.get(field) ?? 0;
    if (sum > number && !isNear(number, sum)) over += 1;
  }
  return over > stated.size * (1 - MOST_OF);
}

/**
 * How many digits agree in all columns together. Columns that lie close to one another ("hộ", "hộ đăng ký") say little anew:
 * only the distance between them counts.
 */
function evidence(stated: Row, sums: Row): Omit<Run, 'over' | 'block'> | undefined {
  if (!mayBeNear(stated, sums)) return undefined;
  const fields: FieldId[] = [];
  const off: Difference[] = [];
  const seen: { readonly number: number; readonly difference: number }[] = [];
  let digits = 0;
  for (const [field, number] of [...stated].sort((a, b) => b[1] - a[1])) {
    const sum = sums.get(field) ?? 0;
    if (!isFilled(number, sum)) continue;
    const difference = number - sum;
    if (difference !== 0) off.push({ field, stated: number, sum });
    if (!isNear(number, sum)) continue;
    fields.push(field);
    const beside = seen.toSorted((a, b) => Math.abs(a.number - number) - Math.abs(b.number - number))[0];
    const spread = beside === undefined ? number : Math.min(number, Math.abs(beside.number - number));
    const apart =
      beside === undefined
        ? difference
        : Math.min(Math.abs(difference - beside.difference), Math.abs(difference));
    digits += Math.max(0, Math.log10((1 + spread) / (1 + 2 * Math.abs(apart))));
    seen.push({ number, difference });
  }
  const equal = fields.filter((field) => stated.get(field) === sums.get(field));
  const telling = equal.some((field) => Math.log10(stated.get(field) ?? 1) >= TELLING);
  return { fields, off, digits, telling };
}

/** Something is off, and all filled columns are near or most are equal: asked of every run, so without weighing. */
function mayBeNear(stated: Row, sums: Row): boolean {
  let [filled, near, equal] = [0, 0, 0];
  for (const [field, number] of stated) {
    const sum = sums.get(field) ?? 0;
    if (!isFilled(number, sum)) continue;
    filled += 1;
    if (number === sum) equal += 1;
    if (isNear(number, sum)) near += 1;
  }
  return equal < filled && (near === filled || equal >= filled * MOST_OF);
}
