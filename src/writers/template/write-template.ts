/** Writes the workbook a sender fills: visible forms first, identity last. */
import type { FormDefinition, Period, UnitVersion } from '../../model.js';
import { foldMarks } from '../../values/vietnamese-text.js';
import { cellText, newWorkbook, workbookBytes, type Workbook, type Worksheet } from '../exceljs-adapter.js';
import { drawLines } from './draw-lines.js';
import { drawTable } from './draw-table.js';
import { drawInstructions } from './instructions-sheet.js';
import { fingerprintOf, identityRow, layoutForms, type FormLayout } from './layout.js';
import type { TemplateOptions } from './template-options.js';
import { SHEETS } from './wording.js';

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
  return workbookBytes(workbook, options.date, { columnBreaks });
}

/** Rows of the very hidden sheet `_tdkvh` (schema tdkvh/form@1); other software can fill the form from these alone. */
function identityRows(
  options: Pick<TemplateOptions, 'set' | 'unit' | 'period'>,
  layouts: readonly FormLayout[],
): readonly (readonly string[])[] {
  return [
    ['schema', 'tdkvh/form@1'],
    ['version', options.set.formVersion],
    ['criteria', options.set.id],
    ['unit', options.unit.code],
    ['period', options.period.id],
    ['fingerprint', fingerprintOf(layouts)],
    ['field', 'sheet', 'cell', 'kind'],
    ...layouts.flatMap((layout) => layout.places.map(identityRow)),
  ];
}

/** Adds the sheet last, so that the workbook opens on a visible one. */
function addIdentitySheet(workbook: Workbook, rows: readonly (readonly string[])[]): void {
  const sheet = workbook.addWorksheet(SHEETS.identity, { state: 'veryHidden' });
  for (const row of rows) sheet.addRow(row.map(cellText));
}

const KINDS: Readonly<Record<FormDefinition['sender'], string>> = {
  commune: 'bieu-01-04',
  upper: 'bieu-05',
  agency: 'bieu-06',
};
const LONGEST = 80;

/** `09187-xa-an-binh-bieu-01-04-2024.xlsx`: ASCII, at most 80 characters; the name gives way, never the code. */
export const templateFileName = (
  unit: UnitVersion,
  sender: FormDefinition['sender'],
  period: Period,
): string => unitFileName(unit, `${KINDS[sender]}-${period.id}.xlsx`);

/** Code and name of the unit before what the file is, within what file systems take. */
export function unitFileName(unit: UnitVersion, ending: string): string {
  const slug = foldMarks(`${unit.type} ${unit.name}`)
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|(?<!-)-+$/gu, '');
  const code = unit.code.replace(/[^A-Za-z0-9]+/gu, '-');
  const room = Math.max(0, LONGEST - code.length - ending.length - 2);
  return [code, slug.slice(0, room).replace(/(?<!-)-+$/u, ''), ending]
    .filter((text) => text !== '')
    .join('-');
}
