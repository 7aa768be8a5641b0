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
  /** "Tháng 10 năm 2024": told where no line names a period. */
  readonly months?: readonly (TitleStatement & MonthSaid)[];
}

const LINES = 14;
const CELLS = 40;
const LONGEST = 200;
const LEAD =
  /^(?:ubnd|uy ban nhan dan|ban chi dao|don vi(?: bao cao| gui)?|ten don vi|bieu cua|cua)\s*:?\s*/u;
const COMMUNE = /^(?:xa|phuong|thi tran|dac khu|tt\.|p\.|x\.)\s*\S/u;
const PERIOD_LABEL = /^(?:ky bao cao|nam bao cao|nam|ky)\s*:?$/u;
const CODE = /\(?\s{0,9}(?:mã(?: đơn vị)?|ma)\s*:?\s*(\d{2,5})\s*\)?/iu;

/** Reads the lines above `headerRow`. */
export function titleBlock(grid: SheetGrid, headerRow: number): TitleBlock {
  const units: TitleBlock['units'][number][] = [];
  const periods: TitleBlock['periods'][number][] = [];
  const months: (TitleStatement & MonthSaid)[] = [];
  const rows = grid.rows.slice(0, LINES).filter((row) => row < headerRow);
  for (const row of rows) {
    for (const cell of grid.inRow(row).slice(0, CELLS)) {
      if (cell.kind !== 'text' || cell.raw.length > LONGEST) continue;
      const text = cleanText(cell.raw);
      const at = { text, cell: cellAddress(row, cell.column) };
      const said = lineSays(grid, text, row, cell.column);
      if (said.unit !== undefined) units.push({ ...at, ...said.unit });
      if (said.periods !== undefined) periods.push({ ...at, ...said.periods });
      const month = said.periods === undefined ? monthSaid(text) : undefined;
      if (month !== undefined) months.push({ ...at, ...month });
    }
  }
  return { units, periods, ...(months.length === 0 ? {} : { months }) };
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

/** "UBND XÃ AN BÌNH, HUYỆN …" names xã An Bình; a bare name without its type word is no statement. */
function unitIn(text: string): { readonly name: string; readonly code?: string } | undefined {
  const code = CODE.exec(text)?.[1];
  const first = text.replace(CODE, ' ').split(/[,;]| - /u)[0] ?? '';
  const folded = foldMarks(first);
  const lead = LEAD.exec(folded)?.[0].length ?? 0;
  // Folding keeps the number of letters, so that the lead may be cut from the text itself.
  const name = cleanText(folded.length === cleanText(first).length ? cleanText(first).slice(lead) : first);
  if (!COMMUNE.test(foldMarks(name))) return undefined;
  return { name, ...defined({ code }) };
}
