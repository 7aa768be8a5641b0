/** Lần nộp as people write it: the one reading, for telling two submissions apart and for the figure of Thông tin. */
import { cleanText } from '../../values/vietnamese-text.js';

/** The field that holds it. */
export const SUBMISSION_NUMBER = 'submissionNo';

const HIGHEST = 999;

/** "2", "02", "Lần 2", "lần thứ 2", "nộp lần 2"; undefined for anything else. */
export function submissionNumber(text: string): number | undefined {
  const clean = cleanText(text).normalize('NFC');
  const digits = /^(?:nộp\s+)?(?:lần\s*(?:thứ|nộp|số)?\s*:?\s*)?0*(\d{1,3})(?:[.,]0+)?$/iu.exec(clean)?.[1];
  const number = Number(digits ?? 0);
  return number >= 1 && number <= HIGHEST ? number : undefined;
}
