/** Writes the workbook a sender fills (forms.md, The commune's workbook): visible forms first, identity last. */
import { newWorkbook, workbookBytes } from '../exceljs-adapter.js';
import type { Worksheet } from '../exceljs-adapter.js';
import { drawLines } from './draw-lines.js';
import { drawTable } from './draw-table.js';
import { addIdentitySheet, identityRows } from './identity-sheet.js';
import { drawInstructions } from './instructions-sheet.js';
import { layoutForms } from './layout.js';
import type { TemplateOptions } from './template-options.js';

export { templateFileName } from './file-name.js';
export { writeCsvForms } from './csv-forms.js';
export type { KnownArea, TemplateOptions } from './template-options.js';

/** The template as XLSX bytes; equal options give equal bytes. */
export async function writeTemplate(options: TemplateOptions): Promise<Uint8Array> {
  const layouts = layoutForms(options);
  const workbook = await newWorkbook();
  workbook.title = `${options.set.label}, ${options.unit.code}, ${options.period.id}`;
  // Software that fills the form by its identity sheet does not add up; Excel then does on opening.
  workbook.calcProperties.fullCalcOnLoad = true;
  const lists = await drawInstructions(workbook, layouts, options);
  const columnBreaks = new Map<Worksheet, readonly number[]>();
  for (const layout of layouts) {
    if (layout.kind === 'table') {
      const { sheet, breaks } = await drawTable(workbook, layout, options, lists);
      columnBreaks.set(sheet, breaks);
    } else await drawLines(workbook, layout, options, lists);
  }
  addIdentitySheet(workbook, identityRows(options, layouts));
  return workbookBytes(workbook, options.date, columnBreaks);
}
