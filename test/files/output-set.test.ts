/** Publication of outputs: all or nothing, whatever breaks, and whatever a killed run left. */
import { lstat, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NODE_FILES, type FileSystem } from '../../src/writers/output/file-system.js';
import type { Holder, ProcessTable } from '../../src/writers/output/run-holder.js';
import {
  changeFileSafely,
  LOCK_NAME,
  publishSet,
  putRight,
  tryWriting,
  writeFileSafely,
  writeInFolder,
} from '../../src/writers/output-set.js';

let folder: string;
beforeEach(async () => {
  folder = (await mkdtemp(join(tmpdir(), 'tdkvh-'))).replaceAll('\\', '/');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const SET = new Map([
  ['bao-cao.docx', bytes('new report')],
  ['tong-hop.xlsx', bytes('new tables')],
  ['returns/xa-a.xlsx', bytes('new return')],
]);

async function content(directory: string): Promise<Record<string, string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Object.fromEntries(
    await Promise.all(
      files.map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        return [
          path.slice(directory.length + 1).replaceAll('\\', '/'),
          await readFile(path, 'utf8'),
        ] as const;
      }),
    ),
  );
}

const codes = (findings: readonly { code: string }[]): readonly string[] => findings.map(({ code }) => code);
const fault = (code: string): Error => Object.assign(new Error(code), { code });
const quick: FileSystem = { ...NODE_FILES, wait: () => Promise.resolve() };

/** Breaks the nth call of one operation, and with `always` all later ones too. */
function broken(operation: 'rename' | 'writeNew', nth: number, code: string, always = false): FileSystem {
  let calls = 0;
  const strike = (): void => {
    calls += 1;
    if (calls === nth || (always && calls > nth)) throw fault(code);
  };
  return {
    ...quick,
    rename: async (from, to) => {
      if (operation === 'rename') strike();
      await NODE_FILES.rename(from, to);
    },
    writeNew: async (path, content) => {
      if (operation === 'writeNew') strike();
      await NODE_FILES.writeNew(path, content);
    },
  };
}

/** A machine on which every process started at that moment; none is there when it is empty. */
const machine = (self: Partial<Holder>, start: string): ProcessTable => ({
  self: { ...SELF, ...self },
  startOf: () => start,
  isAlive: () => start !== '',
});
const SELF: Holder = { process: 7, started: '70', machine: 'pc-1', boot: 'boot-1', numbers: 'all' };
const lockOf = (holder: Partial<Holder>): string => JSON.stringify({ ...SELF, ...holder });

describe('publishSet', () => {
  it('writes the set into a new folder and leaves nothing else', async () => {
    const out = `${folder}/a/out`;
    expect(await publishSet(out, SET)).toEqual([]);
    expect(await content(out)).toEqual({
      'bao-cao.docx': 'new report',
      'tong-hop.xlsx': 'new tables',
      'returns/xa-a.xlsx': 'new return',
    });
    expect(await readdir(out)).toEqual(['bao-cao.docx', 'returns', 'tong-hop.xlsx']);
  });

  it('replaces an old set and keeps foreign files', async () => {
    await writeFile(`${folder}/bao-cao.docx`, 'old report');
    await writeFile(`${folder}/ghi-chu.txt`, 'note');
    expect(await publishSet(folder, SET)).toEqual([]);
    expect(await content(folder)).toMatchObject({ 'bao-cao.docx': 'new report', 'ghi-chu.txt': 'note' });
  });

  it.each(['EBUSY', 'EPERM', 'EACCES'])(
    'names the file that is held open (%s) and keeps the old set',
    async (code) => {
      await writeFile(`${folder}/bao-cao.docx`, 'old report');
      await writeFile(`${folder}/tong-hop.xlsx`, 'old tables');
      const before = await content(folder);
      const system: FileSystem = {
        ...quick,
        rename: async (from, to) => {
          if (from.endsWith('/tong-hop.xlsx')) throw fault(code);
          await NODE_FILES.rename(from, to);
        },
      };
      const findings = await publishSet(folder, SET, system);
      expect(codes(findings)).toEqual(['output/locked']);
      expect(findings[0]?.at.file).toBe(`${folder}/tong-hop.xlsx`);
      expect(await content(folder)).toEqual(before);
      expect(await readdir(folder)).toEqual(['bao-cao.docx', 'tong-hop.xlsx']);
    },
  );

  it.each(['EPERM', 'EACCES'])(
    'a folder that may not be made (%s) is told as one, not as open',
    async (code) => {
      const system: FileSystem = {
        ...quick,
        makeDirectory: () => Promise.reject(Object.assign(fault(code), { syscall: 'mkdir' })),
      };
      expect(codes(await publishSet(`${folder}/mới`, SET, system))).toEqual(['output/read-only']);
    },
  );

  it.each(['EPERM', 'EACCES'])(
    'a folder in which nothing may be made (%s) is told as one, not as open',
    async (code) => {
      const system: FileSystem = {
        ...quick,
        writeNew: () => Promise.reject(Object.assign(fault(code), { syscall: 'open' })),
      };
      expect(codes(await publishSet(folder, SET, system))).toEqual(['output/read-only']);
    },
  );

  it('waits for a file that is held for a moment only', async () => {
    expect(await publishSet(folder, SET, broken('rename', 2, 'EBUSY'))).toEqual([]);
    expect(await content(folder)).toHaveProperty(['bao-cao.docx'], 'new report');
  });

  it('keeps an old file that it cannot put back, says where, and puts it back at the next run', async () => {
    await writeFile(`${folder}/bao-cao.docx`, 'old report');
    // The journal, the old file aside, then nothing moves any more.
    const findings = await publishSet(folder, SET, broken('rename', 3, 'EBUSY', true));
    expect(codes(findings)).toEqual(['output/locked', 'output/undo-blocked']);
    const kept = Object.entries(await content(folder)).filter(([, text]) => text === 'old report');
    expect(kept).toHaveLength(1);
    expect(findings[1]?.message).toContain(kept[0]?.[0].split('/')[0]);
    expect(codes(await publishSet(folder, SET))).toEqual(['output/undone-earlier']);
    expect(await readdir(folder)).toEqual(['bao-cao.docx', 'returns', 'tong-hop.xlsx']);
  });

  it.each([
    ['cut', '{'],
    ['empty', ''],
    ['of other letters', '\u0000\u0000'],
    ['a list', '[]'],
    ['nothing', 'null'],
    ['without its lists', '{}'],
    ['without its names', '{"gone":[],"folders":[]}'],
    ['with other things in a list', '{"names":["bao-cao.docx",1],"gone":[],"folders":[]}'],
    ['that leads elsewhere', '{"names":["../x"],"gone":[],"folders":[]}'],
    ['that leads to the top', '{"names":["/x"],"gone":[],"folders":[]}'],
  ])(
    'a journal that is %s: nothing is moved or removed; what to delete is said, and then all is clean',
    async (_name, journal) => {
      const kept = `${folder}/.tdkvh-staging-7`;
      await mkdir(`${kept}/new`, { recursive: true });
      await mkdir(`${kept}/old`);
      await writeFile(`${kept}/old/0`, 'old report');
      await writeFile(`${kept}/new/1`, 'half new tables');
      await writeFile(`${kept}/journal.json`, journal);
      const before = await content(folder);
      for (const tried of [() => publishSet(folder, SET), () => putRight(folder)]) {
        const findings = await tried();
        expect(codes(findings)).toEqual(['output/broken-journal']);
        expect(findings[0]?.hint).toContain(`xóa thư mục ${kept} `);
        expect(await content(folder)).toEqual(before);
      }
      await rm(kept, { recursive: true });
      expect(await publishSet(folder, SET)).toEqual([]);
      expect(await readdir(folder)).toEqual(['bao-cao.docx', 'returns', 'tong-hop.xlsx']);
    },
  );

  it('a folder of a period that was not there goes again when its writing was killed', async () => {
    for (let nth = 1; nth <= 12; nth += 1) {
      const period = `${folder}/${String(nth)}`;
      await mkdir(period);
      const dying: FileSystem = {
        ...broken('rename', nth, 'EIO', true),
        remove: (path) => (path.endsWith(LOCK_NAME) ? NODE_FILES.remove(path) : Promise.reject(fault('EIO'))),
        removeEmpty: () => Promise.resolve(),
      };
      const { findings } = await writeInFolder(period, 'forms', new Map([['a.yaml', bytes('a')]]), dying);
      if (findings.every(({ severity }) => severity !== 'error')) continue;
      await putRight(period, quick);
      expect(await readdir(period), `rename ${nth}`).toEqual([]);
    }
  });

  it('a folder of a period that cannot be looked at is told, and a link is written through', async () => {
    const files = new Map([['a.yaml', bytes('a')]]);
    const blind: FileSystem = { ...quick, kind: () => Promise.reject(fault('ENOTDIR')) };
    const told = await writeInFolder(folder, 'forms', files, blind);
    expect([codes(told.findings), told.written]).toEqual([['output/not-a-folder'], []]);
    await mkdir(`${folder}/elsewhere`);
    await symlink(`${folder}/elsewhere`, `${folder}/forms`, 'junction');
    const { written, findings } = await writeInFolder(folder, 'forms', files, quick);
    expect([findings, written]).toEqual([[], [`${folder}/forms/a.yaml`]]);
    expect(await content(`${folder}/elsewhere`)).toEqual({ 'a.yaml': 'a' });
  });

  it('says so when its own rests are held, and clears them at the next run', async () => {
    const held: FileSystem = {
      ...quick,
      remove: async (path) => {
        if (path.includes('.tdkvh-staging-')) throw fault('EBUSY');
        await NODE_FILES.remove(path);
      },
    };
    expect(codes(await publishSet(folder, SET, held))).toEqual(['output/left-behind']);
    expect(await content(folder)).toMatchObject({ 'bao-cao.docx': 'new report' });
    expect(codes(await publishSet(folder, SET))).toEqual(['output/finished-earlier']);
    expect(await readdir(folder)).toEqual(['bao-cao.docx', 'returns', 'tong-hop.xlsx']);
  });

  it('keeps the old set whichever rename or write fails', async () => {
    for (const [operation, code, expected] of [
      ['rename', 'EIO', 'output/unwritable'],
      ['writeNew', 'ENOSPC', 'output/disk-full'],
      ['writeNew', 'EROFS', 'output/read-only'],
    ] as const) {
      for (let nth = 1; nth <= 12; nth += 1) {
        await rm(folder, { recursive: true });
        await mkdir(folder);
        await writeFile(`${folder}/bao-cao.docx`, 'old report');
        await writeFile(`${folder}/tong-hop.xlsx`, 'old tables');
        const before = await content(folder);
        const findings = await publishSet(folder, SET, broken(operation, nth, code));
        if (findings.length === 0) continue;
        expect(codes(findings)).toEqual([expected]);
        expect(await content(folder), `${operation} ${nth}`).toEqual(before);
        expect(await readdir(folder)).toEqual(['bao-cao.docx', 'tong-hop.xlsx']);
      }
    }
  });

  it('puts things right at the next run after being killed at any rename', async () => {
    for (let nth = 1; nth <= 6; nth += 1) {
      await rm(folder, { recursive: true });
      await mkdir(folder);
      await writeFile(`${folder}/bao-cao.docx`, 'old report');
      await writeFile(`${folder}/tong-hop.xlsx`, 'old tables');
      const before = await content(folder);
      // From here on nothing works any more, neither undoing nor clearing up: as if the machine had stopped.
      const dying: FileSystem = {
        ...broken('rename', nth, 'EIO', true),
        remove: (path) => (path.endsWith(LOCK_NAME) ? NODE_FILES.remove(path) : Promise.reject(fault('EIO'))),
      };
      await publishSet(folder, SET, dying);
      const blocked = await publishSet(folder, new Map([['bao-cao.docx/x', bytes('')]]), quick);
      expect(blocked.some(({ severity }) => severity === 'error')).toBe(true);
      expect(await content(folder), `rename ${nth}`).toEqual(before);
      expect(codes(await publishSet(folder, SET, quick))).toEqual([]);
      expect(await readdir(folder)).toEqual(['bao-cao.docx', 'returns', 'tong-hop.xlsx']);
    }
  });

  it('finishes a run killed after its last move', async () => {
    await writeFile(`${folder}/bao-cao.docx`, 'new report');
    await mkdir(`${folder}/.tdkvh-staging-1/new`, { recursive: true });
    await mkdir(`${folder}/.tdkvh-staging-1/old`);
    await writeFile(`${folder}/.tdkvh-staging-1/old/0`, 'old report');
    await writeFile(
      `${folder}/.tdkvh-staging-1/journal.json`,
      JSON.stringify({ names: ['bao-cao.docx'], folders: [] }),
    );
    const findings = await publishSet(folder, new Map([['findings.csv', bytes('x')]]));
    expect(codes(findings)).toEqual(['output/finished-earlier']);
    expect(await content(folder)).toEqual({ 'bao-cao.docx': 'new report', 'findings.csv': 'x' });
  });

  it('undoes a run killed between two moves', async () => {
    await writeFile(`${folder}/bao-cao.docx`, 'new report');
    await writeFile(`${folder}/figures.csv`, 'new, had no predecessor');
    await mkdir(`${folder}/.tdkvh-staging-1/new`, { recursive: true });
    await mkdir(`${folder}/.tdkvh-staging-1/old`);
    await writeFile(`${folder}/.tdkvh-staging-1/old/0`, 'old report');
    await writeFile(`${folder}/.tdkvh-staging-1/old/2`, 'old tables');
    await writeFile(`${folder}/.tdkvh-staging-1/new/2`, 'new tables');
    const names = ['bao-cao.docx', 'figures.csv', 'tong-hop.xlsx'];
    await writeFile(`${folder}/.tdkvh-staging-1/journal.json`, JSON.stringify({ names, folders: [] }));
    const findings = await publishSet(folder, new Map());
    expect(codes(findings)).toEqual(['output/undone-earlier']);
    expect(await content(folder)).toEqual({ 'bao-cao.docx': 'old report', 'tong-hop.xlsx': 'old tables' });
  });

  it('never removes a folder that bears the name of an output', async () => {
    await mkdir(`${folder}/bao-cao.docx`);
    await writeFile(`${folder}/bao-cao.docx/mine.txt`, 'mine');
    expect(codes(await publishSet(folder, SET))).toEqual(['output/not-a-file']);
    expect(await content(folder)).toEqual({ 'bao-cao.docx/mine.txt': 'mine' });
  });

  it.runIf(process.platform === 'linux')(
    'says so when the system has no place for a folder there',
    async () => {
      expect((await publishSet('/proc/khong-co', SET))[0]?.severity).toBe('error');
      expect((await publishSet('/proc/khong-co/nua', SET))[0]?.severity).toBe('error');
    },
    5000,
  );

  it('makes all folders on the way, once', async () => {
    expect(await publishSet(`${folder}/a/b/c`, SET)).toEqual([]);
    expect(await publishSet(`${folder}/a/b/c`, SET)).toEqual([]);
    expect(Object.keys(await content(`${folder}/a/b/c`))).toHaveLength(SET.size);
  });

  it('says so when the folder is a file', async () => {
    await writeFile(`${folder}/out`, 'a file');
    expect(codes(await publishSet(`${folder}/out`, SET))).toEqual(['output/not-a-folder']);
  });

  it('notices a file that is shorter on the disk', async () => {
    const system: FileSystem = { ...quick, size: () => Promise.resolve(3) };
    expect(codes(await publishSet(folder, SET, system))).toEqual(['output/not-whole']);
    expect(await readdir(folder)).toEqual([]);
  });

  it('lets only one run at a time write, and takes over the lock of a dead one', async () => {
    const other = (start: string): FileSystem => ({ ...quick, processes: machine({}, start) });
    const lock = lockOf({ process: 4242, started: '77' });
    await writeFile(`${folder}/${LOCK_NAME}`, lock);
    const refused = await publishSet(folder, SET, other('77'));
    expect(codes(refused)).toEqual(['output/running']);
    expect(refused[0]?.message).toContain('4242');
    expect(await readFile(`${folder}/${LOCK_NAME}`, 'utf8')).toBe(lock);
    expect(await publishSet(folder, SET, other(''))).toEqual([]);
    expect(await readdir(folder)).not.toContain(LOCK_NAME);
  });

  it.skipIf(process.platform === 'win32').each([LOCK_NAME, `${LOCK_NAME}.99`])(
    'takes %s that leads to a device for no lock, and reads none of it',
    async (name) => {
      await symlink('/dev/zero', join(folder, name));
      expect(codes(await publishSet(folder, SET, quick))).toEqual([]);
      expect(Object.keys(await content(folder)).sort()).toEqual([...SET.keys()].sort());
      expect(await readdir(folder)).not.toContain(name);
    },
  );

  it('never mixes two runs started together', async () => {
    const sets = ['one', 'two'].map((text) => new Map([...SET.keys()].map((name) => [name, bytes(text)])));
    const results = await Promise.all(sets.map((set) => publishSet(folder, set, quick)));
    expect(results.flat().every(({ code }) => code === 'output/running')).toBe(true);
    expect(new Set(Object.values(await content(folder))).size).toBe(1);
  });
});

describe('putRight', () => {
  const cut = async (): Promise<void> => {
    await writeFile(`${folder}/a`, 'new a');
    await writeFile(`${folder}/b`, 'old b');
    await mkdir(`${folder}/.tdkvh-staging-1/new`, { recursive: true });
    await mkdir(`${folder}/.tdkvh-staging-1/old`);
    await writeFile(`${folder}/.tdkvh-staging-1/old/0`, 'old a');
    await writeFile(`${folder}/.tdkvh-staging-1/new/1`, 'new b');
    await writeFile(`${folder}/.tdkvh-staging-1/journal.json`, JSON.stringify({ names: ['a', 'b'] }));
  };

  it('undoes what a killed run left, and says so', async () => {
    await cut();
    expect(codes(await putRight(folder))).toEqual(['output/undone-earlier']);
    expect(await content(folder)).toEqual({ a: 'old a', b: 'old b' });
    expect(await putRight(folder)).toEqual([]);
  });

  it('says that the folder is mixed where it cannot, and while a run is at it', async () => {
    await cut();
    const locked: FileSystem = { ...quick, writeNew: () => Promise.reject(fault('EROFS')) };
    expect(codes(await putRight(folder, locked))).toEqual(['output/mixed']);
    const held: FileSystem = { ...quick, rename: () => Promise.reject(fault('EBUSY')) };
    expect(codes(await putRight(folder, held))).toEqual(['output/mixed']);
    await writeFile(`${folder}/${LOCK_NAME}`, lockOf({ process: 8 }));
    expect(codes(await putRight(folder, { ...quick, processes: machine({}, '70') }))).toEqual([
      'output/mixed',
    ]);
  });

  it('touches nothing that is not of a run of ours', async () => {
    await mkdir(`${folder}/.tdkvh-staging-moi`);
    await mkdir(`${folder}/.staging-1`);
    await writeFile(`${folder}/.staging-1/x`, 'mine');
    expect(await putRight(folder)).toEqual([]);
    expect(await publishSet(folder, SET)).toEqual([]);
    expect((await readdir(folder)).slice(0, 2)).toEqual(['.staging-1', '.tdkvh-staging-moi']);
  });

  it('is silent about a folder that is not there', async () => {
    expect(await putRight(`${folder}/khong-co`)).toEqual([]);
  });
});

describe('writeFileSafely', () => {
  it('leaves devices and pipes alone', async () => {
    const system: FileSystem = {
      ...quick,
      kind: (path) => (path.endsWith('/null') ? Promise.resolve('other') : NODE_FILES.kind(path)),
    };
    expect(codes(await writeFileSafely(`${folder}/null`, bytes('x'), system))).toEqual([
      'output/special-file',
    ]);
    expect(await readdir(folder)).toEqual([]);
  });

  it('says that a name is too long', async () => {
    const path = `${folder}/${'ẫ'.repeat(100)}.xlsx`;
    const findings = await writeFileSafely(path, bytes('x'));
    expect(findings.map(({ code, at }) => [code, at.file])).toEqual([['output/name-too-long', path]]);
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    ['EBUSY', 'output/locked'],
    ['ETXTBSY', 'output/locked'],
    ['EACCES', 'output/read-only'],
    ['EPERM', 'output/read-only'],
  ])('tells a file that is held (%s on opening) from one that may not be made: %s', async (code, told) => {
    const refused = Object.assign(fault(code), { syscall: 'open' });
    const found = await changeFileSafely(`${folder}/chot-so.zip`, () => Promise.reject(refused), quick);
    expect(codes(found)).toEqual([told]);
  });

  it.runIf(process.platform !== 'win32')('writes through a link', async () => {
    await mkdir(`${folder}/shared`);
    await writeFile(`${folder}/shared/list.csv`, 'old');
    await symlink(`${folder}/shared/list.csv`, `${folder}/list.csv`);
    expect(await writeFileSafely(`${folder}/list.csv`, bytes('new'))).toEqual([]);
    expect(await readFile(`${folder}/shared/list.csv`, 'utf8')).toBe('new');
    expect((await lstat(`${folder}/list.csv`)).isSymbolicLink()).toBe(true);
  });

  it('makes the folder, replaces the file and leaves nothing else', async () => {
    const path = `${folder}/templates/xa-a.xlsx`;
    expect(await writeFileSafely(path, bytes('one'))).toEqual([]);
    expect(await writeFileSafely(path, bytes('two'))).toEqual([]);
    expect(await content(folder)).toEqual({ 'templates/xa-a.xlsx': 'two' });
  });

  it('keeps the old file when it is held open, and clears what a dead process left', async () => {
    const path = `${folder}/xa-a.xlsx`;
    await writeFile(path, 'old');
    await mkdir(`${folder}/.tdkvh-staging-999999999/new`, { recursive: true });
    await writeFile(`${folder}/.tdkvh-staging-999999999/new/0`, 'half');
    const findings = await writeFileSafely(path, bytes('new'), broken('rename', 1, 'EBUSY', true));
    expect(codes(findings)).toEqual(['output/locked']);
    expect(await content(folder)).toEqual({ 'xa-a.xlsx': 'old' });
  });
});

describe('the trial whether a folder can be written', () => {
  it('takes away what a killed trial left, also under the number of this process, and nothing of a run', async () => {
    const own = `.tdkvh-staging-${String(NODE_FILES.processes.self.process)}`;
    for (const left of [own, '.tdkvh-staging-4', '.tdkvh-staging-5/new'])
      await mkdir(join(folder, left), { recursive: true });
    await writeFile(join(folder, own, 'thu'), 'x');
    await writeFile(join(folder, '.tdkvh-staging-5/new/0'), 'part of a report');
    await tryWriting(folder);
    expect(await readdir(folder)).toEqual(['.tdkvh-staging-5']);
    expect(await content(folder)).toEqual({ '.tdkvh-staging-5/new/0': 'part of a report' });
  });
});
