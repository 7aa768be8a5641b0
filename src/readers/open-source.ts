/** One submitted file becomes raw sheets, a plain document, or findings that say what to do; its content decides. */
import type { Finding, RawFile, ResultsDocument, SourceFile } from '../model.js';
import { finding } from '../findings/finding.js';
import { PAGE_MARK } from '../model/own-outputs.js';
import { looksDelimited, readCsv } from './csv/csv.js';
import { openForeign } from './foreign/open-foreign.js';
import { looksLikeJson, readLowerResults } from './results/lower-results.js';
import { readOds } from './ods/ods.js';
import { isPlainNote } from './csv/plain-note.js';
import { sniff, type ContentKind } from './sniff.js';
import { readWorkbook } from './xlsx/xlsx.js';

/** The mark of our own page stands in its first bytes. */
const PAGE_HEAD = 1024;
const FOREIGN: ReadonlySet<ContentKind> = new Set(['ole-xls', 'xlsb']);

/** `document`: a report without figures (Word, PDF, picture). Without `file` or `results` nothing can be read from it. */
export interface OpenedSource {
  readonly file?: RawFile;
  /** The document of a lower level, when the file is a results.json. */
  readonly results?: ResultsDocument;
  readonly findings: readonly Finding[];
  readonly document?: true;
}

/** Opens a workbook (.xlsx, .xlsm, .ods) or a CSV file in UTF-8 or UTF-16; other spreadsheets are refused. */
export function openSource(source: SourceFile): OpenedSource {
  return openKind(source, sniff(source.bytes), false);
}

/**
 * Opens a file by what it holds: also .xls, .xlsb, and CSV in old encodings, whose letters the caller has
 * repaired (`undecoded`) before he reads them.
 */
export async function openAnySource(source: SourceFile, kind = sniff(source.bytes)): Promise<OpenedSource> {
  return kind === 'ole-xls' || kind === 'xlsb' ? openForeign(source, kind) : openKind(source, kind, true);
}

/** Formats that a child process reads. */
export const isForeign = (kind: ContentKind): boolean => FOREIGN.has(kind);

function openKind(source: SourceFile, kind: ContentKind, keepBytes: boolean): OpenedSource {
  const at = { file: source.path };
  const refused = (found: Finding): OpenedSource => ({ findings: [found] });
  const document = (format: string): OpenedSource => ({
    findings: [finding('file/document', at, { format })],
    document: true,
  });
  switch (kind) {
    case 'xlsx':
    case 'damaged-zip':
      return readWorkbook(source);
    case 'text':
      return openText(source, keepBytes);
    case 'docx':
    case 'ole-doc':
    case 'rtf':
      return document('Word');
    case 'pdf':
    case 'png':
    case 'jpeg':
    case 'gif':
    case 'bmp':
    case 'tiff':
    case 'webp':
    case 'heic':
      return document(kind.toUpperCase());
    case 'empty':
      return refused(finding('file/empty', at, { bytes: source.bytes.length }));
    case 'all-zero':
      return refused(finding('file/not-synced', at, { bytes: source.bytes.length }));
    case 'ole-encrypted':
      return refused(finding('file/encrypted', at, {}));
    case 'ole-xls':
      return refused(finding('file/old-excel', at, {}));
    case 'ods':
    case 'fods':
      return readOds(source, kind);
    case 'xlsb':
      return refused(finding('file/other-spreadsheet', at, { format: `.${kind}` }));
    case 'iwork':
      return refused(finding('file/iwork', at, {}));
    case 'xml-spreadsheet':
      return refused(finding('file/other-spreadsheet', at, { format: 'XML Spreadsheet 2003' }));
    case 'zip':
    case 'rar':
    case '7z':
      return refused(finding('file/archive', at, { format: `.${kind}` }));
    case 'html':
      if (isTrackingPage(source.bytes))
        return { findings: [finding('lower/own-output', at, {})], document: true };
      return refused(finding('file/web-page', at, {}));
    case 'shortcut':
      return refused(finding('file/shortcut', at, {}));
    case 'package':
      return refused(finding('file/not-workbook', at, {}));
    case 'xml':
    case 'other':
      return refused(finding('file/unknown-format', at, {}));
  }
}

/** Our own page, whatever it is called now. */
const isTrackingPage = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, PAGE_HEAD))
    .toString('latin1')
    .includes(`name="${PAGE_MARK.name}" content="${PAGE_MARK.content}"`);

function openText(source: SourceFile, keepBytes: boolean): OpenedSource {
  const at = { file: source.path };
  if (isPlainNote(source.path, source.bytes))
    return { findings: [finding('file/note', at, {})], document: true };
  if (looksLikeJson(source)) return readLowerResults(source);
  return isNamedTable(source.path) || looksDelimited(source.bytes, keepBytes)
    ? readCsv(source, keepBytes)
    : { findings: [finding('file/plain-text', at, {})] };
}

/** Files that say they are a table get the CSV reader's own advice when they are none. */
const isNamedTable = (path: string): boolean => /\.(csv|txt|tsv)$/iu.test(path);
