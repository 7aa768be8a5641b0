/**
 * What the lines above a table say of its sender and period: "UBND XÃ AN BÌNH", "Năm 2024". Used where a workbook has
 * no Thông tin, and to notice a sheet that was copied from another unit or another year.
 */
import { cellAddress } from '../../values/cell-address.js';
import { cleanText, foldMarks, remembering } from '../../values/vietnamese-text.js';
import { monthSaid, periodsSaid, type MonthSaid, type PeriodsSaid } from '../layout/period-text.js';
import { besideOf, type SheetGrid } from '../layout/sheet-grid.js';
import { defined } from '../../values/defined.js';

export interface TitleStatement {
  readonly text: string;
  readonly cell: string;
}

/** A unit as one line names it. */
export interface UnitInTitle {
  readonly name: string;
  readonly code?: string;
  /** The name without its kind as it stands there, where the kind is a label: "Xã: An Bình". */
  readonly written?: string;
  /** The district that such a line names as well. */
  readonly district?: string;
  /** What else the line says, which may name another one: "xã Phú An"; "xã miền núi" names none, which only the list of units tells. */
  readonly besides?: readonly string[];
}

export interface TitleBlock {
  /** Units named with their type word, with the code when one stands beside. */
  readonly units: readonly (TitleStatement & UnitInTitle)[];
  readonly periods: readonly (TitleStatement & PeriodsSaid)[];
  /** Every line of the block. */
  readonly lines?: readonly string[];
  /** "Tháng 10 năm 2024": told where no line names a period. */
  readonly months?: readonly (TitleStatement & MonthSaid)[];
}

const LINES = 14;
const CELLS = 40;
const LONGEST = 200;
const LEAD =
  /^(?:ubnd|uy ban nhan dan|dang uy|(?:uy ban|ub|ban thuong truc uy ban) ?(?:mttq|mat tran to quoc)(?: viet nam| vn)?|(?:phong|ban) (?:van hoa|vh)\s*(?:[-–,&]|va)?\s*(?:xa hoi|xh|thong tin|tt)?|(?:ban chi dao|bcd)(?: phong trao)?(?: ["“”']?(?:toan dan doan ket xay dung doi song van hoa|tdđ?kxdđ?sđ?d?vh|td\S{2,12})["“”']?)?|don vi(?: bao cao| gui)?|ten don vi|bieu cua|cua)\s*:?\s*/u;
/** "UBND XÃ AN BÌNH" and "BAN CHỈ ĐẠO PHONG TRÀO" on two lines of one cell. */
const SECOND_OFFICE =
  /\n\s{0,99}(?=(?:ban|phòng|ủy ban|uỷ ban|hội|đảng|cộng h(?:òa|oà)|số|văn phòng)[\s:])/giu;
const COMMUNE = /^(?:xa|phuong|thi tran|dac khu|tt\.|p\.|x\.)\s*\S/u;
const PERIOD_LABEL = /^(?:ky bao cao|nam bao cao|nam|ky)\s*:?$/u;
/** "Xã:" and its name in two cells. */
const KIND_LABEL = /^(?:ten )?(?:xa|phuong|thi tran|dac khu)\s*:?$/u;
/** A line with more cells is no label with its value. */
const MOST_BESIDE = 4;
const CODE = /\(?\s{0,9}(?:mã(?: đơn vị)?|ma)\s*:?\s*(\d{2,5})\s*\)?/iu;

/** Reads the lines above `headerRow`. */
export function titleBlock(grid: SheetGrid, headerRow: number): TitleBlock {
  const units: TitleBlock['units'][number][] = [];
  const periods: TitleBlock['periods'][number][] = [];
  const months: (TitleStatement & MonthSaid)[] = [];
  const lines: string[] = [];
  const rows = grid.rows.slice(0, LINES).filter((row) => row < headerRow);
  for (const row of rows) {
    for (const cell of grid.inRow(row).slice(0, CELLS)) {
      if (cell.kind !== 'text' || cell.raw.length > LONGEST) continue;
      const text = cleanText(cell.raw.replace(SECOND_OFFICE, '; '));
      lines.push(text);
      const at = { text, cell: cellAddress(row, cell.column) };
      const said = lineSays(grid, text, row, cell.column);
      const unit = said.unit ?? underItsDistrict(cell.raw);
      if (unit !== undefined) units.push({ ...at, ...unit });
      if (said.periods !== undefined) periods.push({ ...at, ...said.periods });
      const month = said.periods === undefined ? monthSaid(text) : undefined;
      if (month !== undefined) months.push({ ...at, ...month });
    }
  }
  return { units, periods, lines, ...(months.length === 0 ? {} : { months }) };
}

/** What one line of a title says of its sender and period. */
export interface LineSays {
  readonly unit?: UnitInTitle;
  readonly periods?: PeriodsSaid;
}

/** `text`: the clean text of the cell at `row` and `column`. */
export function lineSays(grid: SheetGrid, text: string, row: number, column: number): LineSays {
  const folded = foldMarks(text);
  // "Kỳ báo cáo:" and 2024 in two cells.
  const besides = (): string => `${text} ${besideOf(grid, row, column)}`;
  const isKind = KIND_LABEL.test(folded) && grid.inRow(row).length <= MOST_BESIDE;
  return defined({
    unit: unitIn(isKind ? besides() : text),
    periods: periodsSaid(PERIOD_LABEL.test(folded) ? besides() : text),
  });
}

/** "Xã:", "Tên xã:": what follows the colon is the name of one. "Đơn vị báo cáo:" leaves the kind to be said. */
const LABEL =
  /^(?:ten\s+(?=don vi|xa|phuong|thi tran|dac khu)|cap\s+)?(?:don vi(?:\s+(?:bao cao|gui|lap(?:\s+bieu)?|cap xa)|\s*\(xa\))?|dia phuong|(xa|phuong|thi tran|dac khu)((?:\s*[,/(-]\s*(?:xa|phuong|thi tran|dac khu|tt)\b)*\s*\)?))\s*:\s*/u;
/** The unit above, which may follow the name of a commune: "- Huyện: Định Quán". */
const ABOVE = /^[\s,;-]*(huyen|quan|thi xa|thanh pho|tp|tinh|h\.|t\.|q\.)\s*:?\s*/u;
/** What else may follow it. */
const BESIDE = /^[\s,;-]*(?:$|nam\b|\(|so\b|ma\b)/u;
/** What stands for a line to write on. */
const LEADERS = /(?:\.{2,}|…|_{2,})[.…_\s]{0,200}/gu;

/** Titles of the files of a run are mostly the same. */
const MOST_LINES = 2_000;

/** "UBND XÃ AN BÌNH, HUYỆN …" names xã An Bình; a name without its kind is no statement. */
const unitIn = remembering(readUnit, MOST_LINES);

function readUnit(line: string): UnitInTitle | undefined {
  const code = CODE.exec(line)?.[1];
  const text = cleanText(line.replace(CODE, ' ').replace(LEADERS, ' '));
  const folded = foldMarks(text);
  // Folding keeps the number of letters, so that the lead may be cut from the text itself.
  if (folded.length !== text.length) return undefined;
  const label = LABEL.exec(folded);
  const rest = text.slice(label?.[0].length ?? 0);
  const said = plainName(withoutLead(rest));
  if (label?.[1] === undefined || label[2]?.trim() !== '' || said !== undefined)
    return said === undefined ? undefined : { ...said, ...defined({ code }) };
  const named = underItsKind(KINDS[label[1]] ?? '', rest);
  return named === undefined ? undefined : { ...named, ...defined({ code }) };
}

/** "Biểu số 1 – Xã An Bình", "Phụ lục I. Xã An Bình"; "Biểu 3 - Xã đạt chuẩn" is what the form is about. */
const FORM_NUMBER =
  /^(?:bieu|phu luc|mau(?: bieu)?|bang)(?: so)?\s*(?:\d{1,2}[a-z]?|[ivx]+)\s*(?:[-–.:]\s*)+(?=\S)/u;
const ABOUT_COMMUNES =
  /^(?:xã|phường|thị trấn|đặc khu) (?:đạt (?:chuẩn|danh hiệu|tiêu chí|văn|nông)|tiêu biểu|văn minh|văn h(?:óa|oá)|nông thôn mới)(?!\p{L})/iu;

/** A kind in its own marks, or in none at all, and a name: "phương hướng" and "xây dựng" begin with none. */
const KIND_AND_NAME = /^(?:xã|phường|thị trấn|đặc khu|xa|phuong|thi tran|dac khu)\s+[\p{L}\d]/iu;
/** The kind at the head of a text, which a colon may follow: "Xã: An Bình". */
const KIND_AHEAD = /^(?:xa|phuong|thi tran|dac khu)\s*[:-]?\s*/u;
/** What ends a name: a sign, the year or half-year of the title, the unit above; "Xã Phú An (cũ)" is no more, and a name of its own. */
const AFTER_NAME =
  /[,;:|]|\s[-–—]\s|\s*\((?!\s*(?:cũ|trước|nay|(?:sáp )?nhập(?! từ)))|\s+(?=(?:(?:năm\s+)?20\d\d|6 tháng)(?![\p{L}\d]))|(?:\s|\s*-\s*)(?=(?:huyện|quận|thị xã|thành phố|tỉnh)\s+(?!(?:huyện|quận|thị xã|thành phố|tỉnh|năm)(?!\p{L}))[\p{L}\d])/iu;
/** "Nơi nhận:": what follows is said of something else than the sender. */
const LABEL_AHEAD = /^[^,;:|(–—-]{1,30}:\s*/u;
const SIGNS_AHEAD = /^[\s,;:|(–—-]+/u;
/** A district that follows a commune; "thành phố" may be a province. */
const DISTRICT_BEHIND = /^(?:huyện|quận|thị xã|h\.|q\.|tx\.)\s*:?\s*(?=[\p{L}\d])/iu;

/** The commune that a text begins with, its district, and what else stands behind it. */
function plainName(text: string): UnitInTitle | undefined {
  const form = FORM_NUMBER.exec(foldMarks(text))?.[0].length ?? 0;
  const [name = '', ...others] = saidInTurn(text.slice(form).normalize('NFC'));
  const folded = foldMarks(name);
  const isCommune = form > 0 ? KIND_AND_NAME.test(name) : COMMUNE.test(folded);
  if (!isCommune || (form > 0 && ABOUT_COMMUNES.test(name))) return undefined;
  const above = others.find((other) => DISTRICT_BEHIND.test(other));
  const besides = others
    .filter((other) => other !== above)
    // "Cửa Đông" begins like "Của xã Phú An".
    .map((other) => (COMMUNE.test(foldMarks(withoutLead(other))) ? withoutLead(other) : other));
  const district = above?.replace(DISTRICT_BEHIND, '');
  return { name, ...defined({ district }), ...(besides.length === 0 ? {} : { besides }) };
}

/** The things that a line says: "UBND xã Phú An", "huyện Tân Phú", "năm 2024", "Nơi nhận: xã Phú Vinh". */
function saidInTurn(text: string): readonly string[] {
  const said: string[] = [];
  for (let rest = text; rest !== '';) {
    const folded = foldMarks(rest);
    const ahead = (COMMUNE.test(folded) ? KIND_AHEAD : LABEL_AHEAD).exec(folded)?.[0].length ?? 0;
    const end = ahead + (AFTER_NAME.exec(rest.slice(ahead))?.index ?? rest.length);
    said.push(cleanText(rest.slice(0, end)));
    rest = rest.slice(end).replace(SIGNS_AHEAD, '');
  }
  return said;
}

/** "UBND TT Tân Phú": behind an office it is no number. */
function withoutLead(text: string): string {
  const lead = LEAD.exec(foldMarks(text))?.[0].length ?? 0;
  return lead === 0 ? text : text.slice(lead).replace(/^TT\s+(?=\p{L})/iu, 'TT. ');
}

const DISTRICT_ALONE =
  /^(?:(?:ubnd|uy ban nhan dan|dang bo|huyen uy)\s+)?(?<name>(?:huyen|quan|thi xa|thanh pho)\s+[^,;:()]{1,40})$/u;
/** What sets apart two names in one cell. */
const BETWEEN_NAMES = /\n|\s-\s|[\s\u00A0]{3,99}/u;

/** "HUYỆN TÂN PHÚ" and, below it or behind a dash, "XÃ DAK LUA": the unit above, and the one that sends. */
function underItsDistrict(raw: string): UnitInTitle | undefined {
  if (!BETWEEN_NAMES.test(raw)) return undefined;
  const [first = '', second = '', ...more] = raw
    .split(BETWEEN_NAMES)
    .map(cleanText)
    .filter((text) => text !== '');
  const folded = foldMarks(first);
  const length = DISTRICT_ALONE.exec(folded)?.groups?.['name']?.length;
  if (length === undefined || more.some((text) => unitIn(text) !== undefined)) return undefined;
  const unit = unitIn(second);
  // Without its kind, as a line that names both says it.
  const district = first.slice(first.length - length).replace(/^(?:huyện|quận|thị xã|thành phố)\s+/iu, '');
  return unit === undefined ? undefined : { district, ...unit };
}

/**
 * Where the unit above may follow without any sign: "Xã: Phú An huyện Tân Phú". A name may end like one, and nothing of its
 * own follows there: "Xã: Tứ Quận huyện Yên Sơn", "Xã: Phước Tỉnh - Huyện: Long Điền".
 */
const BEFORE_ABOVE =
  /[,;]| - | (?=(?:huyện|quận|thị xã|thành phố|tỉnh)\s*:?\s+(?!(?:huyện|quận|thị xã|thành phố|tỉnh|năm)(?!\p{L}))\p{L})/iu;

/** "Xã: Phú An - Huyện: Định Quán"; nothing where more than one commune may be meant. */
function underItsKind(kind: string, text: string): UnitInTitle | undefined {
  const [written, after] = cutAbove(text);
  const above = ABOVE.exec(foldMarks(after));
  if (written === '' || /^\d+$/u.test(written)) return undefined;
  if (above === null && !BESIDE.test(foldMarks(after))) return undefined;
  const isDistrict = above !== null && !/^t(?:inh|\.)/u.test(above[1] ?? '');
  const district = isDistrict ? cutAbove(after.slice(above[0].length))[0] : undefined;
  return { name: `${kind} ${written}`, written, ...defined({ district }) };
}

/** The name that a text begins with, and what follows it. */
function cutAbove(text: string): readonly [string, string] {
  const end = BEFORE_ABOVE.exec(text)?.index ?? text.length;
  return [cleanText(text.slice(0, end)), text.slice(end)];
}

const KINDS: Readonly<Record<string, string>> = {
  xa: 'Xã',
  phuong: 'Phường',
  'thi tran': 'Thị trấn',
  'dac khu': 'Đặc khu',
};
