/** The office's own CSV files: strict about structure, easy about byte order mark, separator and line ends. */
import { describe, expect, it } from 'vitest';
import { readDelimitedTable } from '../../../src/readers/csv/delimited-table.js';

const read = (text: string | Uint8Array) =>
  readDelimitedTable(typeof text === 'string' ? Buffer.from(text) : text, 'bang.csv');
const rows = (text: string) => read(text).rows.map((row) => [row.line, Object.fromEntries(row.cells)]);
const codes = (text: string | Uint8Array) => read(text).findings.map((one) => one.code);

describe('readDelimitedTable', () => {
  it.each([
    ['comma', 'a,b\n1,2\n'],
    ['semicolon', 'a;b\n1;2\n'],
    ['byte order mark, CR LF', '\uFEFFa,b\r\n1,2\r\n'],
    ['no last line end', 'a,b\n1,2'],
    ['blank columns at the end', 'a,b,,\n1,2,,\n'],
    ['spaces and NFD-safe quotes', '"a", b \n"1",\u00A02\n'],
  ])('%s', (_name, text) => {
    expect(rows(text)).toEqual([[2, { a: '1', b: '2' }]]);
    expect(codes(text)).toEqual([]);
  });

  it('keeps line numbers over blank lines and line breaks in cells', () => {
    for (const end of ['\n', '\r\n'])
      expect(rows(['a,b', '', '1,"x', 'y"', ',', '2,z', ''].join(end))).toEqual([
        [3, { a: '1', b: 'x y' }],
        [6, { a: '2', b: 'z' }],
      ]);
  });

  it('names two hundred rows that do not fit, and counts the rest', () => {
    const { findings, rows: kept } = read(`a,b\n${'1\n'.repeat(100_000)}5,6\n`);
    expect(findings).toHaveLength(201);
    expect(findings.at(-1)).toMatchObject({ code: 'table/more-rows', at: { cell: 'A202' } });
    expect(findings.at(-1)?.message).toContain('99800 dòng khác, từ dòng 202 đến dòng 100001');
    expect(kept).toHaveLength(1);
  });

  it.each([
    ['columns', `a${',c'.repeat(100_000)}\n`, 'table/too-many-columns'],
    ['cells', `a,b\n${'1,2\n'.repeat(600_000)}`, 'configuration/text-too-long'],
    ['letters', `a,b\n1,${'x'.repeat(13_000_000)}\n`, 'configuration/text-too-long'],
    ['letters in quotes', `a,b\n1,"${'x'.repeat(13_000_000)}"\n`, 'configuration/text-too-long'],
  ])('too many %s are told, and nothing is read', (_name, text, code) => {
    expect(codes(text)).toEqual([code]);
    expect(rows(text)).toEqual([]);
  });

  it('leaves blank cells out: missing is not an empty text', () => {
    expect(read('a,b\n1,\n').rows[0]?.cells.has('b')).toBe(false);
  });

  it('names rows that do not fit and reads the others', () => {
    expect(codes('a,b\n1,2,3\n4\n5,6\n')).toEqual(['table/row-width', 'table/row-width']);
    expect(rows('a,b\n1,2,3\n4\n5,6\n')).toEqual([[4, { a: '5', b: '6' }]]);
  });

  it.each([
    ['table/no-header', ''],
    ['table/no-header', '\uFEFF\r\n\r\n'],
    ['table/repeated-column', 'a,b,a\n1,2,3\n'],
    ['table/broken-quotes', 'a,b\n1,"x\n2,y\n'],
    ['table/broken-quotes', 'a,b\n1,x "y" z\n'],
    ['table/not-utf8', Buffer.from([0x61, 0x0a, 0xd0, 0x20])],
    ['table/not-utf8', Buffer.from('\uFEFFa,b\n1,2\n', 'utf16le')],
  ])('%s', (code, bytes) => {
    expect(codes(bytes)).toEqual([code]);
  });
});
