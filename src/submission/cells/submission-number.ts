/** Lần nộp as people write it: the one reading, for telling two submissions apart and for the figure of Thông tin. */
import { cleanText, foldMarks } from '../../values/vietnamese-text.js';

/** The field that holds it. */
export const SUBMISSION_NUMBER = 'submissionNo';

const HIGHEST = 999;

/** "hai", "thứ ba", "II": numbers written out or in Roman letters. */
const WRITTEN = [
  ['mot', 'nhat', 'i', 'dau', 'dau tien'],
  ['hai', 'nhi', 'ii'],
  ['ba', 'iii'],
  ['bon', 'tu', 'iv'],
  ['nam', 'v'],
];

/** "(bổ sung)", "- sửa theo thông báo": why it was sent again; no other number stands in it. */
const REASON = /\s*(?:[([,;–-]|\s(?:bo sung|sua|chinh sua|dieu chinh|thay the)\b)[^\d]*$/u;

/** "2", "02", "Lần 2", "lần thứ hai", "nộp lần 2 (bổ sung)", "L2"; undefined for anything else. */
export function submissionNumber(text: string): number | undefined {
  const words = foldMarks(cleanText(text))
    .replace(/^(?:nop\s+|bo sung\s+)?(?:lan|l)?\s*(?:thu|nop|so)?\s*:?\s*/u, '')
    .replace(REASON, '');
  const digits = /^0*(\d{1,3})(?:[.,]0+)?$/u.exec(words)?.[1];
  const written = WRITTEN.findIndex((spellings) => spellings.includes(words));
  const number = digits === undefined ? written + 1 : Number(digits);
  return number >= 1 && number <= HIGHEST ? number : undefined;
}
