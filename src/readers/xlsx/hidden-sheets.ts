/** Hidden sheets that hold figures are named: their sender may have forgotten them, or not know of them. */
import { finding } from '../../findings/finding.js';
import type { Finding, RawSheet } from '../../model.js';

/** Sheets of our own forms begin so; they hold addresses, not figures. */
const OWN = '_tdkvh';

/** One finding for all hidden sheets with numbers. */
export function hiddenSheetFindings(file: string, sheets: readonly RawSheet[]): readonly Finding[] {
  const found = sheets
    .filter(({ name, state }) => state !== 'visible' && !name.toLowerCase().startsWith(OWN))
    .map(({ name, cells }) => ({ name, figures: cells.filter(({ kind }) => kind === 'number').length }))
    .filter(({ figures }) => figures > 0);
  const [first] = found;
  if (first === undefined) return [];
  const names = found.map(({ name, figures }) => `“${name}” (${figures} số)`).join(', ');
  return [finding('file/hidden-sheets', { file, sheet: first.name }, { count: found.length, names })];
}
