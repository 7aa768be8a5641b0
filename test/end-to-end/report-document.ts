/** What stands in a Word report: its paragraphs outside tables, and its tables as rows of cells. */
import { strFromU8, unzipSync } from 'fflate';

export interface ReportText {
  readonly paragraphs: readonly string[];
  /** Tables → rows → cells; a cell over several columns is repeated, one merged downwards reads blank. */
  readonly tables: readonly (readonly (readonly string[])[])[];
}

const TABLE = /<w:tbl>.*?<\/w:tbl>/gsu;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const pieces = (xml: string, name: string): readonly string[] =>
  xml.match(new RegExp(`<w:${name}(?: [^>]*)?>.*?</w:${name}>`, 'gsu')) ?? [];

const textIn = (xml: string): string =>
  pieces(xml, 't')
    .map((run) => run.replace(/<[^>]*>/gu, ''))
    .join('')
    .replace(/&(amp|lt|gt|quot|apos);/gu, (_, name: string) => ENTITIES[name] ?? '');

export function readReport(docx: Uint8Array): ReportText {
  const part = unzipSync(docx)['word/document.xml'];
  const xml = part === undefined ? '' : strFromU8(part);
  return {
    paragraphs: pieces(xml.replace(TABLE, ''), 'p').map(textIn),
    tables: (xml.match(TABLE) ?? []).map((table) =>
      pieces(table, 'tr').map((row) =>
        pieces(row, 'tc').flatMap((cell) => {
          const span = /<w:gridSpan w:val="(\d+)"/u.exec(cell)?.[1] ?? '1';
          return Array.from({ length: Number(span) }, () => textIn(cell));
        }),
      ),
    ),
  };
}
