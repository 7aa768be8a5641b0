/** What a file holds decides, not its name; whatever arrives ends in sheets, a document or one finding. */
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openSource } from '../../../src/readers/open-source.js';
import { sniff } from '../../../src/readers/sniff.js';
import { flat } from './ods-builder.js';
import { sourceOf, workbook } from './workbook-builder.js';
import { buildZip } from './zip-builder.js';
import { ole } from '../../checks/ole.js';

const CONTENT_TYPES = '[Content_Types].xml';
const typed = (...types: readonly string[]): Uint8Array =>
  buildZip([
    {
      name: CONTENT_TYPES,
      content: `<Types>${types.map((type) => `<Override PartName="/a" ContentType="application/${type}+xml"/>`).join('')}</Types>`,
    },
  ]);
const odf = (type: string): Uint8Array =>
  buildZip([{ name: 'mimetype', content: `application/vnd.oasis.opendocument.${type}`, stored: true }]);

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('sniff', () => {
  it.each<[string, Uint8Array, string]>([
    ['workbook', workbook(), 'xlsx'],
    ['workbook with macros', typed('vnd.ms-excel.sheet.macroEnabled.main'), 'xlsx'],
    ['binary workbook', typed('vnd.ms-excel.sheet.binary.macroEnabled.main'), 'xlsb'],
    [
      'workbook that names binary ones as a default',
      typed(
        'vnd.ms-excel.sheet.binary.macroEnabled.main',
        'vnd.openxmlformats-officedocument.spreadsheetml.sheet.main',
      ),
      'xlsx',
    ],
    ['Word', typed('vnd.openxmlformats-officedocument.wordprocessingml.document.main'), 'docx'],
    ['slides', typed('vnd.openxmlformats-officedocument.presentationml.presentation.main'), 'package'],
    ['OpenDocument sheet', odf('spreadsheet'), 'ods'],
    ['flat OpenDocument sheet', flat(''), 'fods'],
    ['OpenDocument text', odf('text'), 'docx'],
    ['archive', buildZip([{ name: 'xa.xlsx', content: workbook() }]), 'zip'],
    ['cut workbook', workbook().subarray(0, 500), 'damaged-zip'],
    ['encrypted', ole('EncryptionInfo', 'EncryptedPackage'), 'ole-encrypted'],
    ['Excel 97', ole('Workbook', 'WordDocument'), 'ole-xls'],
    ['Excel 5', ole('Book'), 'ole-xls'],
    ['Excel 5 in capitals', ole('BOOK'), 'ole-xls'],
    ['Excel 97 in capitals', ole('WORKBOOK'), 'ole-xls'],
    [
      'Numbers',
      buildZip([
        { name: 'Index/Document.iwa', content: 'x' },
        { name: 'Data/a.jpg', content: '' },
      ]),
      'iwork',
    ],
    ['text with a control character', Buffer.from('a,b\n1,2\n3,x\x0by\n'), 'text'],
    ['text with a zero byte', Buffer.from('a,b\n1,2\n3,x\0y\n'), 'text'],
    ['Word 97 with a sheet inside', ole('WordDocument', 'Workbook'), 'ole-doc'],
    ['other compound file', ole('ThisWorkbook'), 'other'],
    ['a shortcut of Windows', latin1('L\0\0\0\x01\x14\x02\0\0\0\0\0\xc0\0\0\0\0\0\0F\x9b\0'), 'shortcut'],
    ['an alias of a Mac', latin1('book\0\0\0\0mark\0\0\0\x008'), 'shortcut'],
    ['a shortcut to a page', latin1('[InternetShortcut]\r\nURL=https://a.vn/\r\n'), 'shortcut'],
    ['a sheet left on Google Drive', latin1('{"":"WARNING!","doc_id":"1x","email":"a"}'), 'shortcut'],
    ['rar', latin1('Rar!\x1a\x07'), 'rar'],
    ['7z', latin1("7z\xbc\xaf'\x1c"), '7z'],
    ['PDF', latin1('%PDF-1.7\n\xff\x00'), 'pdf'],
    ['PNG', latin1('\x89PNG\r\n\x1a\n\0\0'), 'png'],
    ['JPEG', latin1('\xff\xd8\xff\xe0\0'), 'jpeg'],
    ['HEIC', latin1('\0\0\0\x18ftypheic'), 'heic'],
    ['RTF', latin1('{\\rtf1 x}'), 'rtf'],
    ['web page', Buffer.from('\uFEFF\n<!DOCTYPE html><html>'), 'html'],
    ['web table', Buffer.from('<table><tr><td>1.234'), 'html'],
    ['XHTML', Buffer.from('<?xml version="1.0"?><html>'), 'html'],
    [
      'XML spreadsheet',
      Buffer.from('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'),
      'xml-spreadsheet',
    ],
    ['other XML', Buffer.from('<?xml version="1.0"?><a/>'), 'xml'],
    ['text', Buffer.from('Xã,Hộ\n'), 'text'],
    ['text beginning like a picture', Buffer.from('BM,GIF\n1,2\n3,4\n'), 'text'],
    ['text in an old encoding', latin1('X\xb7 \xa7\xac,1\n'), 'text'],
    ['UTF-16', Buffer.from('\uFEFFXã,Hộ', 'utf16le'), 'text'],
    ['UTF-16 without mark', Buffer.from('Xa,Ho,1,2', 'utf16le'), 'text'],
    ['nothing', new Uint8Array(), 'empty'],
    ['spaces', Buffer.from(' \n'), 'empty'],
    ['zeros', new Uint8Array(5000), 'all-zero'],
    ['noise', deflateRawSync(Buffer.from('noise '.repeat(3) + 'abcdefghijk')), 'other'],
  ])('%s', (_name, bytes, kind) => {
    expect(sniff(bytes)).toBe(kind);
  });
});

describe('openSource', () => {
  const outcome = (path: string, bytes: Uint8Array): string => {
    const { file, findings, document } = openSource(sourceOf(bytes, path));
    return [file?.format, document === true ? 'document' : undefined, ...findings.map(({ code }) => code)]
      .filter((word) => word !== undefined)
      .join(' ');
  };

  it.each<[string, Uint8Array, string]>([
    ['a.xls', workbook(), 'xlsx'],
    ['a.xls', Buffer.from('Xã;Hộ\nA;1\n'), 'csv'],
    ['a.csv', Buffer.from('một cột\n1\n'), 'file/csv-one-column'],
    [
      'ghi chú.txt',
      Buffer.from('Kính gửi phòng, xã gửi biểu, liên hệ: 0912\nXin cảm ơn.\n'),
      'document file/note',
    ],
    ['a.txt', Buffer.from('Xã\tHộ\nA\t1\n'), 'csv'],
    ['a.txt', Buffer.from('Biểu 01\nTên thôn;Số hộ\nA;1;\n'), 'file/csv-uneven'],
    ['a.md', Buffer.from('một cột\n1\n'), 'file/plain-text'],
    [
      'Biểu 01.xlsx - Shortcut.lnk',
      latin1('L\0\0\0\x01\x14\x02\0\0\0\0\0\xc0\0\0\0\0\0\0F\x9b\0'),
      'file/shortcut',
    ],
    [
      'a.xlsx',
      typed('vnd.openxmlformats-officedocument.wordprocessingml.document.main'),
      'document file/document',
    ],
    ['a.docx', ole('WordDocument'), 'document file/document'],
    ['a.xlsx', latin1('%PDF-1.7'), 'document file/document'],
    ['a.xlsx', latin1('\xff\xd8\xff\xe0\0'), 'document file/document'],
    ['a.xlsx', ole('Workbook'), 'file/old-excel'],
    ['a.xlsx', ole('EncryptedPackage'), 'file/encrypted'],
    ['a.xlsx', odf('spreadsheet'), 'file/missing-part'],
    ['a.xlsx', typed('vnd.ms-excel.sheet.binary.macroEnabled.main'), 'file/other-spreadsheet'],
    ['a.xlsx', new Uint8Array(9), 'file/not-synced'],
    ['a.xlsx', new Uint8Array(), 'file/empty'],
    ['a.xlsx', Buffer.from('<html><body>'), 'file/web-page'],
    ['a.xlsx', buildZip([{ name: 'x.xlsx', content: '' }]), 'file/archive'],
    ['a.xlsx', workbook().subarray(0, -9), 'file/cut-short'],
    ['a.xlsx', typed('x'), 'file/not-workbook'],
    ['a.xlsx', latin1('\x01\x02\x03'), 'file/unknown-format'],
    ['a.numbers', buildZip([{ name: 'Index/Document.iwa', content: 'x' }]), 'file/iwork'],
    ['a.csv', Buffer.from('a,b\n1,2\n3,x\x0by\n'), 'csv file/csv-control'],
    ['a.csv', Buffer.from('a,b\n1,2\n3,x\0y\n'), 'csv file/csv-control'],
    ['a.csv', Buffer.from('a,b\n1,2\n3,x\0\0y\n'.padEnd(400, '4,5\n')), 'file/csv-binary'],
    [
      'a.numbers',
      buildZip([
        { name: 'index.xml', content: '<x/>' },
        { name: 'buildVersionHistory.plist', content: 'x' },
      ]),
      'file/iwork',
    ],
  ])('%s as %#', (path, bytes, expected) => {
    expect(outcome(path, bytes)).toBe(expected);
  });

  it('places the finding at the file as it was sent', () => {
    expect(openSource(sourceOf(new Uint8Array(), 'nop/xã.xlsx')).findings[0]?.at).toEqual({
      file: 'nop/xã.xlsx',
    });
  });
});
