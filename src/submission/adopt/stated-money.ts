/**
 * The unit of measure that a form states for its figures, where the reader of its copies will find it: in the line, over the
 * column or above the table. What is asked for in another unit than a field is counted in is no figure of that field.
 */
import { inAMillion } from '../../values/money-units.js';
import type { SheetGrid } from '../layout/sheet-grid.js';
import { StatedUnits, type Measured } from '../tables/stated-units.js';

/** Where the figures of a column or line stand, or will. */
export interface FigureAt {
  readonly grid: SheetGrid;
  readonly row: number;
  readonly column: number;
  readonly isLine: boolean;
}

/** The unit stated there, where it is another than that of the field. */
export function otherUnit(field: Measured, { grid, row, column, isLine }: FigureAt): string | undefined {
  const cell = { kind: 'number', raw: '', row, column } as const;
  return new StatedUnits(grid).other(field, cell, isLine)?.unit;
}

/** Why the field that is meant is not the one, where the unit is why. */
export const becauseOfUnit = (field: Measured | undefined, at: FigureAt): string =>
  field !== undefined && otherUnit(field, at) !== undefined ? ' vì mẫu ghi đơn vị tính khác' : '';

/** Amounts of money by their words, with their marks: "tiên tiến" is no "tiền". */
const MONEY =
  /(?<!\p{L})(?:kinh phí|tiền|số tiền|vốn|ngân sách|tài trợ|chi phí|giá trị|xã hội hóa|xã hội hoá|doanh thu|quỹ|mức (?:chi|hỗ trợ))(?!\p{L})/iu;

/** The unit of money that is stated for what its words say is money. */
export function moneyUnit(label: string, at: FigureAt): string | undefined {
  if (!MONEY.test(label.normalize('NFC'))) return undefined;
  // Of any two units one is another than that which is stated.
  return ['tỷ đồng', 'triệu đồng']
    .flatMap((unit) => otherUnit({ id: unit, type: 'amount', unit }, at) ?? [])
    .find((unit) => inAMillion(unit) !== undefined);
}

/** "Diện tích (m2)": the unit of what is measured; in "Đạt (x)" and "Tỷ lệ (%)" none stands. */
export const unitBehind = (label: string): string | undefined => {
  const unit = /\((?<unit>[^()]{1,20})\)\s*$/u.exec(label)?.groups?.['unit']?.trim();
  return unit === undefined || /^(?:x|%|\d+)$/iu.test(unit) ? undefined : unit;
};

/** "Kinh phí (triệu đồng)" over "Ngân sách" and "Nhân dân đóng góp" says it of both. */
export const unitOf = (path: readonly string[], at: FigureAt): string | undefined =>
  unitBehind(path.at(-1) ?? '') ??
  path.map(unitBehind).find((unit) => unit !== undefined && inAMillion(unit) !== undefined) ??
  moneyUnit(path.join(' '), at);
