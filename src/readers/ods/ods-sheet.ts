/** One table of an .ods workbook: repeats counted out, covered cells read, true addresses; empty repeats cost nothing. */
import { cellAddress } from '../../values/cell-address.js';
import type { CellSink, RawCell } from '../../model.js';
import { refuse } from '../read-fault.js';
import { shownNumber } from '../xlsx/shown-number.js';
import { inA1Notation } from './ods-formula.js';
import { defined } from '../../values/defined.js';
import { SPACES, type Attribute } from './ods-names.js';
import { OdsText } from './ods-text.js';
import type { OdsStyles } from './ods-styles.js';
import { contentOf, storedValue, type StoredValue } from './ods-value.js';

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
/** As many merged ranges as filled cells: a repeat must not multiply them without end. */
const MOST_MERGES = 500_000;
/** A formula that takes from another workbook. */
const OUTSIDE = /'[a-z][\w+.-]*:[^']*'#|\bDDE\(/iu;

interface OpenCell {
  readonly stored: StoredValue;
  readonly style: string | undefined;
  readonly count: number;
  readonly across: number;
  readonly down: number;
  readonly text: OdsText;
}

/** A cell of the open row, as often as it is repeated. */
interface PlacedCell {
  readonly column: number;
  readonly count: number;
  readonly cell: Omit<RawCell, 'row' | 'column'>;
}

export class OdsSheet {
  readonly outside: { readonly cell: string; readonly raw: string }[] = [];
  private readonly name: string;
  private readonly date1904: boolean;
  private readonly styles: OdsStyles;
  private readonly sink: CellSink;
  private readonly hiddenRows: (readonly [from: number, to: number])[] = [];
  private readonly columnStyles: { readonly to: number; readonly style: string | undefined }[] = [];
  private columns = 0;
  /** The row that is open, or the last one. */
  private row = 0;
  private rowCount = 0;
  private rowStyle: string | undefined;
  private column = 0;
  private readonly cells: PlacedCell[] = [];
  private merges: { readonly column: number; readonly across: number; readonly down: number }[] = [];
  private mergeCount = 0;
  private lastFilledRow = 0;
  private cell: OpenCell | undefined;

  constructor(name: string, date1904: boolean, styles: OdsStyles, sink: CellSink) {
    this.name = name;
    this.date1904 = date1904;
    this.styles = styles;
    this.sink = sink;
  }

  /** `hidden`: the group that the column stands in is closed. */
  columnOpens(attribute: Attribute, hidden: boolean): void {
    const count = this.repeated(attribute('number-columns-repeated', SPACES.table));
    const from = this.columns + 1;
    this.columns += count;
    this.columnStyles.push({ to: this.columns, style: attribute('default-cell-style-name', SPACES.table) });
    if (from <= LAST_COLUMN && (hidden || isHidden(attribute)))
      this.sink.hiddenColumns(from, Math.min(this.columns, LAST_COLUMN));
  }

  rowOpens(attribute: Attribute, hidden: boolean): void {
    this.row += this.rowCount + (this.row === 0 ? 1 : 0);
    this.rowCount = this.repeated(attribute('number-rows-repeated', SPACES.table));
    this.rowStyle = attribute('default-cell-style-name', SPACES.table);
    this.column = 1;
    if (hidden || isHidden(attribute)) this.hiddenRows.push([this.row, this.row + this.rowCount - 1]);
  }

  cellOpens(attribute: Attribute): OdsText {
    const text = new OdsText(this.styles, this.name);
    this.cell = {
      stored: storedValue(attribute),
      style: attribute('style-name', SPACES.table),
      count: this.repeated(attribute('number-columns-repeated', SPACES.table)),
      across: spanned(attribute('number-columns-spanned', SPACES.table)),
      down: spanned(attribute('number-rows-spanned', SPACES.table)),
      text,
    };
    return text;
  }

  cellCloses(): void {
    const open = this.cell;
    if (open === undefined) return;
    const column = this.column;
    this.column += open.count;
    this.cell = undefined;
    const cell = this.finished(open, column);
    if (cell !== undefined) {
      this.check(this.row + this.rowCount - 1, this.column - 1);
      this.cells.push({ column, count: open.count, cell });
    }
    if (open.across > 1 || open.down > 1)
      for (let at = 0; at < open.count; at += 1) {
        this.countMerge();
        this.merges.push({ column: column + at, across: open.across, down: open.down });
      }
  }

  rowCloses(): void {
    const filled = this.cells.length > 0;
    const last = this.row + this.rowCount - 1;
    if (filled) this.lastFilledRow = last;
    if (filled || this.merges.length > 0) for (let row = this.row; row <= last; row += 1) this.send(row);
    this.cells.length = 0;
    this.merges = [];
  }

  /** Hidden rows count as far as cells reach: nearly every sheet hides or repeats rows down to its end. */
  closes(): void {
    for (const [from, to] of this.hiddenRows)
      for (let row = from; row <= Math.min(to, this.lastFilledRow); row += 1) this.sink.hiddenRow(row);
  }

  refuseNested(): never {
    return this.refuse(this.row, this.column, 'table:table');
  }

  private send(row: number): void {
    for (const { column, count, cell } of this.cells)
      for (let at = column; at < column + count; at += 1) this.sink.cell({ row, column: at, ...cell });
    for (const { column, across, down } of this.merges) {
      if (row > this.row) this.countMerge();
      if (row > LAST_ROW || column > LAST_COLUMN) continue;
      this.sink.merge({
        top: row,
        left: column,
        bottom: Math.min(row + down - 1, LAST_ROW),
        right: Math.min(column + across - 1, LAST_COLUMN),
      });
    }
  }

  private finished(open: OpenCell, column: number): PlacedCell['cell'] | undefined {
    const { stored, text } = open;
    const content = contentOf(stored, text.present ? text.value : undefined, this.date1904);
    if (content === 'unclear') return this.refuse(this.row, column, `office:value-type=${stored.type ?? ''}`);
    if (content === undefined)
      return stored.formula === undefined
        ? undefined
        : { kind: 'text', raw: '', formula: true, uncalculated: true };
    if (stored.formula !== undefined && OUTSIDE.test(stored.formula))
      this.outside.push({ cell: cellAddress(this.row, column), raw: content.raw });
    const style = open.style ?? this.rowStyle ?? this.columnStyle(column) ?? '';
    const format = content.kind === 'number' ? this.styles.format(style) : undefined;
    const numberFormat = content.numberFormat ?? format?.meaning;
    const shown =
      format?.shape === undefined || numberFormat === 'date'
        ? undefined
        : shownNumber(format.shape, content.raw);
    const fonts = content.kind === 'text' ? text.fonts(this.styles.font('table-cell', style)) : {};
    return {
      ...content,
      ...(stored.formula === undefined ? {} : { formula: true, ...this.expression(open) }),
      ...defined({ numberFormat, shown }),
      ...fonts,
    };
  }

  /** A formula that stands in several cells, or fills them, is not the formula of one. */
  private expression({ stored, count }: OpenCell): Pick<RawCell, 'expression'> {
    if (stored.formula === undefined || stored.isMatrix || count > 1 || this.rowCount > 1) return {};
    return defined({ expression: inA1Notation(stored.formula) });
  }

  private columnStyle(column: number): string | undefined {
    return this.columnStyles.find(({ to }) => column <= to)?.style;
  }

  private countMerge(): void {
    this.mergeCount += 1;
    if (this.mergeCount > MOST_MERGES)
      refuse('file/too-many-cells', { part: this.name, count: this.mergeCount, limit: MOST_MERGES });
  }

  /** How often a row, column or cell stands there; a count that is none would shift everything behind it. */
  private repeated(text: string | undefined): number {
    if (text === undefined) return 1;
    return /^[1-9]\d{0,8}$/u.test(text)
      ? Number(text)
      : this.refuse(this.row, this.column, `repeated=${text}`);
  }

  private check(row: number, column: number): void {
    if (row > LAST_ROW || column > LAST_COLUMN) this.refuse(row, column, `${row}, ${column}`);
  }

  private refuse(row: number, column: number, text: string): never {
    const cell = cellAddress(Math.max(1, row), Math.max(1, column));
    return refuse('file/bad-cell', { sheet: this.name, cell, text }, { sheet: this.name, cell });
  }
}

const isHidden = (attribute: Attribute): boolean =>
  (attribute('visibility', SPACES.table) ?? 'visible') !== 'visible';

const spanned = (text: string | undefined): number =>
  text !== undefined && /^[1-9]\d{0,8}$/u.test(text) ? Number(text) : 1;
