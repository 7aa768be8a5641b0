/** The reply sheet as a worksheet part, with styles added to the workbook's own. */
import { cellAddress } from '../../values/cell-address.js';
import type { ReplyGrid, ReplyRow } from '../../model.js';
import { REPLY_COLOURS, REPLY_SIZES, rowHeight } from '../reply-look.js';
import { REPLY_SHEET_MARK } from '../../model/reply-sheet-mark.js';
import { escapeXml } from '../xml-text.js';
import { cellText } from '../exceljs-adapter.js';
import type { StyleEditor, StylePieces } from './style-editor.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const EDGE = 'style="thin"><{p}color auto="1"/></{p}';
const BORDER = `<{p}left ${EDGE}left><{p}right ${EDGE}right><{p}top ${EDGE}top><{p}bottom ${EDGE}bottom><{p}diagonal/>`;
const font = (points: number, bold: boolean): string =>
  `${bold ? '<{p}b/>' : ''}<{p}sz val="${points}"/><{p}name val="Times New Roman"/><{p}family val="1"/>`;
const WRAPPED = 'vertical="top" wrapText="1"';

type Look = ReplyRow['style'] | 'input';

const LOOKS: Readonly<Record<Look, StylePieces>> = {
  title: { font: font(REPLY_SIZES.title, true), alignment: 'vertical="top"' },
  text: { font: font(REPLY_SIZES.text, false), alignment: 'vertical="top"' },
  heading: { font: font(REPLY_SIZES.heading, true), alignment: 'vertical="top"' },
  header: {
    font: font(REPLY_SIZES.header, true),
    fill: REPLY_COLOURS.header,
    border: BORDER,
    alignment: 'horizontal="center" vertical="center" wrapText="1"',
  },
  line: { font: font(REPLY_SIZES.line, false), border: BORDER, alignment: WRAPPED },
  input: {
    font: font(REPLY_SIZES.line, false),
    fill: REPLY_COLOURS.input,
    border: BORDER,
    alignment: WRAPPED,
    unlocked: true,
  },
};

/** The part's text; texts stand in the cells themselves, so that the workbook's text store stays as it is. */
export function replySheetXml(grid: ReplyGrid, styles: StyleEditor): string {
  const rows = grid.rows.map((row, index) => {
    const cells = row.cells.map((text, column) => {
      const look = row.input === column ? 'input' : row.style;
      return inlineText(cellAddress(index + 1, column + 1), ` s="${styles.made(LOOKS[look])}"`, text);
    });
    if (index === 0) cells.push(inlineText(cellAddress(1, grid.widths.length + 1), '', REPLY_SHEET_MARK));
    return `<row r="${index + 1}" ht="${rowHeight(row, grid.widths)}" customHeight="1">${cells.join('')}</row>`;
  });
  const mark = grid.widths.length + 1;
  const columns = grid.widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const header = grid.rows.findIndex(({ style }) => style === 'header');
  const start = cellAddress(Math.max(header, 0) + 1, 1);
  const selection = `<selection activeCell="${start}" sqref="${start}"/>`;
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${MAIN}">` +
    `<sheetPr><tabColor rgb="FFC00000"/><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0">${selection}</sheetView></sheetViews>` +
    `<cols>${columns.join('')}<col min="${mark}" max="${mark}" width="3" hidden="1" customWidth="1"/></cols><sheetData>${rows.join('')}</sheetData>` +
    `<pageMargins left="0.5" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>` +
    `<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`
  );
}

const inlineText = (place: string, style: string, text: string): string =>
  text === ''
    ? `<c r="${place}"${style}/>`
    : `<c r="${place}"${style} t="inlineStr"><is><t xml:space="preserve">${escapeXml(cellText(text))}</t></is></c>`;
