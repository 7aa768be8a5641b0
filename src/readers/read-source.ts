/** One file read whole into memory, with its SHA-256; a file that changes meanwhile is read again once. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { Finding, SourceFile } from '../model.js';
import { finding } from '../findings/finding.js';
import { codeOfFault, type FileEntry } from './folder.js';
import { notAFile } from './office-file.js';

const MEGABYTE = 1024 * 1024;
/** A packed workbook is smaller than what it may unpack to. */
const LARGEST = 128 * MEGABYTE;

/** How bytes and facts about a file are got; tests put a restless disk here. */
export interface Disk {
  stat(path: string): {
    readonly size: number;
    readonly mtimeMs: number;
    readonly ino: number;
    /** Neither file nor folder: a pipe would be waited for, a device has no end. */
    readonly isOdd?: boolean;
  };
  readFile(path: string): Uint8Array;
}

/** Waited for: of a hundred thousand small files the waiting costs more than the reading. */
const DISK: Disk = {
  stat: (path) => {
    const stats = statSync(path);
    const { size, mtimeMs, ino } = stats;
    return { size, mtimeMs, ino, isOdd: !stats.isFile() && !stats.isDirectory() };
  },
  readFile: (path) => readFileSync(path),
};

/** The file's bytes, or findings why there are none. */
export function readSource(
  entry: FileEntry,
  disk: Disk = DISK,
): { readonly source?: SourceFile; readonly findings: readonly Finding[] } {
  const at = { file: entry.path };
  try {
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const before = disk.stat(entry.absolute);
      if (before.isOdd) return { findings: [notAFile(entry.path, 'ống dẫn hoặc thiết bị')] };
      if (before.size > LARGEST) {
        const megabytes = Math.ceil(before.size / MEGABYTE);
        return { findings: [finding('file/too-big', at, { megabytes, limit: LARGEST / MEGABYTE })] };
      }
      const bytes = disk.readFile(entry.absolute);
      const after = disk.stat(entry.absolute);
      if (
        bytes.length === after.size &&
        before.size === after.size &&
        before.mtimeMs === after.mtimeMs &&
        before.ino === after.ino
      )
        return { source: { path: entry.path, bytes, sha256: sha256(bytes) }, findings: [] };
    }
    return { findings: [finding('file/changed', at, {})] };
  } catch (error) {
    const reason = codeOfFault(error);
    return {
      findings: [
        reason === 'ENOENT' ? finding('file/not-found', at, {}) : finding('file/unreadable', at, { reason }),
      ],
    };
  }
}

/** Hexadecimal SHA-256 of the exact bytes: the file's identity for settlements and duplicates. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
