/** A new folder built in the staging folder beside it and put in place by one rename. Only the holder of the lock may. */
import { finding } from '../../findings/finding.js';
import type { Finding } from '../../model.js';
import type { FileSystem } from './file-system.js';
import type { FileSet } from './replace-files.js';
import type { RunLock } from './run-lock.js';
import { cleared, stagingIn, type Staging } from './staging.js';
import { NotMade, renamePatiently, writeChecked, writeFault } from './write-fault.js';

const built = (staging: Staging): string => `${staging.path}/new`;

/** Builds the folder; on a fault nothing of it stays. */
export async function prepareFolder(
  system: FileSystem,
  parent: string,
  target: string,
  { files, folders = [] }: FileSet,
): Promise<{ readonly staging: Staging } | { readonly findings: readonly Finding[] }> {
  const staging = stagingIn(system, parent);
  const failed = async (fault: Finding) => ({ findings: [fault, ...(await cleared(system, staging))] });
  let current = target;
  try {
    const made = new Set([built(staging)]);
    for (const name of [...folders.map((folder) => `${folder}/`), ...files.keys()]) {
      current = `${target}/${name}`;
      const path = `${built(staging)}/${name}`;
      made.add(path.slice(0, path.lastIndexOf('/')));
    }
    for (const folder of made) await system.makeDirectory(folder);
    for (const [name, file] of files) {
      const fault = await writeChecked(system, `${built(staging)}/${name}`, file, `${target}/${name}`);
      if (fault !== undefined) return await failed(fault);
    }
    current = target;
    for (const folder of made) await system.flushDirectory(folder);
  } catch (error) {
    const fault = await failed(writeFault(current, error));
    if (error instanceof NotMade) throw error;
    return fault;
  }
  return { staging };
}

/** Puts the built folder in place; a folder that appeared there meanwhile is somebody's and stays. */
export async function moveInto(
  system: FileSystem,
  staging: Staging,
  target: string,
  lock: RunLock,
): Promise<readonly Finding[]> {
  let moved = false;
  try {
    if (!(await lock.isMine()))
      return [
        finding('output/lock-lost', { file: target }, { file: target }),
        ...(await cleared(system, staging)),
      ];
    await renamePatiently(system, built(staging), target);
    moved = true;
    await system.flushDirectory(staging.directory);
  } catch (error) {
    if (moved) await system.rename(target, built(staging)).catch(() => undefined);
    return [writeFault(target, error), ...(await cleared(system, staging))];
  }
  return cleared(system, staging);
}
