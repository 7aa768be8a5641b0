/** What one page of a list hands to the next: "Cộng trang trước", "Số trang trước chuyển sang", "Kết chuyển trang sau". */
import { foldMarks } from '../../values/vietnamese-text.js';

const WORDS = new Set(
  (
    'cộng tổng số liệu lũy luỹ kế dồn của từ các hết cuối đầu trang tờ trước sau này kế tiếp theo mang chuyển kết ' +
    'sang qua đến đưa phần'
  ).split(' '),
);
const BARE = new Set([...WORDS].map(foldMarks));
/** "to" without its marks is the "tổ" of a street far more often than a sheet of paper. */
const PAGE = new Set(['trang', 'tờ']);
/** Beside a page they say that a sum is meant; "Trang", "Trang 1" may be a village. */
const HANDED = /(?:^|\s)(?:mang|chuyển|kết|đưa|cộng|tổng|lũy|luỹ|dồn|trước|sau|này|cuối|hết)(?=\s|$)/u;
/** Typed without marks fewer words say it: "cong trang", "so trang", "trang 1" may be villages. */
const HANDED_BARE =
  /(?:^|\s)(?:mang|chuyen|ket|dua|truoc|sau|nay|cuoi|het)(?=\s|$)|^(?:cong|tong).* trang \d+$/u;
/** "Mang sang", "Cộng chuyển tiếp": handed on, without the page. */
const ON = /(?:^|\s)(?:mang|chuyển|chuyen)\s+(?:sang|tiếp|tiep|qua)(?=\s|$)/u;
const MOST_WORDS = 9;
/** Names of villages seldom have as many: "Trang Sau", "Mang Sang". */
const SURE_WORDS = 3;

/** `numbered`: a row with a number of its own like all others may be a village that is called so. */
export function isOfPage(text: string, numbered = false): boolean {
  const words = text
    .replaceAll(/[().,:+–-]/gu, ' ')
    .trim()
    .split(/\s+/u);
  if (words.length < 2 || words.length > MOST_WORDS) return false;
  const joined = words.join(' ');
  const isBare = foldMarks(joined) === joined;
  if (numbered && isBare && words.length < SURE_WORDS) return false;
  const known = isBare ? BARE : WORDS;
  if (!words.every((word) => known.has(word) || /^\d+$/u.test(word))) return false;
  if (ON.test(joined)) return true;
  if (!words.some((word) => PAGE.has(word))) return false;
  return (isBare ? HANDED_BARE : HANDED).test(joined);
}
