/** One sheet part as events: stored cells with their true addresses, merges, hidden rows and columns. */
import { cellAddress, parseCellAddress } from '../../values/cell-address.js';
import type { CellSink, RawCell, RawRange } from '../../model.js';
import { refuse } from '../read-fault.js';
import { XML_LIMITS } from '../xml/xml-limits.js';
import { END, OPEN, TEXT, XmlScanner } from '../xml/xml-scanner.js';
import { numberAt } from './xlsx-cell-value.js';
import { CellReader, type CellContext } from './xlsx-cell.js';
import { PlainCell } from './xlsx-plain-cell.js';
import { isMain, isTrue } from './xlsx-namespaces.js';
import type { SheetEntry } from './xlsx-parts.js';

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
const LETTER_A = 0x41;
const LETTER_Z = 0x5a;
const ZERO = 0x30;
const WITHOUT_CELLS = new Set(['chartsheet', 'dialogsheet', 'macrosheet']);

/** What is worth saying about a sheet besides its cells. */
export interface SheetNotes {
  readonly doubled: DoubledPlaces;
  /** Results that come from another workbook: address and stored result. */
  readonly outside: readonly { readonly cell: string; readonly raw: string }[];
}

/** Reads a worksheet; chart and dialogue sheets hold no cells. */
export function readSheet(
  entry: SheetEntry,
  content: Uint8Array,
  context: CellContext,
  sink: CellSink,
): SheetNotes {
  const reader = new SheetReader(entry, content, context, sink);
  reader.read();
  return reader;
}

/** What an open element is to its children. */
const OTHER = 0;
const WORKSHEET = 1;
const SHEET_DATA = 2;
const ROW = 3;
const CELL = 4;
const MERGE_CELLS = 5;
const COLUMNS = 6;

/** A cell is the fourth element of its path: worksheet, sheetData, row, c. */
const CELL_DEPTH = 4;
const LETTER_C = 0x63;

class SheetReader implements SheetNotes {
  readonly doubled = new DoubledPlaces();
  readonly outside: { readonly cell: string; readonly raw: string }[] = [];
  private readonly entry: SheetEntry;
  private readonly sink: CellSink;
  private readonly scanner: XmlScanner;
  private readonly cell: CellReader;
  private readonly plain: PlainCell;
  /** Where one formula gives the values of several cells; only the first of them says so. */
  private readonly filled: RawRange[] = [];
  private row = 0;
  private column = 0;
  private isInCell = false;

  constructor(entry: SheetEntry, content: Uint8Array, context: CellContext, sink: CellSink) {
    this.entry = entry;
    this.sink = sink;
    this.scanner = new XmlScanner(entry.part, content);
    this.plain = new PlainCell(this.scanner.bytes);
    this.cell = new CellReader(context, entry.name, this.scanner);
  }

  read(): void {
    const { scanner } = this;
    const roles = new Uint8Array(XML_LIMITS.depth + 1);
    for (;;) {
      if (roles[scanner.depth] === ROW) this.plainCells();
      const token = scanner.next();
      if (token === END) return;
      const { depth } = scanner;
      if (token === OPEN) {
        if (this.isInCell) this.cell.open(depth === CELL_DEPTH + 1, isMain(scanner.uri));
        else roles[depth] = this.open(roles[depth - 1] ?? OTHER, depth);
      } else if (this.isInCell) {
        if (token === TEXT) this.cell.text();
        else if (depth < CELL_DEPTH) this.closeCell();
        else this.cell.close(depth === CELL_DEPTH);
      }
    }
  }

  /** Cells in a row, one after the other, as long as they are plain. */
  private plainCells(): void {
    const { scanner, plain } = this;
    if (!scanner.isBetween || !isMain(scanner.attributes.scopes.plain)) return;
    for (;;) {
      const end = plain.match(scanner.at, this.row);
      if (end === -1 || plain.column > LAST_COLUMN) return;
      scanner.at = end;
      this.column = plain.column;
      this.doubled.cell(this.row, plain.column);
      if (plain.to === 0) continue;
      this.cell.take(this.row, plain);
      this.closeCell();
    }
  }

  private open(parent: number, depth: number): number {
    const { scanner } = this;
    if (depth === 1) return this.openRoot();
    if (parent === OTHER || !isMain(scanner.uri)) return OTHER;
    if (parent === ROW) {
      if (scanner.letter !== LETTER_C) return OTHER;
      this.openCell();
      return CELL;
    }
    if (parent === SHEET_DATA) {
      if (!scanner.isNamed('row')) return OTHER;
      this.openRow();
      return ROW;
    }
    if (parent === WORKSHEET) return partOfSheet(scanner);
    if (parent === MERGE_CELLS && scanner.isNamed('mergeCell'))
      this.sink.merge(this.range(scanner.attributes.value('ref') ?? ''));
    else if (parent === COLUMNS && scanner.isNamed('col')) this.openColumns();
    return OTHER;
  }

  /** A root that is not understood would otherwise be a sheet without cells. */
  private openRoot(): number {
    const { scanner } = this;
    if (isMain(scanner.uri) && scanner.isNamed('worksheet')) return WORKSHEET;
    return WITHOUT_CELLS.has(scanner.name()) ? OTHER : scanner.refuse();
  }

  private closeCell(): void {
    this.isInCell = false;
    const stored = this.cell.finish();
    if (this.cell.fills !== undefined) this.filled.push(this.range(this.cell.fills));
    if (stored === undefined) return;
    const cell = this.isFilled(stored) ? { ...stored, formula: true } : stored;
    if (this.cell.linksOutside)
      this.outside.push({ cell: cellAddress(cell.row, cell.column), raw: cell.raw });
    this.sink.cell(cell);
  }

  private isFilled({ row, column }: RawCell): boolean {
    return (
      this.filled.length > 0 &&
      this.filled.some(
        ({ top, left, bottom, right }) => top <= row && row <= bottom && left <= column && column <= right,
      )
    );
  }

  private openRow(): void {
    const { attributes } = this.scanner;
    const row = this.rowWritten();
    if (row < 1 || row > LAST_ROW) this.refuse(attributes.value('r') ?? String(row), 'row');
    this.row = row;
    this.column = 0;
    this.doubled.row(row);
    if (isTrue(attributes.value('hidden'))) this.sink.hiddenRow(row);
  }

  /** 0 where the number is none. */
  private rowWritten(): number {
    const { attributes } = this.scanner;
    const place = attributes.placeOf('r');
    if (place === -1) return this.row + 1;
    const from = attributes.valueFrom(place);
    const row = numberAt(attributes.bytes, from, attributes.valueTo(place));
    if (row !== -1 && attributes.bytes[from] !== ZERO) return row;
    const written = attributes.valueAt(place);
    return /^[1-9]\d{0,6}$/u.test(written) ? Number(written) : 0;
  }

  private openCell(): void {
    const column = this.columnWritten();
    if (column < 1 || column > LAST_COLUMN) return this.refuse(this.scanner.attributes.value('r') ?? '', 'r');
    this.column = column;
    this.doubled.cell(this.row, column);
    this.isInCell = true;
    this.cell.begin(this.row, column);
  }

  /** Column of the cell, 0 where its address is none of this row. */
  private columnWritten(): number {
    const { attributes } = this.scanner;
    const place = attributes.placeOf('r');
    if (place === -1) return this.column + 1;
    const { bytes } = attributes;
    const to = attributes.valueTo(place);
    let at = attributes.valueFrom(place);
    let column = 0;
    for (
      let byte = bytes[at] ?? 0;
      byte >= LETTER_A && byte <= LETTER_Z && column < LAST_COLUMN;
      byte = bytes[at] ?? 0
    ) {
      column = column * 26 + byte - LETTER_A + 1;
      at += 1;
    }
    if (column > 0 && bytes[at] !== ZERO && numberAt(bytes, at, to) === this.row) return column;
    const cell = parseCellAddress(attributes.valueAt(place));
    return cell?.row === this.row ? cell.column : 0;
  }

  private openColumns(): void {
    const { attributes } = this.scanner;
    if (!isTrue(attributes.value('hidden'))) return;
    const from = Number(attributes.value('min'));
    const to = Number(attributes.value('max'));
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

function partOfSheet(scanner: XmlScanner): number {
  if (scanner.isNamed('sheetData')) return SHEET_DATA;
  if (scanner.isNamed('mergeCells')) return MERGE_CELLS;
  return scanner.isNamed('cols') ? COLUMNS : OTHER;
}

const SHOWN = 5;

/** Rows that stand twice in a sheet, cells that stand twice in a row: one bit per row, one number per column. */
class DoubledPlaces {
  count = 0;
  readonly examples: string[] = [];
  private rows = new Uint8Array(64);
  /** By column: how many rows had begun when a cell last stood in it. */
  private columns = new Uint32Array(64);
  private begun = 0;

  row(row: number): void {
    const bit = 1 << (row & 7);
    const at = row >> 3;
    while (at >= this.rows.length) this.rows = twice(this.rows, new Uint8Array(2 * this.rows.length));
    const byte = this.rows[at] ?? 0;
    if ((byte & bit) !== 0) this.note(String(row));
    this.rows[at] = byte | bit;
    this.begun += 1;
  }

  cell(row: number, column: number): void {
    while (column >= this.columns.length)
      this.columns = twice(this.columns, new Uint32Array(2 * this.columns.length));
    if (this.columns[column] === this.begun) this.note(cellAddress(row, column));
    this.columns[column] = this.begun;
  }

  private note(place: string): void {
    this.count += 1;
    if (this.examples.length < SHOWN) this.examples.push(place);
  }
}

function twice<Numbers extends Uint8Array | Uint32Array>(numbers: Numbers, larger: Numbers): Numbers {
  larger.set(numbers);
  return larger;
}
