/** A disk in memory behind the seam of the writer, on which any call can be the last or can fail. */
import { joined } from '../../src/writers/byte-pieces.js';
import type { EntryKind, FileSystem } from '../../src/writers/output/file-system.js';
import type { Holder } from '../../src/writers/output/run-holder.js';

/** Content by path; undefined for a folder. */
export type Disk = Map<string, string | undefined>;

/** What happens at one call of a run. */
export interface Accident {
  /** The call, counted from 1 over the calls that change or make durable. */
  readonly at: number;
  /** An error code; without one the run is killed: nothing it calls from then on has any effect. */
  readonly error?: string;
  /** From then on every call fails with it: a disk that is gone. */
  readonly lasting?: boolean;
}

const errorOf = (code: string): Error => Object.assign(new Error(code), { code });
const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/';

/** One run on the disk; `steps` tells afterwards how many calls could have been its last. */
export function runOn(
  disk: Disk,
  process: number,
  accident?: Accident,
): FileSystem & { readonly steps: () => number } {
  let count = 0;
  let dead = false;
  const self: Holder = { process, started: String(process), machine: 'pc', boot: 'boot', numbers: 'all' };
  const below = (path: string): readonly string[] =>
    [...disk.keys()].filter((one) => one.startsWith(`${path}/`));
  /** Before a call that changes something: true when it must do half of its work and then be the last. */
  const step = (): boolean => {
    if (dead) throw errorOf('DEAD');
    count += 1;
    if (accident?.lasting === true && count > accident.at) throw errorOf(accident.error ?? 'EIO');
    if (accident?.at !== count) return false;
    if (accident.error !== undefined) throw errorOf(accident.error);
    dead = true;
    return true;
  };
  const last = (): never => {
    throw errorOf('DEAD');
  };
  const look = (): void => {
    if (dead) throw errorOf('DEAD');
  };
  const kindOf = (path: string): EntryKind | undefined =>
    disk.has(path) ? (disk.get(path) === undefined ? 'directory' : 'file') : undefined;
  const demandFolder = (path: string): void => {
    if (path === '/' || kindOf(path) === 'directory') return;
    throw errorOf(disk.has(path) ? 'ENOTDIR' : 'ENOENT');
  };
  /** A call as a promise that fails as calls of the system do. */
  const call = async <Value>(work: () => Value): Promise<Value> => {
    await Promise.resolve();
    return work();
  };
  const makeDirectory = (path: string): string | undefined => {
    if (path === '/' || kindOf(path) === 'directory') return undefined;
    if (disk.has(path)) throw errorOf('EEXIST');
    const first = makeDirectory(parentOf(path));
    if (step()) last();
    disk.set(path, undefined);
    return first ?? path;
  };
  return {
    steps: () => count,
    makeDirectory: (path) => call(() => (look(), makeDirectory(path))),
    writeNew: (path, content) =>
      call(() => {
        const dies = step();
        if (disk.has(path)) throw errorOf('EEXIST');
        demandFolder(parentOf(path));
        const text = new TextDecoder().decode(content instanceof Uint8Array ? content : joined(content));
        disk.set(path, dies ? text.slice(0, text.length / 2) : text);
        if (dies) last();
      }),
    read: (path) =>
      call(() => {
        look();
        const text = disk.get(path);
        if (text === undefined) throw errorOf(disk.has(path) ? 'EISDIR' : 'ENOENT');
        return new TextEncoder().encode(text);
      }),
    size: (path) => call(() => (look(), new TextEncoder().encode(disk.get(path) ?? '').length)),
    kind: (path) => call(() => (look(), kindOf(path))),
    list: (path) =>
      call(() => {
        look();
        demandFolder(path);
        return below(path)
          .map((one) => one.slice(path.length + 1))
          .filter((name) => !name.includes('/'));
      }),
    follow: (path) => Promise.resolve(path),
    rename: (from, to) =>
      call(() => {
        if (step()) last();
        if (!disk.has(from)) throw errorOf('ENOENT');
        demandFolder(parentOf(to));
        if (kindOf(to) === 'directory' && below(to).length > 0) throw errorOf('ENOTEMPTY');
        for (const path of [from, ...below(from)]) {
          disk.set(to + path.slice(from.length), disk.get(path));
          disk.delete(path);
        }
      }),
    remove: (path) =>
      call(() => {
        if (!disk.has(path)) return;
        const dies = step();
        // The order in which a folder is emptied is nobody's promise: the worst is a new file before the journal.
        const worst = below(path).find((one) => one.includes('/new/')) ?? path;
        if (!dies) for (const one of [path, ...below(path)]) disk.delete(one);
        else if (below(worst).length === 0) disk.delete(worst);
        if (dies) last();
      }),
    removeEmpty: (path) =>
      call(() => {
        if (dead || kindOf(path) !== 'directory' || below(path).length > 0) return;
        try {
          if (step()) return;
        } catch {
          // Like Node's: a folder that cannot be removed stays.
          return;
        }
        disk.delete(path);
      }),
    flushDirectory: () =>
      call(() => {
        if (step()) last();
      }),
    touch: () => Promise.resolve(),
    modified: () => Promise.resolve(0),
    wait: () => Promise.resolve(),
    every: () => () => undefined,
    // A killed process is not there any more.
    platform: 'linux',
    processes: { self, startOf: () => '', isAlive: () => false },
  };
}
