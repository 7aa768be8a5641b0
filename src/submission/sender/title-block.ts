/**
 * What the lines above a table say of its sender and period: "UBND XÃ AN BÌNH", "Năm 2024". Used where a workbook has
 * no Thông tin, and to notice a sheet that was copied from another unit or another year.
 */
import { cellAddress } from '../../values/cell-address.js';
import { cleanText, foldMarks } from '../../values/vietnamese-text.js';
import { monthSaid, periodsSaid, type MonthSaid, type PeriodsSaid } from './period-text.js';
import type { SheetGrid } from '../layout/sheet-grid.js';
import { defined } from '../../values/defined.js';

export interface TitleStatement {
  readonly text: string;
  readonly cell: string;
}

export interface TitleBlock {
  /** Units named with their type word, with the code when one stands beside. */
  readonly units: readonly (TitleStatement & { readonly name: string; readonly code?: string })[];
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
  /^(?:ubnd|uy ban nhan dan|(?:ban chi dao|bcd)(?: phong trao)?(?: ["“”']?(?:toan dan doan ket xay dung doi song van hoa|tdđ?kxdđ?sđ?d?vh|td\S{2,12})["“”']?)?|don vi(?: bao cao| gui)?|ten don vi|bieu cua|cua)\s*:?\s*/u;
/** "UBND XÃ AN BÌNH" and "BAN CHỈ ĐẠO PHONG TRÀO" on two lines of one cell. */
const SECOND_OFFICE =
  /\n\s{0,99}(?=(?:ban|phòng|ủy ban|uỷ ban|hội|đảng|cộng h(?:òa|oà)|số|văn phòng)[\s:])/giu;
const COMMUNE = /^(?:xa|phuong|thi tran|dac khu|tt\.|p\.|x\.)\s*\S/u;
const PERIOD_LABEL = /^(?:ky bao cao|nam bao cao|nam|ky)\s*:?$/u;
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
      if (said.unit !== undefined) units.push({ ...at, ...said.unit });
      if (said.periods !== undefined) periods.push({ ...at, ...said.periods });
      const month = said.periods === undefined ? monthSaid(text) : undefined;
      if (month !== undefined) months.push({ ...at, ...month });
    }
  }
  return { units, periods, lines, ...(months.length === 0 ? {} : { months }) };
}

/** What one line of a title says of its sender and period. */
export interface LineSays {
  readonly unit?: { readonly name: string; readonly code?: string };
  readonly periods?: PeriodsSaid;
}

/** `text`: the clean text of the cell at `row` and `column`. */
export function lineSays(grid: SheetGrid, text: string, row: number, column: number): LineSays {
  const line = PERIOD_LABEL.test(foldMarks(text)) ? `${text} ${besideOf(grid, row, column)}` : text;
  return defined({ unit: unitIn(text), periods: periodsSaid(line) });
}

/** What stands right of a label: "Kỳ báo cáo:" and 2024 in two cells. */
const besideOf = (grid: SheetGrid, row: number, column: number): string =>
  grid.inRow(row).find((cell) => cell.column > column)?.raw ?? '';

/** "Tên xã:", "Xã, thị trấn:", "Đơn vị báo cáo:": what follows the colon is a commune, also without its kind. */
const LABEL =
  /^(?:ten\s+(?=don vi|xa|phuong|thi tran|dac khu)|cap\s+)?(?:don vi(?:\s+(?:bao cao|gui|lap(?:\s+bieu)?|cap xa)|\s*\(xa\))?|dia phuong|(xa|phuong|thi tran|dac khu)((?:\s*[,/(-]\s*(?:xa|phuong|thi tran|dac khu|tt)\b)*\s*\)?))\s*:\s*/u;
/** Kinds of unit above a commune, and what figures are counted in. */
const NO_COMMUNE =
  /^(?:huyen|quan|tinh|thanh pho|tp|thi xa|tx)\b|^(?:ho|nguoi|thon|dong|trieu|nghin|ngan|ty|%|cai|don vi)\b/u;
/** What stands for a line to write on. */
const LEADERS = /(?:\.{2,}|…|_{2,})[.…_\s]{0,200}/gu;

/** "UBND XÃ AN BÌNH, HUYỆN …" names xã An Bình; a bare name with neither kind nor label is no statement. */
function unitIn(line: string): { readonly name: string; readonly code?: string } | undefined {
  const code = CODE.exec(line)?.[1];
  const text = cleanText(line.replace(CODE, ' ').replace(LEADERS, ' '));
  const folded = foldMarks(text);
  // Folding keeps the number of letters, so that the lead may be cut from the text itself.
  const after = (length: number): string => (folded.length === text.length ? text.slice(length) : text);
  const label = LABEL.exec(folded);
  const name = label === null ? plainName(after(LEAD.exec(folded)?.[0].length ?? 0)) : labelled(label, after);
  return name === undefined ? undefined : { name, ...defined({ code }) };
}

/** The first thing that a line says. */
const firstOf = (text: string): string => cleanText(text.split(/[,;]| - /u)[0] ?? '');

function plainName(text: string): string | undefined {
  const name = firstOf(text);
  return COMMUNE.test(foldMarks(name)) ? name : undefined;
}

/** "Xã: An Bình" keeps its kind; "Xã, phường: An Bình" and "Đơn vị báo cáo: An Bình" have none to keep. */
function labelled(label: RegExpExecArray, after: (length: number) => string): string | undefined {
  const [whole, kind, kinds = ''] = label;
  const name = firstOf(after(whole.length));
  const folded = foldMarks(name);
  if (COMMUNE.test(folded)) return name;
  if (name === '' || NO_COMMUNE.test(folded) || /^\d/u.test(folded) || /^don vi\s*:/u.test(whole))
    return undefined;
  return kind === undefined || kinds.trim() !== '' ? name : `${KINDS[kind] ?? ''} ${name}`;
}

const KINDS: Readonly<Record<string, string>> = {
  xa: 'Xã',
  phuong: 'Phường',
  'thi tran': 'Thị trấn',
  'dac khu': 'Đặc khu',
};
