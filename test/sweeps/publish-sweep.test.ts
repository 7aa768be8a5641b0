/**
 * Every kind of writing, killed at every call, killed again while the next run puts it right, and with every call
 * failing: the old state or the new one, never less, and nothing left over.
 */
import { describe, expect, it } from 'vitest';
import { isError } from '../../src/findings/finding.js';
import type { Finding } from '../../src/model.js';
import type { FileSystem } from '../../src/writers/output/file-system.js';
import {
  changeFileSafely,
  publishDecided,
  publishFolder,
  publishSet,
  putRight,
  writeFilesSafely,
} from '../../src/writers/output-set.js';
import { runOn, type Disk } from '../support/memory-files.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const files = (texts: Readonly<Record<string, string>>): ReadonlyMap<string, Uint8Array> =>
  new Map(Object.entries(texts).map(([name, text]) => [name, bytes(text)]));

interface Writing {
  readonly name: string;
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
  readonly run: (system: FileSystem) => Promise<readonly Finding[]>;
}

const OLD = { '/p/out/a': 'old a', '/p/out/b': 'old b', '/p/out/returns/x': 'old x', '/p/out/mine': 'mine' };
const WRITINGS: readonly Writing[] = [
  {
    name: 'a set over an old one, with new folders',
    before: OLD,
    after: { ...OLD, '/p/out/a': 'new a', '/p/out/c': 'new c', '/p/out/d/e/f': 'new f' },
    run: (system) => publishSet('/p/out', files({ a: 'new a', c: 'new c', 'd/e/f': 'new f' }), system),
  },
  {
    name: 'a set into a folder that is not there',
    before: { '/p/tdkvh.yaml': 'period' },
    after: { '/p/tdkvh.yaml': 'period', '/p/out/a': 'new a', '/p/out/b': 'new b' },
    run: (system) => publishSet('/p/out', files({ a: 'new a', b: 'new b' }), system),
  },
  {
    name: 'a set of which something goes',
    before: OLD,
    after: { '/p/out/a': 'new a', '/p/out/b': 'old b', '/p/out/mine': 'mine', '/p/out/returns/y': 'new y' },
    run: (system) =>
      publishDecided(
        '/p/out',
        () =>
          Promise.resolve({
            files: files({ a: 'new a', 'returns/y': 'new y' }),
            gone: ['returns/x', 'returns/never'],
          }),
        { system },
      ),
  },
  {
    name: 'nothing but something that goes',
    before: OLD,
    after: { '/p/out/b': 'old b', '/p/out/returns/x': 'old x', '/p/out/mine': 'mine' },
    run: (system) =>
      publishDecided('/p/out', () => Promise.resolve({ files: new Map(), gone: ['a'] }), { system }),
  },
  {
    name: 'a line added to a list',
    before: { '/p/list': 'one\n' },
    after: { '/p/list': 'one\ntwo\n' },
    run: (system) =>
      changeFileSafely(
        '/p/list',
        async () => {
          const now = new TextDecoder().decode(await system.read('/p/list'));
          return { bytes: bytes(now.includes('two') ? now : `${now}two\n`) };
        },
        system,
      ),
  },
  {
    name: 'two files of one answer, side by side and apart',
    before: { ...OLD, '/p/s': 'old s', '/p/x/l': 'old l' },
    after: { ...OLD, '/p/s': 'new s', '/p/x/l': 'new l', '/p/y/z/m': 'new m' },
    run: async (system) => {
      const asked = files({ '/p/s': 'new s', '/p/x/l': 'new l', '/p/y/z/m': 'new m' });
      return (await writeFilesSafely(asked, system)).findings;
    },
  },
  {
    name: 'a new folder',
    before: { '/p/mine': 'mine' },
    after: { '/p/mine': 'mine', '/p/2024/units': 'all units', '/p/2024/sub/x': 'x', '/p/2024/conf': 'conf' },
    run: (system) =>
      publishFolder('/p/2024', { files: files({ units: 'all units', 'sub/x': 'x', conf: 'conf' }) }, system),
  },
];

const diskOf = (texts: Readonly<Record<string, string>>): Disk => {
  const disk: Disk = new Map();
  for (const [path, text] of Object.entries(texts)) {
    for (let end = path.indexOf('/', 1); end > 0; end = path.indexOf('/', end + 1))
      disk.set(path.slice(0, end), undefined);
    disk.set(path, text);
  }
  return disk;
};
const filesOn = (disk: Disk): Readonly<Record<string, string>> =>
  Object.fromEntries([...disk].flatMap(([path, text]) => (text === undefined ? [] : [[path, text]])));
const sorted = (texts: Readonly<Record<string, string>>): string =>
  JSON.stringify(Object.entries(texts).sort());
const putAllRight = async (system: FileSystem): Promise<void> => {
  for (const folder of ['/p', '/p/out', '/p/2024']) await putRight(folder, system);
};
/** A killed run says nothing any more. */
const killed = (work: Promise<unknown>): Promise<unknown> => work.catch(() => undefined);

describe.each(WRITINGS)('$name', ({ before, after, run }) => {
  it('does what it shall', async () => {
    const disk = diskOf(before);
    expect(await run(runOn(disk, 1))).toEqual([]);
    expect(filesOn(disk)).toEqual(after);
  });

  it('is whole or not at all when it is killed, and when what puts it right is killed too', async () => {
    const counter = runOn(diskOf(before), 1);
    await run(counter);
    for (let at = 1; at <= counter.steps(); at += 1) {
      for (let again = 1; ; again += 1) {
        const disk = diskOf(before);
        await killed(run(runOn(disk, 1, { at })));
        const second = runOn(disk, 2, { at: again });
        await killed(putAllRight(second));
        await putAllRight(runOn(disk, 3));
        const what = `killed at ${at}, then at ${again}`;
        expect([sorted(before), sorted(after)], what).toContain(sorted(filesOn(disk)));
        const findings = await run(runOn(disk, 4));
        expect(findings.filter(isError), what).toEqual([]);
        expect(filesOn(disk), what).toEqual(after);
        if (second.steps() < again) break;
      }
    }
  });

  it('says what could not be put back when the disk is gone from one call on', async () => {
    const counter = runOn(diskOf(before), 1);
    await run(counter);
    for (let at = 1; at <= counter.steps(); at += 1) {
      const disk = diskOf(before);
      const findings = await run(runOn(disk, 1, { at, error: 'EIO', lasting: true }));
      const stands = Object.fromEntries(
        Object.entries(filesOn(disk)).filter(([path]) => !path.includes('/.tdkvh-')),
      );
      const told = findings.map(({ code }) => code);
      if (sorted(stands) !== sorted(before) && sorted(stands) !== sorted(after))
        expect(told, `call ${at}`).toContain('output/undo-blocked');
      else if (sorted(stands) === sorted(before)) expect(told.length, `call ${at}`).toBeGreaterThan(0);
      await putAllRight(runOn(disk, 2));
      expect([sorted(before), sorted(after)], `call ${at}`).toContain(sorted(filesOn(disk)));
    }
  });

  it.each(['EIO', 'ENOSPC', 'EACCES', 'EMFILE'])(
    'stays as it was when a call fails with %s',
    async (error) => {
      const counter = runOn(diskOf(before), 1);
      await run(counter);
      for (let at = 1; at <= counter.steps(); at += 1) {
        const disk = diskOf(before);
        const findings = await run(runOn(disk, 1, { at, error }));
        const stands = Object.fromEntries(
          Object.entries(filesOn(disk)).filter(([path]) => !path.includes('/.tdkvh-')),
        );
        expect(stands, `call ${at}`).toEqual(findings.some(isError) ? before : after);
        for (const found of findings) expect(found.at.file, `call ${at}`).toMatch(/^\/p/u);
        await putAllRight(runOn(disk, 2));
        expect(filesOn(disk), `call ${at}`).toEqual(stands);
      }
    },
  );
});
