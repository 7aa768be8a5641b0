/** Words and numbers by which a row of a table says that it is a total, a subtotal or the heading of a group. */
import { cleanText, foldBare } from '../../values/vietnamese-text.js';

/** Words of the row that stands for the whole sender. */
const WHOLE = new Set(
  [
    'tổng cộng',
    'tổng số',
    'tổng',
    'tổng cộng chung',
    'tổng chung',
    'cộng chung',
    'tổng toàn xã',
    'tổng số toàn xã',
    'tổng cộng toàn xã',
    'cộng toàn xã',
    'toàn xã',
    'toàn phường',
    'toàn thị trấn',
    'toàn đặc khu',
    'toàn huyện',
    'tổng cộng toàn phường',
    'tổng cộng toàn thị trấn',
  ].map(foldBare),
);
/**
 * "Cộng nhóm I", "Tổng số khu A", "Cộng (1+2)". The word after decides: "Cộng Hòa" is the name of a village.
 * Tested on text with its marks, so that "cong hoa" typed without them stays a name too.
 */
const PART =
  /^(?:cộng|tổng cộng|tổng số|tổng)\s*(?:nhóm|khu|cụm|mục|phần|vùng|các|thôn|tổ dân phố|tdp|khối|xóm|ấp|bản|địa bàn|[ivx]+|[a-h]|\d+)(?![\p{L}\p{M}])/u;
const PART_ALONE = new Set(['cong', 'tongnhom', 'congnhom', 'congkhu']);
/** What may stand behind the words: "Tổng cộng (I + II)", "Cộng:". */
const BEHIND = /\s*(?:\([^()]*\)|[:.…\s])*$/u;

/** Longer texts are notes. */
const LONGEST = 100;

/** `whole`: the total of the sender; `part`: the total of a group. */
export function totalWord(text: string): 'whole' | 'part' | undefined {
  if (text.length > LONGEST) return undefined;
  const words = cleanText(text).replace(BEHIND, '').toLowerCase();
  const bare = foldBare(words);
  if (WHOLE.has(bare)) return 'whole';
  return PART_ALONE.has(bare) || PART.test(words) ? 'part' : undefined;
}

/** Roman numerals and capitals number groups, figures number rows. */
export const isGroupNumber = (ordinal: string): boolean => /^(?:[IVXLC]+|[A-H])[.)]?$/u.test(ordinal);

/** "I. Khu trung tâm", "A) Các thôn": a group's number in front of its name. */
export const startsWithGroupNumber = (name: string): boolean =>
  /^(?:[IVX]+|[A-H])\s?[.)]\s*\p{L}/u.test(name);

export const isRowNumber = (ordinal: string): boolean => /^\d+[.)]?$/u.test(ordinal);
