/** A file that could not be written becomes a finding that says what to do; a lock is tried again for a moment first. */
import { finding } from '../../findings/finding.js';
import type { Finding } from '../../model.js';
import type { FileContent, OutputFile } from '../byte-pieces.js';
import { errorCode, type FileSystem } from './file-system.js';

const FORBIDDEN = new Set(['EPERM', 'EACCES']);
const LOCKED = new Set([...FORBIDDEN, 'EBUSY', 'ETXTBSY']);
const FULL = new Set(['ENOSPC', 'EDQUOT']);
const FOLDER_IN_THE_WAY = new Set(['EISDIR', 'ENOTEMPTY']);
const FILE_IN_THE_WAY = new Set(['ENOTDIR', 'EEXIST']);

/** Around an error of what makes a file's content, to be told from those of the disk. */
export class NotMade extends Error {
  constructor(cause: unknown) {
    super('not made', { cause });
  }
}

/** What stopped the writing of `file`. */
export function writeFault(file: string, error: unknown): Finding {
  const code = errorCode(error);
  const at = { file };
  // Nobody holds what is not there yet: its making is forbidden, as in a folder without the right to write. What is held
  // can be there all the same: a bundle of before is opened to be compared.
  if (FORBIDDEN.has(code) && isMaking(error)) return finding('output/read-only', at, { file });
  if (LOCKED.has(code)) return finding('output/locked', at, { file });
  if (FULL.has(code)) return finding('output/disk-full', at, { file });
  if (code === 'EROFS') return finding('output/read-only', at, { file });
  if (FOLDER_IN_THE_WAY.has(code)) return finding('output/not-a-file', at, { file });
  if (FILE_IN_THE_WAY.has(code)) return finding('output/not-a-folder', at, { file });
  if (code === 'ENAMETOOLONG') return finding('output/name-too-long', at, { file });
  return finding('output/unwritable', at, { file, reason: code });
}

const isMaking = (error: unknown): boolean =>
  error instanceof Error && 'syscall' in error && (error.syscall === 'mkdir' || error.syscall === 'open');

/** Virus scanners and synchronisers hold a file for a moment only. */
const PATIENCE_MS = [100, 300, 800] as const;

/** Renames, trying again while the target is held. */
export async function renamePatiently(system: FileSystem, from: string, to: string): Promise<void> {
  for (const pause of PATIENCE_MS) {
    try {
      await system.rename(from, to);
      return;
    } catch (error) {
      if (!LOCKED.has(errorCode(error))) throw error;
      await system.wait(pause);
    }
  }
  await system.rename(from, to);
}

async function contentOf(file: OutputFile): Promise<FileContent> {
  if (typeof file !== 'function') return file;
  try {
    return await file();
  } catch (error) {
    throw new NotMade(error);
  }
}

/** Writes a new file and checks that all of it is on the disk; a finding about `file` when it is not. */
export async function writeChecked(
  system: FileSystem,
  path: string,
  content: OutputFile,
  file: string,
): Promise<Finding | undefined> {
  const made = await contentOf(content);
  let expected = 0;
  function* counted(): Generator<Uint8Array> {
    try {
      for (const piece of made instanceof Uint8Array ? [made] : made) {
        expected += piece.length;
        yield piece;
      }
    } catch (error) {
      throw new NotMade(error);
    }
  }
  try {
    await system.writeNew(path, counted());
    const actual = await system.size(path);
    if (actual === expected) return undefined;
    return finding('output/not-whole', { file }, { file, expected, actual });
  } catch (error) {
    if (error instanceof NotMade) throw error;
    return writeFault(file, error);
  }
}
