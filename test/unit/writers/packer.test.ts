import { Bookmark, Document, ExternalHyperlink, Header, Packer, Paragraph, TextRun } from 'docx';
import type { ParagraphChild } from 'docx';
import { ChartRun } from 'docx/charts';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { loadWorkbook, newWorkbook, workbookBytes } from '../../../src/writers/exceljs-adapter.js';
import { repack } from '../../../src/writers/package-packer.js';

async function report(): Promise<Uint8Array> {
  const chart = (title: string): ParagraphChild =>
    new ChartRun({
      type: 'bar',
      title,
      transformation: { width: 300, height: 150 },
      categories: ['A', 'B'],
      series: [{ name: 's', values: [1, 2] }],
    });
  const bookmark = (id: string) => new Bookmark({ id, children: [new TextRun(id)] });
  const document = new Document({
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph({ children: [chart('0')] })] }) },
        children: [
          new Paragraph({ children: [bookmark('a'), bookmark('b')] }),
          new Paragraph({
            children: [
              new ExternalHyperlink({ link: 'http://vi.du', children: [new TextRun('x')] }),
              chart('1'),
              chart('2'),
            ],
          }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

async function workbook(): Promise<Uint8Array> {
  const book = await newWorkbook();
  const cell = book.addWorksheet('Biểu 01').getCell('B2');
  cell.value = 'Thôn Đông';
  cell.font = { name: 'Times New Roman', size: 13, bold: true, italic: true, underline: true, family: 1 };
  return workbookBytes(book, '2024-12-10');
}

const parts = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));

describe('repack', () => {
  it('gives equal bytes for two builds of one Word report, embedded workbooks included', async () => {
    const [first, second] = [await report(), await report()];
    expect(Buffer.compare(first, second)).not.toBe(0);
    expect(Buffer.compare(repack(first), repack(second))).toBe(0);
  });

  it('gives equal bytes for two builds of one workbook', async () => {
    expect(Buffer.compare(await workbook(), await workbook())).toBe(0);
  });

  it('changes nothing when it is done again', async () => {
    const once = repack(await report());
    expect(Buffer.compare(repack(once), once)).toBe(0);
  });

  it('keeps every relationship of a Word part resolvable and every id its own', async () => {
    const before = parts(await report());
    const after = parts(repack(await report()));
    const list = after['word/_rels/document.xml.rels'] ?? '';
    const ids = [...list.matchAll(/ Id="([^"]*)"/gu)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => /^rId\d+$/u.test(id ?? ''))).toBe(true);
    const targets = (files: Record<string, string>): string[] => {
      const targetOf = new Map(
        [...(files['word/_rels/document.xml.rels'] ?? '').matchAll(/<Relationship [^>]*>/gu)].map(([tag]) => [
          / Id="([^"]*)"/u.exec(tag)?.[1],
          / Target="([^"]*)"/u.exec(tag)?.[1] ?? '',
        ]),
      );
      return [...(files['word/document.xml'] ?? '').matchAll(/ r:\w+="([^"]*)"/gu)].map(
        (match) => targetOf.get(match[1]) ?? 'lost',
      );
    };
    expect(targets(after)).toEqual(targets(before));
    expect(targets(after)).toContain('http://vi.du');
  });

  it('gives each drawing its own number and each bookmark one number for both ends', async () => {
    const after = parts(repack(await report()));
    const body = after['word/document.xml'] ?? '';
    const drawings = [...`${body}${after['word/header1.xml'] ?? ''}`.matchAll(/<wp:docPr id="(\d+)"/gu)];
    expect(drawings.map((match) => match[1]).sort()).toEqual(['1', '2', '3']);
    const ends = (end: string) =>
      [...body.matchAll(new RegExp(`<w:bookmark${end}[^>]*w:id="(\\d+)"`, 'gu'))].map((match) => match[1]);
    expect(ends('Start')).toEqual(['1', '2']);
    expect(ends('End')).toEqual(['1', '2']);
  });

  it('puts the parts that open a package first and dates it as told', async () => {
    const bytes = await workbook();
    const names = Object.keys(unzipSync(bytes));
    expect(names.slice(0, 2)).toEqual(['[Content_Types].xml', '_rels/.rels']);
    expect(names.slice(2)).toEqual(names.slice(2).sort());
    const core = parts(bytes)['docProps/core.xml'] ?? '';
    expect([...core.matchAll(/>(\d{4}-[^<]*)</gu)].map((match) => match[1])).toEqual([
      '2024-12-10T00:00:00Z',
      '2024-12-10T00:00:00Z',
    ]);
  });

  it('dates a package without a date by a fixed day', () => {
    const core = '<c><dcterms:created x="y">2026-01-01T09:00:00Z</dcterms:created></c>';
    const packed = repack(zipSync({ 'docProps/core.xml': strToU8(core) }));
    expect(parts(packed)['docProps/core.xml']).toContain('>2000-01-01T00:00:00Z<');
  });

  it('orders the children of a font as the schema does', async () => {
    const styles = parts(await workbook())['xl/styles.xml'] ?? '';
    const fonts = [...styles.matchAll(/<font>(.*?)<\/font>/gu)].map((match) =>
      [...(match[1] ?? '').matchAll(/<(\w+)/gu)].map((element) => element[1]),
    );
    expect(fonts).toContainEqual(['b', 'i', 'u', 'sz', 'name', 'family']);
  });

  it('keeps what the workbook says', async () => {
    const book = await loadWorkbook(await workbook());
    expect(book.getWorksheet('Biểu 01')?.getCell('B2').value).toBe('Thôn Đông');
    expect(book.getWorksheet('Biểu 01')?.getCell('B2').font.bold).toBe(true);
  });
});
