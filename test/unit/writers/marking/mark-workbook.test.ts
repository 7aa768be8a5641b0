/** Marking a workbook: only the allowed parts change, every value reads as before, comments of people stay. */
import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { CellMark, RawSheet, ReplyGrid } from '../../../../src/model.js';
import { readWorkbook } from '../../../../src/readers/xlsx/xlsx.js';
import { loadWorkbook, newWorkbook, workbookBytes } from '../../../../src/writers/exceljs-adapter.js';
import { markWorkbook, type MarkingRequest } from '../../../../src/writers/marking/mark-workbook.js';

const FIXTURES = new URL('../../../../fixtures/', import.meta.url);
const GRID: ReplyGrid = {
  sheetName: 'Đề nghị sửa',
  widths: [5, 30],
  rows: [
    { style: 'title', cells: ['ĐỀ NGHỊ SỬA'] },
    { style: 'line', cells: ['1', ''], input: 1 },
  ],
};
const mark = (
  cell: string,
  text = 'Phải sửa\n“1.2k” không phải là số & <a>',
  sheet = 'Biểu 01',
): CellMark => ({
  sheet,
  cell,
  look: 'error',
  text,
});

function marked(bytes: Uint8Array, request: Partial<MarkingRequest>): Uint8Array {
  const outcome = markWorkbook(bytes, { marks: [], resolvedText: 'Đã sửa', ...request });
  if ('refused' in outcome) throw new Error(outcome.refused);
  return outcome.bytes;
}

const sheetsOf = (bytes: Uint8Array): readonly RawSheet[] => {
  const { file, findings } = readWorkbook({ path: 'a.xlsx', bytes, sha256: '' });
  if (file === undefined) throw new Error(findings.map(({ message }) => message).join());
  return file.sheets;
};

const textOf = (bytes: Uint8Array, part: string): string =>
  strFromU8(unzipSync(bytes)[part] ?? new Uint8Array());

/** Parts that differ or are new, in order. */
function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const [old, now] = [unzipSync(before), unzipSync(after)];
  expect(Object.keys(now)).toEqual(
    expect.arrayContaining(Object.keys(old).filter((name) => !name.endsWith('/'))),
  );
  return Object.keys(now)
    .filter((name) => {
      const earlier = old[name];
      return earlier === undefined || Buffer.compare(earlier, now[name] ?? new Uint8Array()) !== 0;
    })
    .sort();
}

/** A sheet with texts, a merge, a number and a comment of a person. */
async function smallWorkbook(): Promise<Uint8Array> {
  const workbook = await newWorkbook();
  const sheet = workbook.addWorksheet('Biểu 01');
  sheet.getCell('B2').value = 'Thôn Đông';
  sheet.getCell('C2').value = 1250;
  sheet.getCell('C2').numFmt = '#,##0';
  sheet.getCell('D2').value = 7;
  sheet.getCell('D2').note = 'Lời của cán bộ xã';
  sheet.mergeCells('B4:D4');
  sheet.getCell('B4').value = 'gộp';
  sheet.getRow(6).getCell(5).value = 3;
  workbook.addWorksheet('Khác').getCell('A1').value = 1;
  return workbookBytes(workbook);
}

const noteText = (note: unknown): string =>
  typeof note === 'object' && note !== null && 'texts' in note && Array.isArray(note.texts)
    ? note.texts.map((run: { text: string }) => run.text).join('')
    : String(note);

describe('markWorkbook', () => {
  it('fills and comments the cell and leaves every other part as it was', async () => {
    const before = await smallWorkbook();
    const after = marked(before, { marks: [mark('C2')] });
    expect(changedParts(before, after)).toEqual([
      'xl/comments1.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/styles.xml',
      'xl/worksheets/sheet1.xml',
    ]);
    const cell = (await loadWorkbook(after)).getWorksheet('Biểu 01')?.getCell('C2');
    expect(cell?.value).toBe(1250);
    expect(cell?.numFmt).toBe('#,##0');
    expect(cell?.fill).toMatchObject({ pattern: 'solid', fgColor: { argb: 'FFFFC7CE' } });
    expect(noteText(cell?.note)).toContain('“1.2k” không phải là số & <a>');
    expect(sheetsOf(after)).toEqual(sheetsOf(before));
  });

  it('puts the reply first, opens on it alone, and moves what counts sheets by their place', async () => {
    const workbook = await newWorkbook();
    for (const name of ['Một', 'Hai']) workbook.addWorksheet(name).getCell('A1').value = name;
    workbook.views = [
      { x: 0, y: 0, width: 1, height: 1, firstSheet: 1, activeTab: 2, visibility: 'visible' },
    ];
    const last = workbook.addWorksheet('Ba', { views: [{ state: 'normal', showGridLines: false }] });
    last.pageSetup.printArea = 'A1:B9';
    const plain = unzipSync(await workbookBytes(workbook));
    const selected = strFromU8(plain['xl/worksheets/sheet3.xml'] ?? new Uint8Array()).replace(
      '<sheetView ',
      '<sheetView tabSelected="1" ',
    );
    const before = zipSync({ ...plain, 'xl/worksheets/sheet3.xml': strToU8(selected) });
    const reply: ReplyGrid = {
      ...GRID,
      rows: [...GRID.rows.slice(0, 1), { style: 'header', cells: ['TT'] }],
    };
    const after = marked(before, { reply });
    const now = textOf(after, 'xl/workbook.xml');
    expect(Array.from(now.matchAll(/<sheet [^>]*name="([^"]*)"/gu), ([, name]) => name)).toEqual([
      'Đề nghị sửa',
      'Một',
      'Hai',
      'Ba',
    ]);
    expect(now).toMatch(/firstSheet="0"/u);
    expect(now).toMatch(/activeTab="0"/u);
    expect(now).toMatch(/<definedName name="_xlnm.Print_Area" localSheetId="3">[^<]*Ba/u);
    const parts = unzipSync(after);
    const open = Object.keys(parts).filter(
      (name) => name.includes('worksheets/sheet') && textOf(after, name).includes('tabSelected="1"'),
    );
    expect(open).toEqual(['xl/worksheets/sheet4.xml']);
    expect(textOf(after, 'xl/worksheets/sheet4.xml')).toContain('<selection activeCell="A2" sqref="A2"/>');
    expect((await loadWorkbook(after)).worksheets.map(({ name }) => name)[0]).toBe('Đề nghị sửa');
  });

  it('adds parts for comments where the sheet had none', async () => {
    const before = await smallWorkbook();
    const after = marked(before, { marks: [mark('A1', 'x', 'Khác')] });
    expect(changedParts(before, after)).toEqual([
      '[Content_Types].xml',
      'xl/comments2.xml',
      'xl/drawings/vmlDrawing2.vml',
      'xl/styles.xml',
      'xl/worksheets/_rels/sheet2.xml.rels',
      'xl/worksheets/sheet2.xml',
    ]);
    expect(noteText((await loadWorkbook(after)).getWorksheet('Khác')?.getCell('A1').note)).toBe('x');
  });

  it('keeps what a person wrote on the cell and adds its own words', async () => {
    const after = marked(await smallWorkbook(), { marks: [mark('D2', 'Cần xác nhận')] });
    const note = noteText((await loadWorkbook(after)).getWorksheet('Biểu 01')?.getCell('D2').note);
    expect(note).toMatch(/^Lời của cán bộ xã[\s\S]*Cần xác nhận$/u);
  });

  it('makes blank cells in their order: in a row, between rows, after the last and in a merged range', async () => {
    const before = await smallWorkbook();
    const after = marked(before, { marks: ['A2', 'E2', 'B3', 'C4', 'A6', 'Z900'].map((cell) => mark(cell)) });
    const cells = [...textOf(after, 'xl/worksheets/sheet1.xml').matchAll(/<c r="([A-Z]+\d+)"/gu)].map(
      ([, at]) => at,
    );
    expect(cells).toEqual(['A2', 'B2', 'C2', 'D2', 'E2', 'B3', 'B4', 'C4', 'D4', 'A6', 'E6', 'Z900']);
    const sheet = (await loadWorkbook(after)).getWorksheet('Biểu 01');
    // A merged range shows the comment of its first cell only.
    expect(noteText(sheet?.getCell('B4').note)).toContain('không phải là số');
    expect(sheetsOf(after)).toEqual(sheetsOf(before));
  });

  it('joins several marks of one cell under the heavier look', async () => {
    const marks: CellMark[] = [{ ...mark('C2', 'một'), look: 'warning' }, mark('C2', 'hai')];
    const cell = (await loadWorkbook(marked(await smallWorkbook(), { marks }))).worksheets[0]?.getCell('C2');
    expect(cell?.fill).toMatchObject({ fgColor: { argb: 'FFFFC7CE' } });
    expect(noteText(cell?.note)).toBe('một\n\nhai');
  });

  it('settles its own marks of the last time where nothing is wrong any more', async () => {
    const first = marked(await smallWorkbook(), { marks: [mark('C2', 'cũ'), mark('B2', 'cũ')] });
    const second = marked(first, { marks: [mark('B2', 'mới')] });
    const sheet = (await loadWorkbook(second)).getWorksheet('Biểu 01');
    expect(noteText(sheet?.getCell('C2').note)).toBe('Đã sửa');
    expect(sheet?.getCell('C2').fill).toMatchObject({ fgColor: { argb: 'FFC6EFCE' } });
    expect(noteText(sheet?.getCell('B2').note)).toBe('mới');
    expect(noteText(sheet?.getCell('D2').note)).toBe('Lời của cán bộ xã');
  });

  it('knows its own marks again after a program that forgets the authors of comments', async () => {
    const told = 'Phải sửa (VH301)\n“1.2k” không phải là số.';
    const first = unzipSync(marked(await smallWorkbook(), { marks: [mark('C2', told), mark('D2', told)] }));
    const part = Object.keys(first).find((name) => /comments\d*\.xml$/u.test(name)) ?? '';
    const forgotten = strFromU8(first[part] ?? new Uint8Array()).replace('>tdkvh</', '> </');
    const bytes = zipSync({ ...first, [part]: strToU8(forgotten) });
    const second = marked(bytes, { marks: [mark('D2', told)] });
    const sheet = (await loadWorkbook(second)).getWorksheet('Biểu 01');
    expect(noteText(sheet?.getCell('C2').note)).toBe('Đã sửa');
    expect(sheet?.getCell('C2').fill).toMatchObject({ fgColor: { argb: 'FFC6EFCE' } });
    // What the person wrote stays, what we said stands there once.
    expect(noteText(sheet?.getCell('D2').note)).toBe(`Lời của cán bộ xã\n${told}`);
  });

  it('draws its notes into a drawing whose namespaces have other names', async () => {
    const parts = unzipSync(await smallWorkbook());
    const part = Object.keys(parts).find((name) => name.endsWith('.vml')) ?? '';
    const renamed = strFromU8(parts[part] ?? new Uint8Array()).replace(
      /(<\/?|\s|xmlns:)([vox])(?=[:=])/gu,
      (_, before: string, prefix: string) => `${before}ns${'vox'.indexOf(prefix)}`,
    );
    const bytes = zipSync({ ...parts, [part]: strToU8(renamed) });
    const drawn = textOf(marked(bytes, { marks: [mark('C2'), mark('D2')] }), part);
    expect(drawn.match(/<ns0:shape\s/gu)).toHaveLength(2);
    expect(drawn.match(/<ns2:Row>/gu)).toHaveLength(2);
    expect(drawn).not.toMatch(/<\/?[vox]:/u);
  });

  it('adds the reply sheet first, under a free name, and says so in workbook, relationships and properties', async () => {
    const before = await smallWorkbook();
    const once = marked(before, { reply: GRID });
    expect(changedParts(before, once)).toEqual([
      '[Content_Types].xml',
      'docProps/app.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet3.xml',
    ]);
    expect(textOf(once, 'docProps/app.xml')).toMatch(
      /<vt:i4>3<\/vt:i4>.*size="3".*<vt:lpstr>Đề nghị sửa<\/vt:lpstr><vt:lpstr>Biểu 01</su,
    );
    const twice = marked(once, { reply: GRID });
    expect(sheetsOf(twice).map(({ name }) => name)).toEqual([
      'Đề nghị sửa (2)',
      'Đề nghị sửa',
      'Biểu 01',
      'Khác',
    ]);
    const input = (await loadWorkbook(once)).getWorksheet('Đề nghị sửa')?.getCell('B2');
    expect(input?.protection).toMatchObject({ locked: false });
  });

  it('gives the same bytes for the same input', async () => {
    const before = await smallWorkbook();
    const request = { marks: [mark('C2'), mark('Z900')], reply: GRID };
    expect(marked(before, request)).toEqual(marked(before, request));
  });

  it('refuses signed packages, the strict variant and parts that are not UTF-8', async () => {
    const parts = unzipSync(await smallWorkbook());
    const refusal = (changes: Record<string, Uint8Array>) =>
      markWorkbook(zipSync({ ...parts, ...changes }), { marks: [mark('C2')], resolvedText: '' });
    expect(refusal({ '_xmlsignatures/origin.sigs': new Uint8Array() })).toEqual({ refused: 'signed' });
    const workbook = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array());
    const strict = workbook.replace(
      'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
      'http://purl.oclc.org/ooxml/spreadsheetml/main',
    );
    expect(refusal({ 'xl/workbook.xml': strToU8(strict) })).toEqual({ refused: 'strict' });
    expect(refusal({ 'xl/styles.xml': new Uint8Array([0xff, 0xfe, 0x3c, 0]) })).toEqual({
      refused: 'unusual',
    });
  });

  it('declares the type of relationships where the package only names them one by one', async () => {
    const parts = unzipSync(await smallWorkbook());
    const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array()).replace(
      /<Default Extension="rels"[^>]*>/u,
      '',
    );
    const bytes = zipSync({ ...parts, '[Content_Types].xml': strToU8(types) });
    const after = marked(bytes, { marks: [mark('A1', 'x', 'Khác')] });
    expect(textOf(after, '[Content_Types].xml')).toContain('Extension="rels"');
  });
});

describe.each([
  ['exceljs', 'district-2024/submissions/09193-thi-tran-cho-bieu-01-04-2024.xlsx'],
  ['LibreOffice', 'libreoffice/09199-xa-tam-da-bieu-01-04-2024.xlsx'],
])('a form saved by %s', (_, path) => {
  const before = new Uint8Array(readFileSync(new URL(path, FIXTURES)));
  const marks = ['F9', 'M11', 'AO40'].map((cell) => mark(cell));
  const after = marked(before, { marks, reply: GRID });

  it('keeps its values and all parts but the allowed ones', () => {
    expect(sheetsOf(after).slice(1)).toEqual(sheetsOf(before));
    const allowed =
      /^(\[Content_Types\]\.xml|docProps\/app\.xml|xl\/(workbook\.xml|styles\.xml|_rels\/workbook\.xml\.rels|comments\d+\.xml|drawings\/vmlDrawing\d+\.vml|worksheets\/(_rels\/)?sheet\d+\.xml(\.rels)?))$/u;
    const changed = changedParts(before, after);
    expect(changed.filter((name) => !allowed.test(name))).toEqual([]);
    // One sheet is marked, one is new.
    expect(changed.filter((name) => /^xl\/worksheets\/sheet/u.test(name))).toHaveLength(2);
  });

  it('differs in its sheet by styles, new blank cells and the drawing only', () => {
    const [part = ''] = changedParts(before, after).filter(
      (name) => /^xl\/worksheets\/sheet/u.test(name) && unzipSync(before)[name] !== undefined,
    );
    const bare = (bytes: Uint8Array): string =>
      textOf(bytes, part)
        .replace(/<legacyDrawing\b[^>]*\/>/u, '')
        .replace(/(<c\b[^>]*?) s="\d+"/gu, '$1')
        .replace(/<c r="[A-Z]+\d+"\s*\/>/gu, '')
        .replace(/<row r="\d+"><\/row>/gu, '');
    expect(bare(after)).toBe(bare(before));
  });
});
