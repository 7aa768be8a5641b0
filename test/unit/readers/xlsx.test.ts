/** The plain value reader: stored cells only, raw spelling, true addresses, whatever the dialect of the writer. */
import { describe, expect, it } from 'vitest';
import {
  cellsOf,
  codesOf,
  DEFAULT_PARTS,
  firstSheet,
  MAIN,
  sheetXml,
  sourceOf,
  STRICT,
  workbook,
} from './workbook-builder.js';
import { readWorkbook } from '../../../src/readers/xlsx/xlsx.js';

const SHEET = 'xl/worksheets/sheet1.xml';
const sst = (items: string): Record<string, string> => ({
  'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${items}</sst>`,
});
const one = (cell: string, changes = {}): unknown => cellsOf(`<row r="1">${cell}</row>`, changes)[0];

describe('formulas', () => {
  const formulas = (rows: string) =>
    cellsOf(rows).map(({ row, column, formula, expression, writtenAt }) => [
      `${String(row)}:${String(column)}`,
      formula,
      expression,
      writtenAt,
    ]);

  it('travel with their cell, with the place they were written for when they are shared', () => {
    const rows =
      '<row r="1"><c r="A1"><f>B1+1</f><v>3</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">$C1*2</f><v>2</v></c></row>' +
      '<row r="2"><c r="B2"><f t="shared" si="0"/><v>4</v></c><c r="C2"><f t="shared" si="9"/><v>4</v></c></row>' +
      '<row r="3"><c r="A3" t="str"><f>=A1&amp;"x"</f><v>3x</v></c></row>';
    expect(formulas(rows)).toEqual([
      ['1:1', true, 'B1+1', undefined],
      ['1:2', true, '$C1*2', undefined],
      ['2:2', true, '$C1*2', { row: 1, column: 2 }],
      ['2:3', true, undefined, undefined],
      ['3:1', true, 'A1&"x"', undefined],
    ]);
  });

  it('over several cells belong to none of them, and all of them are results', () => {
    const rows =
      '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2*2</f><v>3</v></c></row><row r="2"><c r="A2"><v>4</v></c><c r="B2"><v>2</v></c></row>';
    expect(formulas(rows)).toEqual([
      ['1:1', true, undefined, undefined],
      ['2:1', true, undefined, undefined],
      ['2:2', undefined, undefined, undefined],
    ]);
  });

  it.each([
    ['', undefined],
    ['<calcPr calcId="1"/>', undefined],
    ['<calcPr calcMode="auto" fullCalcOnLoad="0" calcCompleted="1" fullPrecision="1"/>', undefined],
    ['<calcPr calcMode="manual"/>', 'manual'],
    ['<calcPr calcCompleted="0"/>', 'not-completed'],
    ['<calcPr fullCalcOnLoad="1"/>', 'on-load'],
    ['<calcPr fullPrecision="false"/>', 'as-shown'],
  ])('say how they were calculated: %s', (calculation, expected) => {
    const plain = String(DEFAULT_PARTS['xl/workbook.xml']);
    const bytes = workbook({ 'xl/workbook.xml': plain.replace('</sheets>', `</sheets>${calculation}`) });
    expect(readWorkbook(sourceOf(bytes)).file?.calculation).toBe(expected);
  });
});

describe('values', () => {
  it('keeps the raw spelling of numbers', () => {
    for (const raw of ['30.300000000000001', '12345678901234567', '-0', '1E+3', '0.1'])
      expect(one(`<c r="A1"><v> ${raw}\n</v></c>`)).toEqual({ row: 1, column: 1, kind: 'number', raw });
  });

  it.each(['NaN', '1,5', '0x1F', 'INF'])('does not call %s a number', (raw) => {
    expect(one(`<c r="A1"><v>${raw}</v></c>`)).toMatchObject({ kind: 'text', raw });
  });

  it('tells text, booleans, errors and dates apart', () => {
    const cells = cellsOf(
      '<row><c t="s"><v>0</v></c><c t="inlineStr"><is><t>Thôn 1</t></is></c><c t="str"><v>a</v></c>' +
        '<c t="b"><v>1</v></c><c t="b"><v>false</v></c><c t="e"><v>#DIV/0!</v></c><c t="d"><v>2025-06-30T00:00:00</v></c></row>',
    );
    expect(cells.map(({ kind, raw, column }) => [column, kind, raw])).toEqual([
      [1, 'text', 'Xã Đắc Lua'],
      [2, 'text', 'Thôn 1'],
      [3, 'text', 'a'],
      [4, 'boolean', '1'],
      [5, 'boolean', '0'],
      [6, 'error', '#DIV/0!'],
      [7, 'text', '2025-06-30'],
    ]);
    expect(cells[6]?.numberFormat).toBe('date');
  });

  it('tells a result of zero, an empty result and no result apart', () => {
    const cells = cellsOf(
      '<row><c><f>A9</f><v>0</v></c><c t="str"><f>A9</f><v></v></c><c><f>A9</f></c><c><f>A9</f><v/></c><c t="str"><f>A9</f></c></row>',
    );
    expect(cells).toEqual([
      { row: 1, column: 1, kind: 'number', raw: '0', formula: true, expression: 'A9' },
      { row: 1, column: 2, kind: 'text', raw: '', formula: true, expression: 'A9' },
      { row: 1, column: 3, kind: 'text', raw: '', formula: true, expression: 'A9', uncalculated: true },
      { row: 1, column: 4, kind: 'text', raw: '', formula: true, expression: 'A9', uncalculated: true },
      { row: 1, column: 5, kind: 'text', raw: '', formula: true, expression: 'A9', uncalculated: true },
    ]);
  });

  it('joins rich text and leaves phonetic guides out', () => {
    const si =
      '<si><r><rPr><b/></rPr><t xml:space="preserve">Tổng </t></r><r><t>số</t></r><rPh sb="0" eb="1"><t>x</t></rPh><phoneticPr fontId="1"/></si>';
    expect(one('<c r="A1" t="s"><v>0</v></c>', sst(si))).toMatchObject({ raw: 'Tổng số' });
    expect(one('<c r="A1" t="inlineStr"><is><r><t>Số </t></r><r><t>hộ</t></r></is></c>')).toMatchObject({
      raw: 'Số hộ',
    });
  });

  it('honours xml:space, escapes and CDATA', () => {
    const text = (content: string, space = ''): unknown =>
      one('<c r="A1" t="s"><v>0</v></c>', sst(`<si><t${space}>${content}</t></si>`));
    expect(text(' a ', ' xml:space="preserve"')).toMatchObject({ raw: ' a ' });
    expect(text(' a ')).toMatchObject({ raw: 'a' });
    expect(text('a_x000D_b')).toMatchObject({ raw: 'a\rb' });
    expect(text('_x005F_x0041_')).toMatchObject({ raw: '_x0041_' });
    expect(text('<![CDATA[a<b]]>')).toMatchObject({ raw: 'a<b' });
  });

  it('counts empty entries of the text store', () => {
    expect(one('<c r="A1" t="s"><v>2</v></c>', sst('<si/><si><t/></si><si><t>c</t></si>'))).toMatchObject({
      raw: 'c',
    });
  });

  it('leaves blank cells out', () => {
    expect(
      cellsOf('<row><c s="1"/><c t="s"/><c t="s"><v>0</v></c><c><v/></c></row>', sst('<si><t/></si>')),
    ).toEqual([]);
  });

  it('reads formats only as far as they change the meaning of a number', () => {
    const formats = [0, 1, 2, 3, 4, 99].map((style) => one(`<c r="A1" s="${style}"><v>1</v></c>`));
    expect(formats.map((cell) => (cell as { numberFormat?: string }).numberFormat)).toEqual([
      undefined,
      'percent',
      'date',
      undefined,
      'date',
      undefined,
    ]);
  });
});

describe('places', () => {
  it('counts on where addresses are missing', () => {
    const cells = cellsOf(
      '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row r="5"/><row><c><v>4</v></c></row>',
    );
    expect(cells.map(({ row, column }) => [row, column])).toEqual([
      [1, 1],
      [1, 4],
      [1, 5],
      [6, 1],
    ]);
  });

  it('orders cells of a sheet that is stored out of order', () => {
    const cells = cellsOf(
      '<row r="3"><c r="B3"><v>3</v></c><c r="A3"><v>2</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>',
    );
    expect(cells.map(({ raw }) => raw)).toEqual(['1', '2', '3']);
  });

  it('keeps one stored value of a merged range', () => {
    const sheet = firstSheet(
      workbook({
        [SHEET]: sheetXml(
          '<row r="1"><c r="A1"><v>10</v></c></row><row r="2"><c r="A2"/></row>',
          '<mergeCells><mergeCell ref="A1:A3"/><mergeCell ref="C5"/></mergeCells>',
        ),
      }),
    );
    expect(sheet.cells).toHaveLength(1);
    expect(sheet.merges).toEqual([
      { top: 1, left: 1, bottom: 3, right: 1 },
      { top: 5, left: 3, bottom: 5, right: 3 },
    ]);
  });

  it('tells hidden rows, columns and sheets, and the 1904 calendar', () => {
    const sheet = firstSheet(
      workbook({
        [SHEET]: sheetXml(
          '<row r="1" hidden="1"><c r="C1"><v>1</v></c></row><row r="2" hidden="0"><c r="A2"><v>1</v></c></row><row r="9" hidden="1"/>',
          '',
          '<cols><col min="2" max="3" hidden="true"/><col min="10" max="16384" hidden="1"/></cols>',
        ),
        'xl/workbook.xml': String(DEFAULT_PARTS['xl/workbook.xml'])
          .replace('<sheets>', '<workbookPr date1904="1"/><sheets>')
          .replace('sheetId', 'state="veryHidden" sheetId'),
      }),
    );
    expect(sheet).toMatchObject({
      state: 'veryHidden',
      date1904: true,
      hiddenRows: [1],
      hiddenColumns: [2, 3],
    });
  });

  it('finds sheets by relationship, in the order of the workbook', () => {
    const bytes = workbook({
      'xl/workbook.xml': String(DEFAULT_PARTS['xl/workbook.xml']).replace(
        '<sheets>',
        '<sheets><sheet name="Đầu" sheetId="7" r:id="other"/>',
      ),
      'xl/_rels/workbook.xml.rels': String(DEFAULT_PARTS['xl/_rels/workbook.xml.rels']).replace(
        '</Relationships>',
        '<Relationship Id="other" Type="x/worksheet" Target="../Trang%20M.xml"/></Relationships>',
      ),
      'Trang M.xml': sheetXml('<row><c><v>7</v></c></row>'),
    });
    expect(firstSheet(bytes)).toMatchObject({ name: 'Đầu', cells: [{ raw: '7' }] });
  });
});

describe('dialects', () => {
  const prefixed = `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>30.3</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
  const strict = (text: string | Uint8Array | undefined): string =>
    String(text)
      .replaceAll(MAIN, STRICT)
      .replaceAll(
        'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
        'http://purl.oclc.org/ooxml/officeDocument/relationships',
      );
  const plain = sheetXml('<row r="1"><c r="A1"><v>30.3</v></c></row>');

  it.each<[string, Record<string, string | Uint8Array>]>([
    ['prefixed names', { [SHEET]: prefixed }],
    [
      'strict namespaces',
      Object.fromEntries(Object.entries(DEFAULT_PARTS).map(([name, text]) => [name, strict(text)])),
    ],
    ['UTF-8 with mark', { [SHEET]: `\uFEFF${plain}` }],
    [
      'UTF-16 little-endian',
      { [SHEET]: Buffer.from(`\uFEFF${plain.replace('UTF-8', 'UTF-16')}`, 'utf16le') },
    ],
    [
      'UTF-16 big-endian',
      { [SHEET]: Buffer.from(`\uFEFF${plain.replace('UTF-8', 'UTF-16')}`, 'utf16le').swap16() },
    ],
    [
      'extensions',
      {
        [SHEET]: sheetXml(
          '<row r="1"><c r="A1"><v>30.3</v><extLst><ext><v>9</v></ext></extLst></c><x:c xmlns:x="urn:x" r="B1"><x:v>9</x:v></x:c></row>',
          '<extLst><row><c><v>9</v></c></row></extLst>',
        ),
      },
    ],
  ])('%s', (_name, parts) => {
    expect(firstSheet(workbook(parts)).cells).toEqual([{ row: 1, column: 1, kind: 'number', raw: '30.3' }]);
  });
});

describe('contradictions', () => {
  it.each([
    [
      'same cell twice',
      'file/doubled-cell',
      '<row r="1"><c r="A1"><v>10</v></c><c r="A1"><v>99</v></c></row>',
    ],
    [
      'same row twice',
      'file/doubled-cell',
      '<row r="1"><c r="A1"><v>10</v></c></row><row r="1"><c r="A1"><v>99</v></c></row>',
    ],
    ['cell of another row', 'file/bad-cell', '<row r="1"><c r="A2"><v>1</v></c></row>'],
    ['impossible address', 'file/bad-cell', '<row r="1"><c r="XFE1"><v>1</v></c></row>'],
    ['impossible row', 'file/bad-cell', '<row r="1048577"><c><v>1</v></c></row>'],
    ['unknown type', 'file/bad-cell', '<row r="1"><c t="z"><v>1</v></c></row>'],
    ['boolean that is none', 'file/bad-cell', '<row r="1"><c t="b"><v>2</v></c></row>'],
    ['text that is not in the store', 'file/lost-text', '<row r="1"><c t="s"><v>1</v></c></row>'],
    ['index that is no number', 'file/lost-text', '<row r="1"><c t="s"><v>-1</v></c></row>'],
  ])('%s', (_name, code, rows) => {
    expect(codesOf(workbook({ [SHEET]: sheetXml(rows) }))).toEqual([code]);
  });
});
