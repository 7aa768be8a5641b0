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
} from 'docx';
import type { Table as ReportTable, TableColumn } from '../../model.js';
import { CELL, COLOUR, halfPoints, pointsToTwips, twips } from '../decree30-layout.js';
import { headerSpans, isGrouped } from '../header-groups.js';
import type { AnnexColumns } from './annex-columns.js';
import type { AnnexFit } from './annex-fit.js';
import type { HeldRows } from './annex-rows.js';
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

/** Header and frame as the library writes them; the body comes when the document is packed. */
export function annexTable(table: ReportTable, held: HeldRows, fit: AnnexFit): Table {
  const { columns, padding } = fit;
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: columns.widths.reduce((total, width) => total + width, 0), type: WidthType.DXA },
    columnWidths: columns.widths,
    borders: ANNEX_BORDERS,
    margins: margins(padding),
    rows: [
      ...headerRows(table.columns, columns),
      new TableRow({
        children: [new TableCell({ children: [new Paragraph({ style: held.hold(table, fit) })] })],
      }),
    ],
  });
}

interface Span {
  readonly columns?: number;
  readonly rows?: number;
}

function cell(text: string, look: RunLook, style: string, span: Span): TableCell {
  return new TableCell({
    verticalAlign: VerticalAlignTable.CENTER,
    ...defined({ columnSpan: span.columns, rowSpan: span.rows }),
    children: [
      new Paragraph({
        style,
        alignment: AlignmentType.CENTER,
        keepNext: true,
        ...emptyMark(text, look),
        children: textRuns(text, look),
      }),
    ],
  });
}

/** An empty paragraph is as high as its mark, which must not be of the body's type. */
const emptyMark = (text: string, { points }: RunLook) =>
  text === '' && points !== undefined ? { run: { size: halfPoints(points) } } : {};

/** Groups over headers over the numbers (1)(2)…; all repeat on every page. */
function headerRows(columns: readonly TableColumn[], { size }: AnnexColumns): readonly TableRow[] {
  const header = (text: string, span: Span): TableCell =>
    cell(text, { points: size, bold: true }, STYLE.tableHeader, span);
  const row = (children: readonly TableCell[]): TableRow =>
    new TableRow({ tableHeader: true, cantSplit: true, children });
  const numbers = row(
    columns.map((_, index) => cell(`(${index + 1})`, { points: size, italic: true }, STYLE.tableText, {})),
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
