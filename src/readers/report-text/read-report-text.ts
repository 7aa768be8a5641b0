/** Any report or press text read back, by what the file holds: Word, plain text, Markdown, CSV, workbooks. Never altered. */
import type { Finding, SourceFile } from '../../model.js';
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

/** What is read, with the endings that are usual for it. */
const USUAL: Partial<Readonly<Record<ContentKind, readonly [format: string, endings: RegExp]>>> = {
  text: ['chữ thường, không phải tệp Office', /\.(?:txt|md|csv|tsv|text|markdown)$/iu],
  docx: ['văn bản Word', /\.(?:docx|docm|dotx|dotm)$/iu],
  xlsx: ['sổ tính Excel', /\.(?:xlsx|xlsm|xltx|xltm)$/iu],
  ods: ['sổ tính OpenDocument', /\.(?:ods|ots)$/iu],
};
/** Endings that promise a format; "bao-cao.2024" promises none. */
const PROMISES = /\.(?:docx?|docm|xlsx?|xlsm|ods|pdf|txt|md|csv|tsv|rtf|zip)$/iu;

export function readReportText(source: SourceFile): ReadReport {
  const at = { file: source.path };
  const kind = sniff(source.bytes);
  const picture = PICTURES[kind];
  if (picture !== undefined) return { findings: [finding('verify/scanned', at, { format: picture })] };
  if (kind === 'ole-encrypted') return { findings: [finding('verify/locked', at, {})] };
  const other = OTHERS[kind];
  if (other !== undefined) return { findings: [finding('verify/other-format', at, { format: other })] };
  if (kind === 'empty') return { findings: [finding('verify/empty', at, { bytes: source.bytes.length })] };
  const read = readKind(source, kind);
  return read.report === undefined
    ? read
    : { ...read, findings: [...otherName(source, kind), ...read.findings] };
}

function readKind(source: SourceFile, kind: ContentKind): ReadReport {
  if (kind === 'docx' || (kind === 'damaged-zip' && /\.docx$/iu.test(source.path))) return readDocx(source);
  if (kind === 'text') return /\.(?:csv|tsv)$/iu.test(source.path) ? readTable(source) : readPlain(source);
  const { file, findings } = openSource(source);
  if (file !== undefined) return { report: { blocks: sheetBlocks(file.sheets), marks: [] }, findings: [] };
  return kind === 'xlsx' || kind === 'damaged-zip' ? { findings: findings.map(ofWorkbook) } : { findings };
}

/** Nobody sent this file as a form: there is nobody to be asked for another. */
const ofWorkbook = ({ at, message }: Finding): Finding =>
  finding('verify/document-damaged', at, { format: 'sổ tính', reason: message });

function otherName({ path }: SourceFile, kind: ContentKind): readonly Finding[] {
  const extension = PROMISES.exec(path)?.[0];
  const [format, endings] = USUAL[kind] ?? [];
  return extension === undefined || format === undefined || endings?.test(path) === true
    ? []
    : [finding('verify/other-name', { file: path }, { extension, format })];
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
