/**
 * The one area of a list of households that has no column for it: "Thôn: Phấn Động" above the table, "DANH SÁCH … THÔN
 * PHẤN ĐỘNG NĂM 2024", or the name of the sheet.
 */
import { cleanText, foldMarks } from '../../values/vietnamese-text.js';
import { cellAddress } from '../../values/cell-address.js';
import { isAreaHeader } from '../layout/area-header.js';
import type { LocatedTable, OwnSheet } from '../layout/own-sheet.js';
import { gridOf } from '../layout/sheet-grid.js';
import { isBlankText } from './form-slots.js';

export interface AreaAbove {
  readonly name: string;
  /** The cell that says so; absent where the name of the sheet does. */
  readonly cell?: string;
}

/** A kind, its name, and what may follow it in a title; "nông thôn" is none. */
const NAMED =
  /(?<!\p{L}|nông )(?<kind>thôn|tổ dân phố|tdp|khu dân cư|ấp|bản|buôn|bon|làng|xóm|khu phố|khóm|khối phố|khối|tiểu khu|khu|tổ)\s*:?\s+(?<name>[^,;:()–]+?)(?=\s*(?:[,;:()–]|\s-\s|\s(?:xã|phường|thị trấn|đặc khu|huyện|năm|kỳ|đợt|6 tháng)(?!\p{L})|$))/giu;
/** A longer text is no title. */
const LONGEST = 200;
/** What follows such a word and is no name: "thôn văn hóa", "khu dân cư tiêu biểu". */
const NO_NAME =
  /^(?:van hoa|tieu bieu|dat |kieu mau|nong thon|trong |tren |cua |thuoc |cap |to dan pho|moi$)/u;

/** Every area that the lines above the table name, or the sheet's own name; one is what a list needs. */
export function areasAbove({ sheet }: OwnSheet, { firstRow }: LocatedTable): readonly AreaAbove[] {
  const grid = gridOf(sheet);
  const found = new Map<string, AreaAbove>();
  for (const row of grid.rows.filter((one) => one < firstRow)) {
    const cells = grid.inRow(row);
    for (const cell of cells) {
      if (cell.kind !== 'text' || cell.raw.length > LONGEST) continue;
      // "Thôn:" and its name in the next cell are one line.
      const next = cells.find(({ column }) => column > cell.column)?.raw ?? '';
      const text = cleanText(/:\s*$/u.test(cell.raw) ? `${cell.raw} ${next}` : cell.raw).normalize('NFC');
      for (const name of areasIn(text))
        if (!found.has(foldMarks(name)))
          found.set(foldMarks(name), { name, cell: cellAddress(row, cell.column) });
    }
  }
  if (found.size === 0 && isAreaHeader(sheet.name)) return [{ name: capitalised(cleanText(sheet.name)) }];
  return [...found.values()];
}

/** Dots where the name of the next area is to be written. */
export const BLANK_NAME = '……………';

/** The line without the names of the areas in it: "Thôn: ……………". */
export const withoutAreas = (line: string): string =>
  line.normalize('NFC').replaceAll(NAMED, (whole: string, kind: string, name: string) => {
    const at = whole.length - name.length;
    return areasIn(`${kind} ${name}`).length === 0 ? whole : whole.slice(0, at) + BLANK_NAME;
  });

const areasIn = (text: string): readonly string[] =>
  [...text.matchAll(NAMED)].flatMap(({ groups = {} }) => {
    const [kind = '', name = ''] = [groups['kind'], groups['name']?.trim()];
    const isName =
      !isBlankText(name) &&
      !NO_NAME.test(foldMarks(name)) &&
      /^(?:số \d|[\p{Lu}\d])/iu.test(name) &&
      !/^\p{Ll}/u.test(name.replace(/^số /iu, ''));
    return isName ? [capitalised(`${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${name}`)] : [];
  });

/** "THÔN PHẤN ĐỘNG" as a name is written; what is not in capitals stays as it is. */
const capitalised = (text: string): string =>
  text === text.toUpperCase() && /\p{L}{2}/u.test(text)
    ? text.toLowerCase().replaceAll(/(?<=^|\s)\p{L}/gu, (letter) => letter.toUpperCase())
    : text;
