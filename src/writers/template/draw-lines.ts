/** Draws forms with a line per field: the commune's own figures (Biểu 02) and Thông tin. */
import { cellAddress } from '../../values/cell-address.js';
import type { FieldDefinition } from '../../model.js';
import { cellText, type Workbook, type Worksheet } from '../exceljs-adapter.js';
import type { ChoiceLists } from './choice-lists.js';
import { formatOf, validationOf } from './field-cells.js';
import { addFormSheet, checkRange, drawTitle, lockSheet } from './form-sheet.js';
import { asPrinted, knownInformation } from './known-values.js';
import type { LinesLayout } from './layout.js';
import { FILLS, dress, font, writeText } from './style.js';
import { codeIn, isRequired, type TemplateOptions } from './template-options.js';
import { COLUMN_HEADS, SIGNATURES, TYPE_PROMPTS } from './wording.js';
import { heightOf, wrappedLines } from './wrapped-lines.js';
import { unitFullName } from '../../units/names/unit-name.js';
import { isNumeric } from '../../measures/field-types.js';

const LIST_WIDTHS = [8, 58, 15, 20, 30];
const PAIR_WIDTHS = [46, 42, 52];
/** Lines for what people write at length, from the remarks of Thông tin. */
const REMARK_HEIGHT = 96;

/** Adds the sheet of a list or pairs form. */
export async function drawLines(
  workbook: Workbook,
  layout: LinesLayout,
  options: TemplateOptions,
  lists: ChoiceLists,
): Promise<void> {
  const list = layout.kind === 'list';
  const widths = list ? LIST_WIDTHS : PAIR_WIDTHS;
  const sheet = addFormSheet(workbook, layout.form.sheet, {
    landscape: false,
    ...(list ? { titleRows: `${layout.headerBottom - 1}:${layout.headerBottom}` } : { onePage: true }),
    kind: layout.kind,
    footer: `${unitFullName(options.unit)} · ${layout.form.sheet}`,
  });
  widths.forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  const width = widths.reduce((sum, each) => sum + each, 0);
  drawTitle(sheet, layout, options, { middle: list ? 2 : 1, last: layout.lastColumn, width });
  if (list) drawListHeader(sheet, layout);
  for (const { row, text } of layout.headings) drawHeading(sheet, layout, row, text);
  const known = list ? new Map<string, never>() : knownInformation(options);
  for (const { field, row } of layout.places) {
    if (list) drawListLine(sheet, layout, field, row);
    else drawPair(sheet, field, row, isRequired(field, options.period.kind));
    const cell = sheet.getCell(row, layout.valueColumn);
    const given = known.get(field.id);
    if (given !== undefined) {
      const printed = asPrinted(field, given.value);
      cell.value = typeof printed === 'number' ? printed : cellText(printed);
    }
    const locked = given?.locked === true;
    dress(cell, {
      box: true,
      format: formatOf(field),
      align: list && isNumeric(field) ? 'right' : 'left',
      ...(isRemark(field) ? { vertical: 'top' as const } : {}),
      ...(locked ? { fill: FILLS.fixed } : { fill: FILLS.input, unlocked: true }),
    });
    const address = cellAddress(row, layout.valueColumn);
    const validation = locked ? undefined : validationOf(field, address, lists.get(field.id));
    if (validation !== undefined) checkRange(sheet, address, validation);
  }
  if (!list) drawSignatures(sheet, layout.lastRow + 2);
  sheet.views = [
    {
      state: 'frozen',
      xSplit: 0,
      ySplit: layout.headerBottom,
      topLeftCell: cellAddress(layout.headerBottom + 1, 1),
      activeCell: cellAddress(layout.places[0]?.row ?? 1, layout.valueColumn),
      showGridLines: false,
    },
  ];
  await lockSheet(sheet);
}

function drawListHeader(sheet: Worksheet, layout: LinesLayout): void {
  COLUMN_HEADS.list.forEach((text, index) => {
    const look = { fill: FILLS.header, box: true, align: 'center' } as const;
    const [head, number] = [layout.headerBottom - 1, layout.headerBottom];
    writeText(sheet.getCell(head, index + 1), text, { ...look, font: font(11, { bold: true }) });
    writeText(sheet.getCell(number, index + 1), `(${index + 1})`, {
      ...look,
      font: font(9, { italic: true }),
    });
  });
  sheet.getRow(layout.headerBottom - 1).height = 22;
  sheet.getRow(layout.headerBottom).height = 14;
}

function drawHeading(sheet: Worksheet, layout: LinesLayout, row: number, text: string): void {
  sheet.mergeCells(row, 1, row, layout.lastColumn);
  const look = { font: font(11, { bold: true }), fill: FILLS.section, box: true, align: 'left' } as const;
  writeText(sheet.getCell(row, 1), text, look);
  sheet.getRow(row).height = 20;
}

function drawListLine(sheet: Worksheet, layout: LinesLayout, field: FieldDefinition, row: number): void {
  const texts = [codeIn(field, layout.form), field.label, field.unit ?? ''];
  texts.forEach((text, index) => {
    writeText(sheet.getCell(row, index + 1), text, { box: true, align: index === 1 ? 'left' : 'center' });
  });
  dress(sheet.getCell(row, 5), { box: true, fill: FILLS.input, unlocked: true, align: 'left', format: '@' });
  sheet.getRow(row).height = heightOf(wrappedLines(field.label, LIST_WIDTHS[1] ?? 50, 11), 11);
}

function drawPair(sheet: Worksheet, field: FieldDefinition, row: number, required: boolean): void {
  const look = { box: true, align: 'left' } as const;
  writeText(sheet.getCell(row, 1), field.label, { ...look, font: font(11, { bold: required }) });
  if (isRemark(field)) {
    // People write at length here: the value takes the hint's column too.
    sheet.mergeCells(row, 2, row, 3);
    sheet.getRow(row).height = REMARK_HEIGHT;
    return;
  }
  const hint = field.instruction ?? TYPE_PROMPTS[field.type];
  const slanted = font(9.5, { italic: true, color: { argb: 'FF595959' } });
  writeText(sheet.getCell(row, 3), hint, { ...look, font: slanted });
  const lines = Math.max(
    wrappedLines(field.label, PAIR_WIDTHS[0] ?? 40, 11, required),
    wrappedLines(hint, PAIR_WIDTHS[2] ?? 40, 9.5),
  );
  sheet.getRow(row).height = heightOf(lines, 11);
}

/** Free text of Thông tin: difficulties, proposals, good practice. */
const isRemark = (field: FieldDefinition): boolean => field.form === 'thong-tin' && field.group === 'remarks';

/** Signatures under Thông tin, from `row` down: left column one, right columns two and three. */
function drawSignatures(sheet: Worksheet, row: number): void {
  const put = (at: number, column: number, text: string, bold: boolean): void => {
    const look = { align: 'center', font: font(11, bold ? { bold } : { italic: true }) } as const;
    writeText(sheet.getCell(at, column), text, look);
  };
  for (const each of [row, row + 1, row + 2]) {
    sheet.mergeCells(each, 2, each, 3);
    sheet.getRow(each).height = 18;
  }
  put(row, 2, SIGNATURES.date, false);
  SIGNATURES.left.forEach((text, index) => {
    put(row + 1 + index, 1, text, index === 0);
  });
  SIGNATURES.right.forEach((text, index) => {
    put(row + 1 + index, 2, text, index === 0);
  });
}
