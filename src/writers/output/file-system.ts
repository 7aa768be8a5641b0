/** The few file operations that publishing needs, behind a seam where tests can break each of them. */
import { open, readFile, readdir, rename, rm, rmdir, lstat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { makeFolders } from './make-folders.js';

export type EntryKind = 'file' | 'directory' | 'other';

export interface FileSystem {
  /** Makes the folder and those above it; says whether it was made. */
  makeDirectory(path: string): Promise<boolean>;
  /** Writes a new file and flushes it to the disk; refuses one that exists (EEXIST). */
  writeNew(path: string, bytes: Uint8Array): Promise<void>;
  read(path: string): Promise<Uint8Array>;
  size(path: string): Promise<number>;
  kind(path: string): Promise<EntryKind | undefined>;
  list(path: string): Promise<readonly string[]>;
  /** Replaces the target. */
  rename(from: string, to: string): Promise<void>;
  /** Removes a file or a whole folder; nothing there is no error. */
  remove(path: string): Promise<void>;
  /** Removes a folder only when it is empty. */
  removeEmpty(path: string): Promise<void>;
  /** Makes renames in the folder durable, where the system can. */
  flushDirectory(path: string): Promise<void>;
  wait(milliseconds: number): Promise<void>;
  readonly processId: number;
  readonly host: string;
  isAlive(processId: number): boolean;
}

/** Code of a system error, such as EBUSY; its message when it has none. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}

export const NODE_FILES: FileSystem = {
  makeDirectory: async (path) => (await makeFolders(path)) !== undefined,
  writeNew: async (path, bytes) => {
    const file = await open(path, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  },
  read: (path) => readFile(path),
  size: async (path) => (await lstat(path)).size,
  kind: async (path) => {
    try {
      const entry = await lstat(path);
      return entry.isDirectory() ? 'directory' : entry.isFile() ? 'file' : 'other';
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return undefined;
      throw error;
    }
  },
  list: (path) => readdir(path),
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
    } catch {
      // Windows cannot; there the file system keeps the order itself.
    }
  },
  wait: (milliseconds) =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds);
    }),
  processId: process.pid,
  host: hostname(),
  isAlive: (processId) => {
    try {
      process.kill(processId, 0);
      return true;
    } catch (error) {
      return errorCode(error) === 'EPERM';
    }
  },
};
