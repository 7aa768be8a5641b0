/** Collects paragraphs and tables while the parts of a Word file are read. */
import type { WrittenBlock, WrittenCell, WrittenMark, WrittenRow } from '../../model.js';
import { defined } from '../../values/defined.js';

interface OpenTable {
  readonly rows: WrittenRow[];
  cells: WrittenCell[];
  column: number;
  /** Of the cell being read. */
  text: string[];
  span: number;
  continued: boolean;
  deletedRow: boolean;
}

/** Where text goes: the body, a text box, a header or footer, a note. */
export type FlowKind = 'body' | 'box' | 'header' | 'footer' | 'note';

const PLACES: Readonly<Record<FlowKind, string>> = {
  body: 'đoạn',
  box: 'khung chữ',
  header: 'đầu trang',
  footer: 'chân trang',
  note: 'chú thích',
};

export class DocxFlow {
  readonly blocks: WrittenBlock[] = [];
  readonly marks: WrittenMark[] = [];
  private readonly paragraphs: string[] = [];
  private readonly tables: OpenTable[] = [];
  private readonly boxes: { readonly tables: number }[] = [];
  private readonly openMarks = new Map<string, { readonly name: string; text: string }>();
  private readonly counts = new Map<string, number>();
  private kind: FlowKind = 'body';

  /** The part whose text comes now. */
  part(kind: FlowKind): void {
    this.kind = kind;
  }

  openParagraph(): void {
    this.paragraphs.push('');
  }

  closeParagraph(): void {
    const text = this.paragraphs.pop() ?? '';
    const table = this.currentTable();
    if (table !== undefined) table.text.push(text);
    else if (text.trim() !== '')
      this.blocks.push({ kind: 'text', place: this.place(this.boxes.length > 0 ? 'box' : this.kind), text });
  }

  text(text: string): void {
    const last = this.paragraphs.length - 1;
    if (last < 0) return;
    this.paragraphs[last] = `${this.paragraphs[last] ?? ''}${text}`;
    for (const mark of this.openMarks.values()) mark.text += text;
  }

  openTable(): void {
    this.tables.push({
      rows: [],
      cells: [],
      column: 0,
      text: [],
      span: 1,
      continued: false,
      deletedRow: false,
    });
  }

  closeTable(): void {
    const table = this.tables.pop();
    if (table === undefined || table.rows.length === 0) return;
    this.blocks.push({ kind: 'table', place: this.numbered('bảng'), rows: table.rows });
  }

  openRow(): void {
    const table = this.tables.at(-1);
    if (table !== undefined) Object.assign(table, { cells: [], column: 0, deletedRow: false });
  }

  /** A row that this reading does not have. */
  dropRow(): void {
    const table = this.tables.at(-1);
    if (table !== undefined) table.deletedRow = true;
  }

  closeRow(): void {
    const table = this.tables.at(-1);
    if (table === undefined || table.deletedRow) return;
    table.rows.push({ place: `dòng ${String(table.rows.length + 1)}`, cells: table.cells });
  }

  openCell(): void {
    const table = this.tables.at(-1);
    if (table !== undefined) Object.assign(table, { text: [], span: 1, continued: false });
  }

  /** Columns that the cell takes. */
  span(columns: number): void {
    const table = this.tables.at(-1);
    if (table !== undefined && columns >= 1 && columns <= 100) table.span = columns;
  }

  /** Columns left out at the beginning of a row. */
  skip(columns: number): void {
    const table = this.tables.at(-1);
    for (let count = 0; count < Math.min(columns, 100); count += 1)
      table?.cells.push({ text: '', covered: true });
  }

  /** The cell belongs to the one above it. */
  continued(): void {
    const table = this.tables.at(-1);
    if (table !== undefined) table.continued = true;
  }

  closeCell(): void {
    const table = this.tables.at(-1);
    if (table === undefined) return;
    const { continued, span, cells, rows } = table;
    const above = rows.at(-1)?.cells[cells.length]?.text ?? '';
    const text = continued ? above : table.text.join(' ').trim();
    for (let count = 0; count < span; count += 1)
      cells.push({ text, ...defined({ covered: continued || count > 0 ? (true as const) : undefined }) });
  }

  openBox(): void {
    this.boxes.push({ tables: this.tables.length });
  }

  closeBox(): void {
    this.boxes.pop();
  }

  openMark(id: string, name: string): void {
    if (name.startsWith('sl_')) this.openMarks.set(id, { name, text: '' });
  }

  closeMark(id: string): void {
    const mark = this.openMarks.get(id);
    if (mark === undefined) return;
    this.openMarks.delete(id);
    this.marks.push({ ...mark, place: this.whereNow() });
  }

  /** The table whose cell the text belongs to: a box inside a cell is a flow of its own. */
  private currentTable(): OpenTable | undefined {
    const outside = this.boxes.at(-1)?.tables ?? 0;
    return this.tables.length > outside ? this.tables.at(-1) : undefined;
  }

  private whereNow(): string {
    const table = this.currentTable();
    if (table === undefined) return this.peek(PLACES[this.boxes.length > 0 ? 'box' : this.kind]);
    return `${this.peek('bảng')}, dòng ${String(table.rows.length + 1)}, cột ${String(table.cells.length + 1)}`;
  }

  private place(kind: FlowKind): string {
    return this.numbered(PLACES[kind]);
  }

  private peek(word: string): string {
    return `${word} ${String((this.counts.get(word) ?? 0) + 1)}`;
  }

  private numbered(word: string): string {
    const place = this.peek(word);
    this.counts.set(word, (this.counts.get(word) ?? 0) + 1);
    return place;
  }
}
