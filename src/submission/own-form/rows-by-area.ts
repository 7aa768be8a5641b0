/**
 * The rows of a list of households by their area: a column names it, or the part of an address does, or a line between the
 * rows ("I. Thôn Phú Trên"), or what stands above the list.
 */
import { addTo } from '../../values/groups.js';
import { foldLabel } from '../../values/vietnamese-text.js';
import { isAddressHeader } from '../layout/area-header.js';
import { isColumnNumbers } from '../layout/column-numbers.js';
import { segmentKey } from '../layout/header-path.js';
import type { LocatedTable, OwnSheet } from '../layout/own-sheet.js';
import { isGroupNumber, totalWord } from '../layout/row-words.js';
import type { SheetGrid } from '../layout/sheet-grid.js';
import { signatureRow } from '../layout/signature-block.js';
import { CountedInTurn, type DoubtfulRow } from './counted-in-turn.js';
import { areaInAddress, areaOfBand, areasAbove, isPartKind, kindOf } from './area-above.js';
import { gridOfTable } from './read-rows.js';

export interface AreaOfList {
  readonly name: string;
  readonly rows: readonly number[];
}

export interface RowsByArea {
  /** Absent where the list is of one area and nobody says of which. */
  readonly areas?: ReadonlyMap<string, AreaOfList>;
  readonly without: readonly number[];
  /** Rows with an answer in which nobody is named. */
  readonly nameless: readonly number[];
  /** Rows that may be of another area than the one above them, whose own line is gone. */
  readonly doubtful: readonly DoubtfulRow[];
}

/** Rows of the list by the area that they name. */
export function rowsByArea(own: OwnSheet, located: LocatedTable, key: number): RowsByArea {
  const grid = gridOfTable(own, located);
  const rowsOf = new Map<string, number[]>();
  const names = new Map<string, string>();
  const without: number[] = [];
  const nameless: number[] = [];
  const isOfOne = located.table.areaAbove === true;
  const [one, ...others] = isOfOne ? areasAbove(own, located) : [];
  const read = columnsRead(located);
  const rows = rowsOfList(grid, located);
  const above = one !== undefined && others.length === 0 ? one.name : undefined;
  const bands = isOfOne ? bandsOf(grid, located, rows, read, above) : new Map<number, string>();
  const numbers = new Set([...bands.keys()].map((row) => numeralOf(grid, located, row)));
  const isHeading = (row: number): boolean => {
    const numeral = numeralOf(grid, located, row);
    return (
      numeral !== '' && numbers.has(numeral) && !read.some((column) => grid.at(row, column) !== undefined)
    );
  };
  const counting = new CountedInTurn(grid, located);
  let band = above;
  for (const row of rows) {
    if (bands.has(row) || (bands.size > 0 && isHeading(row))) {
      // Where the others name an area it may name none: the rows below it may be of another one.
      band = bands.get(row) ?? '';
      counting.begin(row);
      continue;
    }
    const cells = grid.inRow(row);
    const said = grid.textOver(row, key);
    const name = isOfOne ? (said === '' ? '' : (band ?? '')) : areaSaid(said, located);
    const isRow =
      read.some((column) => grid.at(row, column) !== undefined) ||
      /^\d+$/u.test(grid.textOver(row, located.ordinal ?? 0));
    if (isOfOne && said === '' && read.some((column) => grid.at(row, column) !== undefined))
      nameless.push(row);
    if (name === '') {
      // A numbered row that names nobody is left over in a list of one area; "Hộ đạt 3 năm liên tục" beside no number heads rows.
      if (isRow && cells.length > 1 && (!isOfOne || said !== '')) without.push(row);
      else if (!isRow && cells.some(({ raw }) => /\p{L}/u.test(raw))) counting.begin(row);
      continue;
    }
    // "I | Hộ tiêu biểu" heads rows.
    if (!isRow && (cells.length < 2 || numeralOf(grid, located, row) !== '')) {
      counting.begin(row);
      continue;
    }
    if (isOfOne) counting.add(row, name);
    names.set(foldLabel(name), names.get(foldLabel(name)) ?? name);
    addTo(rowsOf, foldLabel(name), row);
  }
  const { doubtful } = counting;
  if (isOfOne && bands.size === 0 && above === undefined) return { without, nameless, doubtful };
  return {
    areas: new Map([...rowsOf].map(([area, own]) => [area, { name: names.get(area) ?? area, rows: own }])),
    without,
    nameless,
    doubtful,
  };
}

/** How the row is numbered where it heads others: "II" and "IV" alike, "A" and "B". */
function numeralOf(grid: SheetGrid, { ordinal = 0 }: LocatedTable, row: number): string {
  const text = grid.textOver(row, ordinal).trim();
  return !isGroupNumber(text) ? '' : /^[IVX]+/u.test(text) ? 'I' : 'A';
}

/** Columns with an answer that counts. */
const columnsRead = ({ columns }: LocatedTable): readonly number[] =>
  [...columns]
    .filter(([{ count, answer }]) => count !== undefined || answer !== undefined)
    .map(([, at]) => at);

/** Below the header and above the signatures, without totals. */
function rowsOfList(grid: SheetGrid, { columns, lastRow }: LocatedTable): readonly number[] {
  const answers = new Set(
    [...columns.keys()].flatMap(({ count = [], others = [] }) =>
      [...(count === 'rows' ? [] : count), ...others].map(segmentKey),
    ),
  );
  const end = signatureRow(grid, lastRow, ({ raw }) => answers.has(segmentKey(raw))) ?? Infinity;
  return grid.rows.filter(
    (row) =>
      row > lastRow &&
      row < end &&
      !isColumnNumbers(grid, row) &&
      !grid.inRow(row).some((cell) => cell.kind === 'text' && totalWord(cell.raw) !== undefined),
  );
}

/** The area that a cell of the key column names; of an address only what is called one. */
function areaSaid(text: string, { table }: LocatedTable): string {
  const address = isAddressHeader(table.key.at(-1) ?? '');
  if (address === undefined || text === '') return text;
  return areaInAddress(text) ?? (address === 'area' ? text : '');
}

/** Lines that name the area of the rows below them, by row; a name that nobody filled in is ''. */
function bandsOf(
  grid: SheetGrid,
  { key = 1, ordinal }: LocatedTable,
  rows: readonly number[],
  read: readonly number[],
  above: string | undefined,
): ReadonlyMap<number, string> {
  const bands = new Map<number, string>();
  let upper = above === undefined ? undefined : { name: above, at: 0, kind: kindOf(above) };
  let isParted = upper !== undefined;
  for (const [at, row] of rows.entries()) {
    if (read.some((column) => grid.at(row, column) !== undefined)) continue;
    const texts = [grid.textOver(row, key), grid.textOver(row, ordinal ?? key)];
    const found = texts.flatMap((text) => areaOfBand(text) ?? [])[0];
    if (found === undefined) continue;
    // "Thôn Đông" over "Tổ 1", "Tổ 2": the rows of both are of the one above.
    if (upper !== undefined && isPartKind(found.kind) && !isPartKind(upper.kind))
      isParted ||= upper.at === at - 1;
    else isParted = false;
    if (isParted && upper !== undefined) {
      bands.set(row, upper.name);
      continue;
    }
    upper = { name: found.name, at, kind: found.kind };
    bands.set(row, found.name);
  }
  return bands;
}
