/**
 * Rows that are sums of a run of rows which they stand amid or away from: a subtotal moved by sorting, or typed under
 * another group. Any of very many runs may agree by chance, so more digits have to agree the more runs there are.
 */
import {
  agreeing,
  compare,
  digitsByChance,
  equalColumns,
  fullestColumns,
  rowsBut,
  sumsOf,
  type FigureRows,
  type Run,
} from './row-sums.js';

/** No commune has so many areas; beyond them every run of every row would be a long way. */
const MOST_ROWS = 400;

/** For each row outside `found` the run that it is the sum of, if there is one; digits that chance explains are taken off. */
export function sumsElsewhere(rows: FigureRows, found: ReadonlySet<number>): readonly Run[] {
  const left = rowsBut(rows, (row) => found.has(row));
  const [pivot] = fullestColumns(rows, left);
  if (pivot === undefined || left.length > MOST_ROWS) return [];
  const byChance = digitsByChance(left.length);
  return left.flatMap((row) => {
    const others = left.filter((at) => at !== row);
    for (const over of runsGiving(rows, others, pivot, row)) {
      const sums = sumsOf(rows, over);
      const { filled, equal } = compare(rows, row, sums);
      if (equal < filled) continue;
      const agreed = agreeing(rows, row, equalColumns(rows, row, sums), over);
      return [{ row, over, ...agreed, digits: agreed.digits - byChance, block: false, elsewhere: true }];
    }
    return [];
  });
}

/** Runs of at least two rows whose figures in one column, all of them from 0, make the figure of the row. */
function* runsGiving(
  { fields, numbers }: FigureRows,
  others: readonly number[],
  column: number,
  row: number,
): Iterable<readonly number[]> {
  const figure = (at: number): number => numbers[at * fields.length + column] ?? 0;
  const wanted = figure(row);
  if (wanted <= 0) return;
  let sum = 0;
  let first = 0;
  for (const [last, at] of others.entries()) {
    sum += figure(at);
    while (sum > wanted) {
      sum -= figure(others[first] ?? 0);
      first += 1;
    }
    if (sum === wanted && last > first) yield others.slice(first, last + 1);
  }
}
