/** The few file operations that publishing needs, behind a seam where tests can break each of them. */
import { open, readFile, readdir, realpath, rename, rm, rmdir, lstat, utimes } from 'node:fs/promises';
import type { FileContent } from '../byte-pieces.js';
import { makeFolders } from './make-folders.js';
import { NODE_PROCESSES, type ProcessTable } from './run-holder.js';
import { systemCode } from '../../values/system-code.js';

export type EntryKind = 'file' | 'directory' | 'link' | 'other';

export interface FileSystem {
  /** Makes the folder and those above it; the outermost that had to be made. */
  makeDirectory(path: string): Promise<string | undefined>;
  /** Writes a new file and flushes it to the disk; refuses one that exists (EEXIST). What fails leaves no file. */
  writeNew(path: string, content: FileContent): Promise<void>;
  /** Reads a lock or a journal; raises for what is none: of a pipe or a device a run would wait, or read, for ever. */
  read(path: string): Promise<Uint8Array>;
  size(path: string): Promise<number>;
  kind(path: string): Promise<EntryKind | undefined>;
  list(path: string): Promise<readonly string[]>;
  /** Where a link leads; the path itself where there is none, or nothing. */
  follow(path: string): Promise<string>;
  /** Replaces the target. */
  rename(from: string, to: string): Promise<void>;
  /** Removes a file or a whole folder; nothing there is no error. */
  remove(path: string): Promise<void>;
  /** Removes a folder only when it is empty. */
  removeEmpty(path: string): Promise<void>;
  /** Makes renames in the folder durable; raises what fails, but not that a system has no such thing. */
  flushDirectory(path: string): Promise<void>;
  /** Sets the time of change to now. */
  touch(path: string): Promise<void>;
  modified(path: string): Promise<number>;
  wait(milliseconds: number): Promise<void>;
  /** Repeats a task until the answer is called; the task alone keeps no process alive. */
  every(milliseconds: number, task: () => Promise<void>): () => void;
  readonly processes: ProcessTable;
  /** Decides which names there can be. */
  readonly platform: NodeJS.Platform;
}

/** Code of a system error, such as EBUSY; its message when it has none. */
export const errorCode = (error: unknown): string =>
  systemCode(error) ?? (error instanceof Error ? error.message : String(error));

/** Answers that mean "there is no flushing of folders here", on Windows also that a folder cannot be opened. */
const NO_FLUSH: ReadonlySet<string> = new Set([
  ...['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EBADF'],
  ...(process.platform === 'win32' ? ['EPERM', 'EACCES', 'EISDIR'] : []),
]);

/** A journal names every file of a set, and a country has some thousands. */
const MOST_BYTES = 16 * 2 ** 20;

export const NODE_FILES: FileSystem = {
  makeDirectory: makeFolders,
  writeNew: async (path, content) => {
    const file = await open(path, 'wx');
    try {
      try {
        // One after the other from where the last one ended.
        for (const piece of content instanceof Uint8Array ? [content] : content) await file.writeFile(piece);
        await file.sync();
      } finally {
        await file.close();
      }
    } catch (error) {
      await rm(path, { force: true }).catch(() => undefined);
      throw error;
    }
  },
  read: async (path) => {
    const entry = await lstat(path);
    if (!entry.isFile() || entry.size > MOST_BYTES) throw Object.assign(new Error(path), { code: 'EINVAL' });
    return readFile(path);
  },
  size: async (path) => (await lstat(path)).size,
  kind: async (path) => {
    try {
      const entry = await lstat(path);
      if (entry.isSymbolicLink()) return 'link';
      return entry.isDirectory() ? 'directory' : entry.isFile() ? 'file' : 'other';
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return undefined;
      throw error;
    }
  },
  list: (path) => readdir(path),
  follow: (path) => realpath(path).catch(() => path),
  rename,
  remove: (path) => rm(path, { recursive: true, force: true }),
  removeEmpty: async (path) => {
    try {
      await rmdir(path);
    } catch {
      // Not empty, not there or in use: it stays.
    }
  },
  flushDirectory: async (path) => {
    try {
      const directory = await open(path, 'r');
      try {
        await directory.sync();
      } finally {
        await directory.close();
      }
    } catch (error) {
      // Windows and some network drives have no such thing; there the file system keeps the order itself.
      if (!NO_FLUSH.has(errorCode(error))) throw error;
    }
  },
  touch: async (path) => {
    const now = new Date();
    await utimes(path, now, now);
  },
  modified: async (path) => (await lstat(path)).mtimeMs,
  wait: (milliseconds) =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds);
    }),
  every: (milliseconds, task) => {
    const timer = setInterval(() => {
      task().catch(() => undefined);
    }, milliseconds).unref();
    return () => {
      clearInterval(timer);
    };
  },
  processes: NODE_PROCESSES,
  platform: process.platform,
};
