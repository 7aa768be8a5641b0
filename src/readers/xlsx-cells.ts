/** The seam of reading: a workbook's bytes in, its stored cells out, sheet by sheet; gate first. */
import type { CellSink } from '../model.js';
import { openPackage } from './package-gate.js';
import { catching, fault, isFault, type GateFault } from './read-fault.js';
import { readWorkbookParts } from './xlsx-parts.js';
import { readSheet } from './xlsx-sheet.js';

/**
 * Sends every stored cell to the sink. With any fault returned, what the sink holds must not be used:
 * the workbook is damaged or says two things about one cell.
 */
export function readCells(bytes: Uint8Array, sink: CellSink): readonly GateFault[] {
  const opened = openPackage(bytes);
  if (isFault(opened)) return [opened];
  const outcome = catching(() => {
    const workbook = readWorkbookParts(opened.parts);
    const doubled: GateFault[] = [];
    for (const sheet of workbook.sheets) {
      sink.sheet(sheet.name, sheet.state, workbook.date1904);
      const found = readSheet(sheet, workbook, sink);
      if (found.count === 0) continue;
      const cells = found.examples.join(', ');
      const [cell = ''] = found.examples;
      const parameters = { sheet: sheet.name, count: found.count, cells };
      doubled.push(fault('file/doubled-cell', parameters, { sheet: sheet.name, cell }));
    }
    return doubled;
  });
  return isFault(outcome) ? [outcome] : outcome;
}
