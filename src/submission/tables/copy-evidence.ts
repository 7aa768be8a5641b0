/** How many digits two rows agree in, of a table whose figures may be round and may follow one another. */
import { largestStep, leastOfFollowing } from './following-columns.js';
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

/** Of two figures both are round by chance. */
const FEWEST = 3;

/** What most figures of a column are multiples of: one figure alone ends in a nought by chance. */
function stepOfMost({ fields, numbers }: FigureRows, among: readonly number[], at: number): number {
  const said = among.map((row) => numbers[row * fields.length + at] ?? 0).filter((one) => one !== 0);
  if (said.length < FEWEST) return 1;
  return largestStep((step) => said.filter((one) => one % step === 0).length * 3 > said.length * 2);
}

/** A figure that is not as round as the others says more. */
const stepOf = (value: number, step: number): number => (value % step === 0 ? step : 1);
