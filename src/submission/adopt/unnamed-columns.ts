/**
 * Columns of a table by indicators of which nobody knows whose figures they hold. Beside a total they are its parts, and a
 * form that is read by its total alone would lose them.
 */
import type { OwnColumn, RawCell } from '../../model.js';
import { foldMarks } from '../../values/vietnamese-text.js';
import { isNumberCell } from '../cells/cell-words.js';
import { isAreaHeader } from '../layout/area-header.js';
import { isOrdinalHeader, pathKeyOf, segmentKey } from '../layout/header-path.js';
import { totalWord } from '../layout/row-words.js';
import { isDifference, isNotRead } from './column-roles.js';
import type { FoundTable } from './find-tables.js';
import { areWords, cellsBelow } from './kind-of-cells.js';
import { ofOtherPart, ofSeveralYears, otherYear, type TimeAsked } from './header-times.js';
import { isUnitName, type CommuneNamed } from './names-across.js';
import { areEthnic, isPart, isUnderPart } from './parts-of-figures.js';

const leafOf = (path: readonly string[]): string => path.at(-1) ?? '';

/** Beside the figures of a line: its unit of measure, where it comes from, who is in charge. */
const ABOUT_THE_LINE =
  /^(?:dvt|don vi(?: tinh)?|nguon|co quan|bieu|phuong phap|ky (?:bao cao|cong bo)|stt|tt)/u;

/** Says of its line what kind it is, or holds words alone: nothing that anybody would miss. */
export const isAboutTheLine = (table: FoundTable, column: number, path: readonly string[]): boolean =>
  isNotRead(path) ||
  isDifference(path) ||
  isOrdinalHeader(path) ||
  ABOUT_THE_LINE.test(foldMarks(leafOf(path))) ||
  areWords(cellsBelow(table, column));

export interface UnnamedColumn {
  readonly column: number;
  readonly path: readonly string[];
}

/** `rival`: the column that would be read alone though the others are its `parts`, or say the same of others (`twins`). */
export interface UnnamedColumns {
  readonly unnamed: readonly UnnamedColumn[];
  readonly rival?: UnnamedColumn & { readonly of: 'parts' | 'twins' };
}

/** Those whose words may be a name. */
export function namesAmong(columns: readonly UnnamedColumn[]): readonly UnnamedColumn[] {
  const names = columns.filter(({ path }) => !isPart(leafOf(path)));
  return areEthnic(names.map(({ path }) => leafOf(path))) ? [] : names;
}

/** Columns that are not read though they may hold somebody's figures. `proposed`: what each of them was proposed as. */
export function unnamedColumns(
  table: FoundTable,
  own: readonly (readonly [number, readonly string[]])[],
  proposed: readonly OwnColumn[],
  asked: TimeAsked & { readonly communeNamed: CommuneNamed },
): UnnamedColumns {
  const unnamed = own.flatMap(([column, path], index): readonly UnnamedColumn[] =>
    proposed[index]?.role === 'ignored' && !isAboutTheLine(table, column, path) ? [{ column, path }] : [],
  );
  const actual = own[proposed.findIndex(({ role }) => role === 'actual')];
  const [column, path] = actual ?? own.find(([, header]) => totalWord(leafOf(header)) !== undefined) ?? [];
  if (column === undefined || path === undefined) return { unnamed };
  const read = { column, path };
  // A figure of another time, or of a part, is nobody else's.
  const others = unnamed.filter(
    (one) =>
      one.column !== column &&
      (!isUnderPart(one.path) || isUnderPart(path)) &&
      !isOfOtherTime(one.path, asked),
  );
  const twins = others.filter((one) => isTwin(read, one));
  if (twins.length > 0) return { unnamed: twins, rival: { ...read, of: 'twins' } };
  const isTotal = isTotalOf(table, read, others, asked.communeNamed);
  return isTotal ? { unnamed: others, rival: { ...read, of: 'parts' } } : { unnamed };
}

/** "Tổng số" beside "An Thịnh", "Bình Lâm". */
function isTotalOf(
  table: FoundTable,
  { column, path }: UnnamedColumn,
  others: readonly UnnamedColumn[],
  named: CommuneNamed,
): boolean {
  const leaves = others.map((one) => leafOf(one.path));
  const isOfUnit = leaves.some((leaf) => isAreaHeader(leaf) || isUnitName(leaf, named));
  const names = namesAmong(others);
  const isTotal = totalWord(leafOf(path)) !== undefined || isSumOf(table, column, others);
  return isTotal && (isOfUnit || names.length > 1);
}

/** Of a month, a quarter, half a year or of other years than that of the report. */
export const isOfOtherTime = (path: readonly string[], asked: TimeAsked): boolean =>
  ofOtherPart(path, asked) || ofSeveralYears(path) || otherYear(path, asked.year) !== undefined;

/** "An Thịnh › Thực hiện" and "Bình Lâm › Thực hiện". */
const isTwin = ({ path }: UnnamedColumn, other: UnnamedColumn): boolean =>
  path.length > 1 &&
  segmentKey(leafOf(other.path)) === segmentKey(leafOf(path)) &&
  pathKeyOf(other.path) !== pathKeyOf(path);

/** In every line with figures the column is what the others add up to. */
function isSumOf(table: FoundTable, column: number, others: readonly UnnamedColumn[]): boolean {
  const { grid, lastRow, endRow } = table;
  const figure = (cell: RawCell | undefined): number =>
    cell !== undefined && isNumberCell(cell) ? Number(cell.raw) : 0;
  const lines = grid.rows.flatMap((row) => {
    const whole = figure(grid.at(row, column));
    if (row <= lastRow || row > endRow || whole === 0) return [];
    return [whole - others.reduce((sum, one) => sum + figure(grid.at(row, one.column)), 0)];
  });
  return others.length > 1 && lines.length > 0 && lines.every((rest) => Math.abs(rest) < ROUNDED);
}

/** Less than the last decimal of an amount. */
const ROUNDED = 1e-6;
