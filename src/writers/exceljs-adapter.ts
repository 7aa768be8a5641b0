/** The only door to exceljs: loaded when first needed (half a second), its bytes always repacked. */
import type { Workbook, Worksheet } from 'exceljs';
import { joined } from './byte-pieces.js';
import { repackedPieces } from './package-packer.js';
import { xmlText } from './xml-text.js';
import { defined } from '../values/defined.js';

export type {
  Alignment,
  Borders,
  Cell,
  Column,
  DataValidation,
  Fill,
  Font,
  PageSetup,
  Row,
  Style,
  Workbook,
  Worksheet,
} from 'exceljs';

/** An empty workbook that opens on its first sheet. Create visible sheets before hidden ones. */
export async function newWorkbook(): Promise<Workbook> {
  const { default: Workbook } = await import('exceljs/lib/doc/workbook.js');
  const workbook = new Workbook();
  workbook.views = [
    { x: 0, y: 0, width: 28_000, height: 18_000, firstSheet: 0, activeTab: 0, visibility: 'visible' },
  ];
  return workbook;
}

/** Sheet → columns after which a printed page ends; exceljs itself knows row breaks only. */
export type ColumnBreaks = ReadonlyMap<Worksheet, readonly number[]>;

/** What exceljs cannot write, or would hold in memory whole. */
export interface WorkbookEdits {
  readonly columnBreaks?: ColumnBreaks;
  readonly edit?: (part: string, xml: string) => string | Iterable<string>;
}

/** What is repacked need not be packed twice. */
const STORED = { zip: { compression: 'STORE' } } as const;

/** The workbook as XLSX bytes; the same workbook and date give the same bytes. */
export const workbookBytes = async (
  workbook: Workbook,
  date?: string,
  edits: WorkbookEdits = {},
): Promise<Uint8Array> => joined(await workbookPieces(workbook, date, edits));

/** The same, piece by piece. */
export async function workbookPieces(
  workbook: Workbook,
  date?: string,
  { columnBreaks = new Map(), edit = (_part, xml) => xml }: WorkbookEdits = {},
): Promise<Iterable<Uint8Array>> {
  const written = await workbook.xlsx.writeBuffer(STORED);
  const breaks = new Map(
    [...columnBreaks].map(([sheet, columns]) => [`xl/worksheets/sheet${sheet.id}.xml`, columns]),
  );
  return repackedPieces(new Uint8Array(written), {
    ...defined({ date }),
    edit: (part, xml) =>
      part === 'xl/styles.xml'
        ? inTimesNewRoman(xml)
        : edit(part, withColumnBreaks(xml, breaks.get(part) ?? [])),
  });
}

/**
 * The default font also measures the columns; exceljs offers no way to set it. With the font of the texts, columns
 * are as wide in LibreOffice as in Excel.
 */
const inTimesNewRoman = (xml: string): string =>
  xml.replaceAll(
    /<font>(?:(?!<\/font>).)*<name val="Calibri"\/>(?:(?!<\/font>).)*<\/font>/gu,
    '<font><sz val="11"/><color theme="1"/><name val="Times New Roman"/><family val="1"/></font>',
  );

const LAST_ROW = 1_048_575;

/** The schema wants them after the header and footer. */
function withColumnBreaks(xml: string, columns: readonly number[]): string {
  if (columns.length === 0) return xml;
  const marks = columns.map((column) => `<brk id="${column}" max="${LAST_ROW}" man="1"/>`).join('');
  const count = `count="${columns.length}" manualBreakCount="${columns.length}"`;
  return xml.replace('</headerFooter>', `</headerFooter><colBreaks ${count}>${marks}</colBreaks>`);
}

/** Reads a workbook back, for checks of what was written; submissions are read by readers/. */
export async function loadWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const workbook = await newWorkbook();
  // exceljs declares a Buffer type of its own that Node's no longer fits.
  await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  return workbook;
}

const LONGEST_CELL = 32_767;

/**
 * Text that a cell can hold: what XML forbids dropped, `_x0041_` kept literal (Excel would show "A"), cut at
 * Excel's limit.
 */
export const cellText = (text: string): string =>
  xmlText(text)
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')
    .slice(0, LONGEST_CELL);
