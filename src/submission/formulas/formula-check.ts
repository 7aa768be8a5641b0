/**
 * What the formula behind a figure says of its stored result: the same, another (the result is old), or not to be told.
 * One check goes with one file and remembers which figures it was asked about, so that its remarks come once per file.
 */
import { finding, type FindingSubject } from '../../findings/finding.js';
import type { CalculationState, Finding, RawCell, RawFile } from '../../model.js';
import { cellAddress, placeIn } from '../../values/cell-address.js';
import { listed } from '../listed.js';
import { exactOf, isStoredAs, shownNumber } from './exact-number.js';
import { FormulaBook } from './formula-book.js';
import type { FormulaValue } from './formula-value.js';

export type FormulaVerdict =
  | { readonly kind: 'same' | 'unchecked' }
  /** Both results as people read them. */
  | { readonly kind: 'stale'; readonly stored: string; readonly value: string };

interface FigurePlace {
  readonly sheet: string;
  readonly cell: string;
}

/** Cells that a remark names. */
const SHOWN = 5;
const UNCHECKED: FormulaVerdict = { kind: 'unchecked' };

export class FormulaCheck {
  private readonly file: RawFile;
  private book: FormulaBook | undefined;
  private asked = 0;
  private readonly unchecked: FigurePlace[] = [];

  constructor(file: RawFile) {
    this.file = file;
  }

  /** Undefined for a cell that is typed, or whose lack of a result is told already. */
  verdict(sheet: string, cell: RawCell | undefined): FormulaVerdict | undefined {
    if (cell?.formula !== true || cell.uncalculated === true || cell.kind === 'error') return undefined;
    if (cell.expression === undefined || this.file.calculation === 'as-shown') return UNCHECKED;
    this.book ??= new FormulaBook(this.file.sheets);
    const { value, assumes } = this.book.recalculate(sheet, cell.row, cell.column);
    if (value === undefined) return UNCHECKED;
    if (!isStored(value, cell)) return { kind: 'stale', ...bothShown(value, cell) };
    return assumes === true ? UNCHECKED : { kind: 'same' };
  }

  /** The verdict on a figure that counts; the remarks speak of these. */
  ofFigure(sheet: string, cell: RawCell | undefined): FormulaVerdict | undefined {
    const verdict = this.verdict(sheet, cell);
    if (cell === undefined || verdict === undefined) return undefined;
    this.asked += 1;
    if (verdict.kind === 'unchecked')
      this.unchecked.push({ sheet, cell: cellAddress(cell.row, cell.column) });
    return verdict;
  }

  /** What the whole file is told about the formulas of its figures. */
  remarks(subject: FindingSubject): readonly Finding[] {
    if (this.asked === 0) return [];
    const { calculation } = this.file;
    const [first] = this.unchecked;
    const count = this.unchecked.length;
    const cells = listed(this.unchecked.map(named), 'ô', SHOWN);
    const at = placeIn(this.file.source.path, first?.sheet ?? '', first?.cell);
    const about = { ...subject, rowKey: '#formulas' };
    const wasNot = calculation === undefined || calculation === 'as-shown' ? undefined : REASONS[calculation];
    if (first === undefined)
      return wasNot === undefined
        ? []
        : [finding('layout/formulas-recalculated', at, { reason: wasNot, count: this.asked }, about)];
    return wasNot === undefined
      ? [finding('layout/formulas-unchecked', at, { count, cells }, about)]
      : [finding('layout/formulas-not-calculated', at, { reason: wasNot, count, cells }, about)];
  }
}

const REASONS: Readonly<Record<Exclude<CalculationState, 'as-shown'>, string>> = {
  manual: 'đang đặt chế độ tính công thức thủ công',
  'not-completed': 'được lưu khi công thức chưa tính xong',
  'on-load': 'do phần mềm không tính công thức ghi ra',
};

const named = ({ sheet, cell }: FigurePlace): string => `${cell} (${sheet})`;

function isStored(value: FormulaValue, { kind, raw }: RawCell): boolean {
  switch (value.kind) {
    case 'number':
      return kind === 'number' && isStoredAs(value.number, raw);
    case 'text':
      return kind === 'text' && value.text === raw;
    case 'boolean':
      return kind === 'boolean' && value.value === (raw === '1');
    case 'blank':
    case 'error':
      return false;
  }
}

const FEW_DECIMALS = 6;
const MANY_DECIMALS = 15;

function bothShown(value: FormulaValue, cell: RawCell): { readonly stored: string; readonly value: string } {
  const few = { stored: storedText(cell, FEW_DECIMALS), value: valueText(value, cell, FEW_DECIMALS) };
  return few.stored === few.value
    ? { stored: storedText(cell, MANY_DECIMALS), value: valueText(value, cell, MANY_DECIMALS) }
    : few;
}

function storedText(cell: RawCell, decimals: number): string {
  const number = cell.kind === 'number' ? exactOf(cell.raw) : undefined;
  if (number !== undefined) return valueText({ kind: 'number', number }, cell, decimals);
  return cell.kind === 'boolean' ? truthText(cell.raw === '1') : cell.raw;
}

function valueText(value: FormulaValue, cell: RawCell, decimals: number): string {
  switch (value.kind) {
    case 'number':
      return cell.numberFormat === 'percent'
        ? `${shownNumber({ ...value.number, top: value.number.top * 100n }, decimals)}%`
        : shownNumber(value.number, decimals);
    case 'text':
    case 'error':
      return value.text;
    case 'boolean':
      return truthText(value.value);
    case 'blank':
      return '';
  }
}

const truthText = (value: boolean): string => (value ? 'TRUE' : 'FALSE');
