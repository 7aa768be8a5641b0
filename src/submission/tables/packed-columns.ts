/**
 * The columns of a table in a few numbers each, opened when they are asked for. Thousands of communes send the same
 * columns, and an object for each of hundreds of fields weighs many times what they sent.
 */
import type { CellState, ExactRate, FieldColumn, FieldId } from '../../model.js';
import { STATE_LETTER } from '../../model/results/shapes.js';
import { defined } from '../../values/defined.js';

/** What was met before and is used again; one per run. */
export interface ColumnPools {
  readonly layouts: Pool<Layout>;
  readonly states: Pool<CellState[]>;
  readonly texts: Pool<string>;
  /** By number of rows: columns without a text, and without a figure. */
  readonly blanks: Map<number, (string | undefined)[]>;
  readonly figureless: Map<number, Float64Array>;
  /** Tables whose columns were asked for last. */
  readonly open: OpenTable[];
}

export const columnPools = (): ColumnPools => ({
  layouts: new Pool(),
  states: new Pool(),
  texts: new Pool(),
  blanks: new Map(),
  figureless: new Map(),
  open: [],
});

/** Which fields a table has and where they stand in the sheet: the same in every form made of one template. */
interface Layout {
  readonly index: ReadonlyMap<FieldId, number>;
  readonly places: readonly Pick<FieldColumn, 'field' | 'column' | 'row' | 'cells'>[];
}

interface OpenTable {
  readonly of: PackedColumns;
  readonly columns: Map<FieldId, FieldColumn>;
}

/** Every value once, with a number that stands for it. */
class Pool<Value> {
  readonly #numbers = new Map<string, number>();
  readonly #values: Value[] = [];

  numberOf(key: string, make: () => Value): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#values.length);
    return this.#values.push(make()) - 1;
  }

  at(number: number): Value | undefined {
    return this.#values[number];
  }

  one(key: string, make: () => Value): Value {
    const value = this.at(this.numberOf(key, make));
    if (value === undefined) throw new Error('what was pooled is there');
    return value;
  }
}

/** Tables that are held open: those of one unit and a few more. */
const OPEN_TABLES = 12;
/** Per column: number of its states, start of its figures, of its texts, of what was typed; -1: there are none. */
const PLACES = 4;
const NO_TEXT = -1;

const hasFigures = ({ numbers }: FieldColumn): boolean => numbers.some((number) => !Number.isNaN(number));
const hasTexts = ({ texts }: FieldColumn): boolean => texts.some((text) => text !== undefined);

/** A text cut out of a sheet holds the whole sheet; this one is in memory of its own, and once for all files. */
export const ownText = (text: string, { texts }: ColumnPools): string => texts.one(text, () => copied(text));

/** Texts up to this length are copied when they are cut out of another. */
const LONGEST_COPIED = 12;
const copied = (text: string): string => (text.length <= LONGEST_COPIED ? text : text.split('').join(''));

export class PackedColumns implements ReadonlyMap<FieldId, FieldColumn> {
  readonly #pools: ColumnPools;
  readonly #layout: Layout;
  readonly #rowCount: number;
  readonly #numbers: Float64Array;
  /** Places of the columns, then the texts by their numbers in the pool. */
  readonly #places: Int32Array;
  readonly #exact: ReadonlyMap<FieldId, ReadonlyMap<number, ExactRate>> | undefined;

  constructor(columns: ReadonlyMap<FieldId, FieldColumn>, rowCount: number, pools: ColumnPools) {
    const all = [...columns.values()];
    const figures = all.filter(hasFigures);
    const texts = all.filter(hasTexts).length + all.filter(({ typed }) => typed !== undefined).length;
    this.#pools = pools;
    this.#rowCount = rowCount;
    this.#layout = pools.layouts.one(layoutKey(all), () => layoutOf(all));
    this.#numbers = new Float64Array(figures.length * rowCount);
    this.#places = new Int32Array(PLACES * all.length + texts * rowCount);
    const exact = all.flatMap(({ field, exact: rates }) =>
      rates === undefined ? [] : [[field, rates] as const],
    );
    this.#exact = exact.length === 0 ? undefined : new Map(exact);
    this.#fill(all);
  }

  #fill(columns: readonly FieldColumn[]): void {
    let [figures, texts] = [0, PLACES * columns.length];
    const setTexts = (own: readonly (string | undefined)[]): number => {
      const start = texts;
      this.#places.set(
        own.map((text) => this.#numberOf(text)),
        start,
      );
      texts += this.#rowCount;
      return start;
    };
    for (const [index, column] of columns.entries()) {
      const key = column.states.map((state) => STATE_LETTER[state]).join('');
      const states = this.#pools.states.numberOf(key, () => column.states);
      const places = [states, -1, -1, -1];
      if (hasFigures(column)) {
        this.#numbers.set(column.numbers, figures);
        places[1] = figures;
        figures += this.#rowCount;
      }
      if (hasTexts(column)) places[2] = setTexts(column.texts);
      if (column.typed !== undefined) places[3] = setTexts(column.typed);
      this.#places.set(places, PLACES * index);
    }
  }

  #numberOf(text: string | undefined): number {
    return text === undefined ? NO_TEXT : this.#pools.texts.numberOf(text, () => copied(text));
  }

  get size(): number {
    return this.#layout.places.length;
  }

  has(field: FieldId): boolean {
    return this.#layout.index.has(field);
  }

  get(field: FieldId): FieldColumn | undefined {
    const index = this.#layout.index.get(field);
    if (index === undefined) return undefined;
    const open = this.#opened();
    const known = open.get(field);
    if (known !== undefined) return known;
    const column = this.#columnAt(index);
    open.set(field, column);
    return column;
  }

  /** Columns asked for lately are kept as they are: rules ask for the same ones again and again. */
  #opened(): Map<FieldId, FieldColumn> {
    const { open } = this.#pools;
    const [first] = open;
    if (first?.of === this) return first.columns;
    const known = open.find(({ of }) => of === this);
    if (known !== undefined) return known.columns;
    const columns = new Map<FieldId, FieldColumn>();
    open.unshift({ of: this, columns });
    if (open.length > OPEN_TABLES) open.pop();
    return columns;
  }

  #columnAt(index: number): FieldColumn {
    const place = this.#layout.places[index];
    if (place === undefined) throw new RangeError(`no column ${String(index)}`);
    const at = PLACES * index;
    const figures = this.#places[at + 1] ?? -1;
    const texts = this.#places[at + 2] ?? -1;
    const typed = this.#places[at + 3] ?? -1;
    const { field, column, row, cells } = place;
    const exact = this.#exact?.get(field);
    const found = {
      field,
      column,
      states: this.#pools.states.at(this.#places[at] ?? -1) ?? [],
      numbers: figures < 0 ? this.#figureless() : this.#numbers.subarray(figures, figures + this.#rowCount),
      texts: texts < 0 ? this.#blanks() : this.#textsAt(texts),
    };
    if (cells !== undefined || exact !== undefined || typed >= 0)
      return {
        ...found,
        ...defined({ row, cells, exact, typed: typed < 0 ? undefined : this.#textsAt(typed) }),
      };
    return row === undefined ? found : { ...found, row };
  }

  #textsAt(start: number): (string | undefined)[] {
    const texts: (string | undefined)[] = [];
    for (let at = start; at < start + this.#rowCount; at += 1) {
      const number = this.#places[at] ?? NO_TEXT;
      texts.push(number === NO_TEXT ? undefined : this.#pools.texts.at(number));
    }
    return texts;
  }

  #figureless(): Float64Array {
    const { figureless } = this.#pools;
    const known = figureless.get(this.#rowCount) ?? new Float64Array(this.#rowCount).fill(Number.NaN);
    figureless.set(this.#rowCount, known);
    return known;
  }

  #blanks(): (string | undefined)[] {
    const { blanks } = this.#pools;
    const known = blanks.get(this.#rowCount) ?? Array.from({ length: this.#rowCount }, () => undefined);
    blanks.set(this.#rowCount, known);
    return known;
  }

  keys(): MapIterator<FieldId> {
    return this.#layout.index.keys();
  }

  *entries(): MapIterator<[FieldId, FieldColumn]> {
    const open = this.#opened();
    for (const [index, { field }] of this.#layout.places.entries()) {
      const column = open.get(field) ?? this.#columnAt(index);
      open.set(field, column);
      yield [field, column];
    }
  }

  *values(): MapIterator<FieldColumn> {
    for (const [, column] of this.entries()) yield column;
  }

  forEach(
    visit: (column: FieldColumn, field: FieldId, columns: ReadonlyMap<FieldId, FieldColumn>) => void,
  ): void {
    for (const [field, column] of this.entries()) visit(column, field, this);
  }

  [Symbol.iterator](): MapIterator<[FieldId, FieldColumn]> {
    return this.entries();
  }
}

const layoutKey = (columns: readonly FieldColumn[]): string =>
  columns
    .map(
      ({ field, column, row, cells = [] }) =>
        `${field} ${String(column)} ${row === undefined ? '' : String(row)} ${cells.join('|')}`,
    )
    .join();

const layoutOf = (columns: readonly FieldColumn[]): Layout => ({
  index: new Map(columns.map(({ field }, index) => [field, index])),
  places: columns.map(({ field, column, row, cells }) => ({ field, column, ...defined({ row, cells }) })),
});
