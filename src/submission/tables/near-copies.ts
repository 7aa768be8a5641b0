/**
 * Rows that say another row again but for one figure: copied to be filled in, and one cell changed, or copied with a slip.
 * So many digits have to agree that no two of all rows do so by chance.
 */
import type { NearSum } from './near-sums.js';
import { besideSums } from './near-evidence.js';
import { copyEvidence } from './copy-evidence.js';
import { compare, equalColumns, rowsBut, someFigure, sumsOfRow, type FigureRows } from './row-sums.js';

/** No commune has so many areas; beyond them every pair of rows would be a long way. */
const MOST_ROWS = 400;
/** Of fewer columns the others may be alike in two places. */
const FEWEST_COLUMNS = 4;
/** Digits that agree, chance taken off. */
const ALIKE = 2;

/** For each row outside `told` the row above it that it repeats but for one figure, if there is one. */
export function nearCopies(rows: FigureRows, told: ReadonlySet<number>): readonly NearSum[] {
  const left = rowsBut(rows, (row) => told.has(row) || !someFigure(rows, row, (one) => one > 0));
  if (left.length > MOST_ROWS) return [];
  const evidence = copyEvidence(rows, left);
  return left.flatMap((row, place): readonly NearSum[] => {
    for (const before of left.slice(0, place)) {
      const figures = sumsOfRow(rows, before);
      const { filled, equal } = compare(rows, row, figures);
      if (equal < FEWEST_COLUMNS - 1 || equal !== filled - 1) continue;
      const columns = equalColumns(rows, row, figures);
      // Any of the columns may be the one that differs.
      const digits = evidence(row, columns) - Math.log10(filled);
      if (digits < ALIKE) continue;
      const fields = columns.flatMap((at) => rows.fields[at] ?? []);
      return [{ row, over: [before], fields, off: differences(rows, row, figures), verdict: 'copy' }];
    }
    return [];
  });
}

const differences = (rows: FigureRows, row: number, others: Float64Array): NearSum['off'] =>
  besideSums(rows, row, others).flatMap(({ field, number, sum }) =>
    Number.isNaN(number) || Number.isNaN(sum) || number === sum ? [] : [{ field, stated: number, sum }],
  );
