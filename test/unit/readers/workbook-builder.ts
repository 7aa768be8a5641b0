/** Small workbooks written part by part; a test replaces or adds parts to say what is special about its file. */
import { buildZip, type BuiltPart } from './zip-builder.js';
import type { RawSheet, SourceFile } from '../../../src/model.js';
import { readWorkbook } from '../../../src/readers/xlsx/xlsx.js';

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const STRICT = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const XML = '<?xml version="1.0" encoding="UTF-8"?>';

export type Parts = Readonly<Record<string, string | Uint8Array>>;

export const sheetXml = (rows: string, after = '', before = ''): string =>
  `${XML}<worksheet xmlns="${MAIN}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;

export const DEFAULT_PARTS: Parts = {
  '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
  '_rels/.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheets><sheet name="Biểu 01" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONSHIPS}/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="rId3" Type="${RELATIONSHIPS}/styles" Target="styles.xml"/></Relationships>`,
  'xl/worksheets/sheet1.xml': sheetXml('<row r="1"><c r="A1"><v>30.3</v></c></row>'),
  'xl/sharedStrings.xml': `${XML}<sst xmlns="${MAIN}"><si><t>Xã Đắc Lua</t></si></sst>`,
  'xl/styles.xml': `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="0\\d"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy"/></numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs><dxfs count="1"><dxf><numFmt numFmtId="164" formatCode="yyyy"/></dxf></dxfs></styleSheet>`,
};

/** The parts of a workbook as entries, with some replaced. */
export const workbookParts = (changes: Parts = {}): BuiltPart[] =>
  Object.entries({ ...DEFAULT_PARTS, ...changes }).map(([name, content]) => ({ name, content }));

export const workbook = (changes: Parts = {}): Uint8Array => buildZip(workbookParts(changes));

export const sourceOf = (bytes: Uint8Array, path = 'nop/xa.xlsx'): SourceFile => ({
  path,
  bytes,
  sha256: '',
});

/** Codes of the findings that reading gives. */
export const codesOf = (bytes: Uint8Array): string[] =>
  readWorkbook(sourceOf(bytes)).findings.map(({ code }) => code);

/** The first sheet; fails when the workbook is refused. */
export function firstSheet(bytes: Uint8Array): RawSheet {
  const { file, findings } = readWorkbook(sourceOf(bytes));
  const sheet = file?.sheets[0];
  if (sheet === undefined) throw new Error(findings.map(({ message }) => message).join('; '));
  return sheet;
}

/** Cells of a sheet given as rows XML. */
export const cellsOf = (rows: string, changes: Parts = {}): RawSheet['cells'] =>
  firstSheet(workbook({ 'xl/worksheets/sheet1.xml': sheetXml(rows), ...changes })).cells;
