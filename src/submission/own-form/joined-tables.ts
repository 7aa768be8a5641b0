/** Tables of one form of the set become one: rows are joined by name, and each figure keeps its own cell and sheet. */
import { finding, type FindingSubject } from '../../findings/finding.js';
import type { FieldColumn, FieldId, FigureTable, Finding, FormDefinition } from '../../model.js';
import { cellAddress, cellOnSheet, figurePlace } from '../../values/cell-address.js';
import { defined } from '../../values/defined.js';
import { without } from '../../values/without.js';

/** Rows of several tables in one order, under keys that keep areas of one name apart. */
interface JoinedRows {
  readonly keys: readonly string[];
  /** -1 where the table lacks the row. */
  readonly rowOf: (table: FigureTable, key: string) => number;
}

function joinedRows(tables: readonly FigureTable[]): JoinedRows {
  const rowsOf = new Map(
    tables.map((table) => [table, new Map(distinct(table.rowKeys).map((key, row) => [key, row]))] as const),
  );
  return {
    keys: [...new Set([...rowsOf.values()].flatMap((rows) => [...rows.keys()]))],
    rowOf: (table, key) => rowsOf.get(table)?.get(key) ?? -1,
  };
}

/** Two areas of one name stay two: the second one goes with the second one of the other table. */
function distinct(keys: readonly string[]): readonly string[] {
  const times = new Map<string, number>();
  return keys.map((key) => {
    const time = (times.get(key) ?? 0) + 1;
    times.set(key, time);
    // No name has two spaces.
    return time === 1 ? key : `${key}  #${time}`;
  });
}

export const fieldsRead = ({ columns }: FigureTable): readonly FieldId[] =>
  [...columns.values()].filter(({ column }) => column > 0).map(({ field }) => field);

/** The first table with the rows and columns of all; of a figure that several hold the first one. */
export function joinedTable(tables: readonly [FigureTable, ...FigureTable[]]): FigureTable {
  const [first] = tables;
  const { keys, rowOf } = joinedRows(tables);
  const holders = keys.map((key) => tables.find((table) => rowOf(table, key) >= 0) ?? first);
  const at = <Value>(values: (table: FigureTable) => readonly Value[], index: number): Value | undefined => {
    const holder = holders[index] ?? first;
    return values(holder)[rowOf(holder, keys[index] ?? '')];
  };
  const columns = new Map<FieldId, FieldColumn>();
  for (const [id, blank] of first.columns) {
    const holding = tables.filter((table) => (table.columns.get(id)?.column ?? 0) > 0);
    const places = keys.map((key) => placeAmong(id, holding, (table) => rowOf(table, key)));
    columns.set(id, joinedColumn(holding[0]?.columns.get(id) ?? blank, places, first.sheet));
  }
  return {
    ...without(first, ['turned']),
    ...(tables.every(({ turned }) => turned === true) ? { turned: true as const } : {}),
    rowCount: keys.length,
    rowKeys: keys.map((_, index) => at(({ rowKeys }) => rowKeys, index) ?? ''),
    sheetRows: keys.map((_, index) => at(({ sheetRows }) => sheetRows, index) ?? 0),
    rowLabels: keys.map((_, index) => at(({ rowLabels }) => rowLabels, index) ?? ''),
    columns,
  };
}

interface FigurePlace {
  readonly table: FigureTable;
  readonly column: FieldColumn;
  readonly row: number;
}

/** Where the figure of the row stands: where it is given, else where it could be. */
function placeAmong(
  field: FieldId,
  holding: readonly FigureTable[],
  rowIn: (table: FigureTable) => number,
): FigurePlace | undefined {
  const places = holding.flatMap((table): readonly FigurePlace[] => {
    const column = table.columns.get(field);
    const row = rowIn(table);
    return column === undefined || row < 0 ? [] : [{ table, column, row }];
  });
  return places.find(({ column, row }) => column.states[row] !== 'missing') ?? places[0];
}

/** A row that is nowhere is missing. */
function joinedColumn(
  { field, column }: FieldColumn,
  places: readonly (FigurePlace | undefined)[],
  sheet: string,
): FieldColumn {
  return {
    field,
    column,
    states: places.map((one) => one?.column.states[one.row] ?? 'missing'),
    numbers: Float64Array.from(places, (one) => one?.column.numbers[one.row] ?? Number.NaN),
    texts: places.map((one) => one?.column.texts[one.row]),
    ...defined({ exact: exactOf(places) }),
    ...(column === 0 ? {} : { cells: places.map((one) => cellOf(one, sheet)) }),
  };
}

function exactOf(places: readonly (FigurePlace | undefined)[]): FieldColumn['exact'] {
  const rates = places.flatMap((one, at) => {
    const rate = one?.column.exact?.get(one.row);
    return rate === undefined ? [] : [[at, rate] as const];
  });
  return rates.length === 0 ? undefined : new Map(rates);
}

function cellOf(place: FigurePlace | undefined, sheet: string): string {
  if (place === undefined) return '';
  const { table, column, row } = place;
  const cell = column.cells?.[row] ?? cellAddress(table.sheetRows[row] ?? 1, column.column);
  return cell === '' ? '' : cellOnSheet(cell, table.sheet, sheet);
}

/** Rows that a table lacks though it alone holds fields of them. */
export function* rowsNotInAll(
  tables: readonly FigureTable[],
  form: FormDefinition,
  label: string,
  subject: FindingSubject,
): Iterable<Finding> {
  const { keys, rowOf } = joinedRows(tables);
  const key = form.rowKey?.[0] ?? '';
  for (const name of keys) {
    const holding = tables.filter((table) => rowOf(table, name) >= 0);
    const [holder] = holding;
    const held = new Set(holding.flatMap(fieldsRead));
    const lacking = tables.filter((table) => !holding.includes(table)).flatMap(fieldsRead);
    const fields = lacking.filter((field) => !held.has(field));
    const column = holder?.columns.get(key);
    if (holder === undefined || column === undefined || fields.length === 0) continue;
    const row = rowOf(holder, name);
    yield finding(
      'own-form/area-not-in-both',
      figurePlace(holder, column, row),
      { area: holder.rowLabels[row] ?? '', form: label },
      { ...subject, rowKey: name, fields },
    );
  }
}

/** How two tables stand to each other in the rows and in the fields of `compared` that both have. */
export function likeness(
  one: FigureTable,
  other: FigureTable,
  compared: ReadonlySet<FieldId>,
): {
  readonly sharesFields: boolean;
  readonly sharesRows: boolean;
  /** Every row of one of them is a row of the other. */
  readonly holds: boolean;
  readonly contradicts: boolean;
} {
  const { keys, rowOf } = joinedRows([one, other]);
  const shared = keys.filter((key) => rowOf(one, key) >= 0 && rowOf(other, key) >= 0);
  const fields = fieldsRead(one).filter((id) => compared.has(id) && (other.columns.get(id)?.column ?? 0) > 0);
  const differs = (id: FieldId, key: string): boolean => {
    const [here, there] = [one.columns.get(id), other.columns.get(id)];
    const [row, beside] = [rowOf(one, key), rowOf(other, key)];
    const states = [here?.states[row], there?.states[beside]];
    if (states.includes('missing')) return false;
    const isSame =
      states[0] === states[1] &&
      Object.is(here?.numbers[row], there?.numbers[beside]) &&
      here?.texts[row] === there?.texts[beside];
    return !isSame;
  };
  return {
    sharesFields: fields.length > 0,
    sharesRows: shared.length > 0,
    holds: shared.length === Math.min(one.rowCount, other.rowCount),
    contradicts: shared.some((key) => fields.some((id) => differs(id, key))),
  };
}
