/**
 * Finds a table of an own form in a sheet by the paths of its headers, wherever it was moved. A column is bound when
 * its whole path is the mapped one and no other column has it; all else is told with the nearest header.
 */
import type { OwnColumn, OwnTable } from '../../model.js';
import { isAreaHeader, isPersonHeader, isUnitHeader } from '../layout/area-header.js';
import { isColumnNumbers } from '../layout/column-numbers.js';
import { belowHeader } from '../layout/locate-header.js';
import {
  headerPaths,
  isOrdinalHeader,
  pathKeyOf,
  segmentKey,
  topRow,
  withYears,
} from '../layout/header-path.js';
import { nearestLabel } from '../layout/nearest-label.js';
import type { SheetGrid } from '../layout/sheet-grid.js';
import type { LocatedTable, LostHeader } from '../layout/own-sheet.js';
import { headsAcross } from './heads-across.js';
import { isUntitled, untitledLines, withUntitledLines } from './untitled-lines.js';
import { defined } from '../../values/defined.js';
import { inner } from '../../values/inner-quotes.js';
import { append } from '../../values/of-many.js';
import { only } from '../../values/of-many.js';
import { addTo } from '../../values/groups.js';

const SCANNED_ROWS = 400;

export const headerText = (path: readonly string[]): string => path.join(' › ');

/** The headers that a table is known by: those of its key and of every column that is read. */
const wanted = ({ key, columns = [] }: OwnTable): number =>
  1 + columns.filter(({ role }) => role !== 'ignored').length + (key.length === 0 ? -1 : 0);

/** At least half of the headers, and of the lines where the table has lines: the table is meant. */
export function isMeant(grid: SheetGrid, found: LocatedTable, year: number): boolean {
  const { table, key } = found;
  if (table.rows === 'household' && isListOfAreas(grid, found)) return false;
  if (table.rows === 'household' && isListOfPeople(found)) return true;
  if (hits(found) * 2 < wanted(table) || hits(found) < Math.min(2, wanted(table))) return false;
  if (table.across === true && !namesAcross(grid, found)) return false;
  const { lines = [] } = table;
  if (lines.length === 0 || key === undefined) return true;
  const said = new Set(
    grid.rows.flatMap((row) => (row > found.lastRow ? [segmentKey(grid.textOver(row, key))] : [])),
  );
  return lines.filter(({ label }) => said.has(segmentKey(withYears(label, year)))).length * 2 >= lines.length;
}

/**
 * A table of the commune's areas shares the headers "Thôn" and "Kết quả" with a list of households; counted as one, each
 * area would be a family. It names nobody, and every area once.
 */
function isListOfAreas(grid: SheetGrid, { key, firstRow, lastRow }: LocatedTable): boolean {
  const isHead = (row: number): boolean => row >= firstRow && row <= lastRow;
  const heads = grid.rows.filter(isHead).flatMap((row) => grid.inRow(row));
  if (key === undefined || heads.some(({ raw }) => isPersonHeader(raw))) return false;
  const names = grid.rows
    .filter((row) => row > lastRow && grid.inRow(row).length > 1)
    .map((row) => segmentKey(grid.textOver(row, key)))
    .filter((name) => name !== '');
  return names.length > 1 && new Set(names).size === names.length;
}

/** A list that names people is read as nothing else, though the column that counts was renamed. */
const isListOfPeople = ({ table, key, columns }: LocatedTable): boolean =>
  key !== undefined && columns.size > 0 && (columns.size + 1) * 2 > (table.columns ?? []).length + 1;

/** Whether areas, or communes, stand side by side: tables of both kinds may have the same lines. */
function namesAcross(grid: SheetGrid, { table, labelRow, key = 1 }: LocatedTable): boolean {
  const heads = [...headsAcross(grid, labelRow)].flatMap(([column, head]) => (column > key ? [head] : []));
  const named = heads.filter((head) => (table.rows === 'unit' ? isUnitHeader(head) : isAreaHeader(head)));
  const others = heads.filter((head) => (table.rows === 'unit' ? isAreaHeader(head) : isUnitHeader(head)));
  return named.length > 0 || others.length === 0;
}

/** How many of the headers stand there. */
export const hits = ({ key, columns }: Pick<LocatedTable, 'key' | 'columns'>): number =>
  (key === undefined ? 0 : 1) + [...columns.keys()].filter(({ role }) => role !== 'ignored').length;

/** The row of the sheet under which most headers of the table stand; undefined when none does. */
export function locateTable(grid: SheetGrid, table: OwnTable, year: number): LocatedTable | undefined {
  const keys = keysOf(table, year);
  let best: LocatedTable | undefined;
  let again: number[] = [];
  for (const row of grid.rows.slice(0, SCANNED_ROWS)) {
    if (!mayBeHeader(grid, row, keys)) continue;
    const found = matchAt(grid, row, table, year);
    const better =
      hits(found) - (best === undefined ? 0 : hits(best)) ||
      titled(grid, found, best, year) ||
      // Of one header the row in which the labels of what is not read stand too.
      (best !== undefined && row === best.labelRow + 1 ? found.columns.size - best.columns.size : 0) ||
      (best !== undefined && isLowerHeader(grid, best, row) ? 1 : 0);
    if (better > 0) {
      best = found;
      again = [];
    } else if (
      best !== undefined &&
      hits(found) === hits(best) &&
      found.labelRow > best.lastRow &&
      // A blank row lies under the same headers; only their words say them again.
      hasKey(grid, row, keys)
    )
      again.push(row);
  }
  return best === undefined ? undefined : { ...best, again };
}

/** Of two tables with one header the one below its own title is meant. */
function titled(grid: SheetGrid, found: LocatedTable, best: LocatedTable | undefined, year: number): number {
  const { above } = found.table;
  if (above === undefined || best === undefined || hits(found) === 0) return 0;
  const has = ({ labelRow }: LocatedTable): number =>
    isBelow(grid, labelRow, segmentKey(withYears(above, year))) ? 1 : 0;
  return has(found) - has(best);
}

/** Where names stand side by side, they may stand below a heading of their own: "Chia theo xã". */
function isLowerHeader(grid: SheetGrid, { table, labelRow, key = 1 }: LocatedTable, row: number): boolean {
  const cells = grid.inRow(row);
  const heads = new Set(cells.map(({ raw }) => raw));
  return (
    table.across === true &&
    row === labelRow + 1 &&
    // Units of measure are one word many times.
    (table.rows === 'area' ? [...heads].some(isAreaHeader) : heads.size > 1) &&
    cells.every(({ kind }) => kind === 'text') &&
    grid.at(row, key) === undefined &&
    !isColumnNumbers(grid, row)
  );
}

const TITLE_ROWS = 6;

export function isBelow(grid: SheetGrid, labelRow: number, title: string): boolean {
  for (let row = labelRow - 1; row > 0 && row > labelRow - TITLE_ROWS; row -= 1)
    if (grid.inRow(row).some((cell) => cell.kind === 'text' && segmentKey(cell.raw) === title)) return true;
  return false;
}

/** Leaf labels of the table, folded: a row without any of them is no header. */
function keysOf({ key, columns = [] }: OwnTable, year: number): ReadonlySet<string> {
  const paths = [key, ...columns.map(({ header }) => header)];
  return new Set(paths.map((path) => segmentKey(withYears(path.at(-1) ?? '', year))));
}

const mayBeHeader = (grid: SheetGrid, row: number, keys: ReadonlySet<string>): boolean =>
  [row, row - 1, row - 2].some((one) => hasKey(grid, one, keys));

const hasKey = (grid: SheetGrid, row: number, keys: ReadonlySet<string>): boolean =>
  grid.inRow(row).some((cell) => keys.has(segmentKey(cell.raw)));

function matchAt(grid: SheetGrid, row: number, table: OwnTable, year: number): LocatedTable {
  const isOfUntitled = isUntitled(table.key);
  const named = headerPaths(grid, row);
  const paths = isOfUntitled ? withUntitledLines(grid, row, named) : named;
  const byKey = new Map<string, number[]>();
  for (const [column, path] of paths) {
    const key = pathKeyOf(path);
    addTo(byKey, key, column);
  }
  const at = (path: readonly string[] | undefined): readonly number[] =>
    path === undefined ? [] : (byKey.get(pathKeyOf(path.map((one) => withYears(one, year)))) ?? []);
  const { columns, lost, unread } = boundColumns(table, at, leftKeys(paths), year);
  const ordinal = [...paths].find(([, path]) => isOrdinalHeader(path))?.[0];
  const key =
    (isOfUntitled ? untitledLines(grid, row, paths, { table, year }) : undefined) ?? only(at(table.key));
  const place = { key, codeKey: only(at(table.codeKey)), ordinal };
  const claimed = new Set([...columns.values(), ...unread, ...Object.values(place)]);
  const unknown = new Map(
    [...paths].flatMap(([column, path]) =>
      claimed.has(column) ? [] : [[column, headerText(path)] as const],
    ),
  );
  return {
    table,
    firstRow: topRow(grid, row),
    labelRow: row,
    lastRow: belowHeader(grid, row),
    ...defined(place),
    columns,
    lost: lost.map((one) => ({ ...one, ...nearestOf(one.column, unknown, year) })),
    unknown,
    again: [],
  };
}

/** By column the key of the header on its left. */
function leftKeys(paths: ReadonlyMap<number, readonly string[]>): ReadonlyMap<number, string> {
  const places = [...paths.keys()].toSorted((one, other) => one - other);
  return new Map(places.map((column, index) => [column, pathKeyOf(paths.get(places[index - 1] ?? 0) ?? [])]));
}

interface BoundColumns {
  readonly columns: Map<OwnColumn, number>;
  readonly lost: readonly { readonly column: OwnColumn; readonly why: LostHeader['why'] }[];
  /** Further columns under the header of one that is not read. */
  readonly unread: readonly number[];
}

/**
 * Where each mapped column stands: under its header, and right of the one that it stands after. Where one of several
 * columns under a header is not in its place, none of them is bound: the sender has moved them.
 */
function boundColumns(
  table: OwnTable,
  at: (path: readonly string[]) => readonly number[],
  left: ReadonlyMap<number, string>,
  year: number,
): BoundColumns {
  const columns = new Map<OwnColumn, number>();
  const lost: { column: OwnColumn; why: LostHeader['why'] }[] = [];
  const unread: number[] = [];
  const placesOf = ({ header, after }: OwnColumn): readonly number[] => {
    const beside = after === undefined ? undefined : pathKeyOf(after.map((one) => withYears(one, year)));
    return at(header).filter((place) => beside === undefined || left.get(place) === beside);
  };
  const all = table.columns ?? [];
  /** Of two columns under one header side by side nobody knows which the sender added. */
  const isDoubled = ({ header }: OwnColumn): boolean =>
    at(header).some((place) => left.get(place) === pathKeyOf(header.map((one) => withYears(one, year))));
  const moved = new Set(
    all
      .filter((column) => column.after !== undefined && (placesOf(column).length !== 1 || isDoubled(column)))
      .map(({ header }) => pathKeyOf(header)),
  );
  for (const column of all) {
    const found = placesOf(column);
    const [place, ...others] = found;
    const isMoved = column.after !== undefined && moved.has(pathKeyOf(column.header));
    if (place !== undefined && !isMoved && (others.length === 0 || column.role === 'ignored'))
      columns.set(column, place);
    else lost.push({ column, why: place === undefined ? 'missing' : 'several' });
    if (column.role === 'ignored') append(unread, others);
  }
  return { columns, lost, unread };
}

function nearestOf(
  { header, after: left }: OwnColumn,
  unknown: ReadonlyMap<number, string>,
  year: number,
): Pick<LostHeader, 'header' | 'after' | 'nearest'> {
  const text = headerText(header.map((one) => withYears(one, year)));
  const after =
    left === undefined
      ? ''
      : ` đứng ngay sau cột “${inner(headerText(left.map((one) => withYears(one, year))))}”`;
  return { header: text, after, ...defined({ nearest: nearestLabel(text, [...unknown.values()]) }) };
}
