/** Links from a sum to what it sums: subtotals and totals to their lines, a unit's line to its rows in the detail sheet. */
import { cellAddress } from '../../values/cell-address.js';
import type { Table } from '../../model.js';
import { largest, smallest } from '../../values/of-many.js';

/** Where a table stands. */
export interface TablePlace {
  readonly table: Table;
  readonly sheetName: string;
  /** Sheet row of `rows[0]`, 1-based. */
  readonly firstBody: number;
}

/** Location inside the workbook by index of the row, for rows that have one. */
export type RowLinks = ReadonlyMap<number, string>;

/** The column that names the lines of a table. */
export const nameColumn = (table: Table): number => table.columns.findIndex(({ kind }) => kind === 'text');

const location = ({ table, sheetName, firstBody }: TablePlace, from: number, to: number): string =>
  `'${sheetName.replaceAll("'", "''")}'!${cellAddress(firstBody + from, 1)}:${cellAddress(firstBody + to, table.columns.length)}`;

/** Links of one table; `details` are the rows of units by their name, when another sheet has them. */
export function rowLinks(place: TablePlace, details?: ReadonlyMap<string, string>): RowLinks {
  const column = nameColumn(place.table);
  const links = new Map<number, string>();
  for (const [index, { role, sums = [], cells }] of place.table.rows.entries()) {
    if (sums.length > 0) {
      const at = smallest(sums);
      links.set(index, location(place, at, largest(sums)));
    } else if (role === 'unit') {
      const name = cells[column];
      const rows = name?.kind === 'text' ? details?.get(name.text) : undefined;
      if (rows !== undefined) links.set(index, rows);
    }
  }
  return links;
}

/** Rows of each unit in a sheet that names units in `unit` and their codes in `unitCode`; shared names have no link. */
export function unitRows(place: TablePlace): ReadonlyMap<string, string> {
  const at = (id: string): number => place.table.columns.findIndex((column) => column.id === id);
  const [unit, code] = [at('unit'), at('unitCode')];
  const found = new Map<
    string,
    { readonly from: number; to: number; readonly code: string; whole: boolean }
  >();
  for (const [index, { cells }] of place.table.rows.entries()) {
    const [name, number] = [cells[unit], cells[code]];
    if (name?.kind !== 'text' || number?.kind !== 'text') continue;
    const known = found.get(name.text);
    if (known === undefined) found.set(name.text, { from: index, to: index, code: number.text, whole: true });
    else {
      known.whole &&= known.to === index - 1 && known.code === number.text;
      known.to = index;
    }
  }
  return new Map(
    [...found].flatMap(([name, { from, to, whole }]) => (whole ? [[name, location(place, from, to)]] : [])),
  );
}

/** Depth of each row below the sums that stand above it; 0 where a table has no sums but its total. */
export function outlineLevels({ rows }: Table): readonly number[] {
  const levels = rows.map(() => 0);
  for (const { role, sums = [] } of rows) {
    if (role !== 'subtotal') continue;
    for (const index of sums) levels[index] = (levels[index] ?? 0) + 1;
  }
  return levels;
}
