/** Outputs of names that Windows does not take are refused there before anything is written; other systems decide themselves. */
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NODE_FILES, type FileSystem } from '../../src/writers/output/file-system.js';
import { nameFault } from '../../src/writers/output/given-name.js';
import {
  publishDecided,
  publishFolder,
  publishSet,
  writeFileSafely,
  writeFilesSafely,
  writeInFolder,
} from '../../src/writers/output-set.js';

const BYTES = new TextEncoder().encode('x');
const LONG = 'đườngdài'.repeat(35);
const windows: FileSystem = { ...NODE_FILES, platform: 'win32' };
const codes = (findings: readonly { code: string }[]): readonly string[] => findings.map(({ code }) => code);

describe('names in a path', () => {
  it.each([
    ['C:\\kỳ\\a?b.xlsx', 'a?b.xlsx'],
    ['C:/kỳ/LPT9.2024/out', 'LPT9.2024'],
    ['\\\\máy\\chung\\nul.docx', 'nul.docx'],
    ['\\\\?\\C:\\kỳ\\cuối.', 'cuối.'],
    ['out\\ab:c.xlsx', 'ab:c.xlsx'],
    ['prn', 'prn'],
    [`C:\\${LONG}.xlsx`, `${LONG}.xlsx`],
    [`C:\\${'x'.repeat(256)}`, 'x'.repeat(256)],
  ])('%s: one of them is none', (path, name) => {
    expect(nameFault(path, 'win32')?.name).toBe(name);
    expect(path.startsWith(nameFault(path, 'win32')?.place ?? 'none')).toBe(true);
    expect(nameFault(path, 'linux')).toBeUndefined();
  });

  it.each([
    ...[
      'C:\\kỳ 2024\\bc.docx',
      'C:bc.docx',
      '\\\\máy\\chung$\\out',
      '\\\\?\\C:\\out',
      '..\\.\\out',
      'Z:/a//b',
    ],
    `C:\\${'ắ'.repeat(255)}`,
  ])('%s: all are names', (path) => {
    expect(nameFault(path, 'win32')).toBeUndefined();
  });
});

describe('on Windows', () => {
  let folder: string;
  beforeEach(async () => {
    folder = (await mkdtemp(join(tmpdir(), 'tdkvh-'))).replaceAll('\\', '/');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const one = new Map([['bc.docx', BYTES]]);
  it.each([
    ['a file', (name: string) => writeFileSafely(`${folder}/mới/${name}`, BYTES, windows)],
    [
      'one of several files',
      async (name: string) =>
        (
          await writeFilesSafely(
            new Map([
              [`${folder}/${name}`, BYTES],
              [`${folder}/khác/${name}`, BYTES],
            ]),
            windows,
          )
        ).findings.slice(0, 1),
    ],
    ['a folder of outputs', (name: string) => publishSet(`${folder}/mới/${name}/out`, one, windows)],
    ['a new folder', (name: string) => publishFolder(`${folder}/${name}`, { files: one }, windows)],
    [
      'a folder beside others',
      async (name: string) => (await writeInFolder(folder, name, one, windows)).findings,
    ],
    [
      'a folder in another that is written as one',
      (name: string) =>
        publishDecided(folder, () => Promise.resolve({ files: one }), {
          system: windows,
          given: [`${folder}/${name}`],
        }),
    ],
  ])('%s is refused by its name, and nothing is left', async (_, write) => {
    for (const [name, code] of [
      ['a?b.xlsx', 'output/bad-name'],
      ['NUL.docx', 'output/bad-name'],
      ['kỳ mới.', 'output/bad-name'],
      [LONG, 'output/name-too-long'],
    ] as const) {
      const found = await write(name);
      expect(codes(found)).toEqual([code]);
      expect(found[0]?.message).toContain(name);
      expect(await readdir(folder)).toEqual([]);
    }
  });

  it('the name and what to choose are told', async () => {
    const [found] = await writeFileSafely(`${folder}/NUL.docx`, BYTES, windows);
    expect(found?.message).toContain('“NUL.docx”');
    expect(found?.hint).toContain('“NUL-1.docx”');
  });

  it('a folder that is there is written into', async () => {
    await mkdir(`${folder}/kỳ.`);
    expect(await publishSet(`${folder}/kỳ./out`, one, windows)).toEqual([]);
  });

  it('what a bundle names, or goes, is as it was elsewhere', async () => {
    const old = new Map([['submissions/cũ.', BYTES]]);
    await mkdir(`${folder}/trống`);
    for (const place of ['trống', 'mới']) {
      expect(await publishFolder(`${folder}/${place}`, { files: old }, windows)).toEqual([]);
      const decision = { files: one, gone: ['submissions/cũ.'] };
      const found = await publishDecided(`${folder}/${place}`, () => Promise.resolve(decision), {
        system: windows,
      });
      expect(found).toEqual([]);
      expect(await readdir(`${folder}/${place}/submissions`)).toEqual([]);
    }
  });

  it('a drive that is not there is named, whatever was meant by its sign', async () => {
    const away = (code: string): FileSystem => ({
      ...windows,
      kind: (path) => (path.startsWith('x:') ? Promise.resolve(undefined) : NODE_FILES.kind(path)),
      follow: (path) => Promise.resolve(path),
      makeDirectory: () => Promise.reject(Object.assign(new Error(code), { code })),
    });
    const [found] = await writeFileSafely('x:/y.xlsx', BYTES, away('ENOENT'));
    expect([found?.code, found?.message.includes('x:/y.xlsx')]).toEqual(['output/no-drive', true]);
    expect(codes(await publishFolder('x:/kỳ/mới', { files: one }, away('ENOENT')))).toEqual([
      'output/no-drive',
    ]);
    // A drive that answers is no missing one.
    const full: FileSystem = { ...away('ENOSPC'), kind: () => Promise.resolve('directory') };
    expect(codes(await writeFileSafely('x:/y.xlsx', BYTES, full))).toEqual(['output/disk-full']);
  });
});
