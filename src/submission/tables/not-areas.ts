/** Rows of a table of areas whose names name no area: averages, other years, "in which", notes with figures. */
import { finding } from '../../findings/finding.js';
import type { FigureTable, Finding, FormDefinition, SourceRef } from '../../model.js';
import { inner } from '../../values/inner-quotes.js';
import { figurePlace } from '../../values/cell-address.js';
import { cleanText, foldMarks } from '../../values/vietnamese-text.js';
import { smallest } from '../../values/of-many.js';
import { listed, shortened } from '../listed.js';
import { hasBlocks, namesBody, perhapsBody } from '../layout/body-words.js';
import { namePlace } from './name-place.js';
import { partsOfAbove, type BesideNames } from './parts-of-areas.js';

/** No area is called so, whatever follows. With their marks: "Nam Ngoài", "Trọng Đô", "Trung Bình 1" are villages. */
const NEVER = saying(
  [
    'trong đó',
    'so với',
    'so sánh',
    '(?:đạt )?(?:tỷ|tỉ) (?:lệ|trọng)',
    '(?:cao|thấp) nhất',
    '(?:các|những) (?:thôn|xóm|ấp|bản|tổ|tổ dân phố|tdp|khu|khu phố|đơn vị|hộ) (?:khác|còn lại|ngoài)',
    'cùng kỳ|kỳ trước|năm trước|năm ngoái',
    '(?:năm|kỳ) 20\\d\\d',
    '(?:tăng|giảm) so với',
    'chênh lệch',
    '(?:kế hoạch|chỉ tiêu|mục tiêu) (?:giao|năm|đề ra|20\\d\\d)',
    '(?:thực hiện|ước thực hiện|ước) (?:năm|20\\d\\d)',
    'ghi chú|lưu ý',
    '(?:người|ngày) lập',
    '(?:tổng )?số (?:hộ|người|nhân khẩu|khẩu|gia đình|thôn|tổ dân phố|tdp)',
    'hộ (?:đi|ở|có|thuộc|chuyển|dân tộc|đồng bào|công giáo|phật giáo|nghèo|cận nghèo|tạm trú|tạm vắng|mới|vắng|chính sách|người có công|di cư|kinh doanh|nông nghiệp|phi nông nghiệp)',
    '(?:đồng bào )?dân tộc (?:thiểu số|ít người|kinh|khác)|đồng bào (?:dân tộc|công giáo)|(?:người )?(?:công giáo|phật giáo)$',
    '(?:bình quân|trung bình) (?:chung|các|mỗi|toàn (?:xã|phường|thị trấn|đặc khu)|(?:một|1) (?:thôn|ấp|tổ|tdp|khu|hộ|xã|đơn vị))',
  ],
  '(?![\\p{L}\\p{M}\\d])',
);
/** The same of words before a sign: "Tăng, giảm", "Bình quân/thôn", "SĐT: 09…". */
const BEFORE_SIGN = saying([
  '(?:tăng|giảm)\\s*[,/(-]',
  '(?:bình quân|trung bình)\\s*[/:(]',
  '(?:số )?điện thoại(?:\\s*[:.\\d]|$)',
  '(?:sđt|đt)\\s*(?:[:.]\\s*)?0\\d',
  'nguồn\\s*:',
]);

interface Saying {
  readonly marked: RegExp;
  /** The words typed without marks, which may be a name then. */
  readonly bare: RegExp;
}

/** `ending`: what follows all of them, once behind them all: classes of letters take long to compile. */
function saying(sources: readonly string[], ending = ''): Saying {
  const all = sources.join('|');
  const bare = all.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
  return { marked: new RegExp(`^(?:${all})${ending}`, 'u'), bare: new RegExp(`^(?:${bare})${ending}`, 'u') };
}

/** What may stand before such words. */
const BULLET = /^[-+*•(\s]+/u;
/** Named so, a row without the number that all others have is none; a village Bình Quân has its number. */
const UNNUMBERED =
  /^(?:binh quan|trung binh|ke hoach|chi tieu|muc tieu|thuc hien|tang|giam|(?:so )?con lai|khac|cac (?:ho )?khac|ngoai (?:xa|dia ban)|dieu chinh|bo sung|chuyen (?:den|di)|dat|chua dat|quy i{1,3}|quy iv)$/u;
/** In a template every row has its number; then the figures tell. */
const MEAN = /^(?:binh quan|trung binh)$/u;
/** "(*) Thôn Đông có 5 hộ tạm trú": the mark of a footnote. */
const FOOTNOTE = /^\(?\*+\)?\s*\S/u;

/** Every figure of the row lies within one of the mean of all others. */
function isMean({ columns, rowCount }: FigureTable, row: number): boolean {
  let filled = 0;
  for (const { states, numbers } of columns.values()) {
    const own = numbers[row] ?? Number.NaN;
    if (states[row] !== 'value' || Number.isNaN(own)) continue;
    let sum = 0;
    for (let at = 0; at < rowCount; at += 1) if (at !== row) sum += numbers[at] || 0;
    if (Math.abs(own - sum / (rowCount - 1)) > 1) return false;
    filled += 1;
  }
  return filled > 1;
}

/** Words that no village is called by, whether or not a total stands above: "Năm 2023", "Trong đó: hộ nghèo", "(*) …". */
export function namesNoArea(label: string, isNumbered: boolean): boolean {
  const text = cleanText(label).normalize('NFC').toLowerCase();
  const words = foldMarks(text);
  const name = text.replace(BULLET, '');
  const isBare = words === text && !isNumbered;
  return (
    [NEVER, BEFORE_SIGN].some(({ marked, bare }) => marked.test(name) || (isBare && bare.test(name))) ||
    FOOTNOTE.test(words)
  );
}

/** What areas are called; a sentence does not begin so. */
const KIND_OF_AREA =
  /^(?:thon|xom|to|tdp|ap|ban|buon|lang|khu|khoi|kp|pho|soc|phum|cum|doi|plei|bon|t\.|x\.|k\.)(?![\p{L}\p{M}])/u;
/** No name has so many words. */
const WORDS_OF_NOTE = 5;

/**
 * "Có thêm hộ mới chuyển đến từ tháng 11": below the last numbered row, without number and with at most half as many figures
 * as any of them, in as many words as no name has. Where no row has a number, below those whose names are names.
 */
function notesBelow(
  { columns, rowLabels, rowCount }: FigureTable,
  numbered: readonly boolean[],
): ReadonlySet<number> {
  const areas = numbered.includes(true) ? numbered : rowLabels.map((label) => !isSentence(label));
  const last = areas.lastIndexOf(true);
  if (last === -1 || last === rowCount - 1) return new Set();
  const filled = Array.from({ length: rowCount }, () => 0);
  for (const { states } of columns.values())
    states.forEach((state, at) => {
      if (state !== 'missing') filled[at] = (filled[at] ?? 0) + 1;
    });
  const least = smallest(filled.filter((_, at) => areas[at] === true));
  const below = Array.from({ length: rowCount - 1 - last }, (_, at) => last + 1 + at);
  return new Set(below.filter((row) => isSentence(rowLabels[row] ?? '') && (filled[row] ?? 0) * 2 <= least));
}

/** So many words as no name has, and not the kind of an area before them. */
export function isSentence(label: string): boolean {
  const words = foldMarks(label).trim();
  return !KIND_OF_AREA.test(words) && words.split(/\s+/u).length >= WORDS_OF_NOTE;
}

const NAMED = 6;

/** "Số thôn:", "*" where the others have their number: the words of a note, or its mark. */
const NOTE_AHEAD = /^(?:\*+|.*\p{L}{2}.*:)$/u;
/** "(1)" where the others write "1": the mark of a footnote. */
const FOOTNOTE_MARK = /^\(\d{1,2}\)$/u;

export function notAreas(
  table: FigureTable,
  form: FormDefinition,
  subject: { readonly unit?: string; readonly period?: string },
  { isNumbered, ahead, isApart }: BesideNames,
): Finding | undefined {
  if (form.totalLabel === undefined) return undefined;
  const marked = table.sheetRows.map((_, row) => FOOTNOTE_MARK.test(ahead(row)));
  const isPlain = marked.filter((one) => !one).length > table.rowCount / 2;
  const numbered = table.sheetRows.map((_, row) => isNumbered(row) && !(isPlain && marked[row] === true));
  const most = numbered.filter((one) => one).length * 2 > table.rowCount;
  const notes = most || !numbered.includes(true) ? notesBelow(table, numbered) : new Set<number>();
  const parts = partsOfAbove(table, numbered, { ahead, isApart });
  const blocks = hasBlocks(table.rowLabels);
  const found = table.rowLabels.flatMap((label, row) => {
    const text = cleanText(label).normalize('NFC').toLowerCase();
    const words = foldMarks(text);
    const odd = most && numbered[row] === false;
    const isNone =
      namesNoArea(label, numbered[row] === true) ||
      namesBody(label, numbered[row] === true || !numbered.includes(true), blocks) ||
      (most && NOTE_AHEAD.test(ahead(row))) ||
      (odd && UNNUMBERED.test(words)) ||
      notes.has(row) ||
      parts.has(row) ||
      (MEAN.test(words) && isMean(table, row));
    return isNone ? [{ label, row }] : [];
  });
  const [first] = found;
  if (first === undefined) return undefined;
  return finding('layout/rows-no-area', namePlace(table, form, first.row), whatRowsSay(table, form, found), {
    ...subject,
    form: form.id,
    fields: [...table.columns.keys()],
    // What is blank in them need not be filled: no rule asks for it where it has been told.
    related: [
      ...found.slice(1).map(({ row }) => namePlace(table, form, row)),
      ...found.flatMap(({ row }) => blanksOf(table, row)),
    ],
  });
}

/** Rows that bear the name of an institution and the number of an area. */
export function perhapsBodies(
  table: FigureTable,
  form: FormDefinition,
  subject: { readonly unit?: string; readonly period?: string },
  { isNumbered }: Pick<BesideNames, 'isNumbered'>,
): Finding | undefined {
  if (form.totalLabel === undefined) return undefined;
  const numbered = table.rowLabels.map((_, row) => isNumbered(row));
  const found = table.rowLabels.flatMap((label, row) =>
    perhapsBody(label, numbered[row] === true || !numbered.includes(true)) ? [{ label, row }] : [],
  );
  const [first] = found;
  if (first === undefined) return undefined;
  const at = namePlace(table, form, first.row);
  return finding('layout/perhaps-bodies', at, whatRowsSay(table, form, found), { ...subject, form: form.id });
}

/** What a finding about rows says of them. */
const whatRowsSay = (
  { sheetRows }: FigureTable,
  form: FormDefinition,
  found: readonly { readonly label: string; readonly row: number }[],
) => ({
  form: form.sheet,
  count: found.length,
  area: form.rowUnit ?? 'dòng số liệu',
  rows: listed(
    found.map(({ label, row }) => `“${inner(shortened(label))}” (dòng ${sheetRows[row] ?? 0})`),
    'dòng',
    NAMED,
  ),
});

function blanksOf(table: FigureTable, row: number): readonly SourceRef[] {
  return [...table.columns.values()].flatMap((column) =>
    column.states[row] === 'missing' ? [figurePlace(table, column, row)] : [],
  );
}
