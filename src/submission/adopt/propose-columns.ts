/** What each column of a found table is: a field of the set, a role, a new field, or nothing that is read. */
import type { OwnColumn } from '../../model.js';
import { isOrdinalHeader, pathKeyOf } from '../layout/header-path.js';
import { distinctColumns, type AlikeColumns, type DistinctColumns } from './columns-alike.js';
import type { FoundTable } from './find-tables.js';
import { ignored, isLeftUnread, type Proposing } from './proposing.js';
import { countedColumns } from './propose-counts.js';
import { fieldColumns } from './propose-fields.js';
import { columnsAcross, valueColumns } from './propose-values.js';

/** The columns but for the key, the codes and the ordinals, and those that nothing tells apart. */
export function proposedColumns(
  table: FoundTable,
  proposing: Proposing,
  ofRows: boolean,
  codeColumn: number | undefined,
): DistinctColumns {
  const all = [...table.paths].filter(
    ([column, path]) => column !== table.key && column !== codeColumn && !isOrdinalHeader(path),
  );
  const left = new Set(all.filter(([, path]) => isLeftUnread(proposing.unread, path)));
  const own = all.filter((one) => !left.has(one));
  const unread = [...left].map(([column, path]) => ({ column, proposed: ignored(path) }));
  // The areas stand beside each other under their names, which a sheet has once.
  if (table.across) {
    const columns = [...columnsAcross(table, own, proposing), ...unread.map(({ proposed }) => proposed)];
    return { columns, alike: [] };
  }
  const places = [...table.paths.keys()].toSorted((one, other) => one - other);
  const leftOf = (column: number): readonly string[] =>
    table.paths.get(places[places.indexOf(column) - 1] ?? 0) ?? [];
  const columns = columnsOf(table, own, proposing, ofRows);
  const placed = own.flatMap(([column], index) => {
    const proposed = columns[index];
    return proposed === undefined ? [] : [{ column, left: leftOf(column), proposed }];
  });
  const without = unread.map((one) => ({ ...one, left: leftOf(one.column) }));
  const inOrder = [...placed, ...without].toSorted((one, other) => one.column - other.column);
  const distinct = distinctColumns(inOrder, proposing.set);
  return { ...distinct, alike: [...tablesBeside(table), ...distinct.alike] };
}

/** A second column of names, or of row numbers, begins a table right of this one whose rows may be in another order. */
function tablesBeside({ paths, key, across }: FoundTable): readonly AlikeColumns[] {
  if (across) return [];
  const twinsOf = (column: number, isTwin: (path: readonly string[]) => boolean): readonly AlikeColumns[] =>
    [...paths].flatMap(([other, header]) =>
      other > column && isTwin(header)
        ? [{ header, columns: [column, other] as const, beside: true as const }]
        : [],
    );
  const named = pathKeyOf(paths.get(key) ?? []);
  const ordinal = [...paths].find(([, path]) => isOrdinalHeader(path))?.[0];
  const byName = twinsOf(key, (path) => pathKeyOf(path) === named);
  return byName.length > 0 || ordinal === undefined ? byName : twinsOf(ordinal, isOrdinalHeader).slice(0, 1);
}

/** One entry per column, by what the rows are. */
function columnsOf(
  table: FoundTable,
  own: readonly (readonly [number, readonly string[]])[],
  proposing: Proposing,
  ofRows: boolean,
): readonly OwnColumn[] {
  if (table.rows === 'indicator') return valueColumns(table, own, proposing);
  if (table.rows === 'household') return countedColumns(table, own, proposing);
  return fieldColumns(table, own, proposing, ofRows);
}
