/** A row of a header that says in what each column is counted. */
import { foldMarks } from '../../values/vietnamese-text.js';
import type { SheetGrid } from './sheet-grid.js';

/** "(hộ)", "%", "người": a row that only says in what each column is counted. */
const UNIT_WORD =
  /^\(?\s*(?:dvt:?\s*)?(?:%|ho|nguoi|khau|thon|ban|ap|nha|cai|clb|cuoc|tram|trieu dong|nghin dong|dong|diem|nam|x|tdp|to|luot|giai|doi|mo hinh)\s*\)?$/u;

export function isUnits(grid: SheetGrid, row: number): boolean {
  const cells = grid.inRow(row);
  if (cells.length < 2) return false;
  const bracketed = cells.filter((cell) => /^\s*(?:\(.+\)|%)\s*$/u.test(cell.raw)).length;
  return bracketed >= 2 && cells.every((cell) => cell.kind === 'text' && UNIT_WORD.test(foldMarks(cell.raw)));
}
