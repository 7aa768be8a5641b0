/** All rows of a table together are twice or three times the sender's own total: something in it is said again. */
import type { FieldDefinition, FigureTable } from '../../model.js';
import type { StatedTotal } from './stated-total.js';

export interface TimesTotal {
  readonly times: 2 | 3;
  /** Subtotals of another day make it about so many times. */
  readonly about: boolean;
}

/** A ratio is about a whole one within so much of it. */
const ABOUT = 0.1;

interface Ratios {
  readonly all: readonly number[];
  /** Without the rows that may be sums. */
  readonly without: readonly number[];
}

/** In every column that both have. `gone`: rows that have left the table; `suspected`: rows that may be sums. */
export function timesTotal(
  table: FigureTable,
  adding: readonly FieldDefinition[],
  rows: { readonly gone: ReadonlySet<number>; readonly suspected: ReadonlySet<number> },
  total: StatedTotal,
): TimesTotal | undefined {
  const { all, without } = ratiosOf(table, adding, rows, total);
  if (all.length === 0) return undefined;
  for (const times of [2, 3] as const) {
    if (all.every((one) => one === times)) return { times, about: false };
    // Without such rows the total may be wrong as well, of the second part alone or with a digit too few.
    if (rows.suspected.size > 0 && areAbout(all, times) && areAbout(without, 1))
      return { times, about: true };
  }
  return undefined;
}

const areAbout = (ratios: readonly number[], whole: number): boolean =>
  ratios.every((one) => Math.abs(one - whole) <= whole * ABOUT);

function ratiosOf(
  table: FigureTable,
  adding: readonly FieldDefinition[],
  { gone, suspected }: { readonly gone: ReadonlySet<number>; readonly suspected: ReadonlySet<number> },
  total: StatedTotal,
): Ratios {
  const [all, without]: [number[], number[]] = [[], []];
  for (const { id } of adding) {
    const column = table.columns.get(id);
    const stated = total.figures.get(id);
    if (column === undefined || stated === undefined || Number.isNaN(stated)) continue;
    if (column.states.some((state, row) => state === 'excluded' && !gone.has(row))) continue;
    let [sum, rest] = [0, 0];
    column.states.forEach((state, row) => {
      if (state !== 'value' || gone.has(row)) return;
      const number = column.numbers[row] ?? 0;
      sum += number;
      if (!suspected.has(row)) rest += number;
    });
    if (sum === 0 && stated === 0) continue;
    all.push(stated === 0 ? Number.NaN : sum / stated);
    without.push(stated === 0 ? Number.NaN : rest / stated);
  }
  return { all, without };
}
