/**
 * Rows that are nearly the sum of the rows above or below them: subtotals with a slip in them, whatever they are called.
 * Several columns have to agree or nearly agree; how far they are off says how likely it is chance.
 */
import type { FieldId } from '../../model.js';
import { defined } from '../../values/defined.js';
import { addTo } from '../../values/groups.js';
import { addRow, isFilled, NOTHING, type Row } from './row-sums.js';

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
  /** The one row that was left out of a right sum, or added twice. */
  readonly butFor?: ButFor;
  readonly verdict: 'near' | 'perhapsNear';
}

export interface ButFor {
  readonly row: number;
  readonly counted: 'never' | 'twice';
}

/** What speaks about a row besides its figures, as a number of digits; `asArea`: a sum of the sender's counts it as an area. */
export interface Support {
  readonly digits: number;
  readonly asArea: boolean;
}

/** A figure is near a sum within a twentieth of it, or within one. */
const NEAR = 20;
/** So many of the filled columns have to be near; with so many of them equal the others may be anything. */
const MOST_OF = 0.5;
const MOST_EQUAL = 0.6;
/** Evidence in digits: enough for an error, for a question; more where other rows lie beyond the run. */
const CERTAIN = 5;
const CERTAIN_ALONE = 6;
const ASKED = 3.3;
const ASKED_WITH_SUPPORT = 4.2;
/** More of it where some column is far off. */
const FAR_OFF = 1.2;
const LEAST = 1;
/** How much a column that is far off weighs against the row. */
const AGAINST = 1.6;
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
  /** No column is far off, or most are equal: else the row is asked about at most. */
  readonly close: boolean;
  readonly butFor?: ButFor;
  readonly block: boolean;
}

/** A row that may be a sum, with the run that it is nearest to. */
export interface Candidate {
  readonly row: number;
  readonly run: Pick<Run, 'over'>;
}

/** What the figures of a row say about one run. */
type Agreement = Omit<Run, 'over' | 'block'>;

/**
 * The rows that are nearly sums. `taken`: rows known as sums, that no sum contains. `endsBefore`: rows before which another
 * sum of the sheet stands. `supportAmong` is given all rows that are near, and what it answers is asked about each.
 */
export function nearSums(
  rows: readonly Row[],
  taken: ReadonlySet<number>,
  endsBefore: ReadonlySet<number>,
  supportAmong: (candidates: readonly Candidate[]) => (row: number, over: readonly number[]) => Support,
): readonly NearSum[] {
  const candidates = rows.flatMap((stated, row): readonly (Candidate & { readonly run: Run })[] => {
    // Unreadable figures and zeros agree in no digit.
    if (taken.has(row) || ![...stated.values()].some((one) => one !== 0 && !Number.isNaN(one))) return [];
    const best = [
      ...[-1, 1].map((step) => nearestRun(rows, row, step, taken, endsBefore)),
      runAmid(rows, row, taken),
    ]
      .flatMap((run) => run ?? [])
      .reduce<Run | undefined>(
        (most, run) => (most === undefined || run.digits > most.digits ? run : most),
        undefined,
      );
    return best === undefined || best.digits < LEAST ? [] : [{ row, run: best }];
  });
  const supportOf = supportAmong(candidates);
  return candidates.flatMap(({ row, run }): readonly NearSum[] => {
    const verdict = judged(run, supportOf(row, run.over));
    if (verdict === undefined) return [];
    const { over, fields, off, butFor } = run;
    return [{ row, over: over.toSorted((a, b) => a - b), fields, off, ...defined({ butFor }), verdict }];
  });
}

function judged(
  { over, fields, digits, telling, close, block, butFor }: Run,
  support: Support,
): NearSum['verdict'] | undefined {
  if (support.asArea) return undefined;
  const far = block ? 0 : AMID_OTHERS;
  const all = digits + support.digits;
  const enough = support.digits > 0 ? all >= CERTAIN + far : block && digits >= CERTAIN_ALONE;
  // Of two rows one left out: it may be a row that was copied as well.
  const clear = telling && (butFor === undefined || over.length > 2);
  if (enough && close && fields.length > 1 && (clear || support.digits >= TWO_SIGNS)) return 'near';
  const more = close || telling ? 0 : FAR_OFF;
  return digits >= ASKED + far * 2 + more || all >= ASKED_WITH_SUPPORT + far + more
    ? 'perhapsNear'
    : undefined;
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
  const but = new ButForOne(rows, stated);
  let best: Run | undefined;
  for (let at = row + step; at >= 0 && at < rows.length && over.length < REACH; at += step) {
    const other = taken.has(at) ? undefined : rows[at];
    if (other === undefined) continue;
    over.push(at);
    but.add(at);
    addRow(sums, other);
    if (isBeyond(stated, sums) && but.isBeyond(sums)) break;
    if (over.length < 2) continue;
    const near = but.found(sums, over) ?? evidence(stated, sums);
    const next = at + step;
    const edge = next < 0 || next >= rows.length || taken.has(next) || endsBefore.has(step < 0 ? at : next);
    const weight = (run: { readonly digits: number; readonly block: boolean }): number =>
      run.digits + (run.block ? AMID_OTHERS : 0);
    if (near !== undefined && (best === undefined || weight({ ...near, block: edge }) > weight(best)))
      best = { ...near, over: [...over], block: edge };
  }
  return best;
}

/** All other rows, where the row stands among them. */
function runAmid(rows: readonly Row[], row: number, taken: ReadonlySet<number>): Run | undefined {
  if (rows.length > REACH) return undefined;
  const over = rows.flatMap((_, at) => (at === row || taken.has(at) ? [] : [at]));
  if ((over[0] ?? row) >= row || (over.at(-1) ?? row) <= row) return undefined;
  const stated = rows[row] ?? new Map<FieldId, number>();
  const sums = new Map<FieldId, number>();
  const but = new ButForOne(rows, stated);
  for (const at of over) {
    but.add(at);
    addRow(sums, rows[at] ?? NOTHING);
  }
  const near = but.found(sums, over) ?? evidence(stated, sums);
  return near === undefined ? undefined : { ...near, over, block: true };
}

/** In longer tables only so many rows around a row are added up. */
const REACH = 200;

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

const evidence = (stated: Row, sums: Row): Agreement | undefined =>
  mayBeNear(stated, sums) ? weighed(stated, sums) : undefined;

/**
 * How many digits agree in all columns together. Columns that lie close to one another ("hộ", "hộ đăng ký") say little anew:
 * only the distance between them counts. A column that is far off speaks against it.
 */
function weighed(stated: Row, sums: Row): Agreement {
  const fields: FieldId[] = [];
  const off: Difference[] = [];
  const seen: { readonly number: number; readonly difference: number }[] = [];
  let digits = 0;
  for (const [field, number] of [...stated].sort((a, b) => b[1] - a[1])) {
    const sum = sums.get(field) ?? 0;
    if (!isFilled(number, sum)) continue;
    const difference = number - sum;
    if (difference !== 0) off.push({ field, stated: number, sum });
    if (!isNear(number, sum)) {
      digits -= AGAINST * Math.abs(Math.log10((1 + number) / (1 + sum)));
      continue;
    }
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
  const filled = [...stated].filter(([field, one]) => isFilled(one, sums.get(field) ?? 0)).length;
  const equal = fields.filter((field) => stated.get(field) === sums.get(field));
  const telling = equal.some((field) => Math.log10(stated.get(field) ?? 1) >= TELLING);
  const close = fields.length === filled || equal.length >= filled * MOST_EQUAL;
  return { fields, off, digits, telling, close };
}

/** Finds the one row that, left out or added twice, makes a run the exact sum of its figures. */
class ButForOne {
  readonly #rows: readonly Row[];
  readonly #stated: Row;
  /** The column with the largest figure tells which row it may be. */
  readonly #key: FieldId | undefined;
  readonly #byKey = new Map<number, number[]>();
  #largest = 0;

  constructor(rows: readonly Row[], stated: Row) {
    this.#rows = rows;
    this.#stated = stated;
    this.#key = [...stated].filter(([, one]) => !Number.isNaN(one)).sort((a, b) => b[1] - a[1])[0]?.[0];
  }

  #keyIn(row: Row | undefined): number {
    return row?.get(this.#key ?? '') ?? 0;
  }

  add(at: number): void {
    const own = this.#keyIn(this.#rows[at]);
    this.#largest = Math.max(this.#largest, own);
    addTo(this.#byKey, own, at);
  }

  /** Whatever row were left out, the sums would be too large. */
  isBeyond(sums: Row): boolean {
    return this.#keyIn(sums) - this.#largest > this.#keyIn(this.#stated);
  }

  found(sums: Row, over: readonly number[]): Agreement | undefined {
    const off = this.#keyIn(this.#stated) - this.#keyIn(sums);
    if (off === 0) return undefined;
    for (const row of this.#byKey.get(Math.abs(off)) ?? []) {
      const counted = off < 0 ? ('never' as const) : ('twice' as const);
      const mended = new Map(
        [...sums].map(([field, sum]) => {
          const own = this.#rows[row]?.get(field) ?? 0;
          return [field, counted === 'never' ? sum - own : sum + own] as const;
        }),
      );
      const exact = weighed(this.#stated, mended);
      if (exact.off.length > 0) continue;
      const digits = exact.digits - Math.log10(2 * over.length);
      return { ...exact, digits, off: weighed(this.#stated, sums).off, butFor: { row, counted } };
    }
    return undefined;
  }
}

/** Something is off, and enough of the filled columns are near: asked of every run, so without weighing. */
function mayBeNear(stated: Row, sums: Row): boolean {
  let [filled, near, equal] = [0, 0, 0];
  for (const [field, number] of stated) {
    const sum = sums.get(field) ?? 0;
    if (!isFilled(number, sum)) continue;
    filled += 1;
    if (number === sum) equal += 1;
    if (isNear(number, sum)) near += 1;
  }
  return equal < filled && near >= filled * MOST_OF;
}
