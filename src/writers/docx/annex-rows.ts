/**
 * Body rows of annex tables, written as WordprocessingML while the document is packed: the library would hold an object
 * for every element of every cell, a hundred times the text. It makes the table around them with one row that stands
 * for all. The spelling is the library's own; a test holds both equal.
 */
import type { Table, TableCell, TableRow } from '../../model.js';
import { defined } from '../../values/defined.js';
import { halfPoints } from '../decree30-layout.js';
import { amountDigits, placeOf, printedCell } from '../printed-cell.js';
import { escapeXml, xmlText } from '../xml-text.js';
import type { AnnexFit } from './annex-fit.js';
import type { FigureNames } from './figure-bookmarks.js';
import { STYLE } from './styles.js';

/** What the rows of a document share. */
export interface RowContext {
  readonly names: FigureNames;
  /** Id of the next bookmark. */
  readonly nextId: () => number;
  /** A style's id in the document, where that is not this program's. */
  readonly styleId?: (id: string) => string;
}

/** Rows by the number of the row that stands for them. */
export interface HeldRows {
  readonly hold: (table: Table, fit: AnnexFit) => string;
  readonly fill: (xml: string, context: RowContext) => Iterable<string>;
}

/** So many last lines stay with the notes, which never stand alone on a page. */
const KEPT_WITH_NOTES = 2;
/** Strings longer than this are handed on. */
const CHUNK = 1 << 16;
const HELD = 'tdkvh-rows-';
const HELD_STYLE = new RegExp(`<w:pStyle w:val="${HELD}(\\d+)"/>`, 'gu');

/** One per document. `hold` gives the style of the paragraph in the row that stands for the others. */
export function heldRows(): HeldRows {
  const held: (readonly [Table, AnnexFit])[] = [];
  return {
    hold: (table, fit) => `${HELD}${String(held.push([table, fit]) - 1)}`,
    *fill(xml, context) {
      let done = 0;
      for (const found of xml.matchAll(HELD_STYLE)) {
        const rows = held[Number(found[1])];
        // The row itself has no attributes: the library writes none, and text cannot hold a tag.
        yield xml.slice(done, xml.lastIndexOf('<w:tr>', found.index));
        done = xml.indexOf('</w:tr>', found.index) + '</w:tr>'.length;
        if (rows !== undefined) yield* annexRows(rows[0], rows[1], context);
      }
      yield xml.slice(done);
    },
  };
}

const MAIN_PART = 'word/document.xml';

/** Puts the rows into the main part while the package is packed; `styleId` as in RowContext. */
export const rowsInto =
  (held: HeldRows, names: FigureNames, styleId?: RowContext['styleId']) =>
  (part: string, xml: string, bookmarks: number): string | Iterable<string> => {
    if (part !== MAIN_PART) return xml;
    let last = bookmarks;
    return held.fill(xml, { names, nextId: () => (last += 1), ...defined({ styleId }) });
  };

/** XML of the body, in pieces. */
export function* annexRows(table: Table, fit: AnnexFit, context: RowContext): Generator<string> {
  const kept = table.notes.length === 0 ? Infinity : table.rows.length - KEPT_WITH_NOTES;
  const write = rowWriter(table, fit, context);
  let xml = '';
  for (const [index, row] of table.rows.entries()) {
    xml += write(row, index >= kept || staysWith(row, table.rows[index + 1]));
    if (xml.length > CHUNK) {
      yield xml;
      xml = '';
    }
  }
  yield xml;
}

/** The last line stays with the total below, the line of a district or group with the first of its units. */
const staysWith = ({ role }: TableRow, next: TableRow | undefined): boolean =>
  next?.role === 'total' || (role === 'subtotal' && next?.role === 'unit');

const START = '<w:tr><w:trPr><w:cantSplit/></w:trPr>';
const END = '</w:tr>';
const KEPT = '<w:keepNext/>';
const FREE = '<w:keepNext w:val="false"/>';
const NONE: TableCell = { kind: 'none' };

/** A section line's text runs over the empty cells after it. */
function rowWriter(
  table: Table,
  { columns: { size, widths } }: AnnexFit,
  { names, nextId, styleId = (id) => id }: RowContext,
): (row: TableRow, keepNext: boolean) => string {
  const { columns } = table;
  const digits = columns.map((column, index) => amountDigits(table.rows, index, column));
  const sizes = `<w:sz w:val="${halfPoints(size)}"/><w:szCs w:val="${halfPoints(size)}"/>`;
  const style = `<w:pStyle w:val="${styleId(STYLE.tableText)}"/>`;
  const widthOf = (index: number, span: number): number =>
    widths.slice(index, index + span).reduce((total, width) => total + width, 0);
  const startOf = (index: number, span: number): string =>
    `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${widthOf(index, span)}"/>` +
    `${span === 1 ? '' : `<w:gridSpan w:val="${span}"/>`}<w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr>${style}`;
  const starts = columns.map((_, index) => startOf(index, 1));
  const looks = { plain: `<w:rPr>${sizes}</w:rPr>`, bold: `<w:rPr><w:b/><w:bCs/>${sizes}</w:rPr>` };
  return (row, keepNext) => {
    const look = row.role === 'unit' ? looks.plain : looks.bold;
    const keep = keepNext || row.role === 'section' ? KEPT : FREE;
    let xml = START;
    for (let index = 0; index < columns.length; index += 1) {
      const column = columns[index];
      if (column === undefined) continue;
      const content = row.cells[index] ?? NONE;
      let span = 1;
      if (row.role === 'section' && content.kind === 'text' && column.kind === 'text')
        while (index + span < columns.length && isEmpty(row, index + span)) span += 1;
      const text = printedCell(content, column, undefined, digits[index]);
      xml += `${span === 1 ? (starts[index] ?? '') : startOf(index, span)}${keep}<w:jc w:val="${placeOf(content, column)}"/>`;
      // An empty paragraph is as high as its mark, which must not be of the body's type.
      xml += text === '' ? `<w:rPr>${sizes}</w:rPr></w:pPr>` : '</w:pPr>';
      const name = isFigure(content) ? names(content.figure) : undefined;
      xml += name === undefined ? runsXml(text, look) : bookmarked(runsXml(text, look), name, nextId());
      xml += '</w:p></w:tc>';
      index += span - 1;
    }
    return `${xml}${END}`;
  };
}

const isEmpty = (row: TableRow, index: number): boolean => {
  const kind = row.cells[index]?.kind;
  return kind === undefined || kind === 'none';
};

/** A mark for what is missing has no bookmark: nothing there can be edited away. */
const isFigure = ({ kind }: TableCell): boolean =>
  kind !== 'missing' && kind !== 'pending' && kind !== 'notApplicable';

const bookmarked = (runs: string, name: string, id: number): string =>
  `<w:bookmarkStart w:name="${name}" w:id="${id}"/>${runs}<w:bookmarkEnd w:id="${id}"/>`;

/** One run per line of the text. */
function runsXml(text: string, look: string): string {
  const clean = escapeXml(xmlText(text)).replaceAll("'", '&apos;');
  const runOf = (line: string, before: string): string =>
    `<w:r>${look}${before}<w:t xml:space="preserve">${line}</w:t></w:r>`;
  if (!clean.includes('\n')) return runOf(clean, '');
  return clean
    .split('\n')
    .map((line, index) => runOf(line, index === 0 ? '' : '<w:br/>'))
    .join('');
}
