/** Hostile and broken files, generated: one for each row of the list of container faults, and bombs of every kind. */
import { randomBytes } from 'node:crypto';
import { zipSync } from 'fflate';
import { ole } from './ole.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const MEGABYTE = 1024 * 1024;

const PARTS = {
  '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELS}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  'xl/sharedStrings.xml': `<sst xmlns="${MAIN}"><si><t>a</t></si></sst>`,
  'xl/worksheets/sheet1.xml': sheet('<row r="1"><c r="A1"><v>1</v></c></row>'),
};

function sheet(rows, after = '') {
  return `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${after}</worksheet>`;
}

const bytesOf = (content) => (typeof content === 'string' ? Buffer.from(content) : content);

/** A package of the parts, honest as a zip. */
function pack(changes = {}, level = 6) {
  const parts = { ...PARTS, ...changes };
  const entries = Object.entries(parts).filter(([, content]) => content !== undefined);
  return Buffer.from(
    zipSync(Object.fromEntries(entries.map(([name, content]) => [name, bytesOf(content)])), { level }),
  );
}

/** Something that does not pack well, so that the ratio stays honest. */
const ballast = (bytes) => `<!--${randomBytes(bytes / 2).toString('hex')}-->`;
const SHEET = 'xl/worksheets/sheet1.xml';
const repeat = (text, megabytes) => text.repeat(Math.floor((megabytes * MEGABYTE) / text.length));

/** Flips the byte at a place found by a mark. */
function flip(bytes, mark, offset) {
  const copy = Buffer.from(bytes);
  const at = copy.indexOf(mark) + offset;
  copy[at] ^= 1;
  return copy;
}

function ods(content, extra = {}) {
  const head =
    '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="A">';
  const tail = '</table:table></office:spreadsheet></office:body></office:document-content>';
  return Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries({
          mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
          'META-INF/manifest.xml': '<manifest/>',
          'content.xml': `${head}${content}${tail}`,
          ...extra,
        }).map(([name, text]) => [name, bytesOf(text)]),
      ),
    ),
  );
}

const odsCell =
  '<table:table-cell office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell>';

/**
 * Row of the list of faults, name, file name, what it must end as, and its bytes. `ends` is a code, `opened`,
 * or several that are as good.
 */
export const HOSTILE = [
  [
    'F1',
    'flipped bit in packed data',
    'a.xlsx',
    'file/damaged-part',
    () => flip(pack(), 'xl/worksheets/sheet1.xml', 40),
  ],
  [
    'F1',
    'name differs in directory',
    'a.xlsx',
    'file/contradictory-part',
    () => flip(pack(), 'xl/worksheets/sheet1.xml', 3),
  ],
  [
    'F1',
    'bytes after the end',
    'a.xlsx',
    'file/trailing-data',
    () => Buffer.concat([pack(), Buffer.from('xx')]),
  ],
  ['F1', 'declared part absent', 'a.xlsx', 'file/missing-part', () => pack({ [SHEET]: undefined })],
  ['F2', 'cut', 'a.xlsx', 'file/cut-short', () => pack().subarray(0, 700)],
  ['F2', 'zero bytes', 'a.xlsx', 'file/empty', () => Buffer.alloc(0)],
  ['F2', 'not synchronised', 'a.xlsx', 'file/not-synced', () => Buffer.alloc(50_000)],
  ['F2', 'sign-in page', 'a.xlsx', 'file/web-page', () => Buffer.from('<!DOCTYPE html><html><body>Login')],
  ['F4', 'encrypted', 'a.xlsx', 'file/encrypted', () => ole('EncryptionInfo', 'EncryptedPackage')],
  ['F5', '.xls content that is none', 'a.xlsx', 'file/foreign-failed', () => ole('Workbook')],
  [
    'F5',
    'web table named .xls',
    'a.xls',
    'file/web-page',
    () => Buffer.from('<table><tr><td>1.234</td></tr></table>'),
  ],
  ['F5', 'CSV named .xls', 'a.xls', 'opened', () => Buffer.from('a;b\n1;2\n')],
  ['F6', 'macros', 'a.xlsm', 'file/macros', () => pack({ 'xl/vbaProject.bin': 'x' })],
  [
    'F6',
    'value from another workbook',
    'a.xlsx',
    'file/external-link',
    () =>
      pack({
        'xl/externalLinks/externalLink1.xml': '<externalLink/>',
        [SHEET]: sheet('<row r="1"><c r="A1"><f>[1]Sheet1!A1</f><v>7</v></c></row>'),
      }),
  ],
  [
    'F7',
    'bomb: 400 MB of blanks',
    'a.xlsx',
    'file/over-size',
    () => pack({ [SHEET]: sheet(' '.repeat(400 * MEGABYTE)) }),
  ],
  [
    'F7',
    'bomb: ratio 1,000',
    'a.xlsx',
    'file/over-ratio',
    () => pack({ [SHEET]: sheet(repeat('<row/>', 48)) }),
  ],
  [
    'F7',
    'bomb: 8 million rows, honest ratio',
    'a.xlsx',
    'file/too-many-cells',
    () => pack({ [SHEET]: sheet(repeat('<row/>', 48) + ballast(600_000)) }),
  ],
  [
    'F7',
    'bomb: 60,000 parts',
    'a.xlsx',
    'file/over-count',
    () => pack(Object.fromEntries(Array.from({ length: 60_000 }, (_, at) => [`x/${at}`, ''])), 0),
  ],
  [
    'F7',
    'bomb: many small cells',
    'a.xlsx',
    'file/too-many-cells',
    () =>
      pack({ [SHEET]: sheet(repeat(`<row>${'<c><v>1</v></c>'.repeat(1000)}</row>`, 60) + ballast(700_000)) }),
  ],
  [
    'F7',
    'bomb: many empty cells',
    'a.xlsx',
    'file/too-many-cells',
    () =>
      pack({ [SHEET]: sheet(repeat(`<row>${'<c s="1"/>'.repeat(16_000)}</row>`, 60) + ballast(700_000)) }),
  ],
  [
    'F7',
    'bomb: many texts',
    'a.xlsx',
    'file/too-many-cells',
    () =>
      pack({
        'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${repeat('<si/>', 60)}</sst>${ballast(700_000)}`,
      }),
  ],
  [
    'F7',
    'bomb: one text of 60 MB',
    'a.xlsx',
    'file/over-long-text',
    () =>
      pack({
        'xl/sharedStrings.xml': `<sst xmlns="${MAIN}"><si><t>${repeat('ấ', 20)}</t></si></sst>${ballast(700_000)}`,
      }),
  ],
  [
    'F7',
    'bomb: two large parts',
    'a.xlsx',
    'file/over-long-text',
    () =>
      pack({
        'x.bin': Buffer.concat([Buffer.alloc(60 * MEGABYTE), randomBytes(700_000)]),
        'xl/sharedStrings.xml': `<sst xmlns="${MAIN}"><si><t>${repeat('a', 60)}</t></si></sst>${ballast(700_000)}`,
      }),
  ],
  [
    'F7',
    'bomb: deep nesting',
    'a.xlsx',
    'file/bad-xml',
    () => pack({ [SHEET]: sheet('<a>'.repeat(3_000_000) + ballast(200_000)) }),
  ],
  [
    'F7',
    'bomb: million attributes',
    'a.xlsx',
    'file/bad-xml',
    () =>
      pack({
        [SHEET]: `<worksheet xmlns="${MAIN}" ${Array.from({ length: 1_000_000 }, (_, at) => `a${at}=""`).join(' ')}/>`,
      }),
  ],
  [
    'F7',
    'bomb: archive',
    'a.zip',
    'file/archive-over-limit',
    () => Buffer.from(zipSync({ 'a.csv': Buffer.alloc(100 * MEGABYTE, 'a,b\n') })),
  ],
  [
    'F7',
    'bomb: archive of 3,000 files',
    'a.zip',
    'file/archive-over-limit',
    () =>
      Buffer.from(
        zipSync(Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`${at}.csv`, Buffer.from('a')]))),
      ),
  ],
  [
    'F7',
    'archive in an archive',
    'a.zip',
    'file/archive-nested',
    () => Buffer.from(zipSync({ 'b.zip': zipSync({ 'c.csv': Buffer.from('a') }) })),
  ],
  [
    'F7',
    'bomb: CSV of separators',
    'a.csv',
    ['file/too-big', 'file/too-many-cells', 'file/csv-separator-unclear', 'file/csv-uneven'],
    () => Buffer.from(repeat(',;|\t,;|\t\n', 60)),
  ],
  [
    'F7',
    'bomb: CSV of small cells',
    'a.csv',
    ['file/too-big', 'file/too-many-cells'],
    () => Buffer.from(repeat('1,1,1,1,1,1,1,1,1,1\n', 60)),
  ],
  [
    'F7',
    'bomb: CSV just below the limit',
    'a.csv',
    'file/too-many-cells',
    () => Buffer.from(repeat('1,1,1,1,1,1,1,1,1,1\n', 7.9)),
  ],
  [
    'F7',
    'bomb: CSV of all separators just below the limit',
    'a.csv',
    ['file/csv-separator-unclear', 'file/too-many-cells'],
    () => Buffer.from(repeat('1,1;1|1\t1\n', 7.9)),
  ],
  [
    'F7',
    'bomb: CSV of quotes',
    'a.csv',
    ['file/csv-quote', 'file/csv-long-record', 'file/csv-one-column'],
    () => Buffer.from(`a,b\n"${'""'.repeat(3 * MEGABYTE)}`),
  ],
  [
    'F7',
    'bomb: .ods row repeated a million times',
    'a.ods',
    ['file/foreign-too-heavy', 'file/foreign-failed', 'file/too-many-cells'],
    () =>
      ods(`<table:table-row table:number-rows-repeated="1048576">${odsCell.repeat(20)}</table:table-row>`),
  ],
  [
    'F7',
    'bomb: .ods of 60 MB',
    'a.ods',
    ['file/foreign-too-heavy', 'file/foreign-failed', 'file/too-many-cells', 'file/over-size'],
    () => ods(repeat(`<table:table-row>${odsCell.repeat(20)}</table:table-row>`, 60) + ballast(700_000)),
  ],
  [
    'F8',
    'figure in the last cell of a sheet',
    'a.xlsx',
    'opened',
    () => pack({ [SHEET]: sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>') }),
  ],
  [
    'F8',
    'large: a million formatted empty rows',
    'a.xlsx',
    'opened',
    () =>
      pack({
        [SHEET]: sheet(Array.from({ length: 1_048_576 }, (_, at) => `<row r="${at + 1}" s="1"/>`).join('')),
      }),
  ],
  [
    'F8',
    'large: a figure in every row of a sheet',
    'a.xlsx',
    'file/too-many-cells',
    () =>
      pack({
        [SHEET]: sheet(
          Array.from(
            { length: 1_048_576 },
            (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>${at}</v></c></row>`,
          ).join(''),
        ),
      }),
  ],
  [
    'F8',
    'large: as many figures as a workbook may hold',
    'a.xlsx',
    'opened',
    () =>
      pack({
        [SHEET]: sheet(
          Array.from(
            { length: 500_000 },
            (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>${at}</v></c></row>`,
          ).join(''),
        ),
      }),
  ],
  [
    'F9',
    'validations and names over whole sheets',
    'a.xlsx',
    'opened',
    () =>
      pack({
        [SHEET]: sheet(
          '<row r="1"><c r="A1"><v>1</v></c></row>',
          '<dataValidations count="1"><dataValidation sqref="A1:XFD1048576"/></dataValidations>',
        ),
      }),
  ],
  [
    'F9',
    'merge over a whole sheet',
    'a.xlsx',
    'opened',
    () =>
      pack({
        [SHEET]: sheet(
          '<row r="1"><c r="A1"><v>1</v></c></row>',
          `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(1000)}</mergeCells>`,
        ),
      }),
  ],
  [
    'F10',
    'entities that multiply',
    'a.xlsx',
    'file/doctype',
    () =>
      pack({
        'xl/sharedStrings.xml':
          '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><sst/>',
      }),
  ],
  [
    'F10',
    'entity that reads a file',
    'a.xlsx',
    'file/doctype',
    () => pack({ [SHEET]: '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><worksheet/>' }),
  ],
  [
    'F11',
    'row stored twice',
    'a.xlsx',
    'file/doubled-cell',
    () =>
      pack({
        [SHEET]: sheet('<row r="1"><c r="A1"><v>10</v></c></row><row r="1"><c r="A1"><v>99</v></c></row>'),
      }),
  ],
  ['F12', 'no addresses', 'a.xlsx', 'opened', () => pack({ [SHEET]: sheet('<row><c><v>1</v></c></row>') })],
  [
    'F13',
    'text store too short',
    'a.xlsx',
    'file/lost-text',
    () => pack({ [SHEET]: sheet('<row r="1"><c r="A1" t="s"><v>9</v></c></row>') }),
  ],
  [
    'F14',
    'XML cut inside a whole package',
    'a.xlsx',
    'file/bad-xml',
    () => pack({ [SHEET]: sheet('<row r="1"><c r="A1"><v>1</v></c></row>').slice(0, -30) }),
  ],
  [
    'F15',
    'sheet name of 200 letters',
    'a.xlsx',
    'opened',
    () => pack({ 'xl/workbook.xml': PARTS['xl/workbook.xml'].replace('"A"', `"${'A'.repeat(200)}"`) }),
  ],
  [
    'F17',
    'path out of the archive',
    'a.zip',
    'file/archive-unsafe-name',
    () => Buffer.from(zipSync({ '../../x.xlsx': pack() })),
  ],
  ['F17', 'path out of the package', 'a.xlsx', 'file/unsafe-part', () => pack({ '../../x': 'x' })],
  [
    'F20',
    'escapes in names',
    'a.xlsx',
    'opened',
    () => pack({ 'xl/workbook.xml': PARTS['xl/workbook.xml'].replace('"A"', '"A&#x202E;_x001B_[2J"') }),
  ],
];
