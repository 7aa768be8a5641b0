/** A workbook (.xlsx, .xlsm) becomes raw sheets; with any fault of its container it is refused whole. */
import type { CellSink, Finding, RawCell, RawFile, RawRange, RawSheet, SourceFile } from '../../model.js';
import { hiddenSheetFindings } from './hidden-sheets.js';
import { openPackage } from '../package/package-gate.js';
import { catching, fault, isFault, type GateFault, refuse } from '../read-fault.js';
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
  const { faults, notices } = readCells(source.bytes, collector);
  if (faults.length > 0) return { findings: faults.map(({ toFinding }) => toFinding(source.path)) };
  const sheets = collector.finish();
  const findings = [
    ...notices.map(({ toFinding }) => toFinding(source.path)),
    ...hiddenSheetFindings(source.path, sheets),
  ];
  return { file: { source, format: 'xlsx', sheets }, findings };
}

interface OpenSheet {
  readonly name: string;
  readonly state: RawSheet['state'];
  readonly date1904: boolean;
  readonly cells: RawCell[];
  readonly merges: RawRange[];
  readonly hiddenRows: Set<number>;
  readonly hiddenSpans: (readonly [number, number])[];
}

/**
 * The longest form that is read, 20,000 rows, in 25 columns: each cell takes some hundred bytes, and no form of a unit
 * comes near. Empty formatted cells do not count.
 */
const MOST_FILLED_CELLS = 500_000;

/** Keeps what is stored; hidden rows and columns only as far as cells reach. */
class SheetCollector implements CellSink {
  private readonly sheets: OpenSheet[] = [];
  private count = 0;

  sheet(name: string, state: RawSheet['state'], date1904: boolean): void {
    this.sheets.push({
      name,
      state,
      date1904,
      cells: [],
      merges: [],
      hiddenRows: new Set(),
      hiddenSpans: [],
    });
  }

  cell(cell: RawCell): void {
    const sheet = this.sheets.at(-1);
    this.count += 1;
    if (this.count > MOST_FILLED_CELLS)
      refuse('file/too-many-cells', {
        part: sheet?.name ?? '',
        count: this.count,
        limit: MOST_FILLED_CELLS,
      });
    sheet?.cells.push(cell);
  }

  merge(range: RawRange): void {
    this.sheets.at(-1)?.merges.push(range);
  }

  hiddenRow(row: number): void {
    this.sheets.at(-1)?.hiddenRows.add(row);
  }

  hiddenColumns(from: number, to: number): void {
    this.sheets.at(-1)?.hiddenSpans.push([from, to]);
  }

  finish(): readonly RawSheet[] {
    return this.sheets.map(finishSheet);
  }
}

const byPlace = (a: RawCell, b: RawCell): number => a.row - b.row || a.column - b.column;

function finishSheet({ hiddenRows, hiddenSpans, ...sheet }: OpenSheet): RawSheet {
  const cells = sheet.cells;
  if (!cells.every((cell, index) => index === 0 || byPlace(cells[index - 1] ?? cell, cell) <= 0))
    cells.sort(byPlace);
  const lastRow = cells.at(-1)?.row ?? 0;
  const lastColumn = cells.reduce((last, { column }) => Math.max(last, column), 0);
  const hiddenColumns = new Set<number>();
  for (const [from, to] of hiddenSpans)
    for (let column = from; column <= Math.min(to, lastColumn); column += 1) hiddenColumns.add(column);
  return {
    ...sheet,
    cells,
    hiddenRows: [...hiddenRows].filter((row) => row <= lastRow).sort((a, b) => a - b),
    hiddenColumns: [...hiddenColumns].sort((a, b) => a - b),
  };
}

interface CellsRead {
  /** With any, what the sink holds must not be used: the workbook is damaged or says two things about one cell. */
  readonly faults: readonly GateFault[];
  /** Remarks about a workbook that can be used. */
  readonly notices: readonly GateFault[];
}

const SHOWN = 5;

/** Sends every stored cell to the sink. */
function readCells(bytes: Uint8Array, sink: CellSink): CellsRead {
  const opened = openPackage(bytes);
  if (isFault(opened)) return { faults: [opened], notices: [] };
  const outcome = catching(() => {
    const workbook = readWorkbookParts(opened.parts);
    const faults: GateFault[] = [];
    const notices: GateFault[] = guestsOf(opened.parts);
    for (const sheet of workbook.sheets) {
      sink.sheet(sheet.name, sheet.state, workbook.date1904);
      const { doubled, outside } = readSheet(sheet, opened.parts.content(sheet.part), workbook, sink);
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
