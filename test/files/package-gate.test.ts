/** The package gate: each fault of a container has its code, and honest variants pass. */
import { randomBytes } from 'node:crypto';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { buildZip, type BuiltPart } from '../unit/readers/zip-builder.js';
import {
  codesOf,
  DEFAULT_PARTS,
  firstSheet,
  sheetXml,
  workbook,
  workbookParts,
} from '../unit/readers/workbook-builder.js';

const SHEET = 'xl/worksheets/sheet1.xml';

/** The default workbook with one part changed. */
const withSheetPart = (change: Partial<BuiltPart>): Uint8Array =>
  buildZip(workbookParts().map((part) => (part.name === SHEET ? { ...part, ...change } : part)));

const without = (name: string): Uint8Array => buildZip(workbookParts().filter((part) => part.name !== name));

const extra = (...parts: readonly BuiltPart[]): Uint8Array => buildZip([...workbookParts(), ...parts]);

const end64Workbook = (): Uint8Array => {
  const plain = Buffer.from(workbook());
  const at = plain.length - 22;
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(plain.readUInt16LE(at + 10)), 24);
  record.writeBigUInt64LE(BigInt(plain.readUInt16LE(at + 10)), 32);
  record.writeBigUInt64LE(BigInt(plain.readUInt32LE(at + 12)), 40);
  record.writeBigUInt64LE(BigInt(plain.readUInt32LE(at + 16)), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(at), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([plain.subarray(0, at), record, locator, plain.subarray(at)]);
};

describe('honest containers', () => {
  it.each<[string, () => Uint8Array]>([
    ['deflated', () => workbook()],
    [
      'made by another packer',
      () => zipSync(Object.fromEntries(Object.entries(DEFAULT_PARTS).map(([n, c]) => [n, Buffer.from(c)]))),
    ],
    ['stored', () => buildZip(workbookParts().map((part) => ({ ...part, stored: true })))],
    ['data descriptors', () => buildZip(workbookParts().map((part) => ({ ...part, descriptor: true })))],
    [
      'Windows separators',
      () => buildZip(workbookParts().map((part) => ({ ...part, name: part.name.replaceAll('/', '\\') }))),
    ],
    [
      'other letter case',
      () =>
        buildZip(
          workbookParts().map((part) => ({
            ...part,
            name: part.name === SHEET ? 'xl/Worksheets/Sheet1.XML' : part.name,
          })),
        ),
    ],
    [
      'percent-encoded names',
      () =>
        buildZip(
          workbookParts().map((part) => ({
            ...part,
            name: part.name === SHEET ? 'xl/worksheets/sheet%31.xml' : part.name,
          })),
        ),
    ],
    ['folder entries', () => extra({ name: 'xl/media/', content: '', stored: true })],
    ['64-bit end record', end64Workbook],
    [
      'comment of the declared length',
      () => {
        const bytes = Buffer.from(workbook());
        bytes.writeUInt16LE(3, bytes.length - 2);
        return Buffer.concat([bytes, Buffer.from('abc')]);
      },
    ],
    ['picture with a DOCTYPE', () => extra({ name: 'xl/media/logo.svg', content: '<!DOCTYPE svg><svg/>' })],
  ])('%s', (_name, make) => {
    expect(firstSheet(make()).cells).toEqual([{ row: 1, column: 1, kind: 'number', raw: '30.3' }]);
  });
});

const attributes = (count: number): string =>
  Array.from({ length: count }, (_, index) => `a${index}=""`).join(' ');

describe('faults', () => {
  const zeros = (bytes: number): Uint8Array => new Uint8Array(bytes);
  it.each<[string, string, () => Uint8Array]>([
    ['cut', 'file/cut-short', () => workbook().subarray(0, -30)],
    ['bytes after the end', 'file/trailing-data', () => buildZip(workbookParts(), 'xxxx')],
    ['wrong checksum', 'file/damaged-part', () => withSheetPart({ crc: 12345 })],
    ['announced size too small', 'file/damaged-part', () => withSheetPart({ size: 10 })],
    ['announced size too large', 'file/damaged-part', () => withSheetPart({ size: 100_000 })],
    [
      'other name in the local header',
      'file/contradictory-part',
      () => withSheetPart({ localName: 'xl/worksheets/sheet3.xml' }),
    ],
    ['other method in the local header', 'file/contradictory-part', () => withSheetPart({ localMethod: 0 })],
    ['unknown method', 'file/closed-part', () => withSheetPart({ method: 12, localMethod: 12 })],
    ['locked part', 'file/closed-part', () => withSheetPart({ flags: 1 })],
    ['doubled name', 'file/doubled-part', () => extra({ name: SHEET, content: sheetXml('') })],
    [
      'doubled name but for case',
      'file/doubled-part',
      () => extra({ name: SHEET.toUpperCase(), content: sheetXml('') }),
    ],
    ['path out of the package', 'file/unsafe-part', () => extra({ name: 'xl/../../x', content: '' })],
    ['path of a drive', 'file/unsafe-part', () => extra({ name: 'C:/x', content: '' })],
    ['no content types', 'file/missing-part', () => without('[Content_Types].xml')],
    ['sheet missing', 'file/missing-part', () => without(SHEET)],
    ['text store missing', 'file/missing-part', () => without('xl/sharedStrings.xml')],
    ['styles missing', 'file/missing-part', () => without('xl/styles.xml')],
    ['workbook missing', 'file/missing-part', () => without('xl/workbook.xml')],
    [
      'DOCTYPE in the sheet',
      'file/doctype',
      () => withSheetPart({ content: '<!DOCTYPE x [<!ENTITY a "9">]><worksheet/>' }),
    ],
    [
      'DOCTYPE in a part nobody reads',
      'file/doctype',
      () =>
        extra({ name: 'docProps/x.xml', content: '\uFEFF<?xml version="1.0"?><!-- a -->\n<!DOCTYPE x><x/>' }),
    ],
    [
      'DOCTYPE in UTF-16',
      'file/doctype',
      () => extra({ name: 'docProps/x.xml', content: Buffer.from('\uFEFF<!DOCTYPE x><x/>', 'utf16le') }),
    ],
    [
      'too many parts',
      'file/over-count',
      () => extra(...Array.from({ length: 2000 }, (_, index) => ({ name: `x/${index}`, content: '' }))),
    ],
    ['part too large', 'file/over-size', () => extra({ name: 'x.bin', content: zeros(65 * 1024 * 1024) })],
    [
      'packed too tightly',
      'file/over-ratio',
      () => extra({ name: 'x.bin', content: zeros(2 * 1024 * 1024) }),
    ],
    [
      'too large together',
      'file/over-size',
      () => {
        const content = randomBytes(44 * 1024 * 1024);
        return extra(...['a', 'b', 'c'].map((name) => ({ name, content, stored: true })));
      },
    ],
    [
      'lying about its size',
      'file/damaged-part',
      () => extra({ name: 'x.bin', content: zeros(60 * 1024 * 1024), size: 5000 }),
    ],
    [
      'XML cut inside a whole package',
      'file/bad-xml',
      () => withSheetPart({ content: sheetXml('<row r="1"><c r="A1"><v>3</v></c></row>').slice(0, -20) }),
    ],
    ['text after the root', 'file/bad-xml', () => withSheetPart({ content: `${sheetXml('')}x` })],
    [
      'bytes that are no letters',
      'file/bad-xml',
      () => withSheetPart({ content: Buffer.from(sheetXml('<!-- é -->'), 'latin1') }),
    ],
    [
      'other encoding declared',
      'file/bad-xml',
      () => withSheetPart({ content: sheetXml('').replace('UTF-8', 'windows-1258') }),
    ],
    ['sheet part that is none', 'file/bad-xml', () => withSheetPart({ content: '<html/>' })],
    [
      'sheet of another namespace',
      'file/bad-xml',
      () => withSheetPart({ content: sheetXml('').replace('spreadsheetml', 'x') }),
    ],
    [
      'one part as two sheets',
      'file/doubled-part',
      () =>
        workbook({
          'xl/workbook.xml': String(DEFAULT_PARTS['xl/workbook.xml']).replace(
            '</sheets>',
            '<sheet name="B" sheetId="2" r:id="rId1"/></sheets>',
          ),
        }),
    ],
    [
      'no sheets',
      'file/no-sheets',
      () =>
        workbook({ 'xl/workbook.xml': '<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"/>' }),
    ],
    [
      'sheet without relationship',
      'file/missing-part',
      () => workbook({ 'xl/_rels/workbook.xml.rels': '<Relationships/>' }),
    ],
  ])('%s', (_name, code, make) => {
    expect(codesOf(make())).toEqual([code]);
  });

  it.each<[string, string, string]>([
    ['endless nesting', '<a>'.repeat(2_000_000), 'file/bad-xml'],
    ['an endless tag', `<a ${attributes(500_000)}/>`, 'file/over-long-text'],
    ['endless attributes', `<a ${attributes(90_000)}/>`, 'file/bad-xml'],
    ['endless text', `<row><c t="str"><v>${'a'.repeat(1_200_000)}</v></c></row>`, 'file/over-long-text'],
    ['too many cells', `<row>${'<c/>'.repeat(1_600_000)}</row>`, 'file/too-many-cells'],
    [
      'too many filled cells',
      `<row>${'<c><v>1</v></c>'.repeat(16_000)}</row>`.repeat(32),
      'file/too-many-cells',
    ],
    ['too many elements', '<b/>'.repeat(6_100_000), 'file/too-many-cells'],
  ])('refuses %s early', (_name, content, code) => {
    expect(
      codesOf(
        buildZip(
          workbookParts().map((part) =>
            part.name === SHEET
              ? { ...part, content: sheetXml(`${content}<!--${randomBytes(120_000).toString('hex')}-->`) }
              : part,
          ),
        ),
      ),
    ).toEqual([code]);
  });

  it('takes long runs of spaces in one pass', () => {
    const rows = `<row><c t="str"><v>a${' '.repeat(900_000)}b</v></c><c t="inlineStr"><is><t>a${' '.repeat(900_000)}b</t></is></c></row>`;
    const noise = `<!--${randomBytes(20_000).toString('hex')}-->`;
    expect(firstSheet(withSheetPart({ content: sheetXml(rows + noise) })).cells).toHaveLength(2);
  }, 5000);

  it('refuses every truncation', () => {
    const bytes = workbook();
    for (let length = 0; length < bytes.length; length += 7)
      expect(codesOf(bytes.subarray(0, length)), String(length)).toEqual(['file/cut-short']);
  });

  it('refuses parts that share bytes', () => {
    const bytes = Buffer.from(
      extra(
        { name: 'a.bin', content: 'same', stored: true },
        { name: 'a.bin', content: 'same', stored: true },
      ),
    );
    const central = bytes.lastIndexOf('PK\u0001\u0002');
    const before = bytes.lastIndexOf('PK\u0001\u0002', central - 1);
    bytes.writeUInt32LE(bytes.readUInt32LE(before + 42), central + 42);
    expect(codesOf(bytes)).toEqual(['file/contradictory-part']);
  });
});
