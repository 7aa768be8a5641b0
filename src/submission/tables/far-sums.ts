/**
 * Rows unlike the others, without a number or an answer where the rows beside them have theirs, that are as large as those rows
 * together: subtotals of another day, too far off for their figures alone to tell.
 */
import type { NearSum } from './near-sums.js';
import { besideSums } from './near-evidence.js';
import { addRow, isFilled, noSums, rowsBut, unlike, type FigureRows, type RowFacts } from './row-sums.js';

/** A figure is about a sum within a tenth of it, or within so many. */
const ABOUT = 0.1;
const SLACK = 2;
/** Smaller figures are about anything. */
const TELLING = 10;
/** So many rows up to the next row of that kind, or amid others: a large village is as two small ones beside it. */
const FEWEST = 2;
const FEWEST_AMID = 3;
/** More of them where the row has a number like theirs. */
const FEWEST_NUMBERED = 4;

interface FarRun {
  readonly over: readonly number[];
  readonly off: NearSum['off'];
  readonly fields: NearSum['fields'];
  readonly apart: number;
}

/** `told`: rows that are known as sums, or asked about; `endsBefore`: rows before which another sum of the sheet stands. */
export function farSums(
  rows: FigureRows,
  facts: readonly RowFacts[],
  told: ReadonlySet<number>,
  { endsBefore, counted }: Readonly<Record<'endsBefore' | 'counted', ReadonlySet<number>>>,
): readonly NearSum[] {
  const numbered = facts.filter((one) => one.numbered).length * 2 > facts.length;
  const isOdd = (row: number): boolean => told.has(row) || (numbered && facts[row]?.numbered === false);
  return rowsBut(rows, (row) => told.has(row) || counted.has(row)).flatMap((row): readonly NearSum[] => {
    // Most rows are like those beside them.
    if (![-1, 1].some((step) => isOther(row, row + step, facts))) return [];
    const [nearest] = [-1, 1]
      .flatMap((step) => runsBeside(rows, facts, row, step, { isOdd, endsBefore }))
      .sort((a, b) => a.apart - b.apart);
    if (nearest === undefined) return [];
    const { over, off, fields } = nearest;
    return [{ row, over: over.toSorted((a, b) => a - b), off, fields, verdict: 'perhapsNear' }];
  });
}

function isOther(row: number, beside: number, facts: readonly RowFacts[]): boolean {
  const { unnumbered, unanswered } = unlike([row], [beside], facts);
  return unnumbered || unanswered;
}

function isUnlike(row: number, over: readonly number[], facts: readonly RowFacts[]): boolean {
  const { unnumbered, unanswered } = unlike([row], over, facts);
  // A row with its own number whose answer is still blank: among few others its figures tell nothing.
  return unnumbered || (unanswered && (facts[row]?.numbered !== true || over.length >= FEWEST_NUMBERED));
}

/** The runs on one side of a row whose sums its figures are about, up to the next row of its kind. */
function runsBeside(
  rows: FigureRows,
  facts: readonly RowFacts[],
  row: number,
  step: number,
  {
    isOdd,
    endsBefore,
  }: { readonly isOdd: (row: number) => boolean; readonly endsBefore: ReadonlySet<number> },
): readonly FarRun[] {
  const sums = noSums(rows);
  const over: number[] = [];
  const found: FarRun[] = [];
  for (let at = row + step; at >= 0 && at < rows.rowCount && !isOdd(at); at += step) {
    if (over.length > 0 && endsBefore.has(step < 0 ? at + 1 : at)) break;
    over.push(at);
    addRow(sums, rows, at);
    const next = at + step;
    const isBlock = next < 0 || next >= rows.rowCount || isOdd(next) || endsBefore.has(step < 0 ? at : next);
    const columns = besideSums(rows, row, sums).filter(({ number, sum }) => isFilled(number, sum));
    if (over.length >= (isBlock ? FEWEST : FEWEST_AMID) && isUnlike(row, over, facts)) {
      const apart = aboutBy(columns);
      if (apart !== undefined)
        found.push({
          over: [...over],
          apart,
          fields: columns.map(({ field }) => field),
          off: columns
            .filter(({ number, sum }) => number !== sum)
            .map(({ field, number, sum }) => ({ field, stated: number, sum })),
        });
    }
    // Far beyond the row in every column, and growing.
    if (columns.length > 0 && columns.every(({ number, sum }) => sum > number * 2 + SLACK)) break;
  }
  return found;
}

/** How far off the columns are at most; undefined where one is too far off, or none is of a size that tells. */
function aboutBy(columns: readonly { readonly number: number; readonly sum: number }[]): number | undefined {
  let most = 0;
  for (const { number, sum } of columns) {
    const difference = Math.abs(number - sum);
    if (difference > Math.max(SLACK, ABOUT * Math.max(number, sum))) return undefined;
    most = Math.max(most, difference / Math.max(number, sum));
  }
  return columns.some(({ number }) => number >= TELLING) ? most : undefined;
}
