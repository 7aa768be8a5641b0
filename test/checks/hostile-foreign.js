/** Bombs in the formats that child processes read: .xls with cyclic chains and millions of blanks, .xlsb that unpacks to too much. */
import { randomBytes } from 'node:crypto';
import { unzipSync, zipSync } from 'fflate';
import * as library from '@e965/xlsx';

const MEGABYTE = 1024 * 1024;
const SECTOR = 512;
const END_OF_FILE = 0x0a;
const MULTIPLE_BLANKS = 0xbe;
const NUMBER = 0x0203;

/** A workbook with figures in its first column. */
function workbook(kind, rows = 1) {
  const book = library.utils.book_new();
  const sheet = library.utils.aoa_to_sheet(Array.from({ length: rows }, (_, at) => [at]));
  library.utils.book_append_sheet(book, sheet, 'A');
  return Buffer.from(library.write(book, { type: 'buffer', bookType: kind }));
}

/** The chain of sectors of the stream leads back to its beginning. */
function cyclic() {
  const bytes = workbook('biff8', 400);
  const fat = SECTOR * (bytes.readUInt32LE(0x4c) + 1);
  const directory = SECTOR * (bytes.readUInt32LE(0x30) + 1);
  const name = Buffer.from('Workbook', 'utf16le');
  const entry = bytes.indexOf(name, directory);
  const start = bytes.readUInt32LE(entry + 0x74);
  bytes.writeUInt32LE(start, fat + 4 * (start + 3));
  return bytes;
}

/** Every sector of the file is said to hold the table of sectors. */
function cyclicTable() {
  const bytes = workbook('biff8');
  bytes.writeUInt32LE(0, 0x44);
  bytes.writeUInt32LE(0xffff, 0x48);
  return bytes;
}

const record = (type, ...parts) => {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(body.length, 2);
  return Buffer.concat([head, body]);
};
const words = (...values) => Buffer.from(Uint16Array.from(values).buffer);

/** An .xls whose only sheet has these records more. */
function withRecords(records) {
  const book = library.CFB.read(workbook('biff8'), { type: 'buffer' });
  const stream = Buffer.from(library.CFB.find(book, 'Workbook').content);
  if (stream.readUInt16LE(stream.length - 4) !== END_OF_FILE) throw new Error('the stream ends otherwise');
  const made = library.CFB.utils.cfb_new();
  library.CFB.utils.cfb_add(
    made,
    '/Workbook',
    Buffer.concat([stream.subarray(0, -4), ...records, stream.subarray(-4)]),
  );
  return Buffer.from(library.CFB.write(made, { type: 'buffer' }));
}

const blankRow = (row) => record(MULTIPLE_BLANKS, words(row, 0), words(...Array(256).fill(15)), words(255));
const numberCell = (row, column) => record(NUMBER, words(row, column, 15), Buffer.alloc(8));

/** An .xlsb with the sheet's part replaced. */
function withSheet(content, extra = {}) {
  const parts = unzipSync(workbook('xlsb'));
  const name = Object.keys(parts).find((part) => /worksheets\/sheet1\.bin$/u.test(part));
  if (name === undefined) throw new Error('the sheet has another name');
  return Buffer.from(zipSync({ ...parts, [name]: content(Buffer.from(parts[name])), ...extra }));
}

/** The record of the sheet's dimensions says every row and column. */
function wholeSheet(sheet) {
  const at = sheet.indexOf(Buffer.from([0x94, 0x01, 0x10]));
  if (at < 0) throw new Error('the sheet has no dimensions');
  const copy = Buffer.from(sheet);
  for (const [place, value] of [0, 1_048_575, 0, 16_383].entries())
    copy.writeUInt32LE(value, at + 3 + 4 * place);
  return copy;
}

const REFUSED = ['file/foreign-too-heavy', 'file/foreign-failed', 'file/too-many-cells'];

/** Like the files of `hostile-files.js`. */
export const HOSTILE_FOREIGN = [
  ['F7', '.xls: a chain of sectors in a circle', 'a.xls', [...REFUSED, 'opened'], cyclic],
  ['F7', '.xls: a table of sectors in a circle', 'a.xls', [...REFUSED, 'opened'], cyclicTable],
  [
    'F7',
    '.xls with a figure in the last cell of the sheet',
    'a.xls',
    'opened',
    () => withRecords([numberCell(65_535, 255)]),
  ],
  [
    'F7',
    'bomb: .xls beyond what a child takes',
    'a.xls',
    'file/too-big',
    () => withRecords(Array.from({ length: 65_536 }, (_, row) => blankRow(row))),
  ],
  [
    'F7',
    'large: .xls of 7 million blanks',
    'a.xls',
    REFUSED,
    () => withRecords(Array.from({ length: 30_000 }, (_, row) => blankRow(row))),
  ],
  [
    'F7',
    'large: .xls of 900,000 figures',
    'a.xls',
    REFUSED,
    () =>
      withRecords(
        Array.from({ length: 900_000 }, (_, at) => numberCell(Math.floor(at / 64) % 65_536, at % 64)),
      ),
  ],
  [
    'F7',
    'bomb: .xlsb of 400 MB of nothing',
    'a.xlsb',
    ['file/over-size', 'file/over-ratio'],
    () => withSheet(() => Buffer.alloc(400 * MEGABYTE)),
  ],
  [
    'F7',
    'large: .xlsb of 30 million empty records, honest ratio',
    'a.xlsb',
    [...REFUSED, 'file/over-ratio', 'opened'],
    () =>
      withSheet((sheet) => Buffer.concat([sheet, Buffer.alloc(60 * MEGABYTE)]), {
        'x.bin': randomBytes(700_000),
      }),
  ],
  [
    'F7',
    'bomb: .xlsb of 60,000 parts',
    'a.xlsb',
    'file/over-count',
    () =>
      withSheet(
        (sheet) => sheet,
        Object.fromEntries(Array.from({ length: 60_000 }, (_, at) => [`x/${at}`, new Uint8Array()])),
      ),
  ],
  ['F7', '.xlsb that says it fills a whole sheet', 'a.xlsb', 'opened', () => withSheet(wholeSheet)],
];
