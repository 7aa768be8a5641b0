/** Made forms as workbooks on a disk: the same cells and merges, written by exceljs as an office's Excel would. */
import { newWorkbook, workbookBytes } from '../../../../src/writers/exceljs-adapter.js';
import type { MadeSheet } from './made-forms.js';

/** The bytes of one workbook with these sheets, in order. */
export async function drawnBook(sheets: readonly MadeSheet[]): Promise<Uint8Array> {
  const book = await newWorkbook();
  for (const { name, rows, merges = [] } of sheets) {
    const target = book.addWorksheet(name);
    rows.forEach((row, down) => {
      row.forEach((typed, right) => {
        if (typeof typed === 'string' || typeof typed === 'number')
          target.getCell(down + 1, right + 1).value = typed;
      });
    });
    for (const merge of merges) target.mergeCells(merge);
  }
  return workbookBytes(book);
}
