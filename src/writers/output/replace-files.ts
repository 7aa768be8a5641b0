/** Replaces the files of a folder by a new set, by way of a staging folder. Only the holder of the lock may. */
import { finding } from '../../findings/finding.js';
import type { Finding } from '../../model.js';
import type { OutputFile } from '../byte-pieces.js';
import type { FileSystem } from './file-system.js';
import { append } from '../../values/of-many.js';
import type { RunLock } from './run-lock.js';
import {
  cleared,
  moveGone,
  newPath,
  oldPath,
  stagingIn,
  targetPath,
  undo,
  writeJournal,
  type Journal,
  type Staging,
} from './staging.js';
import { renamePatiently, writeChecked, writeFault } from './write-fault.js';

/** Names are relative to the folder, with `/`. */
export interface FileSet {
  readonly files: ReadonlyMap<string, OutputFile>;
  /** Files of the last time that are no longer part of the set; those that are not there are no fault. */
  readonly gone?: readonly string[];
  /** Folders that belong to the set even when they are empty. */
  readonly folders?: readonly string[];
}

/** What stood in the way; nothing when the new set stands. */
export async function replaceFiles(
  system: FileSystem,
  directory: string,
  set: FileSet,
  lock: RunLock,
): Promise<readonly Finding[]> {
  const staging = stagingIn(system, directory);
  const faults = [...(await inTheWay(system, staging, set))];
  try {
    append(faults, await stage(system, staging, set));
  } catch (error) {
    await cleared(system, staging);
    throw error;
  }
  if (faults.length > 0) return [...faults, ...(await cleared(system, staging))];
  let journal: Journal = { names: [...set.files.keys()], gone: [], folders: [] };
  let current = staging.directory;
  try {
    journal = await journalOf(system, staging, set);
    if (!(await lock.isMine())) {
      const running = finding('output/lock-lost', { file: directory }, { file: directory });
      return [running, ...(await cleared(system, staging))];
    }
    await writeJournal(system, staging, journal);
    await moveGone(system, staging, journal);
    for (const folder of journal.folders) {
      current = targetPath(staging, folder);
      await system.makeDirectory(current);
    }
    for (const [index, name] of journal.names.entries()) {
      current = targetPath(staging, name);
      if ((await system.kind(current)) !== undefined)
        await renamePatiently(system, current, oldPath(staging, index));
      await renamePatiently(system, newPath(staging, index), current);
    }
    for (const folder of foldersOf(journal.names)) await system.flushDirectory(targetPath(staging, folder));
    current = directory;
    await system.flushDirectory(directory);
  } catch (error) {
    const blocked = await undo(system, staging, journal);
    const fault = writeFault(current, error);
    return blocked.length > 0 ? [fault, ...blocked] : [fault, ...(await cleared(system, staging))];
  }
  return cleared(system, staging);
}

/** Folders, devices and other things that bear the name of an output are the user's and stay. */
async function inTheWay(
  system: FileSystem,
  staging: Staging,
  { files }: FileSet,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const name of files.keys()) {
    const file = targetPath(staging, name);
    try {
      const kind = await system.kind(file);
      if (kind === 'directory') findings.push(finding('output/not-a-file', { file }, { file }));
      if (kind === 'other') findings.push(finding('output/special-file', { file }, { file }));
    } catch (error) {
      findings.push(writeFault(file, error));
    }
  }
  return findings;
}

async function stage(system: FileSystem, staging: Staging, { files }: FileSet): Promise<readonly Finding[]> {
  try {
    await system.makeDirectory(`${staging.path}/new`);
    await system.makeDirectory(`${staging.path}/old`);
  } catch (error) {
    const [first = ''] = files.keys();
    return [writeFault(files.size === 1 ? targetPath(staging, first) : staging.directory, error)];
  }
  for (const [index, [name, file]] of [...files].entries()) {
    const fault = await writeChecked(system, newPath(staging, index), file, targetPath(staging, name));
    if (fault !== undefined) return [fault];
  }
  return [];
}

async function journalOf(system: FileSystem, staging: Staging, set: FileSet): Promise<Journal> {
  const names = [...set.files.keys()];
  const gone: string[] = [];
  for (const name of set.gone ?? []) {
    const kind = set.files.has(name) ? undefined : await system.kind(targetPath(staging, name));
    if (kind === 'file' || kind === 'link') gone.push(name);
  }
  const wanted = new Set([
    ...foldersOf(names),
    ...(set.folders ?? []).flatMap((folder) => [...foldersOf([folder]), folder]),
  ]);
  const folders: string[] = [];
  for (const folder of wanted) {
    if ((await system.kind(targetPath(staging, folder))) === undefined) folders.push(folder);
  }
  return { names, gone, folders: folders.sort() };
}

/** All folders that the names need. */
const foldersOf = (names: readonly string[]): ReadonlySet<string> =>
  new Set(
    names.flatMap((name) => {
      const folders = name.split('/').slice(0, -1);
      return folders.map((_, index) => folders.slice(0, index + 1).join('/'));
    }),
  );
