/** The seam of reading: a workbook's bytes in, its stored cells out, sheet by sheet; gate first. */
import type { CellSink } from '../../model.js';
import { LimitedSink } from './cell-limit.js';
import { openPackage } from '../package/package-gate.js';
import { catching, fault, isFault, type GateFault } from '../read-fault.js';
import { readWorkbookParts } from './xlsx-parts.js';
import { readSheet } from './xlsx-sheet.js';
import { guestsOf } from './xlsx-guests.js';

export interface CellsRead {
  /** With any, what the sink holds must not be used: the workbook is damaged or says two things about one cell. */
  readonly faults: readonly GateFault[];
  /** Remarks about a workbook that can be used. */
  readonly notices: readonly GateFault[];
}

const SHOWN = 5;

/** Sends every stored cell to the sink. */
export function readCells(bytes: Uint8Array, sink: CellSink): CellsRead {
  const opened = openPackage(bytes);
  if (isFault(opened)) return { faults: [opened], notices: [] };
  const outcome = catching(() => {
    const workbook = readWorkbookParts(opened.parts);
    const faults: GateFault[] = [];
    const notices: GateFault[] = guestsOf(opened.parts);
    const limited = new LimitedSink(sink);
    for (const sheet of workbook.sheets) {
      limited.sheet(sheet.name, sheet.state, workbook.date1904);
      const { doubled, outside } = readSheet(sheet, opened.parts.content(sheet.part), workbook, limited);
      if (doubled.count > 0) {
        const [cell = ''] = doubled.examples;
        const parameters = { sheet: sheet.name, count: doubled.count, cells: doubled.examples.join(', ') };
        faults.push(fault('file/doubled-cell', parameters, { sheet: sheet.name, cell }));
      }
      const [first] = outside;
      if (first !== undefined) {
        const cells = outside.slice(0, SHOWN).map(({ cell, raw }) => `${cell} (${raw})`);
        const parameters = { sheet: sheet.name, count: outside.length, cells: cells.join(', ') };
        notices.push(fault('file/external-link', parameters, { sheet: sheet.name, cell: first.cell }));
      }
    }
    return { faults, notices };
  });
  return isFault(outcome) ? { faults: [outcome], notices: [] } : outcome;
}
