/** What all sheets of a template share: title lines, print set-up, protection, checks over ranges. */
import type { DataValidation, PageSetup, Workbook, Worksheet } from '../exceljs-adapter.js';
import { cellText } from '../exceljs-adapter.js';
import type { FormLayout } from './layout.js';
import { assessedTitle } from './criterion-rows.js';
import { font, writeText, type Look } from './style.js';
import type { TemplateOptions } from './template-options.js';
import { LEGEND, formLine, periodTitle, senderLine, titleLine } from './wording.js';
import { heightOf, wrappedLines } from './wrapped-lines.js';
import { defined } from '../../values/defined.js';
import { unitFullName } from '../../units/names/unit-name.js';

const A4 = 9;
/** Inches; narrow, since tables are wide. */
const MARGINS = { left: 0.5, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 };
const SHEET_TABS: Readonly<Record<string, string>> = {
  pairs: 'FF7F7F7F',
  list: 'FF5B8C5A',
  table: 'FF3B6EA5',
};

/** A visible sheet with its print set-up. */
export function addFormSheet(
  workbook: Workbook,
  name: string,
  print: {
    readonly landscape: boolean;
    /** Percent; without it the sheet is fitted to the width of a page. */
    readonly scale?: number;
    /** Fitted to its height as well. */
    readonly onePage?: boolean;
    readonly titleRows?: string;
    readonly titleColumns?: string;
    readonly kind?: string;
    readonly footer: string;
  },
): Worksheet {
  const pageSetup: Partial<PageSetup> = {
    paperSize: A4,
    orientation: print.landscape ? 'landscape' : 'portrait',
    ...(print.scale === undefined
      ? {
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: print.onePage === true ? 1 : 0,
          horizontalCentered: true,
        }
      : { fitToPage: false, scale: print.scale }),
    pageOrder: 'overThenDown',
    margins: MARGINS,
    ...defined({ printTitlesRow: print.titleRows, printTitlesColumn: print.titleColumns }),
  };
  const colour = SHEET_TABS[print.kind ?? ''];
  const sheet = workbook.addWorksheet(name, {
    pageSetup,
    ...(colour === undefined ? {} : { properties: { tabColor: { argb: colour } } }),
  });
  const footer = cellText(print.footer).replaceAll('&', '&&');
  sheet.headerFooter.oddFooter = `&L&"Times New Roman,Regular"&9${footer}&R&"Times New Roman,Regular"&9Trang &P/&N`;
  return sheet;
}

/** Sender, place, title, period and a line of advice, above every form, within the columns given. */
export function drawTitle(
  sheet: Worksheet,
  layout: Pick<FormLayout, 'form'>,
  options: TemplateOptions,
  columns: {
    /** First column of the title; behind the columns that repeat on every page. */
    readonly start?: number;
    readonly middle: number;
    readonly last: number;
    readonly width: number;
  },
): void {
  const { form } = layout;
  const place = options.ancestors.map(unitFullName).join(', ');
  const { start = 1, middle, last } = columns;
  line(sheet, 1, 1, middle, senderLine(options.unit), { font: font(11, { bold: true }), align: 'left' });
  line(sheet, 1, middle + 1, last, formLine(form.sheet), { font: font(11, { bold: true }), align: 'right' });
  line(sheet, 2, 1, middle, place, { font: font(11), align: 'left' });
  line(sheet, 2, middle + 1, last, options.set.label, { font: font(9, { italic: true }), align: 'right' });
  const title = form.title.toLocaleUpperCase('vi');
  line(sheet, 3, start, last, title, { font: font(14, { bold: true }), align: 'center' });
  line(sheet, 4, start, last, periodTitle(options.period), {
    font: font(12, { italic: true }),
    align: 'center',
  });
  const assessed = assessedTitle(form, options);
  const advice = [assessed === undefined ? '' : titleLine(assessed), form.note ?? '', LEGEND]
    .filter((text) => text !== '')
    .join(' ');
  line(sheet, 5, start, last, advice, { font: font(10, { italic: true }), align: 'left', vertical: 'top' });
  const heights = [17, 16, heightOf(wrappedLines(title, columns.width, 14, true), 14), 18];
  heights.forEach((height, index) => (sheet.getRow(index + 1).height = height));
  sheet.getRow(5).height = heightOf(wrappedLines(advice, columns.width, 10), 10);
}

function line(sheet: Worksheet, row: number, from: number, to: number, text: string, look: Look): void {
  if (to > from) sheet.mergeCells(row, from, row, to);
  writeText(sheet.getCell(row, from), text, look);
}

/** Empty password: it stops slips, not people. Rows may be added, columns and rows made wider. */
export async function lockSheet(sheet: Worksheet): Promise<void> {
  await sheet.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatColumns: true,
    formatRows: true,
    insertRows: true,
    sort: true,
  });
}

/** exceljs splits equal checks of rows 9 and 10 by their text order; a range given as such stays one. */
export function checkRange(sheet: Worksheet, range: string, validation: DataValidation): void {
  const checks = sheet as Worksheet & {
    readonly dataValidations: { add(address: string, validation: DataValidation): void };
  };
  checks.dataValidations.add(range, validation);
}
