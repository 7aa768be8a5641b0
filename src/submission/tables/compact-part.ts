/**
 * What a file said, in as little memory as it needs until it is added up. Texts read from a file are often cut out of
 * the whole sheet and would hold it; columns of one answer are alike in thousands of files.
 */
import type { CellState, FieldColumn, FigureTable, Part } from '../../model.js';
import { defined } from '../../values/defined.js';

/** What was met before and is used again. */
interface Pools {
  readonly texts: Map<string, string>;
  readonly states: Map<string, CellState[]>;
  /** By number of rows. */
  readonly blanks: Map<number, (string | undefined)[]>;
  readonly figureless: Map<number, Float64Array>;
}

/** One per run. */
export function partCompactor(): (part: Part) => Part {
  const pools: Pools = { texts: new Map(), states: new Map(), blanks: new Map(), figureless: new Map() };
  return (part) => compactPart(part, pools);
}

const compactPart = ({ table, ...part }: Part, pools: Pools): Part => ({
  ...part,
  sheet: kept(part.sheet, pools),
  ...defined({
    unit: part.unit === undefined ? undefined : kept(part.unit, pools),
    period: part.period === undefined ? undefined : kept(part.period, pools),
    table: table === undefined ? undefined : compactTable(table, pools),
  }),
});

function compactTable(table: FigureTable, pools: Pools): FigureTable {
  const columns = new Map([...table.columns].map(([id, column]) => [id, withoutOwnTexts(column, pools)]));
  return {
    ...table,
    sheet: kept(table.sheet, pools),
    rowKeys: table.rowKeys.map((key) => kept(key, pools)),
    rowLabels: table.rowLabels.map((label) => kept(label, pools)),
    columns: withSharedNumbers(columns, pools),
    ...defined({ totals: table.totals === undefined ? undefined : compactTable(table.totals, pools) }),
  };
}

function withoutOwnTexts(column: FieldColumn, pools: Pools): FieldColumn {
  const { states, texts } = column;
  return {
    ...column,
    states: shared(pools.states, states.join(), states),
    texts: texts.every((text) => text === undefined)
      ? shared(pools.blanks, texts.length, texts)
      : texts.map((text) => (text === undefined ? text : kept(text, pools))),
  };
}

/** The numbers of a table in one buffer: one for each of hundreds of columns would weigh more than they. */
function withSharedNumbers(
  columns: ReadonlyMap<string, FieldColumn>,
  { figureless }: Pools,
): ReadonlyMap<string, FieldColumn> {
  const own = [...columns.values()].filter(hasFigures);
  const room = new Float64Array(own.reduce((total, { numbers }) => total + numbers.length, 0));
  let used = 0;
  return new Map(
    [...columns].map(([id, column]) => {
      const { numbers } = column;
      if (!hasFigures(column))
        return [id, { ...column, numbers: shared(figureless, numbers.length, numbers) }];
      room.set(numbers, used);
      used += numbers.length;
      return [id, { ...column, numbers: room.subarray(used - numbers.length, used) }];
    }),
  );
}

const hasFigures = ({ numbers }: FieldColumn): boolean => numbers.some((number) => !Number.isNaN(number));

function shared<Key, Value>(pool: Map<Key, Value>, key: Key, value: Value): Value {
  const known = pool.get(key) ?? value;
  pool.set(key, known);
  return known;
}

/** Texts up to this length are copied when they are cut out of another. */
const LONGEST_COPIED = 12;

/** The same text, in memory of its own and once for all files. */
function kept(text: string, { texts }: Pools): string {
  const known = texts.get(text);
  if (known !== undefined) return known;
  const copy = text.length <= LONGEST_COPIED ? text : text.split('').join('');
  texts.set(copy, copy);
  return copy;
}
