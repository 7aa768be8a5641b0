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

/**
 * Who signs, by whose order, and where and when. Models and notes begin with such words too ("Người tốt, việc tốt", "Cán bộ
 * hưu trí", "ra mắt ngày …"): a person is known by what he does for the form, a day by the place before its comma.
 */
const SIGNS =
  /^(?:(?:can bo |cong chuc |nguoi )?(?:lap|tong hop)(?: bieu| bang| bao cao)?$|(?:nguoi|can bo|cong chuc) (?:lap|tong hop|bao cao|ghi|ky|kiem tra|kiem soat|phu trach|thuc hien|dai dien|thong ke|theo doi|chuyen mon|van hoa|vh)|(?:tm|kt|tl|tuq|q|t\/m|k\/t)[./]\s?\S|t\.m\.|(?:pho )?chu tich|thu truong|(?:pho )?truong (?:ban|phong|thon|ap|khu|to)|to truong|xac nhan cua|\(?ky(?:,| ten| va)|\(?da ky|noi nhan|(?:[^,]{0,40}[,.…]\s*)?ngay\s?\S{0,9}\s?thang\s?\S{0,9}\s?nam)/u;

const signs = ({ raw }: RawCell): boolean => SIGNS.test(foldMarks(cleanText(raw)));

/**
 * The first row that signs under the last row of a table; undefined without a signature. What stands between its names
 * and below belongs to it, what stands above does not. `isAnswer`: whether a word answers what a column asks, so that its
 * row is one of the table.
 */
export function signatureRow(
  grid: SheetGrid,
  after: number,
  isAnswer: (cell: RawCell) => boolean,
): number | undefined {
  let start: number | undefined;
  for (const row of grid.rows.toReversed()) {
    const cells = grid.inRow(row);
    if (row <= after || !cells.every((cell) => isWord(cell) && !isAnswer(cell))) break;
    const others = cells.filter((cell) => !signs(cell));
    // An area without figures is one of the table, wherever it stands.
    if (others.some(({ raw }) => isAreaHeader(raw))) break;
    // A row of a list says more than who signs.
    if (others.length * 2 <= cells.length) start = row;
  }
  return start;
}

const isWord = (cell: RawCell): boolean =>
  cell.kind === 'text' && cell.formula !== true && !isNumberCell(cell) && !isRowNumber(cell.raw);
