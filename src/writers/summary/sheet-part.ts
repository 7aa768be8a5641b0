/** Puts the body into a sheet that exceljs wrote: style numbers from the sample lines, rows in their place, links. */
import type { LongTable, TableRow } from '../../model.js';
import { cellAddress } from '../../values/cell-address.js';
import { escapeXml } from '../xml-text.js';
import type { CellContent, FormulaPlace } from './live-formulas.js';
import { nameColumn, type RowLink } from './row-links.js';
import { rowsXml, type BodyRow } from './row-writer.js';
import { sheetCell } from './sheet-cells.js';
import { linesIn, type SheetPlan } from './sheet-plan.js';
import { LINE_HEIGHT } from './sheet-styles.js';
import type { TableSurvey } from './table-survey.js';

const ROW = /<row r="(\d+)"[^>]*?(?:\/>|>.*?<\/row>)/gsu;
const STYLED_CELL = /<c r="[A-Z]+\d+" s="(\d+)"/gu;

/** Characters of a column's width that its text does not use. */
const CELL_MARGIN = 2;
const MOST_LINES = Math.floor(409 / LINE_HEIGHT);

export interface SheetBody {
  readonly table: LongTable;
  readonly plan: SheetPlan;
  readonly survey: TableSurvey;
  readonly rateDecimals: number;
  /** Final names of sheets by the name tables use, for links. */
  readonly sheetNames: ReadonlyMap<string, string>;
  /** Links of whole rows, on the cell that names them. */
  readonly rowLink: RowLink;
}

/** The whole part again, with its body, in pieces. */
export function* withBody(xml: string, body: SheetBody): Generator<string> {
  const { table, plan, survey } = body;
  const styles = new Map<TableRow['role'], readonly number[]>();
  let before = '';
  let after = '';
  for (const [row, number] of xml.matchAll(ROW)) {
    const at = Number(number);
    const role = at < plan.firstBody ? undefined : survey.roles[at - plan.firstBody];
    if (role !== undefined)
      styles.set(
        role,
        [...row.matchAll(STYLED_CELL)].map((match) => Number(match[1])),
      );
    else if (at < plan.firstBody) before += row;
    else after += row;
  }
  const [head = '', rest = ''] = xml.split(/<sheetData>.*<\/sheetData>|<sheetData\/>/su);
  const links: string[] = [];
  yield `${withOutline(withDimension(head, table, plan), survey)}<sheetData>${before}`;
  yield* rowsXml(bodyRows(body, styles, links));
  yield `${after}</sheetData>${withoutWarnings(withLinks(rest, links), table, plan)}`;
}

/** `links` takes those of the rows that were made. */
function* bodyRows(
  body: SheetBody,
  styles: ReadonlyMap<TableRow['role'], readonly number[]>,
  links: string[],
): Generator<BodyRow> {
  const { table, plan, survey, rateDecimals } = body;
  const { columns } = table;
  const held = Array.isArray(table.rows) ? (table.rows as readonly TableRow[]) : table.rows.whole?.();
  const rows = held ?? table.rows;
  const lines = held ?? [];
  const place: FormulaPlace = { table, lines, firstRow: plan.firstBody, rateDecimals };
  const named = nameColumn(table);
  let index = 0;
  for (const row of rows) {
    const at = index;
    const cells: CellContent[] = columns.map((_, column) => sheetCell(place, row, at, column));
    const height = row.role === 'section' ? 1 : wrappedLines(cells, plan.widths);
    linksOf(body, row, plan.firstBody + at, named, links);
    yield {
      row: plan.firstBody + at,
      cells,
      styles: styles.get(row.role) ?? [],
      outline: survey.levels.get(at) ?? 0,
      ...(height === 1 ? {} : { height: height * LINE_HEIGHT }),
    };
    index += 1;
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

const withDimension = (head: string, table: LongTable, plan: SheetPlan): string => {
  const last = table.notes.length === 0 ? plan.lastBody : plan.firstNote + table.notes.length - 1;
  return head.replace(
    /<dimension ref="[^"]*"\/>/u,
    `<dimension ref="A1:${cellAddress(last, table.columns.length)}"/>`,
  );
};

/** Sums stand above their lines. exceljs would put this mark after the page setup, where the schema does not want it. */
const withOutline = (head: string, { levels }: TableSurvey): string =>
  levels.size > 0 ? head.replace('<sheetPr>', '<sheetPr><outlinePr summaryBelow="0"/>') : head;

/** Links of one row inside the workbook. */
function linksOf(
  { sheetNames, rowLink }: SheetBody,
  row: TableRow,
  sheetRow: number,
  named: number,
  links: string[],
): void {
  for (const [column, cell] of row.cells.entries()) {
    if (cell.kind !== 'text') continue;
    const sheet = cell.link === undefined ? undefined : sheetNames.get(cell.link.sheet);
    const location =
      cell.link !== undefined && sheet !== undefined
        ? `'${sheet.replaceAll("'", "''")}'!${cell.link.cell}`
        : column === named
          ? rowLink(row)
          : undefined;
    if (location !== undefined)
      links.push(`<hyperlink ref="${cellAddress(sheetRow, column + 1)}" location="${escapeXml(location)}"/>`);
  }
}

/** The schema wants links before print options and margins. */
const withLinks = (rest: string, links: readonly string[]): string =>
  links.length === 0
    ? rest
    : rest.replace(
        /(?=<(?:printOptions|pageMargins)\b)/u,
        () => `<hyperlinks>${links.join('')}</hyperlinks>`,
      );

/** Codes and ordinal numbers are text on purpose; Excel shall not mark each of them. */
function withoutWarnings(rest: string, table: LongTable, plan: SheetPlan): string {
  if (table.rows.length === 0) return rest;
  const area = `A${plan.firstBody}:${cellAddress(plan.lastBody, table.columns.length)}`;
  const ignored = `<ignoredErrors><ignoredError sqref="${area}" numberStoredAsText="1"/></ignoredErrors>`;
  return rest.replace('</worksheet>', `${ignored}</worksheet>`);
}
