/** Words and signs people put into cells instead of figures, folded (see vietnamese-text). */
import type { RawCell } from '../../model.js';
import { cleanText, foldBare, foldLabel, foldMarks } from '../../values/vietnamese-text.js';

/** Most texts begin with a letter and need no cleaning to be known as none. */
const WORD = /^\p{L}/u;

/** A number, or a text of digits and separators: what a sender would call a figure. */
export const isNumberCell = (cell: RawCell): boolean =>
  cell.kind === 'number' ||
  (cell.kind === 'text' && !WORD.test(cell.raw) && /^\d[\d.,]*$/u.test(cleanText(cell.raw)));

const bare = (cell: RawCell): string => cleanText(cell.raw).replace(/[.\s]/gu, '');

/** Years stand in the titles around a table; in a column they are figures like any other. */
export const isYear = (cell: RawCell): boolean => /^(?:19|20)\d\d$/u.test(bare(cell));

/** Dates of signature and telephone numbers. */
export const isOtherNumber = (cell: RawCell): boolean =>
  cell.numberFormat === 'date' || (cell.kind === 'text' && /^0\d{8,10}$/u.test(bare(cell)));

export const isDash = (text: string): boolean => /^[-\u2010-\u2015\u2212_]+$/u.test(text);
export const isEllipsis = (text: string): boolean => /^(?:…+|\.{2,})$/u.test(text);

const NOT_APPLICABLE = new Set(
  ['không áp dụng', 'ko áp dụng', 'k áp dụng', 'kad', 'không thuộc diện', 'ko thuộc diện'].map(foldBare),
);
/** The x of the forms, or its words, with or without a full stop. */
export const meansNotApplicable = (text: string): boolean =>
  /^[xX×]$/u.test(text) || NOT_APPLICABLE.has(foldBare(text));

/** "194*", "194 (*)", "194¹", "x*", "đạt (1)": the mark of a footnote behind what it is about. */
const FOOTNOTE =
  /(?<=[\d\p{L}%×✓✔☑✗✘☐\u2010-\u2015\u2212-])\s*(?:[*†‡]{1,3}|\([*†‡]{1,3}\))$|(?<=\d)[¹²³⁴⁵]$/u;
/** Behind words alone: "m²" is a unit, "194 (1)" may be anything. */
const NUMBERED_FOOTNOTE = /(?<=[\p{L}×✓✔☑✗✘☐])\s*(?:\([1-9]\)|[¹²³⁴⁵])$/u;
export const withoutFootnote = (text: string): string => text.replace(FOOTNOTE, '');
export const withoutNote = (text: string): string => withoutFootnote(text).replace(NUMBERED_FOOTNOTE, '');

/** "194 (1)", "194 (2 hộ mới)", "~194", "khoảng 194": one number, and something said of it; of "194 (+6)" nobody knows whether it is in. */
const AMID_WORDS =
  /^(?:(?:~|≈|khoảng)\s*)?(?<number>\d[\d.,]*)(?:\s*\((?!\s*[-+])(?<said>[^()]{1,40})\))?$/iu;
/** "0 (chưa có số liệu)", "0 (chờ QĐ)": nothing is known, and it is not none. */
const UNKNOWN =
  /\b(?:chua (?:co (?:so lieu|bao cao|quyet dinh|qd|ket qua)|bao cao|tong hop|thong ke|binh xet|xet|ra soat|nop|gui|ro|biet)|cho (?:so lieu|bao cao|quyet dinh|qd|ket qua|xet)|dang (?:cho|xet|binh xet|tong hop|thong ke|ra soat)|(?:thieu|khong co) so lieu|khong (?:ro|biet))\b|^chua(?: co)?$|\?/u;
/** Behind the brackets, or ahead of it, nothing else; "(*)" and no words at all are told otherwise. */
export function numberAmidWords(text: string): string | undefined {
  const { number, said = '' } = AMID_WORDS.exec(text.normalize('NFC'))?.groups ?? {};
  if (number !== undefined && /^0+$/u.test(number) && UNKNOWN.test(foldMarks(said))) return undefined;
  return number === undefined || number === text || withoutFootnote(text) === number ? undefined : number;
}

/** "Ko đạt", "K.đạt", "k/đạt": "không" as it is shortened before a word. */
const NOT = /^(?:ko|k|khg|hông)(?:\s*[./]\s*|\s+)(?=\p{L}{2})|^(?:ko|khg)$/iu;
export const withNotSpelledOut = (text: string): string =>
  text.normalize('NFC').replace(NOT, 'không ').trim();

const NONE = new Set(
  [
    'không',
    'không có',
    'không phát sinh',
    'không ps',
    'khong',
    'khong co',
    'khong phat sinh',
    'ko',
    'k có',
    'ko có',
  ].map(foldLabel),
);
export const meansNone = (text: string): boolean => NONE.has(foldLabel(text));

const PENDING = [
  'chưa có quyết định',
  'chờ quyết định',
  'chưa có qđ',
  'chờ qđ',
  'đang xét',
  'đang chờ quyết định',
  'chưa quyết định',
  'chưa xét',
].map(foldMarks);
export const meansPending = (text: string): boolean => PENDING.includes(foldMarks(text));

const YES = new Set(
  ['x', 'có', 'co', '1', 'v', '✓', '✔', '☑', 'true', 'yes', 'đúng', 'rồi', 'đã có'].map(foldLabel),
);
const NO = new Set(
  ['không', 'khong', '0', 'k', 'ko', 'chưa', 'chưa có', 'false', 'no', 'không có', '✗', '✘', '☐'].map(
    foldLabel,
  ),
);

/** `yes`, `no`, or undefined when the text is neither. */
export function yesOrNo(text: string): 'yes' | 'no' | undefined {
  const folded = foldLabel(text);
  if (YES.has(folded)) return 'yes';
  return NO.has(folded) || isDash(text) ? 'no' : undefined;
}

/** As it is written, or else without its footnote and with "không" spelled out: "x*", "Có (1)", "khg". */
export const answerMeant = (text: string): 'yes' | 'no' | undefined =>
  yesOrNo(text) ?? yesOrNo(withNotSpelledOut(withoutNote(text)));
