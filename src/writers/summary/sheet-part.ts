/** Puts the body into a sheet that exceljs wrote: style numbers from the sample lines, rows in their place, links. */
import type { Table, TableRow } from '../../model.js';
import { cellAddress } from '../../values/cell-address.js';
import { escapeXml } from '../xml-text.js';
import type { CellContent, FormulaPlace } from './live-formulas.js';
import { nameColumn, outlineLevels, type RowLinks } from './row-links.js';
import { rowsXml, type BodyRow } from './row-writer.js';
import { sheetCell } from './sheet-cells.js';
import { sampledRoles } from './sheet-frame.js';
import { linesIn, type SheetPlan } from './sheet-plan.js';
import { LINE_HEIGHT } from './sheet-styles.js';

const ROW = /<row r="(\d+)"[^>]*?(?:\/>|>.*?<\/row>)/gsu;
const STYLED_CELL = /<c r="[A-Z]+\d+" s="(\d+)"/gu;

/** Characters of a column's width that its text does not use. */
const CELL_MARGIN = 2;
const MOST_LINES = Math.floor(409 / LINE_HEIGHT);

export interface SheetBody {
  readonly table: Table;
  readonly plan: SheetPlan;
  readonly rateDecimals: number;
  /** Final names of sheets by the name tables use, for links. */
  readonly sheetNames: ReadonlyMap<string, string>;
  /** Links of whole rows, on the cell that names them. */
  readonly rowLinks: RowLinks;
}

/** The whole part again, with its body. */
export function withBody(xml: string, body: SheetBody): Uint8Array<ArrayBuffer> {
  const { table, plan } = body;
  const roles = sampledRoles(table);
  const styles = new Map<TableRow['role'], readonly number[]>();
  let before = '';
  let after = '';
  for (const [row, number] of xml.matchAll(ROW)) {
    const at = Number(number);
    const role = at < plan.firstBody ? undefined : roles[at - plan.firstBody];
    if (role !== undefined)
      styles.set(
        role,
        [...row.matchAll(STYLED_CELL)].map((match) => Number(match[1])),
      );
    else if (at < plan.firstBody) before += row;
    else after += row;
  }
  const [head = '', rest = ''] = xml.split(/<sheetData>.*<\/sheetData>|<sheetData\/>/su);
  const encoder = new TextEncoder();
  const chunks = [
    encoder.encode(`${withOutline(withDimension(head, table, plan), table)}<sheetData>${before}`),
    ...Array.from(rowsXml(bodyRows(body, styles)), (chunk) => encoder.encode(chunk)),
    encoder.encode(`${after}</sheetData>${withoutWarnings(withLinks(rest, body), table, plan)}`),
  ];
  return joined(chunks);
}

function* bodyRows(
  body: SheetBody,
  styles: ReadonlyMap<TableRow['role'], readonly number[]>,
): Generator<BodyRow> {
  const { table, plan, rateDecimals } = body;
  const levels = outlineLevels(table);
  const place: FormulaPlace = { table, firstRow: plan.firstBody, rateDecimals };
  for (const [index, { role }] of table.rows.entries()) {
    const cells: CellContent[] = table.columns.map((_, column) => sheetCell(place, index, column));
    const lines = role === 'section' ? 1 : wrappedLines(cells, plan.widths);
    yield {
      row: plan.firstBody + index,
      cells,
      styles: styles.get(role) ?? [],
      outline: levels[index] ?? 0,
      ...(lines === 1 ? {} : { height: lines * LINE_HEIGHT }),
    };
  }
}

/** Lines of the tallest cell; Excel shows rows of at most 409 points. */
function wrappedLines(cells: readonly CellContent[], widths: readonly number[]): number {
  let most = 1;
  for (const [index, cell] of cells.entries()) {
    if (cell.kind !== 'text') continue;
    const width = (widths[index] ?? 0) - CELL_MARGIN;
    if (cell.text.length <= width && !cell.text.includes('\n')) continue;
    let lines = 0;
    for (const line of cell.text.split('\n')) lines += linesIn(line, width);
    if (lines > most) most = lines;
  }
  return Math.min(most, MOST_LINES);
}

const withDimension = (head: string, table: Table, plan: SheetPlan): string => {
  const last = table.notes.length === 0 ? plan.lastBody : plan.firstNote + table.notes.length - 1;
  return head.replace(
    /<dimension ref="[^"]*"\/>/u,
    `<dimension ref="A1:${cellAddress(last, table.columns.length)}"/>`,
  );
};

/** Sums stand above their lines. exceljs would put this mark after the page setup, where the schema does not want it. */
const withOutline = (head: string, table: Table): string =>
  outlineLevels(table).some((level) => level > 0)
    ? head.replace('<sheetPr>', '<sheetPr><outlinePr summaryBelow="0"/>')
    : head;

/** Links inside the workbook; the schema wants them before print options and margins. */
function withLinks(rest: string, { table, plan, sheetNames, rowLinks }: SheetBody): string {
  let links = '';
  const named = nameColumn(table);
  const put = (row: number, column: number, location: string): void => {
    links += `<hyperlink ref="${cellAddress(plan.firstBody + row, column + 1)}" location="${escapeXml(location)}"/>`;
  };
  for (const [index, row] of table.rows.entries()) {
    for (const [column, cell] of row.cells.entries()) {
      if (cell.kind !== 'text') continue;
      const sheet = cell.link === undefined ? undefined : sheetNames.get(cell.link.sheet);
      const rows = column === named ? rowLinks.get(index) : undefined;
      if (cell.link !== undefined && sheet !== undefined)
        put(index, column, `'${sheet.replaceAll("'", "''")}'!${cell.link.cell}`);
      else if (rows !== undefined) put(index, column, rows);
    }
  }
  if (links === '') return rest;
  return rest.replace(/(?=<(?:printOptions|pageMargins)\b)/u, `<hyperlinks>${links}</hyperlinks>`);
}

/** Codes and ordinal numbers are text on purpose; Excel shall not mark each of them. */
function withoutWarnings(rest: string, table: Table, plan: SheetPlan): string {
  if (table.rows.length === 0) return rest;
  const area = `A${plan.firstBody}:${cellAddress(plan.lastBody, table.columns.length)}`;
  const ignored = `<ignoredErrors><ignoredError sqref="${area}" numberStoredAsText="1"/></ignoredErrors>`;
  return rest.replace('</worksheet>', `${ignored}</worksheet>`);
}

function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(chunks.reduce((total, chunk) => total + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
