/**
 * Where the signatures under a table begin: "NGƯỜI LẬP BIỂU", "TM. ỦY BAN NHÂN DÂN", place and date. They stand under
 * the names and figures of the table, and are rows of neither.
 */
import type { RawCell } from '../../model.js';
import { cleanText, foldMarks } from '../../values/vietnamese-text.js';
import { isNumberCell } from '../cells/cell-words.js';
import { isAreaHeader } from './area-header.js';
import { isRowNumber } from './row-words.js';
import type { SheetGrid } from './sheet-grid.js';

/** Who signs, by whose order, and where and when. */
const SIGNS =
  /^(?:(?:can bo |cong chuc |nguoi )?(?:lap|tong hop)(?: bieu| bang| bao cao)?$|(?:nguoi|can bo|cong chuc) |(?:tm|kt|tl|tuq|q|t\/m|k\/t)[./]\s?\S|t\.m\.|(?:pho )?chu tich|thu truong|(?:pho )?truong (?:ban|phong|thon|ap|khu|to)|to truong|xac nhan cua|\(?ky(?:,| ten| va)|\(?da ky|noi nhan|nguoi ky)|(?:^|[,.…\s])ngay\s?\S{0,9}\s?thang\s?\S{0,9}\s?nam/u;

const signs = ({ raw }: RawCell): boolean => SIGNS.test(foldMarks(cleanText(raw)));

/**
 * The first row of the words under the last row of a table; undefined without a signature. `isAnswer`: whether a word
 * answers what a column asks, so that its row is one of the table.
 */
export function signatureRow(
  grid: SheetGrid,
  after: number,
  isAnswer: (cell: RawCell) => boolean,
): number | undefined {
  let start: number | undefined;
  let signed = false;
  for (const row of grid.rows.toReversed()) {
    const cells = grid.inRow(row);
    const isSigned = cells.some(signs);
    if (row <= after || !cells.every((cell) => isWord(cell) && !isAnswer(cell))) break;
    // An area without figures is one of the table, wherever it stands.
    if (!isSigned && cells.some(({ raw }) => isAreaHeader(raw))) break;
    signed ||= isSigned;
    if (isSigned || grid.inRow(row - 1).length === 0) start = row;
  }
  return signed ? start : undefined;
}

const isWord = (cell: RawCell): boolean =>
  cell.kind === 'text' && cell.formula !== true && !isNumberCell(cell) && !isRowNumber(cell.raw);
