/** Old and other spreadsheets (.xls, .xlsb, .ods) as raw sheets. Runs only in a child process: the library may hang or eat memory. */
import type * as Spreadsheets from '@e965/xlsx';
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import type { LegacyFont, RawCell, RawSheet } from '../../model.js';
import { numberShape, shownNumber, type NumberShape } from '../xlsx/shown-number.js';
import { formatMeaning } from '../xlsx/xlsx-number-format.js';
import { defined } from '../../values/defined.js';

type Library = Pick<typeof Spreadsheets, 'read'>;
/** Fonts of text cells by sheet name and `row,column` (1-based). */
export type FontsOfCells = ReadonlyMap<string, ReadonlyMap<string, LegacyFont>>;

/** Error values as numbers (MS-XLS 2.5.10). */
const ERRORS: ReadonlyMap<unknown, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
]);

/** All sheets with their stored cells. Throws whatever the library throws. */
export function foreignSheets(library: Library, bytes: Uint8Array, fonts: FontsOfCells): readonly RawSheet[] {
  const workbook = library.read(bytes, {
    type: 'buffer',
    dense: true,
    cellNF: true,
    // Hidden rows and columns come with the styles only.
    cellStyles: true,
    cellHTML: false,
    cellText: false,
    sheetStubs: true,
    UTC: true,
  });
  return workbook.SheetNames.flatMap((name, index): RawSheet[] => {
    const sheet = workbook.Sheets[name];
    return sheet === undefined
      ? []
      : [rawSheet(name, sheet, stateOf(workbook, index), workbook, fonts.get(name))];
  });
}

function stateOf(workbook: WorkBook, index: number): RawSheet['state'] {
  const hidden = workbook.Workbook?.Sheets?.[index]?.Hidden;
  return hidden === 2 ? 'veryHidden' : hidden === 1 ? 'hidden' : 'visible';
}

function rawSheet(
  name: string,
  sheet: WorkSheet,
  state: RawSheet['state'],
  workbook: WorkBook,
  fonts: ReadonlyMap<string, LegacyFont> | undefined,
): RawSheet {
  // A chart sheet keeps copies of the figures it draws.
  const isGrid = sheet['!type'] === undefined || sheet['!type'] === 'sheet';
  const rows: readonly (readonly (CellObject | undefined)[] | undefined)[] =
    (isGrid ? sheet['!data'] : undefined) ?? [];
  const cells: RawCell[] = [];
  // Rows and cells that were never written are holes; `forEach` passes over them.
  rows.forEach((row, at) => {
    row?.forEach((cell, column) => {
      const raw = cell === undefined ? undefined : rawCell(cell, at + 1, column + 1);
      if (raw === undefined) return;
      const font = raw.kind === 'text' ? fonts?.get(`${String(raw.row)},${String(raw.column)}`) : undefined;
      cells.push(font === undefined ? raw : { ...raw, legacyFont: font });
    });
  });
  return {
    name,
    state,
    cells,
    merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({
      top: s.r + 1,
      left: s.c + 1,
      bottom: e.r + 1,
      right: e.c + 1,
    })),
    hiddenRows: hiddenPlaces(sheet['!rows']),
    hiddenColumns: hiddenPlaces(sheet['!cols']),
    date1904: workbook.Workbook?.WBProps?.date1904 === true,
  };
}

function hiddenPlaces(lines: readonly ({ hidden?: boolean } | undefined)[] | undefined): readonly number[] {
  const places: number[] = [];
  lines?.forEach((line, index) => {
    if (line?.hidden === true) places.push(index + 1);
  });
  return places;
}

function rawCell(cell: CellObject, row: number, column: number): RawCell | undefined {
  const formula = cell.f !== undefined || cell.F !== undefined;
  const content = contentOf(cell);
  if (content === undefined || (content.raw === '' && !formula))
    return formula
      ? { row, column, kind: 'text', raw: '', ...formulaOf(cell), uncalculated: true }
      : undefined;
  const format = content.kind === 'number' && typeof cell.z === 'string' ? formatMeaning(cell.z) : undefined;
  const shown =
    content.kind === 'number' && typeof cell.z === 'string' && format !== 'date'
      ? shownNumber(shapeOf(cell.z), content.raw)
      : undefined;
  return {
    row,
    column,
    ...content,
    ...(formula ? formulaOf(cell) : {}),
    ...defined({ numberFormat: format, shown }),
  };
}

const shapes = new Map<string, NumberShape>();

function shapeOf(code: string): NumberShape {
  const known = shapes.get(code) ?? numberShape(code);
  shapes.set(code, known);
  return known;
}

/** Formulas of several cells at once are not the formula of one cell. */
const formulaOf = ({ f, F }: CellObject): Pick<RawCell, 'formula' | 'expression'> => ({
  formula: true,
  ...(f === undefined || F !== undefined ? {} : { expression: f }),
});

function contentOf({ t, v, w }: CellObject): Pick<RawCell, 'kind' | 'raw'> | undefined {
  switch (t) {
    case 'n':
      // The shortest text that gives the stored double again; what is no number stays readable as text.
      return typeof v === 'number' && Number.isFinite(v)
        ? { kind: 'number', raw: String(v) }
        : { kind: 'text', raw: String(v) };
    case 's':
      return { kind: 'text', raw: typeof v === 'string' ? v : '' };
    case 'b':
      return { kind: 'boolean', raw: v === true ? '1' : '0' };
    case 'e':
      return { kind: 'error', raw: ERRORS.get(v) ?? w ?? '#N/A' };
    case 'd':
      return { kind: 'text', raw: v instanceof Date ? v.toISOString().slice(0, 10) : String(v) };
    case 'z':
      return undefined;
  }
}
