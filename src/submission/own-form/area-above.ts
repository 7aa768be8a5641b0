/**
 * The one area of a list of households that has no column for it: "Thôn: Phấn Động" above the table, "DANH SÁCH … THÔN
 * PHẤN ĐỘNG NĂM 2024", or the name of the sheet.
 */
import { cleanText, foldLabel, foldMarks, upperFirst } from '../../values/vietnamese-text.js';
import { cellAddress } from '../../values/cell-address.js';
import { isAreaHeader } from '../layout/area-header.js';
import type { LocatedTable, OwnSheet } from '../layout/own-sheet.js';
import { besideOf, gridOf } from '../layout/sheet-grid.js';
import { ANY_AREA_KIND } from '../../units/names/area-kinds.js';
import { isBlankText } from './form-slots.js';

export interface AreaAbove {
  readonly name: string;
  /** The cell that says so; absent where the name of the sheet does. */
  readonly cell?: string;
}

/** A kind, its name, and what may follow it in a title. */
const NAMED = new RegExp(
  String.raw`(?<!\p{L})(?<kind>${ANY_AREA_KIND})(?<gap>\s*:\s*|\s+)(?<name>[^,;:()–]+?)(?=\s*(?:[,;:()–]|\s-\s|\s(?:xã|phường|thị trấn|đặc khu|huyện|năm|kỳ|đợt|6 tháng|ngày|tổng số|số hộ)(?!\p{L})|$))`,
  'giu',
);
/** A longer text is no title. */
const LONGEST = 200;

/** Words that make another word of the kind behind them: "biên bản", "đặc khu", "nông thôn", "số thôn", "trưởng thôn". */
const NO_KIND_AFTER: Readonly<Record<string, string>> = {
  any: 'nông|số|các|những|mỗi|từng|toàn|cấp|liên|trưởng|phó',
  bản: 'biên|văn|kịch|phiên|cơ|căn|nguyên|ấn|nhật|xuất|tư',
  khu: 'đặc|quân|chiến|phân',
  tổ: 'giỗ',
  sóc: 'chăm',
};
/** Words that follow a kind and begin no name: "thôn văn hóa", "bản tổng hợp", "tổ chức", "khu vực", "khối thi đua". */
const NO_NAME: Readonly<Record<string, string>> = {
  any: 'văn hóa|văn minh|tiêu biểu|kiểu mẫu|xuất sắc|tiên tiến|điển hình|thông minh|tự quản|nông thôn|đạt|của|thuộc|cấp|trên địa bàn|trong xã|trong phường|trong toàn|trong năm|xã|phường|thị trấn|đặc khu|huyện|tỉnh|tổ dân phố|khu dân cư|họp|bình xét|đăng ký|đề nghị|tham gia|cam kết|tổng hợp|tổng số|số hộ|số lượng|ngày',
  bản: 'trình|thân|sao|chính|gốc|kê|khai|tự|báo cáo|thuyết minh|quyền|ghi|nhận xét|đề xuất|kiểm điểm|kiểm kê|đánh giá|thỏa thuận|thống kê|tóm tắt|giải trình|danh sách|chi tiết|công bố|xác nhận|mô tả|phân công|góp ý|kết quả|chấm điểm|tổng kết|kế hoạch|hướng dẫn|theo dõi|yêu cầu|chỉ đạo|vận động|công tác|chấp hành|thường vụ|quản lý|tổ chức',
  tổ: 'chức|quốc|dân phố|trưởng|viên|phó|công tác|giúp việc|thư ký|hòa giải|bầu cử|hợp tác|bảo vệ|an ninh|công nghệ|tuyên truyền|kiểm tra|thẩm định|khảo sát|truyền thông|chấm điểm|phụ nữ|đoàn kết|tiết kiệm|vay vốn',
  khu: 'vực|dân cư|phố|di tích|thể thao|vui chơi|công nghiệp|du lịch|kinh tế|vườn|chế xuất|vệ sinh|trung tâm|bảo tồn|sinh thái|hành chính|thương mại',
  khối: 'phố|đại đoàn kết|thi đua|mặt trận|lượng|lớp|cơ quan|các|đoàn thể|đảng|chính quyền|doanh nghiệp|trường',
  làng: 'nghề',
  buôn: 'bán|làng',
};
/** "120 hộ gia đình", "12 thôn", "95%". */
const COUNT =
  /^[\d.,/]+\s*(?:(?:hộ|người|khẩu|nhân khẩu|gia đình|nhà)(?:\s+\p{L}+){0,3}|thôn|tổ|bản|ấp|làng|xóm|khu|khu phố|tổ dân phố|%)$/iu;
/** "Tổng số hộ của thôn: 120" says how many, not which. */
const SAYS_HOW_MANY = /(?<!\p{L})số\s+(?:hộ|người|nhân khẩu|khẩu|gia đình|lượng|dân)(?!\p{L})[^,;()–]*$/iu;

/** A name in a line, where it stands; `isLabel`: the line is there to say it, "Thôn: Đông" or "Thôn Đông, xã …". */
interface NamedArea {
  readonly name: string;
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly isLabel: boolean;
}

/** Every area that the lines above the table name, or the sheet's own name; one is what a list needs. */
export function areasAbove({ sheet }: OwnSheet, { firstRow }: LocatedTable): readonly AreaAbove[] {
  const grid = gridOf(sheet);
  const lines = grid.rows
    .filter((row) => row < firstRow)
    .flatMap((row) =>
      grid.inRow(row).map(({ kind, raw, column }) => {
        if (kind !== 'text' || raw.length > LONGEST) return { areas: [], cell: '' };
        // "Thôn:" and its name in the next cell are one line.
        const line = isLabelAlone(raw) ? `${raw} ${besideOf(grid, row, column)}` : raw;
        const text = cleanText(line).slice(0, LONGEST);
        return { areas: areasIn(text), cell: cellAddress(row, column) };
      }),
    );
  const labels = lines.filter(({ areas }) => areas.some(({ isLabel }) => isLabel));
  const found = new Map<string, AreaAbove>();
  for (const { areas, cell } of labels.length > 0 ? labels : lines)
    for (const { name } of areas) if (!found.has(foldMarks(name))) found.set(foldMarks(name), { name, cell });
  if (found.size === 0 && isAreaSheet(sheet.name)) return [{ name: capitalised(cleanText(sheet.name)) }];
  return [...found.values()];
}

/** "I. Thôn Phú Trên (25 hộ)": a line between rows that names the area of those below it. */
export function areaOfBand(text: string): { readonly name: string; readonly kind: string } | undefined {
  const line = text.length > LONGEST ? '' : cleanText(text).replace(NUMBERED, '');
  const kind = kindOf(line);
  if (kind === '') return undefined;
  // "Thôn ……": nobody wrote which.
  if (isBlankText(line.slice(kind.length).replace(/^\s*:/u, ''))) return { name: '', kind };
  const [area, other] = areasIn(line);
  return area === undefined ||
    other !== undefined ||
    !area.isLabel ||
    !/^\s*(?:[,:;(–-].*)?$/u.test(line.slice(area.end))
    ? undefined
    : { name: area.name, kind };
}
const NUMBERED = /^(?:[IVX]+|\d{1,2}|[A-Z])\s*[.):/-]\s*/u;
const KIND_FIRST = new RegExp(String.raw`^${ANY_AREA_KIND}(?!\p{L})`, 'iu');

/** "Thôn" of "Thôn Đông". */
export const kindOf = (name: string): string => (KIND_FIRST.exec(name)?.[0] ?? '').toLowerCase();

/** A part of an area rather than one: "tổ 2, thôn Đông". */
export const isPartKind = (kind: string): boolean => /^(?:tổ|xóm|khu)$/iu.test(kind);

/** The area in an address: "Số 5, tổ 2, thôn Đông"; undefined where it names none, or two. */
export function areaInAddress(text: string): string | undefined {
  const areas = text.length > LONGEST ? [] : areasIn(cleanText(text));
  const wholes = areas.filter(({ kind }) => !isPartKind(kind));
  const named = wholes.length === 0 ? areas : wholes;
  return named.length === 1 ? named[0]?.name : undefined;
}

const isLabelAlone = (text: string): boolean => /:\s*$/u.test(text);

/** Names of sheets are often typed without marks or capitals: "Thon Tay". */
function isAreaSheet(name: string): boolean {
  if (!isAreaHeader(name)) return false;
  const text = cleanText(name);
  if (beginsWithKind(text)) return areasIn(text.toUpperCase()).length > 0;
  const folded = foldMarks(text);
  return !Object.entries(NO_NAME).some(([kind, words]) =>
    words.split('|').some((word) => {
      const [first = '', ...rest] = folded.split(' ');
      return (kind === 'any' || first === foldMarks(kind)) && beginsWith(rest.join(' '), foldMarks(word));
    }),
  );
}

/** With the marks of the kind. */
function beginsWithKind(text: string): boolean {
  NAMED.lastIndex = 0;
  return NAMED.exec(text)?.index === 0;
}

/** Dots where the name of the next area is to be written. */
export const BLANK_NAME = '……………';

/** The line without the names of the areas in it: "Thôn: ……………". */
export function withoutAreas(line: string): string {
  const text = line.normalize('NFC');
  const areas = text.length > LONGEST ? [] : areasIn(text);
  return areas.length === 0
    ? line
    : areas.reduceRight((left, { start, end }) => left.slice(0, start) + BLANK_NAME + left.slice(end), text);
}

/** What is left of the cell beside "Thôn:"; undefined where it names no area. */
export function besideWithoutArea(label: string, beside: string): string | undefined {
  const before = `${label.normalize('NFC')} `;
  const line = before + beside.normalize('NFC');
  const left = isLabelAlone(label) ? withoutAreas(line) : line;
  return left === line || !left.startsWith(before) ? undefined : left.slice(before.length);
}

function areasIn(text: string): readonly NamedArea[] {
  const found: NamedArea[] = [];
  let from = 0;
  for (;;) {
    NAMED.lastIndex = from;
    const match = NAMED.exec(text);
    if (match === null) return found;
    const { kind = '', gap = '', name = '' } = match.groups ?? {};
    const start = match.index + kind.length + gap.length;
    const before = text.slice(0, match.index);
    const hasColon = gap.includes(':');
    if (isName(before, kind, hasColon, name, text.slice(start))) {
      const end = start + name.length;
      found.push({
        name: capitalised(`${upperFirst(kind)} ${name.trim()}`),
        kind: kind.toLowerCase(),
        start,
        end,
        isLabel: hasColon || !/[\p{L}\d]/u.test(before),
      });
      from = end;
    } else from = match.index + kind.length;
  }
}

/** `rest`: the line from the name on. */
function isName(before: string, kind: string, hasColon: boolean, name: string, rest: string): boolean {
  if (isBlankText(name) || !/^[\p{Lu}\d]/u.test(name.replace(/^số (?=\d)/iu, ''))) return false;
  if (COUNT.test(name.trim()) || (hasColon && /^[\d.,/\s]+$/u.test(name) && SAYS_HOW_MANY.test(before)))
    return false;
  // "Thôn: Thôn Đông" says its kind twice.
  if (hasColon && beginsWith(foldLabel(rest), foldLabel(kind))) return false;
  const last = /\p{L}+(?=\s+$)/u.exec(before)?.[0];
  if (last !== undefined && wordsOf(NO_KIND_AFTER, kind).includes(foldLabel(last))) return false;
  // A label leaves no doubt that a name follows: "Bản: Sao".
  const words = wordsOf(NO_NAME, hasColon ? 'any' : kind);
  return !/^năm\s+\d/iu.test(rest) && !words.some((word) => beginsWith(foldLabel(rest), word));
}

const wordsOf = (words: Readonly<Record<string, string>>, kind: string): readonly string[] =>
  [words['any'], words[kind.toLowerCase()]].flatMap((some) => some?.split('|').map(foldLabel) ?? []);

const beginsWith = (text: string, word: string): boolean =>
  text.startsWith(word) && !/^[\p{L}\p{M}]/u.test(text.slice(word.length));

/** "THÔN PHẤN ĐỘNG" as a name is written; what is not in capitals stays as it is. */
const capitalised = (text: string): string =>
  text === text.toUpperCase() && /\p{L}{2}/u.test(text)
    ? text.toLowerCase().replaceAll(/(?<=^|\s)\p{L}/gu, (letter) => letter.toUpperCase())
    : text;
