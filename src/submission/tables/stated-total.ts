/** What the sender's own total says of rows that may be sums: whether he added them in. */
import type { FieldId } from '../../model.js';
import { isFilled, type FigureRows } from './row-sums.js';

/** Figures of the sender's total; `typed`: no formula, so that the sender added up himself. */
export interface StatedTotal {
  readonly figures: ReadonlyMap<FieldId, number>;
  readonly typed: boolean;
}

/** The sender added up all rows himself, the sums found apart, and his total is right. */
export function countsAll(
  rows: FigureRows,
  taken: ReadonlySet<number>,
  total: StatedTotal | undefined,
): boolean {
  if (total?.typed !== true) return false;
  const stated = [...total.figures].map(([field, figure]) => ({
    figure,
    sum: bothSums(rows, rows.fields.indexOf(field), taken)[0],
  }));
  const filled = stated.filter(({ figure, sum }) => isFilled(figure, sum));
  return filled.length > 0 && filled.every(({ figure, sum }) => figure === sum);
}

/** Whether the sender's own total holds without the rows found, or with them; undefined when it says neither. */
export function agreement(
  rows: FigureRows,
  found: ReadonlySet<number>,
  total: StatedTotal | undefined,
): 'without' | 'with' | undefined {
  if (total === undefined || found.size === 0) return undefined;
  let differs = false;
  let [without, withThem] = [true, total.typed];
  for (const [field, stated] of total.figures) {
    const [some, every] = bothSums(rows, rows.fields.indexOf(field), found);
    if ([stated, some, every].some((number) => Number.isNaN(number))) continue;
    if (some !== every) differs = true;
    if (stated !== some) without = false;
    if (stated !== every) withThem = false;
  }
  if (!differs) return undefined;
  return without ? 'without' : withThem ? 'with' : undefined;
}

/** The sum of a column without the rows found, and of all its rows; 0 for a field without a column. */
function bothSums(
  { fields, rowCount, numbers }: FigureRows,
  column: number,
  found: ReadonlySet<number>,
): readonly [some: number, every: number] {
  let some = 0;
  let every = 0;
  if (column >= 0)
    for (let row = 0; row < rowCount; row += 1) {
      const number = numbers[row * fields.length + column] ?? 0;
      every += number;
      if (!found.has(row)) some += number;
    }
  return [some, every];
}
