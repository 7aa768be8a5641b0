/** Draws a table form: grouped header of two rows, column numbers, input rows, totals (Biểu 01, 03-06). */
import { cellAddress, columnLetter } from '../../values/cell-address.js';
import type { FieldDefinition, FieldId } from '../../model.js';
import { cellText } from '../exceljs-adapter.js';
import type { Workbook, Worksheet } from '../exceljs-adapter.js';
import { markContradictions } from './alerts.js';
import type { ChoiceLists } from './choice-lists.js';
import { formatOf, headingOf, validationOf, widthOf } from './field-cells.js';
import { addFormSheet, checkRange, drawTitle, lockSheet } from './form-sheet.js';
import { asPrinted, knownArea, knownCriterion } from './known-values.js';
import type { Place, TableLayout } from './layout.js';
import { printPages } from './print-pages.js';
import { FILLS, dress, font } from './style.js';
import type { Look } from './style.js';
import type { TemplateOptions } from './template-options.js';
import { COLUMN_HEADS } from './wording.js';
import { heightOf, wrappedLines } from './wrapped-lines.js';
import { unitFullName } from '../../units/names/unit-name.js';
import { isNumeric } from '../../measures/field-types.js';

const ORDINAL_WIDTH = 5;
const STANDARD_WIDTH = 26;
/** Rows that still fit on one landscape page legibly. */
const ONE_PAGE_ROWS = 42;

/** Adds the sheet of a table form; returns the columns after which a printed page ends. */
export async function drawTable(
  workbook: Workbook,
  layout: TableLayout,
  options: TemplateOptions,
  lists: ChoiceLists,
): Promise<{ readonly sheet: Worksheet; readonly breaks: readonly number[] }> {
  const widths = columnWidths(layout);
  const pages = printPages(widths, layout);
  const sheet = addFormSheet(workbook, layout.form.sheet, {
    landscape: true,
    titleRows: `${layout.groupRow}:${layout.headerBottom}`,
    ...(pages.breaks.length === 0
      ? { onePage: layout.lastRow <= ONE_PAGE_ROWS }
      : { scale: pages.scale, titleColumns: `A:${columnLetter(layout.fixedColumns)}` }),
    kind: 'table',
    footer: `${unitFullName(options.unit)} · ${layout.form.sheet}`,
  });
  widths.forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  drawTitle(sheet, layout, options, titleColumns(widths, layout, pages.breaks[0]));
  drawHeader(sheet, layout, widths);
  drawRows(sheet, layout, options, widths);
  drawTotals(sheet, layout);
  for (const place of layout.places) checkColumn(sheet, layout, place, lists);
  markContradictions(sheet, layout, options);
  sheet.views = [
    {
      state: 'frozen',
      xSplit: layout.fixedColumns,
      ySplit: layout.headerBottom,
      topLeftCell: cellAddress(layout.firstRow, layout.fixedColumns + 1),
      activeCell: cellAddress(layout.firstRow, layout.places[0]?.column ?? 1),
      showGridLines: false,
    },
  ];
  await lockSheet(sheet);
  return { sheet, breaks: pages.breaks };
}

const isCriteria = (layout: TableLayout): boolean => layout.form.shape === 'criteria';

function columnWidths(layout: TableLayout): readonly number[] {
  const wide = new Map<FieldId, number>([
    ['criterionCode', 9],
    ['criterionText', 62],
    ['criterionTarget', 20],
  ]);
  return [
    ORDINAL_WIDTH,
    ...(isCriteria(layout) ? [STANDARD_WIDTH] : []),
    ...layout.places.map(({ field }) => wide.get(field.id) ?? widthOf(field, layout.form)),
  ];
}

/** Title lines stay on the first page, behind the columns that repeat on the next ones. */
function titleColumns(
  widths: readonly number[],
  layout: TableLayout,
  firstBreak: number | undefined,
): { start: number; middle: number; last: number; width: number } {
  const last = firstBreak ?? widths.length;
  const start = firstBreak === undefined ? 1 : layout.fixedColumns + 1;
  const width = widths.slice(start - 1, last).reduce((sum, each) => sum + each, 0);
  let middle = layout.fixedColumns;
  let left = widths.slice(0, middle).reduce((sum, each) => sum + each, 0);
  while (middle < last - 1 && left < width * 0.5) left += widths[middle++] ?? 0;
  return { start, middle, last, width };
}

const HEAD: Look = { font: font(10, { bold: true }), fill: FILLS.header, box: true, align: 'center' };

function drawHeader(sheet: Worksheet, layout: TableLayout, widths: readonly number[]): void {
  const heads = new Map<number, string>([[1, COLUMN_HEADS.ordinal]]);
  if (isCriteria(layout)) heads.set(2, COLUMN_HEADS.standard);
  for (const { field, column } of layout.places) heads.set(column, headingOf(field));
  const single = new Set(layout.single);
  const merged = layout.groupRow < layout.labelRow;
  let labelLines = 1;
  for (let column = 1; column <= layout.lastColumn; column += 1) {
    const text = heads.get(column) ?? '';
    const top = single.has(column) ? layout.groupRow : layout.labelRow;
    if (single.has(column) && merged) sheet.mergeCells(layout.groupRow, column, layout.labelRow, column);
    sheet.getCell(top, column).value = cellText(text);
    for (let row = layout.groupRow; row <= layout.labelRow; row += 1) dress(sheet.getCell(row, column), HEAD);
    const lines = wrappedLines(text, widths[column - 1] ?? 10, 10, true);
    labelLines = Math.max(labelLines, single.has(column) && merged ? lines - 2 : lines);
    const number = sheet.getCell(layout.headerBottom, column);
    number.value = `(${column})`;
    dress(number, { ...HEAD, font: font(9, { italic: true }) });
  }
  let groupLines = 1;
  for (const { label, from, to } of layout.groups) {
    if (to > from) sheet.mergeCells(layout.groupRow, from, layout.groupRow, to);
    sheet.getCell(layout.groupRow, from).value = cellText(label);
    const width = widths.slice(from - 1, to).reduce((sum, each) => sum + each, 0);
    groupLines = Math.max(groupLines, wrappedLines(label, width, 10, true));
  }
  if (merged) sheet.getRow(layout.groupRow).height = heightOf(groupLines, 10);
  sheet.getRow(layout.labelRow).height = heightOf(labelLines, 10);
  sheet.getRow(layout.headerBottom).height = 14;
}

function drawRows(
  sheet: Worksheet,
  layout: TableLayout,
  options: TemplateOptions,
  widths: readonly number[],
): void {
  const areas = layout.form.rowKey?.includes('areaName') === true ? (options.areas ?? []) : [];
  const known = isCriteria(layout) ? layout.criteria.map(knownCriterion) : areas.map(knownArea);
  const fixed =
    layout.criteria.length > 0
      ? new Set<FieldId>(['criterionCode', 'criterionText', 'criterionTarget'])
      : new Set<FieldId>();
  for (let row = layout.firstRow; row <= layout.bottomRow; row += 1) {
    const index = row - layout.firstRow;
    const ordinal = sheet.getCell(row, 1);
    ordinal.value = index + 1;
    dress(ordinal, { box: true, align: 'center', fill: FILLS.fixed });
    let lines = 1;
    for (const { field, column } of layout.places) {
      const cell = sheet.getCell(row, column);
      const value = known[index]?.get(field.id);
      if (value !== undefined && value !== '') cell.value = cellText(String(asPrinted(field, value)));
      dress(cell, inputLook(field, fixed.has(field.id)));
      if (value !== undefined) lines = Math.max(lines, wrappedLines(value, widths[column - 1] ?? 10, 11));
    }
    sheet.getRow(row).height = lines === 1 ? 16 : heightOf(lines, 11);
  }
  if (isCriteria(layout)) drawStandards(sheet, layout);
}

/** The standard stands once beside its criteria. */
function drawStandards(sheet: Worksheet, layout: TableLayout): void {
  let start = 0;
  layout.criteria.forEach((criterion, index) => {
    dress(sheet.getCell(layout.firstRow + index, 2), {
      box: true,
      fill: FILLS.fixed,
      font: font(11, { bold: true }),
    });
    if (layout.criteria[index + 1]?.standard === criterion.standard) return;
    const [from, to] = [layout.firstRow + start, layout.firstRow + index];
    stretchRows(sheet, from, to, heightOf(wrappedLines(criterion.standard, STANDARD_WIDTH, 11, true), 11));
    sheet.getCell(from, 2).value = cellText(criterion.standard);
    if (to > from) sheet.mergeCells(from, 2, to, 2);
    start = index + 1;
  });
}

/** Rows share what the text beside them needs more. */
function stretchRows(sheet: Worksheet, from: number, to: number, needed: number): void {
  const rows = Array.from({ length: to - from + 1 }, (_, index) => sheet.getRow(from + index));
  const lacking = needed - rows.reduce((sum, row) => sum + row.height, 0);
  if (lacking > 0) for (const row of rows) row.height += Math.ceil(lacking / rows.length);
}

const inputLook = (field: FieldDefinition, fixed: boolean): Look => ({
  box: true,
  format: formatOf(field),
  align: isNumeric(field) ? 'right' : field.type === 'text' ? 'left' : 'center',
  ...(fixed ? { fill: FILLS.fixed } : { fill: FILLS.input, unlocked: true }),
});

/** Sums of the columns that add; the value is cached for readers that do not calculate. */
function drawTotals(sheet: Worksheet, layout: TableLayout): void {
  const { totalRow: row } = layout;
  if (row === undefined) return;
  for (let column = 1; column <= layout.lastColumn; column += 1)
    dress(sheet.getCell(row, column), { box: true, fill: FILLS.fixed, font: font(11, { bold: true }) });
  for (const { field, column } of layout.places) {
    if (!isNumeric(field) || field.aggregation !== 'sum') continue;
    const range = `${cellAddress(layout.firstRow, column)}:${cellAddress(layout.bottomRow, column)}`;
    const cell = sheet.getCell(row, column);
    cell.value = { formula: `SUM(${range})`, result: 0 };
    cell.numFmt = formatOf(field);
    cell.alignment = { horizontal: 'right', vertical: 'middle' };
  }
  sheet.getCell(row, layout.places[0]?.column ?? 2).value = cellText(layout.form.totalLabel ?? '');
  sheet.getRow(row).height = 20;
}

function checkColumn(sheet: Worksheet, layout: TableLayout, place: Place, lists: ChoiceLists): void {
  const first = cellAddress(layout.firstRow, place.column);
  const validation = validationOf(place.field, first, lists.get(place.field.id));
  const range =
    layout.firstRow === layout.bottomRow ? first : `${first}:${cellAddress(layout.bottomRow, place.column)}`;
  if (validation !== undefined) checkRange(sheet, range, validation);
}
