/** A workbook (.xlsx, .xlsm) becomes raw sheets; with any fault of its container it is refused whole. */
import type { CellSink, Finding, RawCell, RawFile, RawRange, RawSheet, SourceFile } from '../../model.js';
import { hiddenSheetFindings } from './hidden-sheets.js';
import { readCells } from './xlsx-cells.js';

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

/** Keeps what the seam sends; hidden rows and columns only as far as cells reach. */
class SheetCollector implements CellSink {
  private readonly sheets: OpenSheet[] = [];

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
    this.sheets.at(-1)?.cells.push(cell);
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
