/** The tables of a form that nobody has described yet: headers over rows, and what each row is. */
import { ANY_FOLDED_AREA_KIND } from '../../units/names/area-kinds.js';
import type { RawFile, RawSheet } from '../../model.js';
import { headerWord, isAreaHeader, isPersonHeader } from '../layout/area-header.js';
import { isNumberCell } from '../cells/cell-words.js';
import { isColumnNumbers } from '../layout/column-numbers.js';
import { belowHeader } from '../layout/locate-header.js';
import { headerPaths, isOrdinalHeader } from '../layout/header-path.js';
import { gridOf, type SheetGrid } from '../layout/sheet-grid.js';
import { isUntitled, withUntitledLines } from '../own-form/untitled-lines.js';
import { totalWord } from '../layout/row-words.js';
import { signatureRow } from '../layout/signature-block.js';
import { defined } from '../../values/defined.js';
import { largest } from '../../values/of-many.js';
import { isUnitName, namedAcross, type CommuneNamed } from './names-across.js';

export type RowKind = 'area' | 'model' | 'indicator' | 'unit' | 'household';

export interface FoundTable {
  readonly sheet: RawSheet;
  readonly grid: SheetGrid;
  readonly labelRow: number;
  readonly lastRow: number;
  /** Last row before the next table, and before the signatures. */
  readonly endRow: number;
  readonly rows: RowKind;
  readonly across: boolean;
  readonly key: number;
  /** A list of households without a column of areas: `key` is the column of people. */
  readonly areaAbove: boolean;
  readonly paths: ReadonlyMap<number, readonly string[]>;
  /** The line above the header, when it stands alone in its row. */
  readonly above?: string;
}

const leaf = (path: readonly string[]): string => headerWord(path.at(-1) ?? '');

/** "Tên thôn", "Khu dân cư": a column of names of areas. */
export const AREA_KEY = new RegExp(
  String.raw`^(?:ten |cac )?(?:don vi )?(?:${ANY_FOLDED_AREA_KIND}(?:\s*[,/-]\s*|$))+$`,
  'u',
);
const MODEL_KEY = /^(?:ten )?mo hinh(?: diem)?$/u;
const INDICATOR_KEY =
  /^(?:ten |cac )?(?:(?:noi dung |ten )?chi tieu(?: chu yeu| thong ke| bao cao)?|noi dung(?: cong viec| bao cao| thuc hien| danh gia)?|danh muc)$/u;
/** What heads lines where nothing else does; beside areas or communes it is a column of theirs. */
const LESS_SURE_INDICATOR_KEY = /^(?:ten |cac |noi dung )?(?:tieu chi|hang muc)$/u;
/** "Xã", "Xã, thị trấn", "Tên xã/phường/đặc khu", "Các huyện, thị xã, thành phố", "Địa phương". */
const UNIT_KEY =
  /^(?:ten |cac )*(?:(?:don vi|dia phuong|dia ban|don vi hanh chinh|don vi cap xa)|(?:(?:xa|phuong|thi tran|dac khu|huyen|quan|thi xa|thanh pho)(?:\s*[,/-]\s*|\s+va\s+|\s+|$))+)$/u;

const MOST_SHEETS = 40;
const SCANNED_ROWS = 400;

/** Every table of the visible sheets, in their order. */
export const findTables = (file: RawFile, named: CommuneNamed): readonly FoundTable[] =>
  file.sheets
    .filter(({ state, cells }) => state === 'visible' && cells.length > 0)
    .slice(0, MOST_SHEETS)
    .flatMap((sheet) => tablesOf(sheet, named));

function tablesOf(sheet: RawSheet, named: CommuneNamed): readonly FoundTable[] {
  const grid = gridOf(sheet);
  const found: FoundTable[] = [];
  let after = 0;
  for (const row of grid.rows.slice(0, SCANNED_ROWS)) {
    if (row <= after || (found.length > 0 && !beginsAnew(grid, row))) continue;
    const labelRow = leafRow(grid, row);
    const table = labelRow === undefined ? undefined : tableAt(grid, labelRow, named);
    if (table === undefined) continue;
    found.push(table);
    after = table.lastRow;
  }
  return found.map((table, index) => {
    const end = found[index + 1]?.labelRow ?? Number.POSITIVE_INFINITY;
    const signed = signatureRow(grid, table.lastRow, () => false) ?? Number.POSITIVE_INFINITY;
    const whole = { ...table, endRow: Math.min(end, signed) - 1 };
    return { ...whole, rows: rowsByName(whole, named) };
  });
}

/** "Nội dung" over names of communes heads a row for each of them, and "Đơn vị" over names of areas theirs. */
function rowsByName(table: FoundTable, named: CommuneNamed): RowKind {
  const { grid, key, lastRow, endRow, rows, across, paths } = table;
  if (across || (rows !== 'indicator' && rows !== 'unit') || isUntitled(paths.get(key) ?? [])) return rows;
  const names = grid.rows
    .filter((row) => row > lastRow && row <= endRow && grid.inRow(row).length > 1)
    .map((row) => grid.textOver(row, key))
    .filter((name) => name !== '' && totalWord(name) === undefined);
  const isMostly = (is: (name: string) => boolean): boolean => {
    const count = names.filter(is).length;
    return count > 1 && count * 2 > names.length;
  };
  if (isMostly((name) => isUnitName(name, named))) return 'unit';
  return isMostly(isAreaHeader) ? 'area' : rows;
}

/** A further table stands below a blank row or a title of its own; a row of figures is no header. */
function beginsAnew(grid: SheetGrid, row: number): boolean {
  const isFigure = grid.inRow(row).some(({ kind }) => kind === 'number');
  return !isFigure && grid.inRow(row - 1).length <= 1;
}

const pathsOver = (grid: SheetGrid, row: number): ReadonlyMap<number, readonly string[]> =>
  withUntitledLines(grid, row, headerPaths(grid, row));

/** The lowest row of the header that begins with this row: rows of text whose key column is merged or blank. */
function leafRow(grid: SheetGrid, row: number): number | undefined {
  const keys = keysOf(grid, row);
  // "Khu dân cư" may head a group of columns beside "Xã": what heads a group has labels below it.
  return keys.length === 0 ? undefined : largest(keys.map(({ column }) => lowestBelow(grid, row, column)));
}

/** How far the header reaches down when its key stands in `key`. */
function lowestBelow(grid: SheetGrid, row: number, key: number): number {
  let last = row;
  for (const next of grid.rows.filter((one) => one > row && one <= row + 4)) {
    const cells = grid.inRow(next);
    const isHeader =
      next === last + 1 &&
      cells.length > 1 &&
      cells.every((cell) => cell.kind === 'text') &&
      grid.at(next, key) === undefined &&
      !isColumnNumbers(grid, next);
    if (!isHeader) break;
    last = next;
  }
  return last;
}

interface Key {
  readonly column: number;
  readonly rows: RowKind;
  readonly areaAbove?: true;
}

/** Figures stand below, and no words: "Chỉ tiêu" beside "Thực hiện" is what was planned. */
function holdsFigures(grid: SheetGrid, row: number, column: number): boolean {
  const cells = grid.rows
    .flatMap((one) => (one > row ? (grid.at(one, column) ?? []) : []))
    .slice(0, LOOKED_AT);
  return cells.length > 0 && cells.every(isNumberCell);
}
const LOOKED_AT = 8;

/** Columns that may say what each row is, the surest first. A label that stands over several columns is none. */
function keysOf(
  grid: SheetGrid,
  row: number,
  paths: ReadonlyMap<number, readonly string[]> = pathsOver(grid, row),
): readonly Key[] {
  const all = [...paths].map(([column, path]) => ({ column, label: leaf(path), path }));
  if (all.length < 2) return [];
  const first = (pattern: RegExp): number | undefined => all.find(({ label }) => pattern.test(label))?.column;
  const untitled = all.find(({ path }) => isUntitled(path))?.column;
  const [area, indicator, model, unit, lessSure] = [
    AREA_KEY,
    INDICATOR_KEY,
    MODEL_KEY,
    UNIT_KEY,
    LESS_SURE_INDICATOR_KEY,
  ].map(first);
  // Below a heading, beside a column of names, it is a figure of theirs.
  const isFigure = (column: number): boolean =>
    holdsFigures(grid, row, column) ||
    ((paths.get(column)?.length ?? 0) > 1 && [area, unit].some((one) => one !== undefined && one < column));
  const people = all.find(({ label }) => isPersonHeader(label))?.column;
  const of = (column: number | undefined, rows: RowKind): readonly Key[] =>
    column === undefined ? [] : [{ column, rows }];
  return [
    ...(people === undefined ? [] : of(area, 'household')),
    ...of(indicator === undefined || isFigure(indicator) ? undefined : indicator, 'indicator'),
    ...of(model, 'model'),
    ...of(area, 'area'),
    ...of(unit, 'unit'),
    ...of(lessSure, 'indicator'),
    ...of(untitled, 'indicator'),
    ...of(people, 'household').map((one): Key => ({ ...one, areaAbove: true })),
  ];
}

function tableAt(grid: SheetGrid, labelRow: number, communeNamed: CommuneNamed): FoundTable | undefined {
  const paths = pathsOver(grid, labelRow);
  const [key] = keysOf(grid, labelRow, paths);
  if (key === undefined) return undefined;
  const acrossOf = namedAcross(paths.values(), communeNamed);
  const across = key.rows === 'indicator' && acrossOf !== undefined;
  const others = [...paths].filter(([column, path]) => column !== key.column && !isOrdinalHeader(path));
  if (others.length === 0) return undefined;
  const above = titleAbove(grid, labelRow);
  return {
    sheet: grid.sheet,
    grid,
    labelRow,
    lastRow: belowHeader(grid, labelRow),
    endRow: Number.POSITIVE_INFINITY,
    rows: across ? acrossOf : key.rows,
    across,
    key: key.column,
    areaAbove: key.areaAbove === true,
    paths,
    ...defined({ above }),
  };
}

/** "1. Gia đình văn hóa" in the row above, alone. */
function titleAbove(grid: SheetGrid, labelRow: number): string | undefined {
  for (let row = labelRow - 1; row > 0 && row >= labelRow - 5; row -= 1) {
    const cells = grid.inRow(row);
    if (cells.length === 0) return undefined;
    const [only] = cells;
    if (cells.length === 1 && only?.kind === 'text')
      return /^\s*(?:[0-9IVX]+|[A-H])\s*[.)]/u.test(only.raw) ? only.raw.trim() : undefined;
  }
  return undefined;
}

export const leafLabel = leaf;
