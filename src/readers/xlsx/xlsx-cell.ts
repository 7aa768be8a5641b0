/** One `c` element: its type, formula and stored value become a raw cell; nothing is converted to a double. */
import { cellAddress } from '../../values/cell-address.js';
import type { RawCell } from '../../model.js';
import { refuse } from '../read-fault.js';
import { shownNumber } from './shown-number.js';
import type { CellStyles } from './xlsx-styles.js';
import { decodeEscapes, TextCollector, trimXml, type TextRun } from './xlsx-text.js';
import { defined } from '../../values/defined.js';

/** What cells refer to by position. */
export interface CellContext extends CellStyles {
  readonly texts: readonly string[];
  /** Texts with runs in an old font, by their number. */
  readonly runs: ReadonlyMap<number, readonly TextRun[]>;
  /** The workbook refers to other workbooks, so that `[1]` in a formula means one of them. */
  readonly outsideLinks: boolean;
}

type Attribute = (name: string) => string | undefined;
type Content = Pick<RawCell, 'kind' | 'raw'> | undefined;

/** `xsd:double` without INF and NaN, which no figure is. */
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/u;
const OUTSIDE = /\[\d+\]/u;
const MIDNIGHT = /T00:00(:00(\.0+)?)?Z?$/u;

/** Formulas that several cells share, by their number in the sheet. */
export type SharedFormulas = Map<
  string,
  { readonly text: string; readonly row: number; readonly column: number }
>;

export class CellBuilder {
  private readonly context: CellContext;
  private readonly sharedFormulas: SharedFormulas;
  private readonly sheet: string;
  private readonly place: { readonly row: number; readonly column: number };
  private readonly type: string;
  private readonly style: string;
  private value: string | undefined;
  private inline: TextCollector | undefined;
  private formula: string | undefined;
  private formulaType: string | undefined;
  private shared: string | undefined;
  /** Cells that one formula fills, "B2:B9". */
  fills: string | undefined;
  private runs: readonly TextRun[] | undefined;
  private reads: 'v' | 'is' | 'f' | undefined;

  constructor(
    context: CellContext,
    sheet: string,
    place: { readonly row: number; readonly column: number },
    attribute: Attribute,
    sharedFormulas: SharedFormulas,
  ) {
    this.context = context;
    this.sharedFormulas = sharedFormulas;
    this.sheet = sheet;
    this.place = place;
    this.type = attribute('t') ?? 'n';
    this.style = attribute('s') ?? '0';
  }

  /** `depth` counts from the children of `c`. */
  open(depth: number, name: string, attribute: Attribute): void {
    if (depth > 0) {
      if (this.reads === 'is') this.inline?.open(name, attribute);
      return;
    }
    this.reads = name === 'v' || name === 'is' || name === 'f' ? name : undefined;
    if (name === 'v') this.value ??= '';
    if (name === 'is') this.inline ??= new TextCollector();
    if (name === 'f') {
      this.formula ??= '';
      this.formulaType = attribute('t');
      this.shared = attribute('si');
      if (this.formulaType === 'array' || this.formulaType === 'dataTable') this.fills = attribute('ref');
    }
  }

  text(text: string): void {
    if (this.reads === 'v') this.value = (this.value ?? '') + text;
    else if (this.reads === 'is') this.inline?.text(text);
    else if (this.reads === 'f') this.formula = (this.formula ?? '') + text;
  }

  close(depth: number): void {
    if (depth === 0) this.reads = undefined;
    else if (this.reads === 'is') this.inline?.close();
  }

  /** The cell, or nothing for a blank one that is only styled. */
  finish(): RawCell | undefined {
    const content = this.content();
    if (content === undefined && this.formula === undefined) return undefined;
    const format = this.format(content);
    const shown = this.shown(content, format);
    const font = content?.kind === 'text' ? this.context.fonts.get(Number(this.style)) : undefined;
    const { row, column } = this.place;
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
    const { row, column } = this.place;
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
    const raw = trimXml(this.value ?? '');
    switch (this.type) {
      case 'n':
        // A number that is none keeps its spelling as text, so that the reader of figures can name it.
        if (raw === '') return this.inlineText();
        return { kind: NUMBER.test(raw) ? 'number' : 'text', raw };
      case 's':
        return raw === '' ? undefined : this.written(this.sharedText(raw));
      case 'str':
        // An empty result is a result; an absent one means never calculated.
        if (this.value === undefined) return this.inlineText();
        return this.formula !== undefined
          ? { kind: 'text', raw: decodeEscapes(this.value) }
          : this.written(decodeEscapes(this.value));
      case 'inlineStr':
        return this.inlineText() ?? this.written(decodeEscapes(this.value ?? ''));
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

  private sharedText(index: string): string {
    const text = /^\d+$/u.test(index) ? this.context.texts[Number(index)] : undefined;
    this.runs = this.context.runs.get(Number(index));
    if (text !== undefined) return text;
    const { sheet, cell } = this.where();
    return refuse(
      'file/lost-text',
      { sheet, cell, index, count: this.context.texts.length },
      { sheet, cell },
    );
  }

  /** ISO dates are dates whatever their style; formats change the meaning of numbers only. */
  private format(content: Content): RawCell['numberFormat'] {
    if (this.type === 'd') return 'date';
    return content?.kind === 'number' ? this.context.formats[Number(this.style)] : undefined;
  }

  private shown(content: Content, format: RawCell['numberFormat']): RawCell['shown'] {
    if (content?.kind !== 'number' || format === 'date') return undefined;
    const shape = this.context.shapes[Number(this.style)];
    return shape === undefined ? undefined : shownNumber(shape, content.raw);
  }

  private refuse(text: string): never {
    const { sheet, cell } = this.where();
    return refuse('file/bad-cell', { sheet, cell, text }, { sheet, cell });
  }

  private where(): { sheet: string; cell: string } {
    return { sheet: this.sheet, cell: cellAddress(this.place.row, this.place.column) };
  }
}
