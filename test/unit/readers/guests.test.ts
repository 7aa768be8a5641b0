/** What a workbook carries besides figures is named, and old fonts go with their text. */
import { describe, expect, it } from 'vitest';
import { legacyFontOf } from '../../../src/readers/xlsx/legacy-font.js';
import { readWorkbook } from '../../../src/readers/xlsx/xlsx.js';
import {
  cellsOf,
  codesOf,
  DEFAULT_PARTS,
  MAIN,
  sheetXml,
  sourceOf,
  workbook,
  type Parts,
} from './workbook-builder.js';

const withParts = (parts: Parts): string[] => codesOf(workbook(parts));

describe('notices', () => {
  it.each<[string, Parts, string]>([
    ['macros', { 'xl/vbaProject.bin': 'x' }, 'file/macros'],
    ['old macro sheets', { 'xl/macrosheets/sheet1.xml': '<x/>' }, 'file/macros'],
    ['embedded files', { 'xl/embeddings/oleObject1.bin': 'x' }, 'file/embedded-objects'],
    ['connections', { 'xl/connections.xml': '<x/>' }, 'file/connections'],
  ])('%s', (_name, parts, code) => {
    expect(withParts(parts)).toEqual([code]);
  });

  it('names cells whose value comes from another workbook, with the value', () => {
    const rows =
      '<row r="1"><c r="A1"><f>[1]Sheet1!A1</f><v>7</v></c><c r="B1"><f>SUM(A1)</f><v>7</v></c></row>';
    const parts = {
      'xl/externalLinks/externalLink1.xml': '<x/>',
      'xl/worksheets/sheet1.xml': sheetXml(rows),
    };
    const [found, ...others] = readWorkbook(sourceOf(workbook(parts))).findings;
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: 'file/external-link', at: { sheet: 'Biểu 01', cell: 'A1' } });
    expect(found?.message).toContain('A1 (7)');
    expect(withParts({ 'xl/worksheets/sheet1.xml': sheetXml(rows) })).toEqual([]);
  });

  const related = (type: string, target: string): Parts => ({
    'xl/_rels/workbook.xml.rels': String(DEFAULT_PARTS['xl/_rels/workbook.xml.rels']).replace(
      '</Relationships>',
      `<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`,
    ),
  });

  it('names parts without figures that are absent, and reads on', () => {
    const types = [
      'theme',
      'calcChain',
      'connections',
      'externalLink',
      'customXml',
      'sheetMetadata',
      'person',
    ];
    for (const type of types) expect(withParts(related(type, 'NULL')), type).toEqual(['file/absent-part']);
    for (const type of [
      'printerSettings',
      'drawing',
      'vmlDrawing',
      'comments',
      'image',
      'pivotTable',
      'table',
    ])
      expect(
        withParts({
          'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships><Relationship Id="a" Type="x/${type}" Target="../x/y.bin"/></Relationships>`,
        }),
        type,
      ).toEqual(['file/absent-part']);
    const sheets = ['worksheet', 'chartsheet', 'dialogsheet', 'xlMacrosheet', 'sharedStrings', 'styles'];
    for (const type of sheets) expect(withParts(related(type, 'NULL')), type).toEqual(['file/missing-part']);
  });

  it('knows results from another workbook also when the list of it is absent', () => {
    const rows = '<row r="1"><c r="A1"><f>[1]Sheet1!A1</f><v>7</v></c></row>';
    const parts = {
      ...related('externalLink', 'externalLinks/externalLink1.xml'),
      'xl/worksheets/sheet1.xml': sheetXml(rows),
    };
    expect(withParts(parts)).toEqual(['file/absent-part', 'file/external-link']);
  });

  it('names hidden sheets with figures, not our own', () => {
    const hidden = (name: string): string[] =>
      withParts({
        'xl/workbook.xml': String(DEFAULT_PARTS['xl/workbook.xml']).replace(
          'name="Biểu 01"',
          `name="${name}" state="hidden"`,
        ),
      });
    expect(hidden('Nháp')).toEqual(['file/hidden-sheets']);
    expect(hidden('_tdkvh')).toEqual([]);
  });
});

describe('old fonts', () => {
  it.each([
    ['.VnTime', 'tcvn3'],
    ['.VnArial Narrow', 'tcvn3'],
    ['.VnTimeH', 'tcvn3-capitals'],
    ['.VnArial NarrowH', 'tcvn3-capitals'],
    ['.vntime', 'tcvn3'],
    ['VNI-Times', 'vni'],
    ['VNI Helve', 'vni'],
    ['Times New Roman', undefined],
    ['UVN Bay Buom', undefined],
    ['Vni', undefined],
  ])('%s', (name, font) => {
    expect(legacyFontOf(name)).toBe(font);
  });

  const styles = `<styleSheet xmlns="${MAIN}"><fonts><font><name val="Arial"/></font><font><sz val="12"/><name val=".VnTime"/></font><font/></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/></cellXfs><dxfs><dxf><font><name val="VNI-Times"/></font></dxf></dxfs></styleSheet>`;
  const texts = `<sst xmlns="${MAIN}"><si><t>x·</t></si><si><r><t>hé </t></r><r><rPr><rFont val="VNI-Times"/></rPr><t>hoä</t></r><r><rPr><rFont val="Arial"/></rPr><t> hộ</t></r></si></sst>`;
  const cells = (rows: string) => cellsOf(rows, { 'xl/styles.xml': styles, 'xl/sharedStrings.xml': texts });

  it('of a cell are told for text only', () => {
    const rows =
      '<row><c s="1" t="s"><v>0</v></c><c s="0" t="s"><v>0</v></c><c s="1"><v>5</v></c><c s="1" t="inlineStr"><is><t>a</t></is></c><c s="2" t="s"><v>0</v></c></row>';
    expect(cells(rows).map(({ legacyFont }) => legacyFont)).toEqual([
      'tcvn3',
      undefined,
      undefined,
      'tcvn3',
      undefined,
    ]);
  });

  it('of runs are told run by run; a run without font has that of the cell', () => {
    const [cell, plain] = cells('<row><c s="1" t="s"><v>1</v></c><c t="s"><v>1</v></c></row>');
    expect(cell).toEqual({
      row: 1,
      column: 1,
      kind: 'text',
      raw: 'hé hoä hộ',
      legacyRuns: [{ text: 'hé ', font: 'tcvn3' }, { text: 'hoä', font: 'vni' }, { text: ' hộ' }],
    });
    expect(plain?.legacyRuns?.[0]).toEqual({ text: 'hé ' });
  });
});
