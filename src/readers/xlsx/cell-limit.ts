/** How many filled cells a workbook may hold: each takes some hundred bytes, and no form of a unit comes near. */
import type { CellSink, RawCell, RawRange, RawSheet } from '../../model.js';
import { refuse } from '../read-fault.js';

/** The longest form that is read, 20,000 rows, in 25 columns. Empty formatted cells do not count. */
export const MOST_FILLED_CELLS = 500_000;

/** Passes everything on; refuses the workbook at the first cell too many. */
export class LimitedSink implements CellSink {
  private readonly sink: CellSink;
  private sheetName = '';
  private count = 0;

  constructor(sink: CellSink) {
    this.sink = sink;
  }

  sheet(name: string, state: RawSheet['state'], date1904: boolean): void {
    this.sheetName = name;
    this.sink.sheet(name, state, date1904);
  }

  cell(cell: RawCell): void {
    this.count += 1;
    if (this.count > MOST_FILLED_CELLS)
      refuse('file/too-many-cells', { part: this.sheetName, count: this.count, limit: MOST_FILLED_CELLS });
    this.sink.cell(cell);
  }

  merge(range: RawRange): void {
    this.sink.merge(range);
  }

  hiddenRow(row: number): void {
    this.sink.hiddenRow(row);
  }

  hiddenColumns(from: number, to: number): void {
    this.sink.hiddenColumns(from, to);
  }
}
