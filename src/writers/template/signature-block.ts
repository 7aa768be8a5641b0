/** The place for signatures under Thông tin: who filled the form, who answers for it. */
import type { Worksheet } from '../exceljs-adapter.js';
import { dress, font } from './style.js';
import { SIGNATURES } from './wording.js';

/** Draws the block from `row` down: left column one, right columns two and three. */
export function drawSignatures(sheet: Worksheet, row: number): void {
  const put = (at: number, column: number, text: string, bold: boolean): void => {
    const cell = sheet.getCell(at, column);
    cell.value = text;
    dress(cell, { align: 'center', font: font(11, bold ? { bold } : { italic: true }) });
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
