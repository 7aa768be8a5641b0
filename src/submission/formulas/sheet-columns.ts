/** The cells of a sheet by column: a sum over many rows costs one subtraction, and formulas in a range are found fast. */
import type { RawCell, RawSheet } from '../../model.js';
import { minus, plus, ZERO, type Exact } from './exact-number.js';
import type { Area } from './formula-syntax.js';
import { storedValue } from './formula-value.js';
import { firstAtLeast } from '../../values/of-many.js';

/** Cells of one column in row order. */
interface Column {
  readonly rows: number[];
  readonly cells: RawCell[];
  /** Positions of cells that are not simply added: formulas, errors, truth values, numbers that cannot be read. */
  readonly special: number[];
  /** Sum of the typed numbers before each position. */
  readonly sums: Exact[];
}

/** A stretch of one column. */
interface Stretch {
  readonly column: Column;
  readonly from: number;
  readonly to: number;
}

export class SheetColumns {
  private readonly columns = new Map<number, Column>();

  constructor(sheet: RawSheet) {
    for (const cell of sheet.cells) {
      const column = this.columns.get(cell.column) ?? { rows: [], cells: [], special: [], sums: [ZERO] };
      this.columns.set(cell.column, column);
      const before = column.sums[column.cells.length] ?? ZERO;
      const value = cell.formula === true ? undefined : storedValue(cell);
      if (value === undefined || value.kind === 'error' || value.kind === 'boolean')
        column.special.push(column.cells.length);
      column.sums.push(value?.kind === 'number' ? plus(before, value.number) : before);
      column.rows.push(cell.row);
      column.cells.push(cell);
    }
  }

  at(row: number, column: number): RawCell | undefined {
    const cells = this.columns.get(column);
    if (cells === undefined) return undefined;
    const index = firstAtLeast(cells.rows, row);
    return cells.rows[index] === row ? cells.cells[index] : undefined;
  }

  /** Stored cells of an area, column by column. */
  *inArea(area: Area): Iterable<RawCell> {
    for (const { column, from, to } of this.stretches(area))
      for (let index = from; index < to; index += 1) {
        const cell = column.cells[index];
        if (cell !== undefined) yield cell;
      }
  }

  /** The cells of an area that `typedSum` leaves out. */
  *specialIn(area: Area): Iterable<RawCell> {
    for (const { column, from, to } of this.stretches(area)) {
      const { special } = column;
      for (let index = firstAtLeast(special, from); (special[index] ?? to) < to; index += 1) {
        const cell = column.cells[special[index] ?? 0];
        if (cell !== undefined) yield cell;
      }
    }
  }

  /** Sum of the numbers typed in an area; texts add nothing. */
  typedSum(area: Area): Exact {
    let sum = ZERO;
    for (const { column, from, to } of this.stretches(area))
      sum = plus(sum, minus(column.sums[to] ?? ZERO, column.sums[from] ?? ZERO));
    return sum;
  }

  private *stretches({ top, left, bottom, right }: Area): Iterable<Stretch> {
    const wide = right - left + 1 > this.columns.size;
    const places = wide
      ? [...this.columns.keys()].filter((place) => left <= place && place <= right)
      : Array.from({ length: right - left + 1 }, (_, index) => left + index);
    for (const place of places) {
      const column = this.columns.get(place);
      if (column === undefined) continue;
      yield { column, from: firstAtLeast(column.rows, top), to: firstAtLeast(column.rows, bottom + 1) };
    }
  }
}
