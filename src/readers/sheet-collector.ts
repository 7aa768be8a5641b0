/** Sheets of a workbook as its reader sends them, put together: cells in order, hidden places as far as cells reach. */
import type { CellSink, RawCell, RawRange, RawSheet } from '../model.js';
import { refuse } from './read-fault.js';

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
export class SheetCollector implements CellSink {
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
