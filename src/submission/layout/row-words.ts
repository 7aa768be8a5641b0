/** Words and numbers by which a row of a table says that it is a total, a subtotal or the heading of a group. */
import { ANY_AREA_KIND, ANY_FOLDED_AREA_KIND } from '../../units/names/area-kinds.js';
import { cleanText, foldBare, foldLabel, foldMarks } from '../../values/vietnamese-text.js';
import { isOfPage } from './page-words.js';

/** Words of the row that stands for the whole sender; typed without marks or with wrong ones they mean the same. */
const WHOLE = new Set(
  [
    'tổng cộng',
    'tổng số',
    'tổng cộng chung',
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
    'tổng cộng tất cả',
    'tổng hợp toàn xã',
    'tổng cộng lũy kế',
    'tổng các thôn',
    'tổng cộng các thôn',
  ].map(foldBare),
);
/** Words that with other marks are names of villages (Cống, Tống, Lũy Kè): their marks count. */
const WHOLE_MARKED = new Set(
  [
    't.cộng',
    'lũy kế',
    'cộng lũy kế',
    'tổng lũy kế',
    'total',
    'grand total',
    'tổng hợp chung',
    'tất cả',
    'tất cả các thôn',
    'toàn bộ',
    'cả xã',
    'cả phường',
    'cả thị trấn',
    'chung cả xã',
    'chung toàn xã',
    'số chung',
    'tổng thể',
  ].map(keyOf),
);
/** Words that are names as they stand; a row with a number of its own is an area unless its figures say otherwise. */
const WHOLE_UNNUMBERED = new Set(
  [
    'tổng',
    'tổng chung',
    'cộng chung',
    'cộng dồn',
    'tổng hợp',
    'tc',
    'sum',
    'chung',
    'toàn thể',
    'gộp',
    'all',
  ].map(keyOf),
);
const PART_UNNUMBERED = new Set(['cộng', 'tiểu cộng', 'cộng phụ', 'subtotal', 'sub total'].map(keyOf));
/** "Toàn xã Nghĩa Kỳ", "Toàn phường". */
const WHOLE_OF = /^toàn\s+(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh)(?![\p{L}\p{M}])/u;
/**
 * "Cộng nhóm I", "Tổng số khu A", "Cộng (1+2)". The word after decides: "Cộng Hòa" is the name of a village.
 * Tested on text with its marks, so that "cong hoa" typed without them stays a name too.
 */
const PART =
  /^(?:t\s*[./]\s*cộng|tcộng|tiểu cộng|cộng|tổng cộng|tổng số|tổng|l[uũ][yỹ] kế)\s*[:–-]?\s*(?:của\s+)?(?:toàn\s+)?(?:nhóm|khu|cụm|mục|phần|vùng|miền|liên|các|thôn|tổ dân phố|tdp|khối|xóm|ấp|bản|buôn|địa bàn|xã|phường|thị trấn|đặc khu|huyện|[ivx]+|[a-h]|\d+)(?![\p{L}\p{M}])/u;
const PART_ALONE = new Set(['tongnhom', 'congnhom', 'congkhu']);
/** What a group of areas, or a unit that went into the sender, is called; an area may be called so too. */
const LIKELY =
  /^(?:(?:liên\s+)?(?:cụm|khu|nhóm|vùng|miền|khối|tiểu khu|phân khu|khu vực)(?:\s+dân cư)?(?:\s+liên\s+\p{L}+)?\s+(?:số\s+)?(?:\d+|[ivx]+|[a-h]|trung tâm|tây|đông|nam|bắc)(?![\p{L}\p{M}])|(?:xã|phường|thị trấn|huyện)\s+\p{L}|cụm\s|(?:tổng|cộng|gộp)\s*\d|.*(?:^|[\s(])cũ\)?$|(?:địa bàn|khu vực|vùng|miền)\s+\p{L}|liên\s+(?:thôn|xóm|ấp|bản|tổ)\s)/u;
/** "I. Khu vực miền xuôi" where numbers have no column. */
const NUMERAL_AHEAD = /^[ivx]+\s?[.)]\s*(?=\p{L})/u;
/** "Thôn 1", "TDP số 2", "khu A": the kind of an area stands before its name. */
const OF_AREA = new RegExp(String.raw`^${ANY_FOLDED_AREA_KIND}(?![a-z])`, 'u');
export const saysAreaKind = (name: string): boolean => OF_AREA.test(foldMarks(name).trim());
/** "Xã, thôn", "Phường/tổ dân phố"; "đặc khu", "khu vực" and "ban chỉ đạo" are no areas. */
const WITH_AREA = new RegExp(
  String.raw`(?<![a-z]|dac )${ANY_FOLDED_AREA_KIND}(?![a-z]| (?:vuc|chi dao|cong tac|thi dua))`,
  'u',
);
export const holdsAreaKind = (heading: string): boolean => WITH_AREA.test(foldMarks(heading));
/** "Các thôn phía Bắc". */
const SEVERAL = new RegExp(String.raw`^(?:các|những)\s+${ANY_AREA_KIND}(?![\p{L}\p{M}])`, 'u');
/** "cong xa Dong Phong" typed without marks. */
const LIKELY_BARE =
  /^(?:t\.?\s*cong|tong cong|tong so|cong|toan|tong)\s+(?:toan\s+)?(?:xa|phuong|thi tran|khu|cum|nhom|cac|huyen)\b/u;
/** What may stand behind the words: "Tổng cộng (I + II)", "Cộng:". */
const BEHIND = /(?:\([^()]*\)|[:.…\s])*$/u;

/** Longer texts are notes. */
const LONGEST = 100;

/** `whole`: the total of the sender; `part`: the total of a group. `numbered`: the row has a number of its own. */
export function totalWord(text: string, numbered = false): 'whole' | 'part' | undefined {
  if (text.length > LONGEST) return undefined;
  const words = cleanText(text).replace(BEHIND, '').toLowerCase();
  if (WHOLE.has(foldBare(words)) || isOneOf(WHOLE_MARKED, words) || WHOLE_OF.test(words)) return 'whole';
  if (!numbered && isOneOf(WHOLE_UNNUMBERED, words)) return 'whole';
  if ((!numbered && isOneOf(PART_UNNUMBERED, words)) || isOfPage(words, numbered)) return 'part';
  return PART_ALONE.has(foldBare(words)) || PART.test(words) ? 'part' : undefined;
}

/** Named as a group of areas would be, or as a total with a number: the figures have to say what it is. */
export function likelySubtotal(text: string): boolean {
  if (text.length > LONGEST) return false;
  const words = cleanText(text).toLowerCase().replace(NUMERAL_AHEAD, '');
  if (LIKELY.test(words) || SEVERAL.test(words)) return true;
  if (isOneOf(WHOLE_UNNUMBERED, words) || isOneOf(PART_UNNUMBERED, words) || isOfPage(words)) return true;
  return LIKELY_BARE.test(foldMarks(words)) && foldMarks(words) === words;
}

/** Letters and digits with their marks. */
function keyOf(words: string): string {
  return foldLabel(words).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** With its marks, or typed without any. */
function isOneOf(set: ReadonlySet<string>, words: string): boolean {
  const key = keyOf(words);
  return set.has(key) || (key === foldBare(words) && bareOf(set).has(key));
}

const BARE = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();

/** The words of a set as they are typed without marks. */
function bareOf(set: ReadonlySet<string>): ReadonlySet<string> {
  const known = BARE.get(set);
  if (known !== undefined) return known;
  const bare = new Set([...set].map(foldBare));
  BARE.set(set, bare);
  return bare;
}

/** Roman numerals and capitals number groups, figures number rows. */
export const isGroupNumber = (ordinal: string): boolean => /^(?:[IVXLC]+|[A-H])[.)]?$/u.test(ordinal);

/** "I. Khu trung tâm", "A) Các thôn": a group's number in front of its name. */
export const startsWithGroupNumber = (name: string): boolean =>
  /^(?:[IVX]+|[A-H])\s?[.)]\s*\p{L}/u.test(name);

export const isRowNumber = (ordinal: string): boolean => /^\d+[.)]?$/u.test(ordinal);
