/** The very hidden sheet `_tdkvh` (schema tdkvh/form@1): whose form it is, and where every field stands. */
import { cellText } from '../exceljs-adapter.js';
import type { Workbook } from '../exceljs-adapter.js';
import { fingerprintOf, identityRow } from './layout.js';
import type { FormLayout } from './layout.js';
import type { TemplateOptions } from './template-options.js';
import { SHEETS } from './wording.js';

/** Rows of the sheet; other software can fill the form from these alone. */
export function identityRows(
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
export function addIdentitySheet(workbook: Workbook, rows: readonly (readonly string[])[]): void {
  const sheet = workbook.addWorksheet(SHEETS.identity, { state: 'veryHidden' });
  for (const row of rows) sheet.addRow(row.map(cellText));
}
