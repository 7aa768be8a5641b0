/** Folders: every file is listed once, in one order, read or skipped with a reason; a restless file is refused. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listFiles } from '../../../src/readers/folder.js';
import { readSource, type Disk } from '../../../src/readers/read-source.js';

let base = '';
const put = (path: string, content = 'x'): void => {
  mkdirSync(join(base, path, '..'), { recursive: true });
  writeFileSync(join(base, path), content);
};

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'tdkvh-folder-'));
});
afterEach(() => {
  rmSync(base, { recursive: true, force: true });
});

describe('listFiles', () => {
  it('lists recursively in the order of code points, each file once', async () => {
    for (const path of ['nop/b.xlsx', 'nop/Xã/a.csv', 'nop/a10.xlsx', 'nop/a9.xlsx', 'nop/đ.xlsx']) put(path);
    const { files, skipped, findings } = await listFiles(['nop', 'nop/b.xlsx', './nop/../nop'], base);
    expect(files.map(({ path }) => path)).toEqual([
      'nop/Xã/a.csv',
      'nop/a10.xlsx',
      'nop/a9.xlsx',
      'nop/b.xlsx',
      'nop/đ.xlsx',
    ]);
    expect([skipped, findings]).toEqual([[], []]);
  });

  it('skips the folder of a sealed bundle with one remark', async () => {
    put('nop/goi/manifest.json', '{ "schema":"tdkvh/sealed@1", "period":{ "kind":"year", "id":"2024" } }');
    put('nop/goi/dau-vao/narrative.md');
    put('nop/other/manifest.json', '{}');
    const { files, skipped, findings } = await listFiles(['nop'], base);
    expect(files.map(({ path }) => path)).toEqual(['nop/other/manifest.json']);
    expect(skipped).toEqual([{ path: 'nop/goi', reason: 'sealed-bundle' }]);
    expect(findings.map(({ code, at }) => `${code} ${at.file}`)).toEqual(['file/sealed-bundle nop/goi']);
  });

  it('reads nothing of the program itself, wherever it was unpacked', async () => {
    const program = '{ "name": "tdkvh", "version": "0.0.9" }';
    for (const place of ['nop/tdkvh/app', 'nop/app', 'nop/linux/app', 'nop/ban nguon']) {
      put(`${place}/package.json`, program);
      put(`${place}/fixtures/district-2024/submissions/xa.xlsx`);
    }
    for (const place of ['nop/tdkvh', 'nop'])
      for (const name of ['tdkvh.cmd', 'huong-dan.html', 'node/node.exe']) put(`${place}/${name}`);
    for (const name of ['tdkvh.sh', 'huong-dan.txt', 'node/node']) put(`nop/linux/${name}`);
    put('nop/xa.xlsx');
    put('nop/khac/package.json', '{ "name": "other" }');
    put('nop/khac/node/xa.xlsx');
    const { files, skipped, findings } = await listFiles(['nop'], base);
    expect(files.map(({ path }) => path)).toEqual([
      'nop/khac/node/xa.xlsx',
      'nop/khac/package.json',
      'nop/xa.xlsx',
    ]);
    expect(new Set(skipped.map(({ reason }) => reason))).toEqual(new Set(['own-program']));
    expect(findings.map(({ code, at }) => `${code} ${at.file}`)).toEqual([
      'file/own-program nop/app',
      'file/own-program nop/ban nguon',
      'file/own-program nop/linux/app',
      'file/own-program nop/tdkvh/app',
    ]);
  });

  it('gives composed names, and keeps both of two that look the same', async () => {
    put(`nop/${'xã'.normalize('NFD')}.csv`);
    put('nop/b/xã.csv');
    put(`nop/b/${'xã'.normalize('NFD')}.csv`);
    const paths = (await listFiles(['nop'], base)).files.map(({ path }) => path);
    expect(paths).toContain('nop/xã.csv'.normalize('NFC'));
    expect(new Set(paths).size).toBe(3);
  });

  it('tells a document of Numbers that is a folder in one line, and reads a folder of that name', async () => {
    for (const part of ['Index.zip', 'Metadata/Properties.plist', 'Data/a.jpg', 'preview.jpg'])
      put(`nop/xa.numbers/${part}`);
    put('nop/cu.pages/index.xml.gz');
    put('nop/so lieu.numbers/a.xlsx');
    const { files, skipped, findings } = await listFiles(['nop'], base);
    expect(files.map(({ path }) => path)).toEqual(['nop/so lieu.numbers/a.xlsx']);
    expect(skipped.map(({ path }) => path)).toEqual(['nop/cu.pages', 'nop/xa.numbers']);
    expect(findings.map(({ code, at }) => [code, at.file])).toEqual([
      ['file/iwork', 'nop/cu.pages'],
      ['file/iwork', 'nop/xa.numbers'],
    ]);
  });

  it('skips by name, with a reason for each', async () => {
    for (const name of [
      '~$a.xlsx',
      '.~lock.b.xlsx#',
      'Thumbs.db',
      'desktop.ini',
      '.DS_Store',
      '._a.xlsx',
      'c.tmp',
      'd.crdownload',
      '.git/x',
      'a.xlsx',
    ])
      put(`nop/${name}`);
    const { files, skipped, findings } = await listFiles(['nop'], base);
    expect(files.map(({ path }) => path)).toEqual(['nop/a.xlsx']);
    expect(Object.fromEntries(skipped.map(({ path, reason }) => [path, reason]))).toEqual({
      'nop/~$a.xlsx': 'open-elsewhere',
      'nop/.~lock.b.xlsx#': 'open-elsewhere',
      'nop/Thumbs.db': 'system',
      'nop/desktop.ini': 'system',
      'nop/.DS_Store': 'system',
      'nop/._a.xlsx': 'system',
      'nop/c.tmp': 'temporary',
      'nop/d.crdownload': 'temporary',
      'nop/.git': 'hidden',
    });
    expect(findings.map(({ code, at }) => [code, at.file])).toEqual([
      ['file/open-elsewhere', 'nop/.~lock.b.xlsx#'],
      ['file/open-elsewhere', 'nop/~$a.xlsx'],
    ]);
  });

  it('follows no links', async () => {
    put('other/secret.xlsx');
    put('nop/a.xlsx');
    symlinkSync(join(base, 'other'), join(base, 'nop/folder'));
    symlinkSync(join(base, 'nop'), join(base, 'nop/loop'));
    symlinkSync(join(base, 'missing'), join(base, 'nop/z.xlsx'));
    const { files, skipped, findings } = await listFiles(['nop'], base);
    expect(files.map(({ path }) => path)).toEqual(['nop/a.xlsx']);
    expect(skipped.map(({ reason }) => reason)).toEqual(['link', 'link', 'link']);
    expect(findings.map(({ code }) => code)).toEqual(['file/link', 'file/link', 'file/link']);
  });

  it('names what does not exist and leaves our own outputs out', async () => {
    put('nop/a.xlsx');
    put('nop/out/tong-hop.xlsx');
    const { files, findings } = await listFiles(['nop', 'nộp'], base, ['nop/out']);
    expect(files.map(({ path }) => path)).toEqual(['nop/a.xlsx']);
    expect(findings.map(({ code, at }) => [code, at.file])).toEqual([['file/not-found', 'nộp']]);
  });
});

describe('readSource', () => {
  const bytes = Buffer.from('abc');
  /** A disk whose modification time is taken from a list, one per look. */
  const disk = (times: readonly number[], read: () => Uint8Array = () => bytes): Disk => {
    let look = 0;
    return {
      open: () => ({
        stat: () => ({ size: bytes.length, mtimeMs: times[look++] ?? 0 }),
        read,
        close: () => undefined,
      }),
    };
  };
  const entry = { path: 'nop/a.xlsx', absolute: '/x' };
  const codes = (over: Disk): string[] => readSource(entry, over).findings.map(({ code }) => code);

  it('reads bytes with their hash', () => {
    put('a.csv', 'abc');
    const { source, findings } = readSource({ path: 'a.csv', absolute: join(base, 'a.csv') });
    expect(source?.sha256).toBe(createHash('sha256').update('abc').digest('hex'));
    expect(Buffer.from(source?.bytes ?? []).toString()).toBe('abc');
    expect([source?.path, findings]).toEqual(['a.csv', []]);
  });

  it('reads again once when the file changes', () => {
    expect(codes(disk([1, 2, 2, 2]))).toEqual([]);
    expect(codes(disk([1, 2, 3, 4]))).toEqual(['file/changed']);
    expect(codes(disk([1, 1, 1, 1], () => Buffer.from('ab')))).toEqual(['file/changed']);
  });

  it('turns errors of the machine into findings', () => {
    const failing = (error: Error): Disk =>
      disk([], () => {
        throw error;
      });
    const ofSystem = (code: string): Disk => failing(Object.assign(new Error(code), { code }));
    expect(codes(ofSystem('EBUSY'))).toEqual(['file/unreadable']);
    expect(codes(ofSystem('EACCES'))).toEqual(['file/unreadable']);
    expect(codes(ofSystem('ENOENT'))).toEqual(['file/not-found']);
    expect(() => codes(failing(new TypeError('bug')))).toThrow(TypeError);
  });

  it('does not load what is far too large', () => {
    const file = { stat: () => ({ size: 2 ** 31, mtimeMs: 1 }), read: () => bytes, close: () => undefined };
    expect(codes({ open: () => file })).toEqual(['file/too-big']);
  });
});
