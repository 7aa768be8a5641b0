/** .xls and .xlsb: the same cells as the .xlsx they were made from; a child that dies or hangs is one bad file. */
import * as library from '@e965/xlsx';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fontsOfCells } from '../../src/readers/foreign/biff-fonts.js';
import { ChildPool, type ForeignReply } from '../../src/readers/foreign/child-pool.js';
import { foreignSheets } from '../../src/readers/foreign/foreign-sheets.js';
import { openForeign, type ForeignKind } from '../../src/readers/foreign/open-foreign.js';
import { sniff } from '../../src/readers/sniff.js';
import { sourceOf } from '../unit/readers/workbook-builder.js';

/** A small form in the format. */
function written(bookType: 'biff8' | 'xlsb'): Uint8Array {
  const sheet: library.WorkSheet = {
    '!ref': 'A1:D5',
    '!merges': [{ s: { r: 3, c: 0 }, e: { r: 4, c: 0 } }],
    A1: { t: 's', v: 'Thôn Đoài' },
    B1: { t: 'n', v: 1234 },
    C1: { t: 'n', v: 0.1 + 0.2 },
    D1: { t: 'n', v: 0.9718, z: '0.00%' },
    A2: { t: 'n', v: 45621, z: 'dd/mm/yyyy' },
    B2: { t: 'n', v: 0, f: 'B1-1234' },
    C2: { t: 'b', v: true },
    A4: { t: 'n', v: 10 },
  };
  const book: library.WorkBook = {
    SheetNames: ['Biểu 01', 'Ẩn'],
    Sheets: { 'Biểu 01': sheet, Ẩn: { '!ref': 'A1', A1: { t: 'n', v: 5 } } },
    Workbook: { Sheets: [{}, { Hidden: 1 }] },
  };
  return new Uint8Array(library.write(book, { bookType, type: 'array', compression: true }) as ArrayBuffer);
}

const KINDS: readonly [ForeignKind, 'biff8' | 'xlsb'][] = [
  ['ole-xls', 'biff8'],
  ['xlsb', 'xlsb'],
];

describe.each(KINDS)('%s', (kind, bookType) => {
  const bytes = written(bookType);
  it('is known by its content', () => {
    expect(sniff(bytes)).toBe(kind);
  });

  it('is read by a child of the program', async () => {
    const { file, findings } = await openForeign(sourceOf(bytes), kind);
    expect(file?.sheets[0]?.cells).toHaveLength(8);
    expect(findings.map(({ code }) => code)).toEqual(['file/foreign-read', 'file/hidden-sheets']);
  });

  it('gives exact cells', () => {
    const sheets = foreignSheets(library, Buffer.from(bytes), new Map());
    expect(sheets.map(({ name }) => name)).toEqual(['Biểu 01', 'Ẩn']);
    const [first] = sheets;
    expect(first?.merges).toEqual([{ top: 4, left: 1, bottom: 5, right: 1 }]);
    const cells = new Map(first?.cells.map((cell) => [`${cell.row},${cell.column}`, cell]));
    expect(cells.get('1,1')).toMatchObject({ kind: 'text', raw: 'Thôn Đoài' });
    expect(cells.get('1,2')).toEqual({ row: 1, column: 2, kind: 'number', raw: '1234' });
    expect(cells.get('1,3')).toMatchObject({ kind: 'number', raw: '0.30000000000000004' });
    expect(cells.get('1,4')).toMatchObject({ raw: '0.9718', numberFormat: 'percent' });
    expect(cells.get('2,1')).toMatchObject({ raw: '45621', numberFormat: 'date' });
    expect(cells.get('2,2')).toMatchObject({ kind: 'number', raw: '0' });
    expect(cells.get('2,3')).toMatchObject({ kind: 'boolean', raw: '1' });
    expect(first?.cells).toHaveLength(8);
  });
});

describe('fonts of .xls', () => {
  const record = (type: number, data: readonly number[]): readonly number[] => [
    ...[type & 0xff, type >> 8, data.length & 0xff, data.length >> 8],
    ...data,
  ];
  const font = (name: string): readonly number[] =>
    record(0x31, [...Array<number>(14).fill(0), name.length, 0, ...Buffer.from(name, 'latin1')]);
  const style = (number: number): readonly number[] =>
    record(0xe0, [number, 0, ...Array<number>(18).fill(0)]);
  const cell = (row: number, column: number, xf: number): readonly number[] =>
    record(0xfd, [row, 0, column, 0, xf, 0, 0, 0, 0, 0]);
  const start = record(0x809, [0, 6, 5, 0, 0, 0, 0, 0]);
  const globals = [
    ...start,
    ...['Arial', 'Arial', 'Arial', 'Arial', '.VnTime', '.VnTimeH', 'VNI-Times'].flatMap(font),
    // Number 4 does not exist: the fifth font is number 5.
    ...[0, 5, 6, 7].flatMap(style),
  ];

  it('are told by sheet and cell', () => {
    const at = globals.length + 4 + 9;
    const sheet = record(0x85, [at & 0xff, at >> 8, 0, 0, 0, 0, 1, 0, 0x41]);
    const stream = Uint8Array.from([
      ...globals,
      ...sheet,
      ...start,
      ...[cell(0, 0, 0), cell(0, 1, 1), cell(2, 0, 2), cell(2, 3, 3)].flat(),
    ]);
    expect([...(fontsOfCells(stream).get('A') ?? [])]).toEqual([
      ['1,2', 'tcvn3'],
      ['3,1', 'tcvn3-capitals'],
      ['3,4', 'vni'],
    ]);
  });

  it('are nothing in a damaged or older stream', () => {
    expect(fontsOfCells(Uint8Array.from([9, 8, 255, 255, 1]))).toEqual(new Map());
    expect(fontsOfCells(Uint8Array.from(record(0x809, [0, 5, 5, 0])))).toEqual(new Map());
  });
});

describe('child processes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tdkvh-pool-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const limits = { children: 2, heapMegabytes: 40, cpuSeconds: 20 };
  let made = 0;
  const pool = (body: string, cpuSeconds = limits.cpuSeconds): ChildPool => {
    made += 1;
    const script = join(folder, `${made}.cjs`);
    writeFileSync(
      script,
      `process.on('disconnect',()=>process.exit());process.on('message',(bytes)=>{${body}})`,
    );
    return new ChildPool(script, { ...limits, cpuSeconds });
  };
  const ECHO = "process.send({outcome:'read',sheets:[{name:String(bytes[0])}]})";
  const names = (reply: ForeignReply): string =>
    reply.outcome === 'read' ? (reply.sheets[0]?.name ?? '') : reply.outcome;

  it('answer more files than there are children, each its own', async () => {
    const readers = pool(ECHO);
    const replies = await Promise.all([1, 2, 3, 4, 5].map((byte) => readers.read(Uint8Array.of(byte))));
    expect(replies.map(names)).toEqual(['1', '2', '3', '4', '5']);
  });

  it('that die, hang or eat memory cost their own file only', async () => {
    const dying = pool(`if(bytes[0]===1)process.exit(3);${ECHO}`);
    expect(names(await dying.read(Uint8Array.of(1)))).toBe('died');
    expect(names(await dying.read(Uint8Array.of(2)))).toBe('2');
    const hanging = pool(`if(bytes[0]===1)for(;;);${ECHO}`, 1);
    const both = await Promise.all([hanging.read(Uint8Array.of(1)), hanging.read(Uint8Array.of(2))]);
    expect(both.map(names)).toEqual(['died', '2']);
    const eating = pool(`const all=[];for(;;)all.push(new Array(10000).fill(bytes));`);
    expect(names(await eating.read(Uint8Array.of(1)))).toBe('died');
  });

  it('are stopped by computing, not by the clock', async () => {
    const wait = (seconds: number): string => `setTimeout(()=>{${ECHO}},${seconds * 1000})`;
    expect(names(await pool(wait(1.5), 1).read(Uint8Array.of(7)))).toBe('7');
    // Computing for one file does not count for the next.
    const busy = `const all=()=>{const {user,system}=process.cpuUsage();return user+system};const from=all();while(all()-from<4e5);${ECHO}`;
    const readers = pool(busy, 1);
    for (const byte of [1, 2, 3]) expect(names(await readers.read(Uint8Array.of(byte)))).toBe(String(byte));
  });

  it('that died are asked once more, alone', async () => {
    const note = join(folder, 'died');
    const once = pool(
      `const fs=require('fs');if(bytes[0]===1&&!fs.existsSync('${note}')){fs.writeFileSync('${note}','');process.exit(9)}${ECHO}`,
    );
    const replies = await Promise.all([1, 2, 3, 4].map((byte) => once.read(Uint8Array.of(byte))));
    expect(replies.map(names)).toEqual(['1', '2', '3', '4']);
    const log = join(folder, 'log');
    const always = pool(
      `const fs=require('fs');fs.appendFileSync('${log}','+'+bytes[0]);if(bytes[0]===1)process.exit(9);setTimeout(()=>{fs.appendFileSync('${log}','-'+bytes[0]);${ECHO}},50)`,
    );
    const ends = await Promise.all([2, 1, 3, 4, 5].map((byte) => always.read(Uint8Array.of(byte))));
    expect(ends.map(names)).toEqual(['2', 'died', '3', '4', '5']);
    // While it is asked again, nothing else has begun and not ended.
    const told = readFileSync(log, 'utf8');
    const before = told.slice(0, told.lastIndexOf('+1'));
    expect(told.match(/\+1/gu)).toHaveLength(2);
    for (const byte of before.match(/(?<=\+)[2-5]/gu) ?? []) expect(before).toContain(`-${byte}`);
  });

  it('that never start are died ones', async () => {
    const readers = new ChildPool(join(folder, 'absent.cjs'), limits);
    expect(names(await readers.read(Uint8Array.of(1)))).toBe('died');
  });

  it('turn into findings of the file', async () => {
    const codes = async (body: string, kind: ForeignKind, bytes: Uint8Array): Promise<string> => {
      const { file, findings } = await openForeign(sourceOf(bytes), kind, pool(body));
      return [...(file === undefined ? [] : ['opened']), ...findings.map(({ code }) => code)].join(' ');
    };
    const say = (outcome: string): string => `process.send({outcome:'${outcome}'})`;
    const sheets =
      "process.send({outcome:'read',sheets:[{name:'A',state:'hidden',cells:[{kind:'number'}]}]})";
    const xls = Uint8Array.of(1);
    expect(await codes(say('failed'), 'ole-xls', xls)).toBe('file/foreign-failed');
    expect(await codes(say('locked'), 'ole-xls', xls)).toBe('file/encrypted');
    expect(await codes('process.exit(1)', 'ole-xls', xls)).toBe('file/foreign-too-heavy');
    expect(await codes(sheets, 'ole-xls', xls)).toBe('opened file/foreign-read file/hidden-sheets');
    expect(await codes("process.send({outcome:'read',sheets:[]})", 'ole-xls', xls)).toBe('file/no-sheets');
    const cut = written('xlsb').subarray(0, -40);
    expect(await codes(say('failed'), 'xlsb', cut)).toBe('file/cut-short');
  });
});
