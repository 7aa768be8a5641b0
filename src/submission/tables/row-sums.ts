/** What the figures of one row have in common with a sum of others, and the rows that are the sum of all others. */
import type { FieldDefinition, FieldId, FigureTable } from '../../model.js';

/** Figures of the rows of a table in one array: every row is added to many sums, and held against as many. */
export interface FigureRows {
  readonly fields: readonly FieldId[];
  readonly rowCount: number;
  /** Row after row, a figure a field; NaN where something stands that cannot be read, 0 where nothing does. */
  readonly numbers: Float64Array;
  /** Where something stands. */
  readonly said: Uint8Array;
}

/** What speaks about a row besides its figures. */
export interface RowFacts {
  readonly label: string;
  /** It carries a row number of its own. */
  readonly numbered: boolean;
  /** Some choice of the row is answered. */
  readonly answered: boolean;
  /** Named like a subtotal ("Cụm 1", "Xã Đông Phong (cũ)"), which an area may be called too. */
  readonly likely: boolean;
}

/** A sum for each field. */
export type Sums = Float64Array;

/** The adding figures of a table, row by row. */
export function figuresOf(table: FigureTable, adding: readonly FieldDefinition[]): FigureRows {
  const { rowCount } = table;
  const size = rowCount * adding.length;
  const [numbers, said] = [new Float64Array(size), new Uint8Array(size)];
  for (const [at, { id }] of adding.entries()) {
    const column = table.columns.get(id);
    column?.states.forEach((state, row) => {
      if (state !== 'value' && state !== 'excluded') return;
      const cell = row * adding.length + at;
      numbers[cell] = state === 'value' ? (column.numbers[row] ?? Number.NaN) : Number.NaN;
      said[cell] = 1;
    });
  }
  return { fields: adding.map(({ id }) => id), rowCount, numbers, said };
}

/** The same rows and below them others, whose fields may be more. */
export function withRows(rows: FigureRows, more: readonly ReadonlyMap<FieldId, number>[]): FigureRows {
  const fields = [...new Set([...rows.fields, ...more.flatMap((row) => [...row.keys()])])];
  const rowCount = rows.rowCount + more.length;
  const [numbers, said] = [
    new Float64Array(rowCount * fields.length),
    new Uint8Array(rowCount * fields.length),
  ];
  const own = rows.fields.length;
  for (let row = 0; row < rows.rowCount; row += 1) {
    numbers.set(rows.numbers.subarray(row * own, (row + 1) * own), row * fields.length);
    said.set(rows.said.subarray(row * own, (row + 1) * own), row * fields.length);
  }
  for (const [index, row] of more.entries())
    for (const [field, number] of row) {
      const cell = (rows.rowCount + index) * fields.length + fields.indexOf(field);
      numbers[cell] = number;
      said[cell] = 1;
    }
  return { fields, rowCount, numbers, said };
}

export const noSums = ({ fields }: FigureRows): Sums => new Float64Array(fields.length);

/** A column that says something: both readable, and not both nothing. */
export const isFilled = (stated: number, sum: number): boolean =>
  !Number.isNaN(sum) && !Number.isNaN(stated) && (stated !== 0 || sum !== 0);

/** The figures of a row put to sums by field. */
export function addRow(sums: Sums, { fields, numbers }: FigureRows, row: number): void {
  const width = fields.length;
  for (let at = 0, cell = row * width; at < width; at += 1, cell += 1)
    sums[at] = (sums[at] ?? 0) + (numbers[cell] ?? 0);
}

/** The figures of these rows added up. */
export function sumsOf(figures: FigureRows, rows: readonly number[]): Sums {
  const sums = noSums(figures);
  for (const row of rows) addRow(sums, figures, row);
  return sums;
}

/** The figures of a row, as sums. */
export const sumsOfRow = ({ fields, numbers }: FigureRows, row: number): Sums =>
  numbers.subarray(row * fields.length, (row + 1) * fields.length);

/** Some figure of the row is as asked. */
export function someFigure(
  { fields, numbers, said }: FigureRows,
  row: number,
  asked: (number: number) => boolean,
): boolean {
  const end = (row + 1) * fields.length;
  for (let cell = row * fields.length; cell < end; cell += 1)
    if (said[cell] === 1 && asked(numbers[cell] ?? 0)) return true;
  return false;
}

/** A row whose figures are those of the rows `over`. */
export interface Run {
  readonly row: number;
  readonly over: readonly number[];
  readonly fields: readonly FieldId[];
  /** Digits that agree, zeros at the end of all rows apart: round figures agree by chance. */
  readonly digits: number;
  readonly columns: number;
  /** Everything up to the end of the table or the next such row. */
  readonly block: boolean;
  /** Among all runs of the table, so that chance has been taken off its digits. */
  readonly elsewhere?: true;
}

/** A figure is near a sum within a twentieth of it, or within one. */
const NEAR = 20;
export const isNear = (stated: number, sum: number): boolean =>
  Math.abs(stated - sum) <= Math.max(1, Math.max(stated, sum) / NEAR);

export interface Compared {
  readonly filled: number;
  readonly equal: number;
  /** Columns in which the sum is already larger. */
  readonly over: number;
  /** Columns that are equal or near. */
  readonly near: number;
}

/** A row beside a sum, column by column. */
export function compare({ fields, numbers, said }: FigureRows, row: number, sums: Sums): Compared {
  const width = fields.length;
  let filled = 0;
  let equal = 0;
  let over = 0;
  let near = 0;
  for (let at = 0, cell = row * width; at < width; at += 1, cell += 1) {
    if (said[cell] !== 1) continue;
    const number = numbers[cell] ?? 0;
    const sum = sums[at] ?? 0;
    if (!isFilled(number, sum)) continue;
    filled += 1;
    if (sum === number) equal += 1;
    else if (sum > number) over += 1;
    if (isNear(number, sum)) near += 1;
  }
  return { filled, equal, over, near };
}

/** The columns in which a row and a sum are equal. */
export const equalColumns = ({ fields, numbers, said }: FigureRows, row: number, sums: Sums): number[] =>
  fields.flatMap((_, at) => {
    const cell = row * fields.length + at;
    const number = numbers[cell] ?? 0;
    return said[cell] === 1 && isFilled(number, sums[at] ?? 0) && sums[at] === number ? [at] : [];
  });

/** In what some rows differ from others as a whole: sums carry no number of their own, and answer no choice. */
export interface Unlike {
  readonly unnumbered: boolean;
  readonly unanswered: boolean;
}

export function unlike(
  some: readonly number[],
  others: readonly number[],
  facts: readonly RowFacts[],
): Unlike {
  const all = (rows: readonly number[], is: (one: RowFacts) => boolean): boolean =>
    rows.every((row) => facts[row] !== undefined && is(facts[row]));
  return {
    unnumbered: all(some, ({ numbered }) => !numbered) && all(others, ({ numbered }) => numbered),
    unanswered: all(some, ({ answered }) => !answered) && all(others, ({ answered }) => answered),
  };
}

/** What agrees in these columns of a row: fields, and digits of figures that differ from one another. */
export function agreeing(
  rows: FigureRows,
  row: number,
  columns: readonly number[],
  over: readonly number[],
): Pick<Run, 'fields' | 'digits' | 'columns'> {
  const steps = stepsOf(rows, row, columns, over);
  return {
    fields: columns.flatMap((at) => rows.fields[at] ?? []),
    digits: digitsAgreed(steps),
    columns: steps.size,
  };
}

/**
 * The figures of a row in these columns, each once, and the power of ten that all of `over` are multiples of: in the column
 * where they are the least round, since only round rows make round sums by chance.
 */
export function stepsOf(
  rows: FigureRows,
  row: number,
  columns: readonly number[],
  over: readonly number[],
): ReadonlyMap<number, number> {
  const steps = new Map<number, number>();
  for (const { value, step } of saidBy(rows, row, columns, over))
    steps.set(value, Math.min(steps.get(value) ?? Infinity, step));
  return steps;
}

/** The same figures, column by column. */
export const saidBy = (
  { fields, numbers }: FigureRows,
  row: number,
  columns: readonly number[],
  over: readonly number[],
): readonly { readonly at: number; readonly value: number; readonly step: number }[] =>
  columns.map((at) => {
    const figureOf = (one: number): number => numbers[one * fields.length + at] ?? 0;
    return { at, value: figureOf(row), step: roundness(over.map(figureOf)) };
  });

/** The power of ten that all of the figures are multiples of: 10 for 120 and 1300. */
function roundness(figures: readonly number[]): number {
  const said = figures.filter((one) => one !== 0);
  let power = 1;
  while (said.length > 0 && said.every((one) => one % (power * 10) === 0)) power *= 10;
  return power;
}

/** Digits of figures that agree, each in its step. */
export const digitsAgreed = (steps: ReadonlyMap<number, number>): number =>
  [...steps].reduce((sum, [value, step]) => sum + Math.log10(1 + value / step), 0);

/**
 * Digits of figures that agree, in steps as round as their rows; of columns that lie close together ("hộ", "hộ đăng ký") only
 * the distance counts, since they grow together.
 */
export function digitsApart(steps: ReadonlyMap<number, number>): number {
  let digits = 0;
  let above = Infinity;
  for (const [value, step] of [...steps].sort(([a], [b]) => b - a)) {
    digits += Math.log10(1 + Math.min(value, above - value) / step);
    above = value;
  }
  return digits;
}

/** How many digits agree by chance in one of all pairs of so many rows, or in one of all their runs. */
export const digitsByChance = (rowCount: number): number =>
  Math.log10(Math.max(1, (rowCount * (rowCount - 1)) / 2));

/** The columns with the most figures above 0 first, all of them readable and none below. */
export function fullestColumns({ fields, numbers }: FigureRows, rows: readonly number[]): readonly number[] {
  const counts = fields.flatMap((_, at) => {
    const figures = rows.map((row) => numbers[row * fields.length + at] ?? 0);
    return figures.every((one) => one >= 0) ? [{ at, count: figures.filter((one) => one > 0).length }] : [];
  });
  return counts.sort((a, b) => b.count - a.count).map(({ at }) => at);
}

/** How many digits agree, zeros at their ends apart. */
export function digitsOf(values: Iterable<number>): number {
  let digits = 0;
  for (const value of values) {
    const plain = String(value).replace(/0+$/u, '');
    digits += plain === '' ? 0 : Math.log10(1 + Number(plain));
  }
  return digits;
}

/**
 * The rows amid the table that are the sum of all others above and below them together, those in `found` apart: a total that
 * was put between its rows. One at most of those that are left can be one.
 */
export function sumsAmid(figures: FigureRows, found: ReadonlyMap<number, unknown>): readonly Run[] {
  const left = rowsBut(figures, (row) => found.has(row));
  const totals = sumsOf(figures, left);
  for (const row of left.slice(1, -1)) {
    const stated = sumsOfRow(figures, row);
    const others = totals.map((total, at) => total - (stated[at] ?? 0));
    const { filled, equal } = compare(figures, row, others);
    if (filled === 0 || equal < filled) continue;
    const over = left.filter((at) => at !== row);
    return [{ row, over, ...agreeing(figures, row, equalColumns(figures, row, others), over), block: true }];
  }
  return [];
}

/** The rows of a table without some. */
export function rowsBut({ rowCount }: FigureRows, isLeftOut: (row: number) => boolean): number[] {
  const rows: number[] = [];
  for (let row = 0; row < rowCount; row += 1) if (!isLeftOut(row)) rows.push(row);
  return rows;
}
