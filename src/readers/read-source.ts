/** One file read whole into memory, with its SHA-256; a file that changes meanwhile is read again once. */
import { hash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { Finding, SourceFile } from '../model.js';
import { finding } from '../findings/finding.js';
import { codeOfFault, type FileEntry } from './folder.js';
import { notAFile } from './office-file.js';

const MEGABYTE = 1024 * 1024;
/** A packed workbook is smaller than what it may unpack to. */
const LARGEST = 128 * MEGABYTE;

/** How bytes and facts about a file are got; tests put a restless disk here. */
export interface Disk {
  open(path: string): OpenFile;
}

interface OpenFile {
  stat(): {
    readonly size: number;
    readonly mtimeMs: number;
    /** Neither file nor folder: a pipe would be waited for, a device has no end. */
    readonly isOdd?: boolean;
  };
  /** At most so many bytes from the beginning; fewer where the file ends before. */
  read(most: number): Uint8Array;
  close(): void;
}

/**
 * Waited for: of a hundred thousand small files the waiting costs more than the reading. Opened once, so that the name is
 * looked up once; a pipe is not waited for.
 */
const DISK: Disk = {
  open: (path) => {
    const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    return {
      stat: () => {
        const stats = fstatSync(file);
        const { size, mtimeMs } = stats;
        return { size, mtimeMs, isOdd: !stats.isFile() && !stats.isDirectory() };
      },
      read: (most) => readUpTo(file, most),
      close: () => {
        closeSync(file);
      },
    };
  },
};

/** The size is known already: readFileSync would ask for it once more. */
function readUpTo(file: number, most: number): Uint8Array {
  const bytes = Buffer.allocUnsafeSlow(most);
  let length = 0;
  while (length < most) {
    const more = readSync(file, bytes, length, most - length, null);
    if (more === 0) break;
    length += more;
  }
  return bytes.subarray(0, length);
}

/** The file's bytes, or findings why there are none. */
export function readSource(
  entry: FileEntry,
  disk: Disk = DISK,
): { readonly source?: SourceFile; readonly findings: readonly Finding[] } {
  const at = { file: entry.path };
  try {
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const file = disk.open(entry.absolute);
      try {
        const read = readOnce(entry, file);
        if (read !== undefined) return read;
      } finally {
        file.close();
      }
    }
    return { findings: [finding('file/changed', at, {})] };
  } catch (error) {
    const reason = codeOfFault(error);
    // Sockets, and devices without a driver, cannot even be opened.
    if (reason === 'ENXIO' || reason === 'EOPNOTSUPP') return oddFile(entry);
    return {
      findings: [
        reason === 'ENOENT' ? finding('file/not-found', at, {}) : finding('file/unreadable', at, { reason }),
      ],
    };
  }
}

const oddFile = ({ path }: FileEntry) => ({ findings: [notAFile(path, 'ống dẫn hoặc thiết bị')] });

/** Undefined where the file changed while it was read; another file put in its place leaves this one as it was. */
function readOnce({ path, absolute }: FileEntry, file: OpenFile): ReturnType<typeof readSource> | undefined {
  const before = file.stat();
  if (before.isOdd) return oddFile({ path, absolute });
  if (before.size > LARGEST) {
    const megabytes = Math.ceil(before.size / MEGABYTE);
    return { findings: [finding('file/too-big', { file: path }, { megabytes, limit: LARGEST / MEGABYTE })] };
  }
  // One byte more than there were: a file that grows shows itself.
  const bytes = file.read(before.size + 1);
  const after = file.stat();
  const isSame = before.size === after.size && before.mtimeMs === after.mtimeMs;
  if (!isSame || bytes.length !== after.size) return undefined;
  return { source: { path, bytes, sha256: sha256(bytes) }, findings: [] };
}

/** Hexadecimal SHA-256 of the exact bytes: the file's identity for settlements and duplicates. */
export const sha256 = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');
