/**
 * Random sheets of numbers and formulas. Each formula is made together with a function that says its value in the
 * floating point of spreadsheets; nothing of the program's own reading or arithmetic is used.
 */
import type { RawCell, RawSheet } from '../../../../src/model.js';
import { cellAddress, columnLetter } from '../../../../src/values/cell-address.js';

export type Draw = () => number;

/** mulberry32: the same numbers for the same seed everywhere. */
export function seeded(seed: number): Draw {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const below = (draw: Draw, limit: number): number => Math.floor(draw() * limit);
const oneOf = <Item>(draw: Draw, items: readonly [Item, ...Item[]]): Item =>
  items[below(draw, items.length)] ?? items[0];

/** What a cell holds: a number, a text, nothing, or an error. */
type Held = number | string | undefined | Fault;
class Fault {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

export interface MadeCell {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly text?: string;
  /** From the values of all cells before it. */
  readonly value: (held: (sheet: number, row: number, column: number) => Held) => Held;
}

type Look = Parameters<MadeCell['value']>[0];
interface Made {
  readonly text: string;
  readonly value: (held: Look) => number | Fault;
}

const NAMES = ['Biểu 01', "Sổ 'phụ'"] as const;
const [ROWS, COLUMNS] = [14, 7];

interface Reach {
  readonly draw: Draw;
  readonly own: number;
  /** Cells that may be looked at. */
  readonly before: readonly MadeCell[];
}

const prefix = (reach: Reach, sheet: number): string =>
  sheet === reach.own && reach.draw() < 0.9 ? '' : `'${(NAMES[sheet] ?? '').replaceAll("'", "''")}'!`;
const dollars = (draw: Draw, row: number, column: number): string =>
  `${draw() < 0.2 ? '$' : ''}${columnLetter(column)}${draw() < 0.2 ? '$' : ''}${row}`;

const counted = (held: Held): number | Fault =>
  held instanceof Fault
    ? held
    : held === undefined
      ? 0
      : typeof held === 'number'
        ? held
        : /^\d+$/u.test(held)
          ? Number(held)
          : new Fault('#VALUE!');

function reference(reach: Reach): Made {
  const { draw, before } = reach;
  const cell = before[below(draw, before.length)];
  if (cell === undefined) return literal(reach);
  const { sheet, row, column } = cell;
  return {
    text: prefix(reach, sheet) + dollars(draw, row, column),
    value: (held) => counted(held(sheet, row, column)),
  };
}

function literal({ draw }: Reach): Made {
  const text = oneOf(draw, [String(below(draw, 400)), (below(draw, 4000) / 100).toFixed(2), '5%', '1.2E2']);
  const value = text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
  return { text, value: () => value };
}

/** An area over cells that may be looked at only: one column of the sheet that is full so far. */
function sum(reach: Reach): Made {
  const { draw, before } = reach;
  const parts = Array.from({ length: 1 + below(draw, 3) }, () => {
    const column = 1 + below(draw, COLUMNS);
    const sheet = below(draw, 2);
    const rows = before
      .filter((cell) => cell.sheet === sheet && cell.column === column)
      .map(({ row }) => row);
    const [top, bottom] = stretch(draw, rows);
    if (top === 0) return literal(reach);
    const places = Array.from({ length: bottom - top + 1 }, (_, index) => top + index);
    return {
      text: `${prefix(reach, sheet)}${dollars(draw, top, column)}:${dollars(draw, bottom, column)}`,
      value: (held: Look) => added(places.map((row) => held(sheet, row, column))),
    };
  });
  return {
    text: `${oneOf(draw, ['SUM', 'sum'])}(${parts.map(({ text }) => text).join(oneOf(draw, [',', ' , ']))})`,
    value: (held) => added(parts.map(({ value }) => value(held))),
  };
}

/** Rows that follow one another from the first on: what stands between is known. */
function stretch(draw: Draw, rows: readonly number[]): readonly [number, number] {
  const sorted = [...new Set(rows)].sort((a, b) => a - b);
  const start = below(draw, sorted.length);
  let end = start;
  while ((sorted[end + 1] ?? 0) === (sorted[end] ?? 0) + 1 && draw() < 0.85) end += 1;
  return [sorted[start] ?? 0, sorted[end] ?? 0];
}

function added(items: readonly Held[]): number | Fault {
  let total = 0;
  for (const item of items) {
    if (item instanceof Fault) return item;
    if (typeof item === 'number') total += item;
  }
  return total;
}

function joined(draw: Draw, left: Made, right: Made): Made {
  const operator = oneOf(draw, ['+', '-', '-', '*', '/']);
  const space = draw() < 0.2 ? ' ' : '';
  return {
    text: `(${left.text}${space}${operator}${space}${right.text})`,
    value: (held) => {
      const [a, b] = [left.value(held), right.value(held)];
      if (a instanceof Fault) return a;
      if (b instanceof Fault) return b;
      if (operator === '+') return a + b;
      if (operator === '-') return a - b;
      if (operator === '*') return a * b;
      return b === 0 ? new Fault('#DIV/0!') : a / b;
    },
  };
}

function expression(reach: Reach, depth: number): Made {
  const { draw } = reach;
  const pick = draw();
  if (depth === 0 || pick < 0.2) return draw() < 0.8 ? reference(reach) : literal(reach);
  if (pick < 0.5) return sum(reach);
  if (pick < 0.85) return joined(draw, expression(reach, depth - 1), expression(reach, depth - 1));
  const inner = expression(reach, depth - 1);
  return {
    text: `-${inner.text}`,
    value: (held) => {
      const value = inner.value(held);
      return value instanceof Fault ? value : -value;
    },
  };
}

/** Typed content: whole numbers mostly, some amounts, texts, numbers stored as text. */
function typed(draw: Draw): Held {
  const pick = draw();
  if (pick < 0.65) return below(draw, 900);
  if (pick < 0.8) return below(draw, 900_000) / 1000;
  if (pick < 0.9) return undefined;
  return pick < 0.96 ? oneOf(draw, ['không', '-', 'x']) : String(below(draw, 99));
}

export interface MadeBook {
  readonly cells: readonly MadeCell[];
  readonly inputs: ReadonlyMap<MadeCell, Held>;
}

const key = (sheet: number, row: number, column: number): string => `${sheet}:${row}:${column}`;

/** Cells in an order in which each looks only at those before it; where they stand has nothing to do with it. */
export function madeBook(draw: Draw): MadeBook {
  const places = [0, 1].flatMap((sheet) =>
    Array.from({ length: ROWS * COLUMNS }, (_, index) => ({
      sheet,
      row: 3 + Math.floor(index / COLUMNS),
      column: 1 + (index % COLUMNS),
    })),
  );
  for (let index = places.length - 1; index > 0; index -= 1) {
    const other = below(draw, index + 1);
    const [a, b] = [places[index], places[other]];
    if (a !== undefined && b !== undefined) [places[index], places[other]] = [b, a];
  }
  const cells: MadeCell[] = [];
  const inputs = new Map<MadeCell, Held>();
  for (const place of places) {
    if (cells.length < 40 || draw() < 0.6) {
      const cell: MadeCell = { ...place, value: () => inputs.get(cell) };
      inputs.set(cell, typed(draw));
      cells.push(cell);
    } else {
      const made = expression({ draw, own: place.sheet, before: cells }, 3);
      // A formula that only points at a number stored as text would give that text.
      cells.push({ ...place, text: `${made.text}+0`, value: made.value });
    }
  }
  return { cells, inputs };
}

/** The value of every cell, as a spreadsheet calculates it. */
export function valuesOf({ cells }: MadeBook): ReadonlyMap<MadeCell, Held> {
  const values = new Map<MadeCell, Held>();
  const byPlace = new Map(cells.map((cell) => [key(cell.sheet, cell.row, cell.column), cell]));
  for (const cell of cells)
    values.set(
      cell,
      cell.value((sheet, row, column) => {
        const at = byPlace.get(key(sheet, row, column));
        return at === undefined ? undefined : values.get(at);
      }),
    );
  return values;
}

/** As a file stores it. */
export function storedText(held: Held): string {
  return held instanceof Fault ? held.name : String(Object.is(held, -0) ? 0 : (held ?? ''));
}

/** The sheets as read; stored results from `values`. */
export function sheetsOf(book: MadeBook, values: ReadonlyMap<MadeCell, Held>): readonly RawSheet[] {
  return NAMES.map((name, index) => ({
    name,
    state: 'visible' as const,
    cells: book.cells
      .filter((cell) => cell.sheet === index)
      .sort((a, b) => a.row - b.row || a.column - b.column)
      .flatMap((cell) => rawCell(cell, values.get(cell))),
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    date1904: false,
  }));
}

function rawCell({ row, column, text }: MadeCell, held: Held): readonly RawCell[] {
  if (held === undefined) return [];
  const kind = held instanceof Fault ? 'error' : typeof held === 'number' ? 'number' : 'text';
  const formula = text === undefined ? {} : { formula: true, expression: text };
  return [{ row, column, kind, raw: storedText(held), ...formula }];
}

export const placeOf = ({ sheet, row, column }: MadeCell): string =>
  `${NAMES[sheet] ?? ''}!${cellAddress(row, column)}`;
