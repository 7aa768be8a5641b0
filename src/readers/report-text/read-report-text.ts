/** Any report or press text read back, by what the file holds: Word, plain text, Markdown, CSV, workbooks. Never altered. */
import type { SourceFile } from '../../model.js';
import { finding } from '../../findings/finding.js';
import { readCsv } from '../csv/csv.js';
import { decodeCsv } from '../csv/csv-text.js';
import { readDocx, type ReadReport } from '../docx/docx.js';
import { openSource } from '../open-source.js';
import { isFault } from '../read-fault.js';
import { sniff, type ContentKind } from '../sniff.js';
import { plainBlocks } from './plain-blocks.js';
import { sheetBlocks } from './sheet-blocks.js';

/** What people call the formats that are not read. */
const OTHERS: Partial<Readonly<Record<ContentKind, string>>> = {
  'ole-doc': 'tệp Word kiểu cũ (.doc)',
  rtf: 'tệp .rtf',
  html: 'trang web đã lưu',
  'ole-xls': 'sổ tính kiểu cũ (.xls)',
  xlsb: 'sổ tính nhị phân (.xlsb)',
  'xml-spreadsheet': 'sổ tính kiểu XML 2003',
  iwork: 'tệp của Apple Pages hoặc Numbers',
  package: 'tệp Office không phải Word hay Excel',
  zip: 'tệp nén',
  rar: 'tệp nén',
  '7z': 'tệp nén',
  xml: 'tệp XML',
  other: 'tệp không rõ định dạng',
};

const PICTURES: Partial<Readonly<Record<ContentKind, string>>> = {
  pdf: 'PDF',
  png: 'ảnh PNG',
  jpeg: 'ảnh JPEG',
  gif: 'ảnh GIF',
  bmp: 'ảnh BMP',
  tiff: 'ảnh TIFF',
  webp: 'ảnh WEBP',
  heic: 'ảnh HEIC',
};

export function readReportText(source: SourceFile): ReadReport {
  const at = { file: source.path };
  const kind = sniff(source.bytes);
  const picture = PICTURES[kind];
  if (picture !== undefined) return { findings: [finding('verify/scanned', at, { format: picture })] };
  const other = OTHERS[kind];
  if (other !== undefined) return { findings: [finding('verify/other-format', at, { format: other })] };
  if (kind === 'docx' || (kind === 'damaged-zip' && /\.docx$/iu.test(source.path))) return readDocx(source);
  if (kind === 'text') return /\.(?:csv|tsv)$/iu.test(source.path) ? readTable(source) : readPlain(source);
  const { file, findings } = openSource(source);
  return file === undefined
    ? { findings }
    : { report: { blocks: sheetBlocks(file.sheets), marks: [] }, findings: [] };
}

function readTable(source: SourceFile): ReadReport {
  const { file, findings } = readCsv(source);
  return file === undefined
    ? { findings }
    : { report: { blocks: sheetBlocks(file.sheets), marks: [] }, findings };
}

function readPlain(source: SourceFile): ReadReport {
  const decoded = decodeCsv(source.bytes);
  if (isFault(decoded)) return { findings: [decoded.toFinding(source.path)] };
  return { report: { blocks: plainBlocks(decoded.text), marks: [] }, findings: [] };
}
