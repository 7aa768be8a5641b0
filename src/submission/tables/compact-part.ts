/** What a file said, in as little memory as it needs until it is added up. */
import type { FigureTable, Part } from '../../model.js';
import { defined } from '../../values/defined.js';
import { columnPools, ownText, PackedColumns, type ColumnPools } from './packed-columns.js';

/** What was met before and is used again. */
interface Pools extends ColumnPools {
  readonly sheetRows: Map<string, readonly number[]>;
}

/** One per run. */
export function partCompactor(): (part: Part) => Part {
  const pools: Pools = { ...columnPools(), sheetRows: new Map() };
  return (part) => compactPart(part, pools);
}

const compactPart = ({ table, ...part }: Part, pools: Pools): Part => ({
  ...part,
  sheet: ownText(part.sheet, pools),
  ...defined({
    unit: part.unit === undefined ? undefined : ownText(part.unit, pools),
    period: part.period === undefined ? undefined : ownText(part.period, pools),
    table: table === undefined ? undefined : compactTable(table, pools),
  }),
});

function compactTable(table: FigureTable, pools: Pools): FigureTable {
  return {
    ...table,
    sheet: ownText(table.sheet, pools),
    sheetRows: shared(pools.sheetRows, table.sheetRows.join(), table.sheetRows),
    rowKeys: table.rowKeys.map((key) => ownText(key, pools)),
    rowLabels: table.rowLabels.map((label) => ownText(label, pools)),
    columns: new PackedColumns(table.columns, table.rowCount, pools),
    ...defined({ totals: table.totals === undefined ? undefined : compactTable(table.totals, pools) }),
  };
}

function shared<Value>(pool: Map<string, Value>, key: string, value: Value): Value {
  const known = pool.get(key) ?? value;
  pool.set(key, known);
  return known;
}
