/** The table of an annex: repeated header of up to three rows, rows that never split, sums in bold. */
import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
  type ParagraphChild,
  type TextRun,
} from 'docx';
import type {
  Table as ReportTable,
  TableCell as ReportCell,
  TableColumn,
  TableRow as ReportRow,
} from '../../model.js';
import { CELL, COLOUR, halfPoints, pointsToTwips, twips } from '../decree30-layout.js';
import { headerSpans, isGrouped } from '../header-groups.js';
import { amountDigits, placeOf, printedCell, type CellPlace } from '../printed-cell.js';
import type { AnnexColumns } from './annex-columns.js';
import type { AnnexFit } from './annex-fit.js';
import type { MarkFigure } from './figure-bookmarks.js';
import { bordersOf } from './plain-table.js';
import { STYLE } from './styles.js';
import { textRuns, type RunLook } from './text-runs.js';
import { defined } from '../../values/defined.js';

/** Of the table of an annex. */
export const ANNEX_BORDERS = bordersOf({ style: BorderStyle.SINGLE, size: CELL.rule, color: COLOUR });
const margins = (padding: number) => ({
  marginUnitType: WidthType.DXA,
  top: pointsToTwips(padding),
  bottom: pointsToTwips(padding),
  left: twips(CELL.sideMm),
  right: twips(CELL.sideMm),
});

/** So many last lines stay with the notes, which never stand alone on a page. */
const KEPT_WITH_NOTES = 2;

export function annexTable(table: ReportTable, mark: MarkFigure, { columns, padding }: AnnexFit): Table {
  const digits = table.columns.map((column, index) => amountDigits(table.rows, index, column));
  const kept = table.notes.length === 0 ? Infinity : table.rows.length - KEPT_WITH_NOTES;
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: columns.widths.reduce((total, width) => total + width, 0), type: WidthType.DXA },
    columnWidths: columns.widths,
    borders: ANNEX_BORDERS,
    margins: margins(padding),
    rows: [
      ...headerRows(table.columns, columns),
      ...table.rows.map((row, index) =>
        bodyRow(table, row, columns, index >= kept || isSum(table.rows[index + 1]), mark, digits),
      ),
    ],
  });
}

const isSum = (row: ReportRow | undefined): boolean => row?.role === 'total';

interface Span {
  readonly columns?: number;
  readonly rows?: number;
}

function cell(
  text: string,
  look: RunLook,
  place: CellPlace,
  style: string,
  span: Span,
  keepNext = false,
  mark: (runs: readonly TextRun[]) => readonly ParagraphChild[] = (runs) => runs,
): TableCell {
  return new TableCell({
    verticalAlign: VerticalAlignTable.CENTER,
    ...defined({ columnSpan: span.columns, rowSpan: span.rows }),
    children: [
      new Paragraph({
        style,
        alignment: AlignmentType[PLACES[place]],
        keepNext,
        ...emptyMark(text, look),
        children: mark(textRuns(text, look)),
      }),
    ],
  });
}

/** An empty paragraph is as high as its mark, which must not be of the body's type. */
const emptyMark = (text: string, { points }: RunLook) =>
  text === '' && points !== undefined ? { run: { size: halfPoints(points) } } : {};

const PLACES = { left: 'LEFT', center: 'CENTER', right: 'RIGHT' } as const;

/** Groups over headers over the numbers (1)(2)…; all repeat on every page. */
function headerRows(columns: readonly TableColumn[], { size }: AnnexColumns): readonly TableRow[] {
  const header = (text: string, span: Span): TableCell =>
    cell(text, { points: size, bold: true }, 'center', STYLE.tableHeader, span, true);
  const row = (children: readonly TableCell[]): TableRow =>
    new TableRow({ tableHeader: true, cantSplit: true, children });
  const numbers = row(
    columns.map((_, index) =>
      cell(`(${index + 1})`, { points: size, italic: true }, 'center', STYLE.tableText, {}, true),
    ),
  );
  if (!isGrouped(columns)) return [row(columns.map((column) => header(column.header, {}))), numbers];
  return [
    row(
      headerSpans(columns).map((span) =>
        span.group === undefined
          ? header(columns[span.first]?.header ?? '', { rows: 2 })
          : header(span.group, { columns: span.count }),
      ),
    ),
    row(columns.filter(({ group }) => group !== undefined).map((column) => header(column.header, {}))),
    numbers,
  ];
}

/** A section line's text runs over the empty cells after it. The last line stays with the total below. */
function bodyRow(
  table: ReportTable,
  row: ReportRow,
  { size }: AnnexColumns,
  keepNext: boolean,
  mark: MarkFigure,
  digits: readonly number[],
): TableRow {
  const look = { points: size, bold: row.role !== 'unit' };
  const cells: TableCell[] = [];
  for (let index = 0; index < table.columns.length; index += 1) {
    const column = table.columns[index];
    const content: ReportCell = row.cells[index] ?? { kind: 'none' };
    if (column === undefined) continue;
    let columns = 1;
    if (row.role === 'section' && content.kind === 'text' && column.kind === 'text') {
      while (index + columns < table.columns.length && isEmpty(row, index + columns)) columns += 1;
    }
    cells.push(
      cell(
        printedCell(content, column, undefined, digits[index]),
        look,
        placeOf(content, column),
        STYLE.tableText,
        columns === 1 ? {} : { columns },
        keepNext || row.role === 'section',
        (runs) => mark(content.figure, runs),
      ),
    );
    index += columns - 1;
  }
  return new TableRow({ cantSplit: true, children: cells });
}

const isEmpty = (row: ReportRow, index: number): boolean => {
  const kind = row.cells[index]?.kind;
  return kind === undefined || kind === 'none';
};
