/** Hidden sheets, rows and columns of an .ods workbook, which the library does not tell (OpenDocument 1.2, 9.1 and 17.15). */
import type { RawSheet } from '../../model.js';
import { parseXml } from '../xml/xml-events.js';

const TABLE = 'urn:oasis:names:tc:opendocument:xmlns:table:1.0';
const STYLE = 'urn:oasis:names:tc:opendocument:xmlns:style:1.0';
const LAST = 1_048_576;

interface Hidden {
  sheet: boolean;
  row: number;
  column: number;
  readonly rows: number[];
  readonly columns: number[];
}

/** The sheets with what their file hides. */
export function withHidden(content: Uint8Array, sheets: readonly RawSheet[]): readonly RawSheet[] {
  const found = hiddenPlaces(content);
  return sheets.map((sheet) => {
    const hidden = found.get(sheet.name);
    if (hidden === undefined) return sheet;
    const lastRow = sheet.cells.at(-1)?.row ?? 0;
    const lastColumn = sheet.cells.reduce((last, { column }) => Math.max(last, column), 0);
    return {
      ...sheet,
      state: hidden.sheet ? 'hidden' : sheet.state,
      hiddenRows: hidden.rows.filter((row) => row <= lastRow),
      hiddenColumns: hidden.columns.filter((column) => column <= lastColumn),
    };
  });
}

function hiddenPlaces(content: Uint8Array): ReadonlyMap<string, Hidden> {
  const found = new Map<string, Hidden>();
  const hiddenStyles = new Set<string>();
  let style = '';
  let sheet: Hidden | undefined;
  parseXml('content.xml', content, {
    open(local, space, attribute) {
      if (space === STYLE && local === 'style') style = attribute('name', STYLE) ?? '';
      if (space === STYLE && local === 'table-properties' && attribute('display', TABLE) === 'false')
        hiddenStyles.add(style);
      if (space !== TABLE) return;
      if (local === 'table') {
        const named = attribute('style-name', TABLE) ?? '';
        sheet = { sheet: hiddenStyles.has(named), row: 0, column: 0, rows: [], columns: [] };
        found.set(attribute('name', TABLE) ?? '', sheet);
      }
      if (sheet === undefined || (local !== 'table-row' && local !== 'table-column')) return;
      const row = local === 'table-row';
      const count = repeated(attribute(row ? 'number-rows-repeated' : 'number-columns-repeated', TABLE));
      const visibility = attribute('visibility', TABLE) ?? 'visible';
      const start = row ? sheet.row : sheet.column;
      // Rows hidden down to the end of the sheet hold nothing.
      if (visibility !== 'visible' && count < LAST / 2)
        for (let at = 1; at <= count; at += 1) (row ? sheet.rows : sheet.columns).push(start + at);
      if (row) sheet.row += count;
      else sheet.column += count;
    },
    close(local, space) {
      if (space === TABLE && local === 'table') sheet = undefined;
    },
  });
  return found;
}

const repeated = (text: string | undefined): number =>
  text !== undefined && /^[1-9]\d{0,6}$/u.test(text) ? Math.min(Number(text), LAST) : 1;
