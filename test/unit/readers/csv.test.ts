/** CSV: the delimiter is found or asked for, lines are those of the file, nothing is padded, cut or guessed. */
import { describe, expect, it } from 'vitest';
import type { ReadOutcome } from '../../../src/readers/xlsx/xlsx.js';
import { readCsv } from '../../../src/readers/csv/csv.js';
import { sourceOf } from './workbook-builder.js';

const read = (content: string | Uint8Array): ReadOutcome =>
  readCsv(sourceOf(typeof content === 'string' ? Buffer.from(content) : content, 'nop/xa.csv'));

/** `row,column=text` of every cell, or the codes when the file is refused. */
function shown(content: string | Uint8Array): string {
  const { file, findings } = read(content);
  if (file === undefined) return findings.map(({ code, at }) => `${code} ${at.cell ?? ''}`.trim()).join(' ');
  return (file.sheets[0]?.cells ?? []).map(({ row, column, raw }) => `${row},${column}=${raw}`).join(' | ');
}

const utf16 = (text: string, mark = '\uFEFF'): Buffer => Buffer.from(mark + text, 'utf16le');
const TABLE = '1,1=Xã | 1,2=Hộ | 2,1=A | 2,2=12';

describe('accepted', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['comma', 'Xã,Hộ\nA,12\n', TABLE],
    ['semicolon, Windows line ends', 'Xã;Hộ\r\nA;12\r\n', TABLE],
    ['tab', 'Xã\tHộ\nA\t12', TABLE],
    ['bar', 'Xã|Hộ\nA|12', TABLE],
    ['old Mac line ends', 'Xã,Hộ\rA,12\r', TABLE],
    ['mixed line ends', 'Xã,Hộ\r\nA,12\n', TABLE],
    ['UTF-8 mark', '\uFEFFXã,Hộ\nA,12', TABLE],
    ['UTF-16 little-endian', utf16('Xã,Hộ\r\nA,12\r\n'), TABLE],
    ['UTF-16 big-endian', utf16('Xã,Hộ\nA,12').swap16(), TABLE],
    ['UTF-16 without mark', utf16('Xã,Hộ\r\nA,12\r\n', ''), TABLE],
    ['UTF-16 big-endian without mark', utf16('Xã,Hộ\nA,12', '').swap16(), TABLE],
    ['blank rows at the end', 'Xã,Hộ\r\nA,12\r\n,\r\n,\r\n\r\n', TABLE],
    ['more blank columns at the end', 'Xã,Hộ\nA,12\n,,,\n', TABLE],
    ['declared delimiter keeps line numbers', 'sep=;\r\nXã;Hộ\r\nA;12', '2,1=Xã | 2,2=Hộ | 3,1=A | 3,2=12'],
    ['declared delimiter beside an even one', 'sep=;\nX,ã;Hộ\nA,;12', '2,1=X,ã | 2,2=Hộ | 3,1=A, | 3,2=12'],
    [
      'decimal comma beside semicolons',
      'Xã;Tỷ lệ\nA;1,5\nB;2',
      '1,1=Xã | 1,2=Tỷ lệ | 2,1=A | 2,2=1,5 | 3,1=B | 3,2=2',
    ],
    ['delimiter inside quotes', 'a,b\n"1,5",2', '1,1=a | 1,2=b | 2,1=1,5 | 2,2=2'],
    ['doubled quotes', 'a,b\n"x""y",2', '1,1=a | 1,2=b | 2,1=x"y | 2,2=2'],
    ['line break inside quotes', 'a,b\n"x\r\ny",2\nz,3', '1,1=a | 1,2=b | 2,1=x\ny | 2,2=2 | 4,1=z | 4,2=3'],
    ['blank lines', 'a,b\n\n\n1,2\n', '1,1=a | 1,2=b | 4,1=1 | 4,2=2'],
    ['empty cells are absent', 'a,b\n,\n0,', '1,1=a | 1,2=b | 3,1=0'],
    ['spelling is kept', 'a,b\n 1.234 ,007', '1,1=a | 1,2=b | 2,1= 1.234  | 2,2=007'],
  ])('%s', (_name, content, expected) => {
    expect(shown(content)).toBe(expected);
  });

  it('gives one visible sheet without name, all cells text', () => {
    const { file } = read('a,b\n1,2');
    expect(file?.format).toBe('csv');
    expect(file?.sheets).toHaveLength(1);
    expect(file?.sheets[0]).toMatchObject({ name: '', state: 'visible' });
    expect(new Set(file?.sheets[0]?.cells.map(({ kind }) => kind))).toEqual(new Set(['text']));
  });
});

describe('refused', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'file/empty'],
    ['only a mark and line ends', '\uFEFF\r\n', 'file/empty'],
    ['not UTF-8', Buffer.from([0x61, 0x2c, 0x62, 0x0a, 0x58, 0xe3, 0x2c, 0x31]), 'file/csv-encoding A2'],
    ['zero bytes', 'a,b\n1,\u0000\u00002', 'file/csv-binary A2'],
    ['letters already lost', 'a,b\nTh\uFFFDn,2', 'file/csv-lost-letters A2'],
    ['one column', 'a\n1\n2', 'file/csv-one-column A1'],
    ['two even delimiters', 'a,b;c\n1,5;2', 'file/csv-separator-unclear A1'],
    ['missing column', 'a,b,c\n1,2,3\n1,2\n4,5,6', 'file/csv-short A3'],
    ['extra column', 'a,b\n1,2\n1,234,5\n3,4', 'file/csv-uneven A3'],
    ['uneven under a declared delimiter', 'sep=;\na;b\n1;2\n3', 'file/csv-short A4'],
    ['unclosed quote', 'a,b\n1,2\n\n"3,4\n5,6\n', 'file/csv-quote A4'],
    ['quote inside a word', 'a,b\nx"y,2', 'file/csv-quote A2'],
    ['text after a closing quote', 'a,b\n"x"y,2', 'file/csv-quote A2'],
    ['endless record', `a,b\n1,"${'x'.repeat(1_100_000)}"`, 'file/csv-long-record A2'],
  ])('%s', (_name, content, expected) => {
    expect(shown(content)).toBe(expected);
  });

  it('names every uneven line', () => {
    const message = read('a,b\n1,2\n3\n4,5\n6,7,8\n9,10').findings[0]?.message;
    expect(message).toContain('3, 5');
  });
});

describe('control characters', () => {
  const codes = (content: string): readonly string[] =>
    read(content).findings.map(
      ({ code, at, message }) => `${code} ${at.cell ?? ''} ${/dòng ([\d, …]+);/u.exec(message)?.[1] ?? ''}`,
    );
  it('are spaces, with their lines named; a number that one cuts is none', () => {
    const text = 'a,b\n1,2\n3,x\u000by\n\u001f7,1\u000b234\n';
    expect(shown(text)).toBe('1,1=a | 1,2=b | 2,1=1 | 2,2=2 | 3,1=3 | 3,2=x y | 4,1= 7 | 4,2=1\uFFFD234');
    expect(codes(text)).toEqual(['file/csv-control A3 3, 4']);
    expect(shown('a,b\n1,x\u0000y')).toBe('1,1=a | 1,2=b | 2,1=1 | 2,2=x y');
  });

  it('are no row where nothing else stands in their line, nor at the end of a text of DOS', () => {
    const plain = '1,1=a | 1,2=b | 2,1=1 | 2,2=2';
    expect(shown('a,b\n1,2\n\u0007\n')).toBe(plain);
    expect(shown('a,b\n \u000c \n1,2\n')).toBe(plain.replaceAll(' 2,', ' 3,'));
    expect(shown('a,b\r\n1,2\r\n\u001a')).toBe(plain);
    expect(codes('a,b\n1,2\n\u001a\n')).toEqual([]);
    expect(codes('a,b\n1,2\n\u0007\n')).toEqual(['file/csv-control A3 3']);
  });
});

describe('short rows', () => {
  /** A table as Excel leaves it: rows end after the last filled cell when the columns behind are blank. */
  const table = (short: readonly string[], whole = ['A,1,2,,', 'B,3,4,,', 'C,5,6,,ghi chú']): string =>
    ['ten,k,l,tyle,note', ...whole, ...short].join('\n');

  it('are read where a separator can be missing at the end only', () => {
    const content = table(['D,7,8', 'E,,9', 'F,-,-']);
    expect(shown(content)).toMatch(/5,1=D \| 5,2=7 \| 5,3=8 \| 6,1=E \| 6,3=9 \| 7,1=F \| 7,2=- \| 7,3=-$/u);
    expect(read(content).findings.map(({ code, at }) => `${code} ${at.cell ?? ''}`)).toEqual([
      'file/csv-short-read A5',
    ]);
  });

  it.each<[string, string]>([
    ['the last cell is blank', table(['D,7,'])],
    ['the last cell is a word', table(['D,7,tám'])],
    ['the last cell may belong further right', table(['D,7'])],
    ['columns behind hold figures elsewhere', table(['D,7,8'], ['A,1,2,50,', 'B,3,4,,', 'C,5,6,,'])],
    ['columns behind hold marks elsewhere', table(['D,7,8'], ['A,1,2,,x', 'B,3,4,,', 'C,5,6,,'])],
    ['too few whole rows show what the columns hold', table(['D,7,8'], ['A,1,2,,', 'B,3,4,,'])],
    ['one of several is unclear', table(['D,7,8', 'E,9,'])],
  ])('are asked about when %s', (_name, content) => {
    expect(shown(content)).toBe(
      'file/csv-short A' + String(content.split('\n').findIndex((line) => line.startsWith('D')) + 1),
    );
  });

  it('never move a figure: any separator taken away further left is refused', () => {
    const rows = ['A,1,2,3,4,,', 'B,5,6,7,8,,', 'C,9,8,7,6,,', 'D,1,,3,4,,', 'E,1,2,3,4,,'];
    const full = (lines: readonly string[]): string => ['ten,k,l,m,n,tyle,note', ...lines].join('\n');
    let tried = 0;
    rows.forEach((row, index) => {
      for (let at = 0; at < row.length; at += 1) {
        if (row[at] !== ',') continue;
        for (const cut of [
          `${row.slice(0, at)}${row.slice(at + 1)}`,
          `${row.slice(0, at)}${row.slice(at + 1)}`.replace(/,+$/u, ''),
        ]) {
          const content = full(rows.map((other, place) => (place === index ? cut : other)));
          const values = cut.split(',');
          const honest = row.startsWith(`${cut},`) || row === cut;
          tried += 1;
          if (!honest) expect(shown(content), `${row} as ${values.join('|')}`).toMatch(/^file\/csv-short /u);
        }
      }
    });
    expect(tried).toBe(60);
  });
});
