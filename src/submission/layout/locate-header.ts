/**
 * Header finder: the row under which a form's table begins, and which column holds which field.
 * Headers may stand in several rows, merged across and down or with their merges lost; labels decide, not places.
 */
import type { FieldId, RawCell } from '../../model.js';
import { isNumberCell, isYear } from '../cells/cell-words.js';
import { fieldFor, isBareRate, isLabel, isRateLabel, labelKey, type LabelIndex } from './label-index.js';
import { hasTextBelow } from './header-path.js';
import { bindPercents, bindShares, isInPercent, type Share } from './shares-beside.js';
import { isColumnNumbers } from './column-numbers.js';
import { bindDated } from './dated-labels.js';
import type { SheetGrid } from './sheet-grid.js';
import { isUnits } from './measure-row.js';
import { isOfNoHeader } from './no-header.js';
import { splitHeadings } from './split-headings.js';
import { defined } from '../../values/defined.js';
import { largest } from '../../values/of-many.js';

export interface HeaderColumns {
  /** Row in which the labels were matched. */
  readonly labelRow: number;
  /** First and last row of the header, the row of column numbers included. */
  readonly firstRow: number;
  readonly lastRow: number;
  readonly columns: ReadonlyMap<FieldId, number>;
  /** Second columns that carry a field's label again. */
  readonly doubled: readonly DoubledColumn[];
  /** Labels of header cells that are no field: column → label. */
  readonly unknown: ReadonlyMap<number, string>;
  /** Headings of the sender's own over such a column ("Việc cưới" over "Tổng số"): column → heading. */
  readonly headings: ReadonlyMap<number, string>;
  /** What each column says of itself, its label and then the headings over it. */
  readonly said: ReadonlyMap<number, readonly string[]>;
  /** Columns of shares beside a count that no field holds ("Tỷ lệ %" of what registered): column → the count's field. */
  readonly rates: ReadonlyMap<number, FieldId>;
  /** Columns that somebody decided not to read. */
  readonly ignored?: ReadonlySet<number>;
  /** Column of ordinal numbers (STT), when there is one. */
  readonly ordinal?: number;
}

/** Two columns read as one field, each with what stands over it, from above. */
export interface DoubledColumn {
  readonly field: FieldId;
  readonly first: number;
  readonly second: number;
  readonly labels: readonly [first: string, second: string];
}

/** Notes above a table may be long; the header is looked for in so many rows that hold anything. */
const SCANNED_ROWS = 400;
const MAX_COLUMNS = 400;
const HEADER_DEPTH = 4;
const ORDINAL = new Set(['stt', 'tt', 'sott', 'sothutu', 'thutu']);
/** A row with this share of the form's labels is the header; looking further would be in vain. */
const SURELY = 0.6;

const found = new WeakMap<SheetGrid, Map<LabelIndex, HeaderColumns | undefined>>();

/** The row of the sheet under which most labels of the form occur; undefined when fewer than two do. */
export function locateHeader(grid: SheetGrid, index: LabelIndex): HeaderColumns | undefined {
  const known = found.get(grid) ?? new Map<LabelIndex, HeaderColumns | undefined>();
  found.set(grid, known);
  if (!known.has(index)) known.set(index, searchHeader(grid, index));
  return known.get(index);
}

function searchHeader(grid: SheetGrid, index: LabelIndex): HeaderColumns | undefined {
  let best: { readonly row: number; readonly match: Match } | undefined;
  for (const row of grid.rows.slice(0, SCANNED_ROWS)) {
    if (!hasLabel(grid, row, index) && !hasLabel(grid, row - 1, index)) continue;
    if (isColumnNumbers(grid, row) || isUnits(grid, row)) continue;
    const match = matchRow(grid, row, index);
    const hits = match.columns.size;
    // A heading merged over several columns names each of them; the row below it tells them apart.
    const clearer =
      hits === best?.match.columns.size &&
      (match.doubled.length < best.match.doubled.length || match.rates.size > best.match.rates.size);
    if (hits >= Math.min(2, index.fieldCount) && (clearer || hits > (best?.match.columns.size ?? 0)))
      best = { row, match };
    if (hits >= index.fieldCount * SURELY && match.doubled.length === 0) break;
  }
  if (best === undefined) return undefined;
  return {
    ...best.match,
    labelRow: best.row,
    firstRow: firstHeaderRow(grid, best.row, best.match, index),
    lastRow: belowHeader(grid, best.row),
  };
}

/** Last row of the header whose labels stand in a row: merges downwards, units and column numbers included. */
export const belowHeader = (grid: SheetGrid, row: number): number =>
  lastWithoutFigures(grid, lastHeaderRow(grid, row));

/** Below the labels may stand the units of measure and the numbers of the columns. */
function lastWithoutFigures(grid: SheetGrid, last: number): number {
  const below = isUnits(grid, last + 1) ? last + 1 : last;
  return isColumnNumbers(grid, below + 1) ? below + 1 : below;
}

type Match = Pick<
  HeaderColumns,
  'columns' | 'doubled' | 'unknown' | 'headings' | 'said' | 'rates' | 'ordinal'
>;

/** Quick look before the whole row is matched: a cell of it, or of the row above, is a label as it stands. */
const hasLabel = (grid: SheetGrid, row: number, index: LabelIndex): boolean =>
  grid.inRow(row).some((cell) => cell.kind === 'text' && isLabel(cell.raw, index));

function matchRow(grid: SheetGrid, row: number, index: LabelIndex): Match {
  const columns = new Map<FieldId, number>();
  const doubled: DoubledColumn[] = [];
  const unknown = new Map<number, string>();
  const headings = new Map<number, string>();
  const groups = new Set(index.groupLabels.values());
  const title = new Set(labelsOver(grid, row, headerColumns(grid, row)[0] ?? 1, index));
  const splits = splitHeadings(grid, row);
  const { apart, pathOf } = pathsAt(grid, row, index, title, splits);
  const shares = new Map<number, Share>();
  const inPercent = new Map<number, FieldId>();
  const highest = new Map<number, string>();
  const said = new Map<number, readonly string[]>();
  let ordinal: number | undefined;
  for (const column of new Set([...headerColumns(grid, row), ...splits.keys()])) {
    const [label = '', ...above] = labelsOver(grid, row, splits.get(column) ?? column, index);
    if (label === '') continue;
    const over = above.filter((text) => !title.has(text));
    highest.set(column, over.at(-1) ?? '');
    said.set(column, [...apart(column), label, ...over]);
    if (isRateLabel(label) && (over.length > 0 || isBareRate(label))) shares.set(column, { label, over });
    const field = fieldFor(label, above, index, above[0] === over[0] ? over : []);
    if (field === undefined) {
      if (ORDINAL.has(labelKey(label))) ordinal ??= column;
      else unknown.set(column, label);
      const [heading = ''] = above;
      if (heading !== '' && !groups.has(labelKey(heading)) && !title.has(heading))
        headings.set(column, heading);
      continue;
    }
    if (isInPercent(label) && field.type !== 'percent') {
      inPercent.set(column, field.id);
      continue;
    }
    // "%" below the label of a count is no count, though none stands beside it.
    if (isBareRate(label) && field.type !== 'percent') {
      unknown.set(column, label);
      continue;
    }
    const first = columns.get(field.id);
    // Two shares are told apart by the counts beside them.
    if (shares.has(column) && (first === undefined || shares.has(first))) {
      if (first === undefined) columns.set(field.id, column);
      else unknown.set(column, label);
    } else if (first === undefined) columns.set(field.id, column);
    else if (shares.has(column)) unknown.set(column, label);
    else {
      const labels = [pathOf(first), pathOf(column)] as const;
      doubled.push({ field: field.id, first, second: column, labels });
    }
  }
  for (const twice of bindDated(columns, unknown, said, index)) doubled.push(twice);
  const match = { columns, doubled, unknown, headings, said, rates: new Map<number, FieldId>() };
  bindShares(match, shares, highest, index);
  bindPercents(match, inPercent, index);
  return { ...match, ...defined({ ordinal }) };
}

/** What tells the columns of a heading apart, and all that stands over a column, from above. */
function pathsAt(
  grid: SheetGrid,
  row: number,
  index: LabelIndex,
  title: ReadonlySet<string>,
  splits: ReadonlyMap<number, number>,
) {
  const headed = new Set([...splits.keys(), ...splits.values()]);
  const apart = (column: number): readonly string[] =>
    headed.has(column) ? [grid.textOver(row + 1, column)] : [];
  const pathOf = (column: number): string => {
    const merge = grid.mergeOver(row, column);
    // Below a heading merged over several columns the next row says what each of them is, unless figures stand there.
    const isWide = merge !== undefined && merge.right > merge.left && !headed.has(column);
    const below = isWide ? grid.at(merge.bottom + 1, column) : undefined;
    const from = isWide && below !== undefined && !isNumberCell(below) ? merge.bottom + 1 : row;
    const over = labelsOver(grid, from, splits.get(column) ?? column, index);
    return [...apart(column), ...over.filter((text) => !title.has(text))].reverse().join(' - ');
  };
  return { apart, pathOf };
}

function headerColumns(grid: SheetGrid, row: number): readonly number[] {
  const found = new Set<number>();
  for (let above = row; above > row - HEADER_DEPTH && above > 0; above -= 1) {
    for (const { column } of grid.inRow(above)) {
      if (column > MAX_COLUMNS) continue;
      found.add(column);
      const merge = grid.mergeOver(above, column);
      if (merge === undefined || merge.bottom < row) continue;
      for (let each = merge.left; each <= Math.min(merge.right, MAX_COLUMNS); each += 1) found.add(each);
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** Texts that stand over a column, from the given row upwards, each once. */
function labelsOver(grid: SheetGrid, row: number, column: number, index: LabelIndex): readonly string[] {
  const labels: string[] = [];
  for (let above = row; above > row - HEADER_DEPTH && above > 0; above -= 1) {
    // A blank row ends a header, and a figure is no heading.
    if (labels.length > 0 && (grid.at(above, column)?.kind === 'number' || isOfNoHeader(grid, above))) break;
    const text = grid.textOver(above, column);
    const over = text === '' && labels.length > 0 ? groupToTheLeft(grid, [above, row], column, index) : text;
    if (over !== '' && labels.at(-1) !== over) labels.push(over);
  }
  return labels;
}

/**
 * Pasted as values or saved as CSV, a merged group keeps its text in its first column only: the next columns lie under
 * it too. A text with a label of its own below it is such a group; one that stands alone heads a column.
 */
function groupToTheLeft(
  grid: SheetGrid,
  rows: readonly [row: number, labelRow: number],
  column: number,
  index: LabelIndex,
): string {
  const [row] = rows;
  const nearest = grid.inRow(row).findLast((cell) => cell.column < column);
  if (nearest === undefined || grid.mergeOver(row, nearest.column) !== undefined) return '';
  const groups = [...index.groupLabels.values()];
  const heads = hasTextBelow(grid, rows, nearest.column) && hasTextBelow(grid, rows, column);
  return heads || groups.includes(labelKey(nearest.raw)) ? nearest.raw : '';
}

/** Headers merged downwards reach further than the row in which their text was matched. */
function lastHeaderRow(grid: SheetGrid, row: number): number {
  let last = splitHeadings(grid, row).size > 0 ? row + 1 : row;
  for (const cell of grid.inRow(row)) last = Math.max(last, grid.mergeOver(row, cell.column)?.bottom ?? row);
  return Math.min(last, row + HEADER_DEPTH);
}

/** Rows above belong to the header while they hold its groups or labels. */
function firstHeaderRow(grid: SheetGrid, row: number, match: Match, index: LabelIndex): number {
  const groups = new Set(index.groupLabels.values());
  const isHeader = (text: string): boolean =>
    groups.has(labelKey(text)) || isLabel(text, index) || ORDINAL.has(labelKey(text));
  let first = row;
  for (let above = row - 1; above > row - HEADER_DEPTH && above > 0; above -= 1) {
    const cells = grid.inRow(above).filter((cell) => cell.kind === 'text' && isHeader(cell.raw));
    if (cells.some((cell) => cell.column <= largest(match.columns.values()))) first = above;
  }
  return first;
}

/** Fewest labels that make a later row the header of another table. */
const ANOTHER_TABLE = 4;

/**
 * `again`: the header printed once more, as on every page; `another`: the header of a table with other columns;
 * undefined: a row like any other.
 */
export function headerBelow(
  grid: SheetGrid,
  row: number,
  header: HeaderColumns,
  index: LabelIndex,
): 'again' | 'another' | undefined {
  const cells = grid.inRow(row);
  // In a CSV figures are texts; a header may name years.
  const isFigure = (cell: RawCell): boolean => isNumberCell(cell) && !isYear(cell);
  if (cells.some((cell) => isFigure(cell) && cell.column !== header.ordinal)) return undefined;
  const labels = cells.filter((cell) => cell.kind === 'text' && isLabel(cell.raw, index));
  // "thôn" as the kind of an area and "ghi chú" as its note are words of a row as well.
  const known = cells.filter((cell) => labels.includes(cell) || isOwnHeader(grid, cell, header));
  if (labels.length < 2 || known.length * 2 <= cells.length) return undefined;
  const { columns } = matchRow(grid, row, index);
  const here = [...columns].filter(([, column]) => labels.some((cell) => cell.column === column));
  if (here.length >= 2 && here.every(([field, column]) => header.columns.get(field) === column))
    return 'again';
  return here.length >= ANOTHER_TABLE || isOverOthers(here, header) ? 'another' : undefined;
}

/** "TT | Tên thôn | Nhà văn hóa" below "TT | Tên thôn | Tổng số hộ": some labels where they were, another in the column of a figure. */
function isOverOthers(here: readonly (readonly [FieldId, number])[], { columns }: HeaderColumns): boolean {
  const own = new Map([...columns].map(([field, column]) => [column, field]));
  const isSame = ([field, column]: readonly [FieldId, number]): boolean => own.get(column) === field;
  return here.some(isSame) && here.some((one) => own.has(one[1]) && !isSame(one));
}

/** A cell that says what the header says over it, as in a column of the sender's own when the header is printed again. */
function isOwnHeader(grid: SheetGrid, { column, raw }: RawCell, header: HeaderColumns): boolean {
  const key = labelKey(raw);
  for (let at = header.firstRow; key !== '' && at <= header.lastRow; at += 1)
    if (labelKey(grid.at(at, column)?.raw ?? '') === key) return true;
  return false;
}
