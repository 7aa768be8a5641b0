/** A workbook (.xlsx, .xlsm) becomes raw sheets; with any fault of its container it is refused whole. */
import type { CalculationState, CellSink, Finding, RawFile, SourceFile } from '../../model.js';
import { defined } from '../../values/defined.js';
import { hiddenSheetFindings } from './hidden-sheets.js';
import { openPackage } from '../package/package-gate.js';
import { catching, fault, isFault, type GateFault } from '../read-fault.js';
import { SheetCollector } from '../sheet-collector.js';
import { readWorkbookParts } from './xlsx-parts.js';
import { readSheet } from './xlsx-sheet.js';
import { guestsOf } from './xlsx-guests.js';

/** What reading a file gives: its sheets, or findings why not; findings may also stand beside sheets. */
export interface ReadOutcome {
  readonly file?: RawFile;
  readonly findings: readonly Finding[];
}

/** Reads all sheets of a workbook. */
export function readWorkbook(source: SourceFile): ReadOutcome {
  const collector = new SheetCollector();
  const { faults, notices, calculation, names } = readCells(source.bytes, collector);
  if (faults.length > 0) return { findings: faults.map(({ toFinding }) => toFinding(source.path)) };
  const sheets = collector.finish();
  const findings = [
    ...notices.map(({ toFinding }) => toFinding(source.path)),
    ...hiddenSheetFindings(source.path, sheets),
  ];
  return { file: { source, format: 'xlsx', sheets, ...defined({ calculation, names }) }, findings };
}

interface CellsRead {
  /** With any, what the sink holds must not be used: the workbook is damaged or says two things about one cell. */
  readonly faults: readonly GateFault[];
  /** Remarks about a workbook that can be used. */
  readonly notices: readonly GateFault[];
  readonly calculation?: CalculationState;
  readonly names?: ReadonlyMap<string, string>;
}

const SHOWN = 5;
const NOTHING = new Uint8Array();

/** One remark for all parts that are named and absent. */
function absentParts(absent: readonly string[]): readonly GateFault[] {
  if (absent.length === 0) return [];
  const parts = absent.slice(0, SHOWN).join(', ') + (absent.length > SHOWN ? ', …' : '');
  return [fault('file/absent-part', { count: absent.length, parts })];
}

/** Sends every stored cell to the sink: the seam behind which workbooks are read. */
export function readCells(bytes: Uint8Array, sink: CellSink): CellsRead {
  const opened = openPackage(bytes);
  if (isFault(opened)) return { faults: [opened], notices: [] };
  const outcome = catching(() => {
    const workbook = readWorkbookParts(opened.parts);
    const faults: GateFault[] = [];
    const notices: GateFault[] = [...absentParts(opened.absent), ...guestsOf(opened.parts)];
    for (const sheet of workbook.sheets) {
      sink.sheet(sheet.name, sheet.state, workbook.date1904);
      const { doubled, outside } = readSheet(sheet, opened.parts.get(sheet.part) ?? NOTHING, workbook, sink);
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
    return { faults, notices, ...defined({ calculation: workbook.calculation, names: workbook.names }) };
  });
  return isFault(outcome) ? { faults: [outcome], notices: [] } : outcome;
}
