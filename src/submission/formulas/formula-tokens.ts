/** The words of a formula: numbers, texts, areas, operators. */
import { parseColumn } from '../../values/cell-address.js';
import type { Area } from './formula-syntax.js';

export type Token =
  | { readonly kind: 'number' | 'text' | 'error' | 'function' | 'sign'; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'area'; readonly area: Area };

/** How far a formula was copied from where it was written: its relative references move along. */
export interface Shift {
  readonly rows: number;
  readonly columns: number;
}

const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
const SPACE = /\s+/uy;
const TEXT = /"((?:[^"]|"")*)"/uy;
const ERROR = /#(?:REF!|DIV\/0!|N\/A|VALUE!|NAME\?|NUM!|NULL!)/iuy;
const SHEET = /(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{M}\p{N}_.]*))!/uy;
const CELL = /(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})(?![\p{L}\p{N}_.(!])/iuy;
const COLUMNS = /(\$?)([A-Z]{1,3}):(\$?)([A-Z]{1,3})(?![\p{L}\p{N}_.(!$])/iuy;
const ROWS = /(\$?)([1-9]\d{0,6}):(\$?)([1-9]\d{0,6})(?![\p{L}\p{N}_.(!$])/uy;
const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:E[+-]?\d+)?/iuy;
const BOOLEAN = /(?:TRUE|FALSE)(?![\p{L}\p{N}_.(!])/iuy;
const FUNCTION = /([A-Z_][A-Z0-9_.]*)\(/iuy;
const SIGN = /<=|>=|<>|[-+*/^&=<>%(),]/uy;

/** Undefined when the text holds a word that is none of these. */
export function tokensOf(text: string, shift: Shift): readonly Token[] | undefined {
  const tokens: Token[] = [];
  const scanner = new Scanner(text, shift);
  while (!scanner.atEnd) {
    const token = scanner.next();
    if (token === undefined || scanner.fellOff) return undefined;
    tokens.push(token);
  }
  return tokens;
}

class Scanner {
  private readonly text: string;
  private readonly shift: Shift;
  private position = 0;
  /** A copied reference has left the sheet. */
  fellOff = false;

  constructor(text: string, shift: Shift) {
    this.text = text;
    this.shift = shift;
    this.take(SPACE);
  }

  get atEnd(): boolean {
    return this.position >= this.text.length;
  }

  next(): Token | undefined {
    const token = this.word();
    this.take(SPACE);
    return token;
  }

  private word(): Token | undefined {
    const quoted = this.take(TEXT);
    if (quoted !== undefined) return { kind: 'text', text: (quoted[1] ?? '').replaceAll('""', '"') };
    const error = this.take(ERROR);
    if (error !== undefined) return { kind: 'error', text: error[0].toUpperCase() };
    const sheet = this.take(SHEET);
    const area = this.area();
    if (area !== undefined) {
      const name = sheet?.[1]?.replaceAll("''", "'") ?? sheet?.[2];
      return { kind: 'area', area: name === undefined ? area : { ...area, sheet: name.toLowerCase() } };
    }
    if (sheet !== undefined) return undefined;
    const truth = this.take(BOOLEAN);
    if (truth !== undefined) return { kind: 'boolean', value: truth[0].toUpperCase() === 'TRUE' };
    const named = this.take(FUNCTION);
    if (named !== undefined) return { kind: 'function', text: (named[1] ?? '').toUpperCase() };
    const number = this.take(NUMBER);
    if (number !== undefined) return { kind: 'number', text: number[0] };
    const sign = this.take(SIGN);
    return sign === undefined ? undefined : { kind: 'sign', text: sign[0] };
  }

  private area(): Area | undefined {
    const columns = this.take(COLUMNS);
    if (columns !== undefined) {
      const left = this.column(columns[1], columns[2]);
      const right = this.column(columns[3], columns[4]);
      return this.ordered(1, left, LAST_ROW, right);
    }
    const rows = this.take(ROWS);
    if (rows !== undefined)
      return this.ordered(this.row(rows[1], rows[2]), 1, this.row(rows[3], rows[4]), LAST_COLUMN);
    const first = this.take(CELL);
    if (first === undefined) return undefined;
    const from = this.place(first);
    const before = this.position;
    if (this.text[before] !== ':') return this.ordered(from.row, from.column, from.row, from.column);
    this.position += 1;
    const last = this.take(CELL);
    if (last !== undefined) {
      const to = this.place(last);
      return this.ordered(from.row, from.column, to.row, to.column);
    }
    this.position = before;
    return this.ordered(from.row, from.column, from.row, from.column);
  }

  private place([, columnFixed, column, rowFixed, row]: RegExpExecArray): { row: number; column: number } {
    return { row: this.row(rowFixed, row), column: this.column(columnFixed, column) };
  }

  private row(fixed: string | undefined, text: string | undefined): number {
    return Number(text) + (fixed === '$' ? 0 : this.shift.rows);
  }

  private column(fixed: string | undefined, text: string | undefined): number {
    return (parseColumn((text ?? '').toUpperCase()) ?? Number.NaN) + (fixed === '$' ? 0 : this.shift.columns);
  }

  private take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.position;
    const match = pattern.exec(this.text);
    if (match === null) return undefined;
    this.position = pattern.lastIndex;
    return match;
  }

  private ordered(row: number, column: number, otherRow: number, otherColumn: number): Area {
    const [top, bottom] = [Math.min(row, otherRow), Math.max(row, otherRow)];
    const [left, right] = [Math.min(column, otherColumn), Math.max(column, otherColumn)];
    if (!(top >= 1 && left >= 1 && bottom <= LAST_ROW && right <= LAST_COLUMN)) this.fellOff = true;
    return { top, left, bottom, right };
  }
}
