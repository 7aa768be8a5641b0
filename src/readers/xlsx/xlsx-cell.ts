/** One `c` element: its type, formula and stored value become a raw cell; nothing is converted to a double. */
import { cellAddress } from '../../values/cell-address.js';
import type { RawCell } from '../../model.js';
import { refuse } from '../read-fault.js';
import { shownNumber } from './shown-number.js';
import type { CellStyles } from './xlsx-styles.js';
import type { XmlAttributes } from '../xml/xml-attributes.js';
import type { XmlScanner } from '../xml/xml-scanner.js';
import { CellValue, numberAt } from './xlsx-cell-value.js';
import type { PlainCell } from './xlsx-plain-cell.js';
import type { SharedTexts } from './xlsx-shared-texts.js';
import { decodeEscapes, TextCollector, trimXml, type TextRun } from './xlsx-text.js';
import { defined } from '../../values/defined.js';

/** What cells refer to by position. */
export interface CellContext extends CellStyles {
  readonly texts: SharedTexts;
  /** The workbook refers to other workbooks, so that `[1]` in a formula means one of them. */
  readonly outsideLinks: boolean;
}

type Content = Pick<RawCell, 'kind' | 'raw'> | undefined;

/** An element inside `c` whose text is read. */
type Reads = 'v' | 'is' | 'f' | undefined;

/** `xsd:double` without INF and NaN, which no figure is. */
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/u;
const OUTSIDE = /\[\d+\]/u;
const MIDNIGHT = /T00:00(:00(\.0+)?)?Z?$/u;

const LETTER_V = 0x76;
const LETTER_F = 0x66;
const NUMERIC = 'n';
const SHARED = 's';

/** Formulas that several cells share, by their number in the sheet. */
type SharedFormulas = Map<string, { readonly text: string; readonly row: number; readonly column: number }>;

/** Reads one cell after the other; what it keeps of one is forgotten when the next begins. */
export class CellReader {
  /** Cells that one formula fills, "B2:B9". */
  fills: string | undefined;
  private readonly context: CellContext;
  private readonly scanner: XmlScanner;
  private readonly value: CellValue;
  private readonly sharedFormulas: SharedFormulas = new Map();
  private readonly sheet: string;
  private row = 0;
  private column = 0;
  private type = NUMERIC;
  private style = 0;
  private inline: TextCollector | undefined;
  private formula: string | undefined;
  private formulaType: string | undefined;
  private shared: string | undefined;
  private runs: readonly TextRun[] | undefined;
  private reads: Reads;

  constructor(context: CellContext, sheet: string, scanner: XmlScanner) {
    this.context = context;
    this.sheet = sheet;
    this.scanner = scanner;
    this.value = new CellValue(scanner);
  }

  /** The scanner stands on the `c` element of this place. */
  begin(row: number, column: number): void {
    const { attributes } = this.scanner;
    this.forget(row, column);
    this.type = attributes.value('t') ?? NUMERIC;
    this.style = styleOf(attributes);
  }

  /** A cell that was matched without the scanner, and has a value. */
  take(row: number, { column, style, isShared, from, to }: PlainCell): void {
    this.forget(row, column);
    this.type = isShared ? SHARED : NUMERIC;
    this.style = style;
    this.value.take(from, to);
  }

  private forget(row: number, column: number): void {
    this.row = row;
    this.column = column;
    this.fills = undefined;
    this.inline = undefined;
    this.formula = undefined;
    this.formulaType = undefined;
    this.shared = undefined;
    this.runs = undefined;
    this.reads = undefined;
    this.value.forget();
  }

  /** An element inside the cell; `isChild`: of `c` itself. */
  open(isChild: boolean, isKnown: boolean): void {
    const { scanner } = this;
    const { attributes } = scanner;
    if (!isChild) {
      if (this.reads === 'is')
        this.inline?.open(isKnown ? scanner.name() : '', (name) => attributes.value(name));
      return;
    }
    this.reads = isKnown ? readsOf(scanner) : undefined;
    if (this.reads === 'v') this.value.open();
    else if (this.reads === 'is') this.inline ??= new TextCollector();
    else if (this.reads === 'f') {
      this.formula ??= '';
      this.formulaType = attributes.value('t');
      this.shared = attributes.value('si');
      if (this.formulaType === 'array' || this.formulaType === 'dataTable')
        this.fills = attributes.value('ref');
    }
  }

  text(): void {
    if (this.reads === 'v') this.value.add();
    else if (this.reads === 'is') this.inline?.text(this.scanner.text());
    else if (this.reads === 'f') this.formula = (this.formula ?? '') + this.scanner.text();
  }

  close(isChild: boolean): void {
    if (isChild) this.reads = undefined;
    else if (this.reads === 'is') this.inline?.close();
  }

  /** The cell, or nothing for a blank one that is only styled. */
  finish(): RawCell | undefined {
    const content = this.content();
    if (content === undefined && this.formula === undefined) return undefined;
    const format = this.format(content);
    const shown = this.shown(content, format);
    const { fonts } = this.context;
    const font = content?.kind === 'text' && fonts.size > 0 ? fonts.get(this.style) : undefined;
    const { row, column } = this;
    // Nearly all cells are plain; spreading parts into each would double the time of reading.
    if (
      content !== undefined &&
      this.formula === undefined &&
      format === undefined &&
      shown === undefined &&
      font === undefined &&
      this.runs === undefined
    )
      return { row, column, kind: content.kind, raw: content.raw };
    return {
      row,
      column,
      ...(content ?? { kind: 'text', raw: '' }),
      ...(this.formula === undefined ? {} : { formula: true, ...this.expression() }),
      ...(content === undefined ? { uncalculated: true } : {}),
      ...defined({ numberFormat: format, shown }),
      ...this.fontsOfText(font),
    };
  }

  /** The formula refers to another workbook, `[1]Sheet!A1`: its result is what the sender's Excel last saw there. */
  get linksOutside(): boolean {
    return this.context.outsideLinks && this.formula !== undefined && OUTSIDE.test(this.formula);
  }

  /** Formulas over several cells at once (arrays, data tables) are not the formula of one cell. */
  private expression(): Pick<RawCell, 'expression' | 'writtenAt'> {
    const text = trimXml(this.formula ?? '').replace(/^=/u, '');
    const { row, column } = this;
    if (this.formulaType !== undefined && this.formulaType !== 'normal' && this.formulaType !== 'shared')
      return {};
    if (this.formulaType !== 'shared' || this.shared === undefined)
      return text === '' ? {} : { expression: text };
    if (text !== '') {
      if (!this.sharedFormulas.has(this.shared)) this.sharedFormulas.set(this.shared, { text, row, column });
      return { expression: text };
    }
    const first = this.sharedFormulas.get(this.shared);
    return first === undefined
      ? {}
      : { expression: first.text, writtenAt: { row: first.row, column: first.column } };
  }

  private fontsOfText(font: RawCell['legacyFont']): Pick<RawCell, 'legacyFont' | 'legacyRuns'> {
    if (this.runs === undefined) return font === undefined ? {} : { legacyFont: font };
    const legacyRuns = this.runs.map((run) => {
      const set = run.own ? run.font : font;
      return { text: run.text, ...defined({ font: set }) };
    });
    return { legacyRuns };
  }

  private content(): Content {
    const { value } = this;
    // Most cells: digits that are a number, or the place of a shared text.
    if (value.digits && (this.type === NUMERIC || this.type === SHARED))
      return this.type === NUMERIC
        ? { kind: 'number', raw: value.text() }
        : this.written(this.sharedText(value.number()));
    const raw = trimXml(value.text());
    switch (this.type) {
      case NUMERIC:
        // A number that is none keeps its spelling as text, so that the reader of figures can name it.
        if (raw === '') return this.inlineText();
        return { kind: NUMBER.test(raw) ? 'number' : 'text', raw };
      case SHARED:
        return raw === '' ? undefined : this.written(this.sharedText(/^\d+$/u.test(raw) ? Number(raw) : raw));
      case 'str':
        // An empty result is a result; an absent one means never calculated.
        if (!value.isThere) return this.inlineText();
        return this.formula !== undefined
          ? { kind: 'text', raw: decodeEscapes(value.text()) }
          : this.written(decodeEscapes(value.text()));
      case 'inlineStr':
        return this.inlineText() ?? this.written(decodeEscapes(value.text()));
      case 'b':
        if (raw === '') return undefined;
        if (raw === '1' || raw === 'true') return { kind: 'boolean', raw: '1' };
        return raw === '0' || raw === 'false' ? { kind: 'boolean', raw: '0' } : this.refuse(raw);
      case 'e':
        return raw === '' ? undefined : { kind: 'error', raw };
      case 'd':
        return raw === '' ? undefined : { kind: 'text', raw: raw.replace(MIDNIGHT, '') };
      default:
        return this.refuse(`t=${this.type}`);
    }
  }

  private inlineText(): Content {
    this.runs = this.inline?.runs;
    return this.inline === undefined ? undefined : this.written(this.inline.value);
  }

  private written(raw: string): Content {
    return raw === '' ? undefined : { kind: 'text', raw };
  }

  private sharedText(index: number | string): string {
    const { texts } = this.context;
    const text = typeof index === 'number' ? texts.text(index) : undefined;
    if (text === undefined || typeof index === 'string') {
      const { sheet, cell } = this.where();
      return refuse(
        'file/lost-text',
        { sheet, cell, index: this.value.trimmed(), count: texts.count },
        { sheet, cell },
      );
    }
    this.runs = texts.runs(index);
    return text;
  }

  /** ISO dates are dates whatever their style; formats change the meaning of numbers only. */
  private format(content: Content): RawCell['numberFormat'] {
    if (this.type === 'd') return 'date';
    return content?.kind === 'number' ? this.context.formats[this.style] : undefined;
  }

  private shown(content: Content, format: RawCell['numberFormat']): RawCell['shown'] {
    if (content?.kind !== 'number' || format === 'date') return undefined;
    const shape = this.context.shapes[this.style];
    if (shape === undefined || (this.value.digits && shape.keepsIntegers)) return undefined;
    return shownNumber(shape, content.raw);
  }

  private refuse(text: string): never {
    const { sheet, cell } = this.where();
    return refuse('file/bad-cell', { sheet, cell, text }, { sheet, cell });
  }

  private where(): { sheet: string; cell: string } {
    return { sheet: this.sheet, cell: cellAddress(this.row, this.column) };
  }
}

function readsOf(scanner: XmlScanner): Reads {
  const { letter } = scanner;
  if (letter === LETTER_V) return 'v';
  if (letter === LETTER_F) return 'f';
  return scanner.isNamed('is') ? 'is' : undefined;
}

function styleOf(attributes: XmlAttributes): number {
  const place = attributes.placeOf('s');
  if (place === -1) return 0;
  const number = numberAt(attributes.bytes, attributes.valueFrom(place), attributes.valueTo(place));
  return number === -1 ? Number(attributes.valueAt(place)) : number;
}
