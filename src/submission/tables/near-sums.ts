/**
 * Rows that are nearly the sum of the rows above or below them: subtotals with a slip in them, whatever they are called.
 * Several columns have to agree or nearly agree; how far they are off says how likely it is chance.
 */
import type { FieldId } from '../../model.js';
import { defined } from '../../values/defined.js';
import {
  ButForOne,
  digitsLeft,
  evidence,
  isBeyond,
  type Agreement,
  type ButFor,
  type Difference,
} from './near-evidence.js';
import { addRow, noSums, rowsBut, someFigure, type FigureRows } from './row-sums.js';

export interface NearSum {
  /** Rows of the table, from 0. */
  readonly row: number;
  readonly over: readonly number[];
  readonly fields: readonly FieldId[];
  /** Columns that are off, the telling ones first. */
  readonly off: readonly Difference[];
  /** The one row that was left out of a right sum, or added twice. */
  readonly butFor?: ButFor;
  /** `copy`: `over` is the one row that it repeats but for one figure. */
  readonly verdict: 'near' | 'perhapsNear' | 'copy';
}

/**
 * What speaks about a row besides its figures, as a number of digits. `asArea`: the sum of its group counts it as an area;
 * `inTotal`: the sender's total does, which as often is the SUM of everything above it.
 */
export interface Support {
  readonly digits: number;
  readonly asArea: boolean;
  readonly inTotal: boolean;
}

/** Evidence in digits: enough for an error, for a question; more where other rows lie beyond the run. */
const CERTAIN = 5;
const CERTAIN_ALONE = 6;
const ASKED = 3.3;
const ASKED_WITH_SUPPORT = 4.2;
/** More of it where some column is far off. */
const FAR_OFF = 1.2;
const LEAST = 1;
/** And more where the sender's total counts the row. */
const IN_TOTAL = 0.7;
/** An error needs a column that agrees in all of its digits, or two signs besides the figures. */
const TWO_SIGNS = 3;
const AMID_OTHERS = 1.5;

/** What the figures of a row say about the rows `over`; `block`: up to the end of the table or the next sum. */
interface Run extends Agreement {
  readonly over: readonly number[];
  readonly block: boolean;
}

/** A row that may be a sum, with the run that it is nearest to. */
export interface Candidate {
  readonly row: number;
  readonly run: Pick<Run, 'over'>;
}

/**
 * The rows that are nearly sums. `taken`: rows known as sums, that no sum contains. `endsBefore`: rows before which another
 * sum of the sheet stands. `supportAmong` is given all rows that are near, and what it answers is asked about each.
 */
export function nearSums(
  rows: FigureRows,
  taken: ReadonlySet<number>,
  endsBefore: ReadonlySet<number>,
  supportAmong: (candidates: readonly Candidate[]) => (row: number, over: readonly number[]) => Support,
): readonly NearSum[] {
  const untaken = rowsBut(rows, (row) => taken.has(row));
  // Unreadable figures and zeros agree in no digit, and a row of them makes no sum of one other row.
  const filled = new Set(
    untaken.filter((row) => someFigure(rows, row, (one) => one !== 0 && !Number.isNaN(one))),
  );
  const candidates = untaken.flatMap((row): readonly (Candidate & { readonly run: Run })[] => {
    if (!filled.has(row)) return [];
    const best = [
      ...[-1, 1].map((step) => nearestRun(rows, row, step, { taken, endsBefore, filled })),
      // Three with the row itself.
      filled.size < 3 ? undefined : runAmid(rows, row, untaken),
    ]
      .flatMap((run) => run ?? [])
      .reduce<Run | undefined>(
        (most, run) => (most === undefined || run.digits > most.digits ? run : most),
        undefined,
      );
    return best === undefined || best.digits < LEAST ? [] : [{ row, run: best }];
  });
  const supportOf = supportAmong(candidates);
  const left = digitsLeft(rows);
  return candidates.flatMap(({ row, run }): readonly NearSum[] => {
    const verdict = judged(run, supportOf(row, run.over), () => left(row, run.over, run));
    if (verdict === undefined) return [];
    const { over, fields, off, butFor } = run;
    return [{ row, over: over.toSorted((a, b) => a - b), fields, off, ...defined({ butFor }), verdict }];
  });
}

/** `left`: the digits without those that chance explains, which an error needs as well. */
function judged(
  { over, fields, digits, telling, close, block, butFor }: Run,
  support: Support,
  left: () => number,
): NearSum['verdict'] | undefined {
  if (support.asArea) return undefined;
  const far = block ? 0 : AMID_OTHERS;
  const all = digits + support.digits;
  const isEnough = (own: number): boolean =>
    support.digits > 0 ? own + support.digits >= CERTAIN + far : block && own >= CERTAIN_ALONE;
  const enough = isEnough(digits) && isEnough(left());
  // Of two rows one left out: it may be a row that was copied as well.
  const clear = telling && (butFor === undefined || over.length > 2);
  if (!support.inTotal && enough && close && fields.length > 1 && (clear || support.digits >= TWO_SIGNS))
    return 'near';
  const more = (close || telling ? 0 : FAR_OFF) + (support.inTotal ? IN_TOTAL : 0);
  return digits >= ASKED + far * 2 + more || all >= ASKED_WITH_SUPPORT + far + more
    ? 'perhapsNear'
    : undefined;
}

/** The run of rows beside `row` whose sum its figures are nearest to. */
function nearestRun(
  rows: FigureRows,
  row: number,
  step: number,
  { taken, endsBefore, filled }: Readonly<Record<'taken' | 'endsBefore' | 'filled', ReadonlySet<number>>>,
): Run | undefined {
  const sums = noSums(rows);
  let summands = 0;
  const over: number[] = [];
  const but = new ButForOne(rows, row, over);
  let best: Run | undefined;
  for (let at = row + step; at >= 0 && at < rows.rowCount && over.length < REACH; at += step) {
    if (taken.has(at)) continue;
    but.add(at);
    addRow(sums, rows, at);
    if (isBeyond(rows, row, sums) && but.isBeyond(sums)) break;
    if (filled.has(at)) summands += 1;
    if (summands < 2) continue;
    const near = but.found(sums) ?? evidence(rows, row, sums);
    if (near === undefined) continue;
    const next = at + step;
    const block =
      next < 0 || next >= rows.rowCount || taken.has(next) || endsBefore.has(step < 0 ? at : next);
    if (best === undefined || near.digits + (block ? AMID_OTHERS : 0) > weight(best))
      best = { ...near, over: [...over], block };
  }
  return best;
}

const weight = (run: Run): number => run.digits + (run.block ? AMID_OTHERS : 0);

/** All other rows, where the row stands among them. */
function runAmid(rows: FigureRows, row: number, untaken: readonly number[]): Run | undefined {
  if (rows.rowCount > REACH) return undefined;
  if ((untaken[0] ?? row) >= row || (untaken.at(-1) ?? row) <= row) return undefined;
  const sums = noSums(rows);
  const over: number[] = [];
  const but = new ButForOne(rows, row, over);
  for (const at of untaken)
    if (at !== row) {
      but.add(at);
      addRow(sums, rows, at);
    }
  const near = but.found(sums) ?? evidence(rows, row, sums);
  return near === undefined ? undefined : { ...near, over, block: true };
}

/** In longer tables only so many rows around a row are added up. */
const REACH = 200;
