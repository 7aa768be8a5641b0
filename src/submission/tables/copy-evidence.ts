/** How many digits two rows agree in, of a table whose figures may be round and may follow one another. */
import { leastOfFollowing } from './following-columns.js';
import { digitsApart, digitsByChance, type FigureRows } from './row-sums.js';

/** Digits in which a row agrees with another in some columns, so many as two of all rows agree in by chance taken off. */
export function copyEvidence(
  rows: FigureRows,
  among: readonly number[],
): (row: number, columns: readonly number[]) => number {
  const { fields, numbers } = rows;
  const byChance = digitsByChance(among.length);
  const columnSteps = new Map<number, number>();
  const toldOnce = leastOfFollowing(rows);
  return (row, columns) => {
    const said = columns.map((at) => {
      const value = numbers[row * fields.length + at] ?? 0;
      if (!columnSteps.has(at)) columnSteps.set(at, stepOfMost(rows, among, at));
      return { at, value, step: stepOf(value, columnSteps.get(at) ?? 1) };
    });
    return digitsApart(toldOnce(said)) - byChance;
  };
}

/** What most figures of a column are multiples of: one figure alone ends in a nought by chance. */
function stepOfMost({ fields, numbers }: FigureRows, among: readonly number[], at: number): number {
  const said = among.map((row) => numbers[row * fields.length + at] ?? 0).filter((one) => one !== 0);
  const most = (step: number): boolean => said.filter((one) => one % step === 0).length * 3 > said.length * 2;
  let step = 1;
  while (said.length > 0 && most(step * 10)) step *= 10;
  return said.length > 0 && most(step * 5) ? step * 5 : step;
}

/** A figure that is not as round as the others says more. */
const stepOf = (value: number, step: number): number => (value % step === 0 ? step : 1);
