/** Links from a sum to what it sums: subtotals and totals to their lines, a unit's line to its rows in the detail sheet. */
import { cellAddress } from '../../values/cell-address.js';
import type { LongTable, TableRow } from '../../model.js';

/** Where a table stands. */
export interface TablePlace {
  readonly table: LongTable;
  readonly sheetName: string;
  /** Sheet row of `rows[0]`, 1-based. */
  readonly firstBody: number;
}

/** The column that names the lines of a table. */
export const nameColumn = (table: LongTable): number =>
  table.columns.findIndex(({ kind }) => kind === 'text');

const location = ({ table, sheetName, firstBody }: TablePlace, from: number, to: number): string =>
  `'${sheetName.replaceAll("'", "''")}'!${cellAddress(firstBody + from, 1)}:${cellAddress(firstBody + to, table.columns.length)}`;

/** Where a row leads to, when it leads anywhere. */
export type RowLink = (row: TableRow) => string | undefined;

/** Links of one table; `details` are the rows of units by their name, when another sheet has them. */
export function rowLinks(place: TablePlace, details?: ReadonlyMap<string, string>): RowLink {
  const column = nameColumn(place.table);
  return ({ role, sums = [], cells }) => {
    if (sums.length > 0) {
      const [first = 0] = sums;
      const least = sums.reduce((one, other) => Math.min(one, other), first);
      const most = sums.reduce((one, other) => Math.max(one, other), first);
      return location(place, least, most);
    }
    const name = cells[column];
    return role === 'unit' && name?.kind === 'text' ? details?.get(name.text) : undefined;
  };
}

export interface UnitRows {
  readonly visit: (row: TableRow, index: number) => void;
  /** Location of the rows of each unit by its name. */
  readonly locations: (place: TablePlace) => ReadonlyMap<string, string>;
}

/** Rows of each unit in a sheet that names units in `unit` and their codes in `unitCode`; shared names have no link. */
export function unitRows(table: LongTable): UnitRows {
  const at = (id: string): number => table.columns.findIndex((column) => column.id === id);
  const [unit, code] = [at('unit'), at('unitCode')];
  const found = new Map<
    string,
    { readonly from: number; to: number; readonly code: string; whole: boolean }
  >();
  return {
    visit: ({ cells }, index) => {
      const [name, number] = [cells[unit], cells[code]];
      if (name?.kind !== 'text' || number?.kind !== 'text') return;
      const known = found.get(name.text);
      if (known === undefined)
        found.set(name.text, { from: index, to: index, code: number.text, whole: true });
      else {
        known.whole &&= known.to === index - 1 && known.code === number.text;
        known.to = index;
      }
    },
    locations: (place) =>
      new Map(
        [...found].flatMap(([name, { from, to, whole }]) =>
          whole ? [[name, location(place, from, to)] as const] : [],
        ),
      ),
  };
}
