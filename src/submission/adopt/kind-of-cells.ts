/** What the cells under a header, or beside a line, say of its kind: whether a field can hold them. */
import type { FieldDefinition, RawCell } from '../../model.js';
import { isDash, isNumberCell, yesOrNo } from '../cells/cell-words.js';
import { totalWord } from '../layout/row-words.js';
import type { FoundTable } from './find-tables.js';
import { foldMarks } from '../../values/vietnamese-text.js';
import { isNumeric } from '../../measures/field-types.js';

/** The cells of a column in the rows that have a name; totals say nothing of the others. */
export function cellsBelow({ grid, key, lastRow, endRow }: FoundTable, column: number): readonly RawCell[] {
  return grid.rows.flatMap((row) => {
    const name = grid.textOver(row, key);
    const isRow = row > lastRow && row <= endRow && name !== '' && totalWord(name) === undefined;
    return isRow ? (grid.at(row, column) ?? []) : [];
  });
}

/** Every cell answers yes or no, and one says yes in words: "Có", "x". */
export const areAnswers = (cells: readonly RawCell[]): boolean =>
  cells.every(({ raw }) => yesOrNo(raw) !== undefined) &&
  cells.some((cell) => !isNumberCell(cell) && !isDash(cell.raw) && yesOrNo(cell.raw) === 'yes');

/** A count takes no answers, a question of yes or no no larger figures; of a blank form nothing is known. */
export function canHold({ type }: FieldDefinition, cells: readonly RawCell[]): boolean {
  if (isNumeric({ type })) return !areAnswers(cells);
  const large = cells.filter((cell) => isNumberCell(cell) && yesOrNo(cell.raw) === undefined);
  return type !== 'yesNo' || large.length * 2 <= cells.length;
}

/** "Đạt (x)", "Có nhà văn hóa", "Hương ước (có/không)": asks, whether the form is filled or not. */
const ASKS = /\((?:danh dau |tich |ghi )?[xv]\)\s*$|\bco\s*\/\s*khong\b|^co (?!(?:ban|so|cau)\b)/u;
export const asksInWords = (label: string, cells: readonly RawCell[]): boolean =>
  ASKS.test(foldMarks(label).trim()) && !cells.some((cell) => isNumberCell(cell) && Number(cell.raw) > 1);

/** Of a model most columns are told in words: a figure says so, or stands there. */
export const countsInWords = (path: readonly string[], cells: readonly RawCell[]): boolean =>
  cells.some(isNumberCell) ||
  path.some((one) => /^(?:so|tong|ty le|ti le|kinh phi|dien tich|von)\b/u.test(foldMarks(one).trim()));

/** Words and no figures. */
export const areWords = (cells: readonly RawCell[]): boolean => cells.length > 0 && !cells.some(isNumberCell);

/** Figures as a count has them, in most of the cells: no years, days, codes or numbers of telephones. */
export const areFigures = (cells: readonly RawCell[]): boolean =>
  cells.filter((cell) => isNumberCell(cell) && isCount(cell.raw)).length * 2 > cells.length;
const isCount = (raw: string): boolean => /^\d{1,6}(?:[.,]\d+)?$/u.test(raw) && !/^(?:19|20)\d\d$/u.test(raw);
