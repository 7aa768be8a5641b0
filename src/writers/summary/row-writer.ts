/**
 * Writes body rows as SpreadsheetML. Sheets by residential area have too many cells for exceljs;
 * its styles are taken over by number.
 */
import { columnLetter } from '../../values/cell-address.js';
import { cellText } from '../exceljs-adapter.js';
import { escapeXml } from '../xml-text.js';
import type { CellContent } from './live-formulas.js';

/** Strings longer than this are handed on, so that no sheet is ever one string twice. */
const CHUNK = 1 << 16;

export interface BodyRow {
  /** Sheet row, 1-based. */
  readonly row: number;
  readonly cells: readonly CellContent[];
  /** Height in points where text wraps; programs do not all measure it themselves. */
  readonly height?: number;
  /** Depth below the sums above it, for the buttons that fold lines away. */
  readonly outline: number;
  /** Style number by column. */
  readonly styles: readonly number[];
}

/** XML of the rows, in chunks. */
export function* rowsXml(rows: Iterable<BodyRow>): Generator<string> {
  const letters: string[] = [];
  let xml = '';
  for (const { row, cells, styles, height, outline } of rows) {
    xml += `<row r="${row}"${height === undefined ? '' : ` ht="${height}"`}${outline === 0 ? '' : ` outlineLevel="${outline}"`}>`;
    for (let index = 0; index < cells.length; index += 1) {
      const cell = cells[index];
      if (cell === undefined) continue;
      const column = (letters[index] ??= columnLetter(index + 1));
      xml += cellXml(cell, `<c r="${column}${row}" s="${styles[index] ?? 0}"`);
    }
    xml += '</row>';
    if (xml.length > CHUNK) {
      yield xml;
      xml = '';
    }
  }
  yield xml;
}

const written = (text: string): string => escapeXml(cellText(text));

function cellXml(cell: CellContent, start: string): string {
  switch (cell.kind) {
    case 'empty':
      return `${start}/>`;
    case 'text':
      return `${start} t="inlineStr"><is><t xml:space="preserve">${written(cell.text)}</t></is></c>`;
    case 'number':
      return `${start}><v>${cell.decimal}</v></c>`;
    case 'formula':
      return 'decimal' in cell.result
        ? `${start}><f>${escapeXml(cell.formula)}</f><v>${cell.result.decimal}</v></c>`
        : `${start} t="str"><f>${escapeXml(cell.formula)}</f><v>${written(cell.result.text)}</v></c>`;
  }
}
