/** Publishes the outputs of a run as one set: all of them or none. */
import { finding, isError } from '../findings/finding.js';
import type { Finding } from '../model.js';
import { NODE_FILES, type FileSystem } from './output/file-system.js';
import { takeLock } from './output/run-lock.js';
import {
  STAGING_PREFIX,
  cleared,
  newPath,
  oldPath,
  recover,
  targetPath,
  undo,
  writeJournal,
  type Journal,
  type Staging,
} from './output/staging.js';
import { renamePatiently, writeChecked, writeFault } from './output/write-fault.js';

export { writeFileSafely } from './output/single-file.js';

/**
 * Writes the files (names relative to the folder, with `/`) and replaces the old set. On any error the old set stays
 * as it was and the findings say which file stood in the way and what to do.
 */
export async function publishSet(
  directory: string,
  files: ReadonlyMap<string, Uint8Array>,
  system: FileSystem = NODE_FILES,
): Promise<Finding[]> {
  for (const name of files.keys()) {
    if (name.startsWith('/') || name.split('/').includes('..'))
      throw new Error(`Not inside the folder: ${name}`);
  }
  let made: boolean;
  try {
    made = await system.makeDirectory(directory);
  } catch (error) {
    return [writeFault(directory, error)];
  }
  const lock = await takeLock(system, directory);
  if (!('release' in lock)) return [lock];
  let findings: readonly Finding[];
  try {
    findings = await recover(system, directory);
    if (!findings.some(isError)) findings = [...findings, ...(await replace(system, directory, files))];
  } catch (error) {
    findings = [writeFault(directory, error)];
  } finally {
    await lock.release();
  }
  if (made && findings.some(isError)) await system.removeEmpty(directory);
  return [...findings];
}

async function replace(
  system: FileSystem,
  directory: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<readonly Finding[]> {
  const staging: Staging = { directory, path: `${directory}/${STAGING_PREFIX}${system.processId}` };
  const faults = [...(await inTheWay(system, staging, files)), ...(await stage(system, staging, files))];
  if (faults.length > 0) return [...faults, ...(await cleared(system, staging))];
  const names = [...files.keys()];
  let journal: Journal = { names, folders: [] };
  let current = staging.path;
  try {
    journal = { names, folders: await newFolders(system, staging, names) };
    await writeJournal(system, staging, journal);
    for (const folder of journal.folders) await system.makeDirectory(targetPath(staging, folder));
    for (const [index, name] of names.entries()) {
      current = targetPath(staging, name);
      if ((await system.kind(current)) !== undefined)
        await renamePatiently(system, current, oldPath(staging, index));
      await renamePatiently(system, newPath(staging, index), current);
    }
    await system.flushDirectory(directory);
  } catch (error) {
    const blocked = await undo(system, staging, journal);
    const fault = writeFault(current, error);
    return blocked.length > 0 ? [fault, ...blocked] : [fault, ...(await cleared(system, staging))];
  }
  return cleared(system, staging);
}

/** Folders and other things that bear the name of an output are the user's and stay. */
async function inTheWay(
  system: FileSystem,
  staging: Staging,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const name of files.keys()) {
    const file = targetPath(staging, name);
    const kind = await system.kind(file);
    if (kind === 'directory') findings.push(finding('output/not-a-file', { file }, { file }));
  }
  return findings;
}

async function stage(
  system: FileSystem,
  staging: Staging,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<readonly Finding[]> {
  try {
    await system.makeDirectory(`${staging.path}/new`);
    await system.makeDirectory(`${staging.path}/old`);
  } catch (error) {
    return [writeFault(staging.path, error)];
  }
  for (const [index, [name, bytes]] of [...files].entries()) {
    const fault = await writeChecked(system, newPath(staging, index), bytes, targetPath(staging, name));
    if (fault !== undefined) return [fault];
  }
  return [];
}

/** Folders that the names need and that are not there, outermost first. */
async function newFolders(
  system: FileSystem,
  staging: Staging,
  names: readonly string[],
): Promise<readonly string[]> {
  const wanted = new Set(
    names.flatMap((name) => {
      const folders = name.split('/').slice(0, -1);
      return folders.map((_, index) => folders.slice(0, index + 1).join('/'));
    }),
  );
  const missing: string[] = [];
  for (const folder of wanted) {
    if ((await system.kind(targetPath(staging, folder))) === undefined) missing.push(folder);
  }
  return missing.sort();
}
