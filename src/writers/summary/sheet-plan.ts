/** Where the blocks of a table stand on its sheet, and how wide its columns are. */
import type { LongTable, TableColumn } from '../../model.js';
import { largest } from '../../values/of-many.js';
import { isGrouped } from '../header-groups.js';
import { lineBreaks } from '../text-width.js';
import type { TableSurvey } from './table-survey.js';

/** Sheet rows, 1-based. */
export interface SheetPlan {
  readonly title: number;
  readonly unitLine: number;
  readonly groups?: number;
  readonly headers: number;
  /** The row (1)(2)(3)…; filters hang on it. */
  readonly numbers: number;
  readonly firstBody: number;
  readonly lastBody: number;
  readonly firstNote: number;
  /** Columns that stay in sight: up to the first with text. */
  readonly frozenColumns: number;
  /** Widths in characters. */
  readonly widths: readonly number[];
}

const NARROWEST = 5;
const WIDEST_TEXT = 60;
/** Headers wrap into about so many lines. */
const HEADER_LINES = 3;
/** Room for the filter's button and the cell's own margin. */
const MARGIN = 2;
/** Frozen columns must leave room for the others. */
const MOST_FROZEN = 3;

/** Sheet row of the first line of a table: below title, unit line, headers and their numbers. */
export const firstBodyRow = (table: Pick<LongTable, 'columns'>): number => headerRow(table) + 2;

const headerRow = ({ columns }: Pick<LongTable, 'columns'>): number => (isGrouped(columns) ? 4 : 3);

export function planSheet(table: LongTable, { longest }: TableSurvey): SheetPlan {
  const grouped = isGrouped(table.columns);
  const title = 1;
  const unitLine = 2;
  const headers = headerRow(table);
  const numbers = headers + 1;
  const firstBody = firstBodyRow(table);
  const lastBody = numbers + table.rows.length;
  const firstText = table.columns.findIndex((column) => column.kind === 'text');
  return {
    title,
    unitLine,
    ...(grouped ? { groups: headers - 1 } : {}),
    headers,
    numbers,
    firstBody,
    lastBody,
    firstNote: lastBody + 2,
    frozenColumns: Math.min(firstText + 1, MOST_FROZEN),
    widths: table.columns.map((column, index) => columnWidth(column, longest[index] ?? 0)),
  };
}

/** Figures are never cut; text wraps at the width its column asks for. */
function columnWidth(column: TableColumn, printed: number): number {
  const longest = column.kind === 'text' ? Math.min(printed, column.width ?? WIDEST_TEXT) : printed;
  const header = Math.max(longestWord(column.header), column.header.length / HEADER_LINES);
  const indent = column.kind === 'text' ? 1 : 0;
  return Math.ceil(Math.max(longest + indent, header, NARROWEST)) + MARGIN;
}

const longestWord = (text: string): number => largest(text.split(/\s+/u).map((word) => word.length));

/** Lines a text takes in a width of characters, word by word. */
export const linesIn = (text: string, width: number): number =>
  lineBreaks(
    text.split(/\s+/u).map((word) => word.length),
    1,
    width,
  ).length + 1;
