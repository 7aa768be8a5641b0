/** One sheet part as events: stored cells with their true addresses, merges, hidden rows and columns. */
import { cellAddress, parseCellAddress } from '../../values/cell-address.js';
import type { CellSink, RawCell, RawRange } from '../../model.js';
import { refuse } from '../read-fault.js';
import { parseXml } from '../xml/xml-events.js';
import { CellBuilder, type CellContext, type SharedFormulas } from './xlsx-cell.js';
import { isMain, isTrue } from './xlsx-namespaces.js';
import type { SheetEntry } from './xlsx-parts.js';

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
const WITHOUT_CELLS = new Set(['chartsheet', 'dialogsheet', 'macrosheet']);

/** Looks up an attribute of the element that has just opened. */
type Attribute = (name: string) => string | undefined;

/** What is worth saying about a sheet besides its cells. */
export interface SheetNotes {
  readonly doubled: DoubledPlaces;
  /** Results that come from another workbook: address and stored result. */
  readonly outside: readonly { readonly cell: string; readonly raw: string }[];
}

/** Reads a worksheet; chart and dialogue sheets hold no cells. */
export function readSheet(
  entry: SheetEntry,
  content: Uint8Array | Iterable<Uint8Array>,
  context: CellContext,
  sink: CellSink,
): SheetNotes {
  const reader = new SheetReader(entry, context, sink);
  const path: string[] = [];
  parseXml(entry.part, content, {
    open(local, space, attribute) {
      const name = isMain(space) ? local : '';
      // A root that is not understood would otherwise be a sheet without cells.
      if (path.length === 0 && name !== 'worksheet' && !WITHOUT_CELLS.has(local))
        refuse('file/bad-xml', { part: entry.part });
      reader.open(path, name, attribute);
      path.push(name);
    },
    text(text) {
      reader.text(text);
    },
    close() {
      path.pop();
      reader.close(path.length);
    },
  });
  return reader;
}

class SheetReader implements SheetNotes {
  readonly doubled = new DoubledPlaces();
  readonly outside: { readonly cell: string; readonly raw: string }[] = [];
  private readonly entry: SheetEntry;
  private readonly context: CellContext;
  private readonly sink: CellSink;
  private readonly sharedFormulas: SharedFormulas = new Map();
  /** Where one formula gives the values of several cells; only the first of them says so. */
  private readonly filled: RawRange[] = [];
  private row = 0;
  private column = 0;
  private cell: CellBuilder | undefined;

  constructor(entry: SheetEntry, context: CellContext, sink: CellSink) {
    this.entry = entry;
    this.context = context;
    this.sink = sink;
  }

  /** `path` holds the names above the element; levels 0 to 3 are worksheet, sheetData, row, c. */
  open(path: readonly string[], name: string, attribute: Attribute): void {
    if (this.cell !== undefined) {
      this.cell.open(path.length - 4, name, attribute);
      return;
    }
    if (path[0] !== 'worksheet') return;
    if (path.length === 2 && name === 'row' && path[1] === 'sheetData') this.openRow(attribute);
    else if (path.length === 3 && name === 'c' && path[2] === 'row' && path[1] === 'sheetData')
      this.openCell(attribute);
    else if (path.length === 2 && name === 'mergeCell' && path[1] === 'mergeCells')
      this.sink.merge(this.range(attribute('ref') ?? ''));
    else if (path.length === 2 && name === 'col' && path[1] === 'cols') this.openColumns(attribute);
  }

  text(text: string): void {
    this.cell?.text(text);
  }

  close(depth: number): void {
    if (this.cell === undefined) return;
    if (depth > 3) {
      this.cell.close(depth - 4);
      return;
    }
    const stored = this.cell.finish();
    if (this.cell.fills !== undefined) this.filled.push(this.range(this.cell.fills));
    const cell = stored === undefined || !this.isFilled(stored) ? stored : { ...stored, formula: true };
    if (cell !== undefined) {
      if (this.cell.linksOutside)
        this.outside.push({ cell: cellAddress(cell.row, cell.column), raw: cell.raw });
      this.sink.cell(cell);
    }
    this.cell = undefined;
  }

  private isFilled({ row, column }: RawCell): boolean {
    return this.filled.some(
      ({ top, left, bottom, right }) => top <= row && row <= bottom && left <= column && column <= right,
    );
  }

  private openRow(attribute: Attribute): void {
    const written = attribute('r');
    const row = written === undefined ? this.row + 1 : /^[1-9]\d{0,6}$/u.test(written) ? Number(written) : 0;
    if (row < 1 || row > LAST_ROW) this.refuse(`${written ?? row}`, 'row');
    this.row = row;
    this.column = 0;
    this.doubled.row(row);
    if (isTrue(attribute('hidden'))) this.sink.hiddenRow(row);
  }

  private openCell(attribute: Attribute): void {
    const written = attribute('r');
    const place =
      written === undefined ? { row: this.row, column: this.column + 1 } : parseCellAddress(written);
    if (place?.row !== this.row || place.column > LAST_COLUMN) return this.refuse(written ?? '', 'r');
    this.column = place.column;
    this.doubled.cell(place.row, place.column);
    this.cell = new CellBuilder(this.context, this.entry.name, place, attribute, this.sharedFormulas);
  }

  private openColumns(attribute: Attribute): void {
    if (!isTrue(attribute('hidden'))) return;
    const from = Number(attribute('min'));
    const to = Number(attribute('max'));
    if (from >= 1 && to >= from) this.sink.hiddenColumns(from, Math.min(to, LAST_COLUMN));
  }

  private range(ref: string): RawRange {
    const [first = '', last = first] = ref.split(':');
    const from = parseCellAddress(first);
    const to = parseCellAddress(last);
    if (from === undefined || to === undefined) return this.refuse(ref, 'mergeCell');
    return {
      top: Math.min(from.row, to.row),
      left: Math.min(from.column, to.column),
      bottom: Math.max(from.row, to.row),
      right: Math.max(from.column, to.column),
    };
  }

  private refuse(text: string, what: string): never {
    const cell = cellAddress(Math.max(1, this.row), Math.max(1, this.column));
    const sheet = this.entry.name;
    return refuse('file/bad-cell', { sheet, cell, text: `${what}=${text}` }, { sheet, cell });
  }
}

const SHOWN = 5;

/** One bit per row of a sheet, one entry per cell of the current row. */
class DoubledPlaces {
  count = 0;
  readonly examples: string[] = [];
  private readonly rows = new Uint8Array(1 << 17);
  private readonly columns = new Set<number>();

  row(row: number): void {
    const bit = 1 << (row & 7);
    const at = row >> 3;
    const byte = this.rows[at] ?? 0;
    if ((byte & bit) !== 0) this.note(String(row));
    this.rows[at] = byte | bit;
    this.columns.clear();
  }

  cell(row: number, column: number): void {
    if (this.columns.has(column)) this.note(cellAddress(row, column));
    this.columns.add(column);
  }

  private note(place: string): void {
    this.count += 1;
    if (this.examples.length < SHOWN) this.examples.push(place);
  }
}
