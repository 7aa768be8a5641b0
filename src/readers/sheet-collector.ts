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
  /** Of the cell that came last. */
  row: number;
  column: number;
  isInOrder: boolean;
}

/**
 * The longest form that is read, 20,000 rows, in 25 columns: each cell takes some hundred bytes, and no form of a unit
 * comes near. Empty formatted cells do not count.
 */
export const MOST_FILLED_CELLS = 500_000;

/** Texts longer than a label or a note; many cells may share one, so that the file itself stays small. */
const LONG_TEXT = 1000;
const MOST_LONG_TEXT = 32_000_000;

/** Keeps what is stored; hidden rows and columns only as far as cells reach. */
export class SheetCollector implements CellSink {
  private readonly sheets: OpenSheet[] = [];
  private open: OpenSheet | undefined;
  private count = 0;
  /** Letters of long texts. */
  private letters = 0;

  sheet(name: string, state: RawSheet['state'], date1904: boolean): void {
    this.open = {
      name,
      state,
      date1904,
      cells: [],
      merges: [],
      hiddenRows: new Set(),
      hiddenSpans: [],
      row: 0,
      column: 0,
      isInOrder: true,
    };
    this.sheets.push(this.open);
  }

  cell(cell: RawCell): void {
    const { open } = this;
    this.count += 1;
    if (this.count > MOST_FILLED_CELLS)
      refuse('file/too-many-cells', {
        part: open?.name ?? '',
        count: this.count,
        limit: MOST_FILLED_CELLS,
      });
    if (open === undefined) return;
    if (cell.raw.length > LONG_TEXT) this.long(open.name, cell.raw.length);
    const { row, column } = cell;
    if (row < open.row || (row === open.row && column < open.column)) open.isInOrder = false;
    open.row = row;
    open.column = column;
    open.cells.push(cell);
  }

  /** Every letter is looked at several times while a form is recognised. */
  private long(sheet: string, letters: number): void {
    this.letters += letters;
    if (this.letters > MOST_LONG_TEXT)
      refuse('file/too-much-text', { sheet, millions: MOST_LONG_TEXT / 1_000_000 });
  }

  merge(range: RawRange): void {
    this.open?.merges.push(range);
  }

  hiddenRow(row: number): void {
    this.open?.hiddenRows.add(row);
  }

  hiddenColumns(from: number, to: number): void {
    this.open?.hiddenSpans.push([from, to]);
  }

  finish(): readonly RawSheet[] {
    return this.sheets.map(finishSheet);
  }
}

const byPlace = (a: RawCell, b: RawCell): number => a.row - b.row || a.column - b.column;

function finishSheet(open: OpenSheet): RawSheet {
  const { name, state, date1904, cells, merges } = open;
  if (!open.isInOrder) cells.sort(byPlace);
  const lastRow = cells.at(-1)?.row ?? 0;
  const hiddenColumns = new Set<number>();
  if (open.hiddenSpans.length > 0) {
    const lastColumn = cells.reduce((last, { column }) => Math.max(last, column), 0);
    for (const [from, to] of open.hiddenSpans)
      for (let column = from; column <= Math.min(to, lastColumn); column += 1) hiddenColumns.add(column);
  }
  return {
    name,
    state,
    date1904,
    cells,
    merges,
    hiddenRows: [...open.hiddenRows].filter((row) => row <= lastRow).sort((a, b) => a - b),
    hiddenColumns: [...hiddenColumns].sort((a, b) => a - b),
  };
}
