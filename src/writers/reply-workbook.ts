/** The reply sheet as a small workbook of its own, for communes whose file cannot be marked. */
import type { ReplyGrid, ReplyRow } from '../model.js';
import { REPLY_SHEET_MARK } from '../model/reply-sheet-mark.js';
import { FONT } from './decree30-layout.js';
import { cellText, newWorkbook, workbookBytes, type Cell } from './exceljs-adapter.js';
import { isBoxed, REPLY_COLOURS, REPLY_SIZES, rowHeight } from './reply-look.js';

const A4 = 9;
const EDGE = { style: 'thin' } as const;

/** The same grid and date give the same bytes. */
export async function writeReplyWorkbook(
  { sheetName, widths, rows }: ReplyGrid,
  date?: string,
): Promise<Uint8Array> {
  const workbook = await newWorkbook();
  const sheet = workbook.addWorksheet(sheetName, {
    views: [{ showGridLines: false }],
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  // exceljs names few paper sizes and takes any number.
  Object.assign(sheet.pageSetup, { paperSize: A4 });
  widths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  const mark = sheet.getColumn(widths.length + 1);
  mark.hidden = true;
  sheet.getCell(1, widths.length + 1).value = REPLY_SHEET_MARK;
  rows.forEach((row, rowIndex) => {
    sheet.getRow(rowIndex + 1).height = rowHeight(row, widths);
    row.cells.forEach((text, column) => {
      const cell = sheet.getCell(rowIndex + 1, column + 1);
      if (text !== '') cell.value = cellText(text);
      draw(cell, row, column);
    });
  });
  return workbookBytes(workbook, date);
}

function draw(cell: Cell, row: ReplyRow, column: number): void {
  const { style, input } = row;
  const boxed = isBoxed(row);
  cell.font = { name: FONT, size: REPLY_SIZES[style], bold: style !== 'text' && style !== 'line' };
  cell.alignment = {
    vertical: 'top',
    wrapText: boxed,
    ...(style === 'header' ? { horizontal: 'center' } : {}),
  };
  if (boxed) cell.border = { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE };
  const colour =
    style === 'header' ? REPLY_COLOURS.header : input === column ? REPLY_COLOURS.input : undefined;
  if (colour !== undefined)
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${colour}` } };
}
