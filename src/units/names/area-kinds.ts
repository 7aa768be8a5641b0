/**
 * What residential areas are called (Nghị định số 86/2023/NĐ-CP: thôn is also làng, ấp, bản, buôn, bon, phum, sóc; tổ dân phố
 * also khu phố, khối phố, khóm, tiểu khu; and what offices write besides). Every pattern that looks for such a word is made
 * of this list.
 */
import { foldMarks } from '../../values/vietnamese-text.js';

/** A longer one before those it begins with, so that it is found first. */
const KINDS = [
  'thôn',
  'tổ dân phố',
  'tdp',
  'cụm dân cư',
  'khu dân cư',
  'kdc',
  'khu phố',
  'khối phố',
  'tiểu khu',
  'khóm',
  'ấp',
  'bản',
  'buôn',
  'bon',
  'plei',
  'phum',
  'sóc',
  'làng',
  'xóm',
  'khối',
  'tổ',
  'khu',
];
/** As often another word: "khu vực", "tổ công tác", "khối thi đua". */
const ALSO_OTHER_WORDS: readonly string[] = ['khối', 'tổ', 'khu', 'cụm dân cư'];

const anyOf = (kinds: readonly string[]): string => `(?:${kinds.join('|')})`;

/** Any kind as it is written in small letters, for the source of a pattern. */
export const ANY_AREA_KIND = anyOf(KINDS);
/** The same after `foldMarks`. */
export const ANY_FOLDED_AREA_KIND = anyOf([...new Set(KINDS.map(foldMarks))]);
/** After `foldMarks`, those that are hardly anything else, wherever they stand. */
export const SURE_FOLDED_AREA_KIND = anyOf([
  ...new Set(KINDS.filter((kind) => !ALSO_OTHER_WORDS.includes(kind)).map(foldMarks)),
]);
