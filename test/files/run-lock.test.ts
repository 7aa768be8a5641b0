/** The lock of a folder: who blocks, who does not, and what is left of it. */
import { mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NODE_FILES, type FileSystem } from '../../src/writers/output/file-system.js';
import {
  NODE_PROCESSES,
  startIn,
  stateOfHolder,
  type Holder,
  type ProcessTable,
} from '../../src/writers/output/run-holder.js';
import { changeFileSafely, LOCK_NAME, publishSet, writeFileSafely } from '../../src/writers/output-set.js';

let folder: string;
beforeEach(async () => {
  folder = (await mkdtemp(join(tmpdir(), 'tdkvh-'))).replaceAll('\\', '/');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const SELF: Holder = { process: 7, started: '70', machine: 'pc-1', boot: 'boot-1', numbers: 'all' };
const WINDOWS: Holder = { ...SELF, started: '', boot: '', numbers: '' };
/** `starts`: the processes that are there. */
const table = (self: Holder, starts: Readonly<Record<number, string>>): ProcessTable => ({
  self,
  startOf: (process) => starts[process] ?? '',
  isAlive: (process) => process in starts,
});
const quick: FileSystem = { ...NODE_FILES, wait: () => Promise.resolve() };
const on = (processes: ProcessTable): FileSystem => ({ ...quick, processes });
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const SET = new Map([['a.txt', bytes('new')]]);
const codes = (findings: readonly { code: string }[]): readonly string[] => findings.map(({ code }) => code);

describe('stateOfHolder', () => {
  it.each([
    ['the run itself is there', { process: 8, started: '80' }, SELF, { 8: '80' }, 'running'],
    ['it has ended', { process: 8, started: '80' }, SELF, {}, 'ended'],
    ['another program has its number', { process: 8, started: '80' }, SELF, { 8: '81' }, 'ended'],
    ['this run has its number', { process: 7, started: '60' }, SELF, { 7: '70' }, 'ended'],
    ['the machine has a new name', { process: 8, started: '80', machine: 'old' }, SELF, {}, 'ended'],
    [
      'so has it, and the run is there',
      { process: 8, started: '80', machine: 'old' },
      SELF,
      { 8: '80' },
      'running',
    ],
    ['the machine started anew', { process: 8, started: '80', boot: 'boot-0' }, SELF, { 8: '80' }, 'ended'],
    ['it runs in a container', { process: 8, started: '80', numbers: 'other' }, SELF, { 8: '80' }, 'unknown'],
    ['it runs elsewhere', { process: 8, machine: 'pc-2', boot: 'boot-2' }, SELF, { 8: '80' }, 'unknown'],
    ['Windows, ended', { ...WINDOWS, process: 8 }, WINDOWS, {}, 'ended'],
    ['Windows, a process of that number', { ...WINDOWS, process: 8 }, WINDOWS, { 8: '' }, 'unknown'],
    ['Windows, renamed', { ...WINDOWS, process: 8, machine: 'old' }, WINDOWS, {}, 'unknown'],
  ] as const)('%s', (_, holder, self, starts, state) => {
    expect(stateOfHolder({ ...SELF, ...holder }, table(self, starts))).toBe(state);
  });

  it.each([
    ['runs', '8 (node) R 1 8 8 0 -1 4194560 9 0 0 0 5 1 0 0 20 0 11 0 80 9 9', 'running'],
    [
      'sleeps, with a name of its own',
      '8 (a) b (c) S 1 8 8 0 -1 1 9 0 0 0 5 1 0 0 20 0 11 0 80 9 9',
      'running',
    ],
    [
      'has ended and nobody asked after it',
      '8 (node) Z 1 8 8 0 -1 4194560 9 0 0 0 5 1 0 0 20 0 1 0 80 0 0',
      'ended',
    ],
    ['is gone in this moment', '8 (node) X 1 8 8 0 -1 4194560 9 0 0 0 5 1 0 0 20 0 1 0 80 0 0', 'ended'],
    ['began at another time', '8 (node) R 1 8 8 0 -1 4194560 9 0 0 0 5 1 0 0 20 0 11 0 81 9 9', 'ended'],
  ])('a process that %s', (_, line, state) => {
    const processes = table(SELF, { 8: startIn(line) });
    expect(stateOfHolder({ ...SELF, process: 8, started: '80' }, processes)).toBe(state);
  });

  it.runIf(process.platform === 'linux')('knows a living process by its start', () => {
    const { self, startOf, isAlive } = NODE_PROCESSES;
    const parent = { ...self, process: process.ppid, started: startOf(process.ppid) };
    const elsewhere: ProcessTable = { self: { ...self, process: 1 }, startOf, isAlive };
    expect(parent.started).toMatch(/^\d+$/u);
    expect(stateOfHolder(parent, elsewhere)).toBe('running');
    expect(stateOfHolder({ ...parent, machine: 'renamed' }, elsewhere)).toBe('running');
    expect(stateOfHolder({ ...parent, started: '1' }, elsewhere)).toBe('ended');
  });
});

describe('the lock of a folder', () => {
  const left = (holder: Partial<Holder>, name = LOCK_NAME) =>
    writeFile(`${folder}/${name}`, JSON.stringify({ ...SELF, ...holder }));

  it('of another machine holds while it is tended, and lapses when nobody does', async () => {
    await left({ process: 8, machine: 'pc-2', boot: 'boot-2' });
    let now = 0;
    const tended: FileSystem = {
      ...on(table(SELF, {})),
      wait: () => utimes(`${folder}/${LOCK_NAME}`, (now += 10), now),
    };
    expect(codes(await publishSet(folder, SET, tended))).toEqual(['output/running']);
    expect(await publishSet(folder, SET, on(table(SELF, {})))).toEqual([]);
    expect(await readdir(folder)).toEqual(['a.txt']);
  });

  it.each([
    ['empty', ''],
    ['cut', '{"process":'],
    ['of an older kind', '{"process":999999,"host":"pc-9"}'],
    ['nonsense', '[1,2]'],
  ])('that is %s does not block for ever', async (_, text) => {
    await writeFile(`${folder}/${LOCK_NAME}`, text);
    expect(await publishSet(folder, SET, on(table(SELF, {})))).toEqual([]);
    expect(await readdir(folder)).toEqual(['a.txt']);
  });

  it('leaves nothing of locks that killed runs had moved aside', async () => {
    await left({ process: 8 }, `${LOCK_NAME}.9`);
    await writeFile(`${folder}/${LOCK_NAME}.10`, '');
    expect(await publishSet(folder, SET, on(table(SELF, {})))).toEqual([]);
    expect(await readdir(folder)).toEqual(['a.txt']);
  });

  it('gives a living run back the lock that a killed one had moved aside', async () => {
    await left({ process: 8, started: '80' }, `${LOCK_NAME}.9`);
    const there = on(table(SELF, { 8: '80' }));
    expect(codes(await publishSet(folder, SET, there))).toEqual(['output/running']);
    expect(await readdir(folder)).toEqual([LOCK_NAME]);
    expect(await readFile(`${folder}/${LOCK_NAME}`, 'utf8')).toContain('"process":8');
  });

  it('is not made where its name cannot be written, and what was asked for is named', async () => {
    for (const code of ['ENOSPC', 'EMFILE', 'EROFS', 'EACCES']) {
      const system: FileSystem = {
        ...quick,
        writeNew: () => Promise.reject(Object.assign(new Error(code), { code })),
      };
      const [found] = await writeFileSafely(`${folder}/a.txt`, bytes('x'), system);
      expect(found?.at.file).toBe(`${folder}/a.txt`);
      expect(await readdir(folder)).toEqual([]);
    }
  });

  it('lost to another run stops the writing before a file moves', async () => {
    const system: FileSystem = {
      ...quick,
      writeNew: async (path, content) => {
        await NODE_FILES.writeNew(path, content);
        if (path.endsWith('/new/0')) await left({ process: 8 });
      },
    };
    await writeFile(`${folder}/a.txt`, 'old');
    expect(codes(await publishSet(folder, SET, system))).toEqual(['output/lock-lost']);
    expect(await readFile(`${folder}/a.txt`, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual([LOCK_NAME, 'a.txt']);
  });

  it('lets changes of one file follow one another, so that none is lost', async () => {
    const path = `${folder}/list.csv`;
    const add = (line: string) =>
      changeFileSafely(path, async () => {
        const before = await readFile(path, 'utf8').catch(() => '');
        return { bytes: bytes(`${before}${line}\n`) };
      });
    const lines = Array.from({ length: 8 }, (_, index) => `line ${index}`);
    expect((await Promise.all(lines.map(add))).flat()).toEqual([]);
    expect((await readFile(path, 'utf8')).trim().split('\n').sort()).toEqual(lines);
    expect(await readdir(folder)).toEqual(['list.csv']);
  });
});
