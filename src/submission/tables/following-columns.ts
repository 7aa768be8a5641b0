/** Columns that only follow another ("nhân khẩu" at four a household): a row that agrees in the one agrees in the other too. */
import type { FieldId } from '../../model.js';

/** Figures of the rows of a table, row after row. */
interface Figures {
  readonly fields: readonly FieldId[];
  readonly rowCount: number;
  readonly numbers: Float64Array;
}

/** Of fewer figures two are round by chance. */
const FEWEST = 4;

/** A figure that agrees, and the step it is rounded to. */
export interface Said {
  readonly at: number;
  readonly value: number;
  readonly step: number;
}

/**
 * Figures that agree with their steps, each once; of columns that follow one another the one of the fewest steps, which is
 * what was left to chance.
 */
export function leastOfFollowing(rows: Figures): (said: readonly Said[]) => ReadonlyMap<number, number> {
  let following: ReadonlyMap<number, number> | undefined;
  return (said) => {
    following ??= followingColumns(rows);
    const least = new Map<number, Said>();
    for (const one of said) {
      const base = following.get(one.at) ?? one.at;
      const known = least.get(base);
      if (known === undefined || one.value / one.step < known.value / known.step) least.set(base, one);
    }
    const steps = new Map<number, number>();
    for (const { value, step } of least.values())
      steps.set(value, Math.min(steps.get(value) ?? Infinity, step));
    return steps;
  };
}

/** Columns that follow no other one, each with the step that its figures are rounded to. */
export function leadingColumns(rows: Figures): ReadonlyMap<number, number> {
  const following = followingColumns(rows);
  const columns = [...rows.fields.keys()].filter((at) => !following.has(at));
  return new Map(columns.map((at) => [at, stepOf(figuresOfColumn(rows, at))]));
}

/** The columns that are, within a step, a fixed share of another column row by row, each with that other one. */
function followingColumns(rows: Figures): ReadonlyMap<number, number> {
  const { fields } = rows;
  const figures = fields.map((_, at) => figuresOfColumn(rows, at));
  const steps = figures.map(stepOf);
  const sums = figures.map((column) => column.reduce((sum, one) => sum + one, 0));
  // What is not round comes first, then the column of the fewest steps: the others are told from it.
  const order = [...fields.keys()].sort((a, b) => rank(steps, sums, a) - rank(steps, sums, b));
  return new Map(
    order.flatMap((at, place) => {
      const base = order.slice(0, place).find((other) => follow(figures, sums, steps, at, other));
      return base === undefined ? [] : [[at, base] as const];
    }),
  );
}

const rank = (steps: readonly number[], sums: readonly number[], at: number): number =>
  steps[at] === 1 ? 0 : 1 + (sums[at] ?? 0) / (steps[at] ?? 1);

const figuresOfColumn = ({ fields, rowCount, numbers }: Figures, at: number): readonly number[] =>
  Array.from({ length: rowCount }, (_, row) => numbers[row * fields.length + at] ?? 0);

/** Within a step of a fixed share of another column, row by row. */
function follow(
  figures: readonly (readonly number[])[],
  sums: readonly number[],
  steps: readonly number[],
  at: number,
  other: number,
): boolean {
  const [own, base] = [figures[at] ?? [], figures[other] ?? []];
  const [step = 1, sum = 0, whole = 0] = [steps[at], sums[at], sums[other]];
  return whole > 0 && own.every((one, row) => Math.abs(one - (sum / whole) * (base[row] ?? 0)) <= step);
}

function stepOf(column: readonly number[]): number {
  const said = column.filter((one) => one !== 0);
  if (said.length < FEWEST) return 1;
  return largestStep((step) => said.every((one) => one % step === 0));
}

/** The largest of 1, 5, 10, 50, 100 … that fits; what fits one must fit the smaller ones that divide it. */
export function largestStep(fits: (step: number) => boolean): number {
  let step = 1;
  while (fits(step * 10)) step *= 10;
  return fits(step * 5) ? step * 5 : step;
}
