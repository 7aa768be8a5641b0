/** One file written whole or not at all, in the manner of the output set; for templates and single tables. */
import { finding } from '../../findings/finding.js';
import type { Finding } from '../../model.js';
import { NODE_FILES, type FileSystem } from './file-system.js';
import { renamePatiently, writeChecked, writeFault } from './write-fault.js';

const WRITING_PREFIX = '.writing-';
let written = 0;

/** Writes the file, replacing an old one; its folder is made when needed. On an error the old file stays as it was. */
export async function writeFileSafely(
  path: string,
  bytes: Uint8Array,
  system: FileSystem = NODE_FILES,
): Promise<Finding[]> {
  const slash = path.replaceAll('\\', '/').lastIndexOf('/');
  const directory = slash < 0 ? '.' : path.slice(0, slash) || '/';
  try {
    await system.makeDirectory(directory);
    await clearDeadWrites(system, directory);
    if ((await system.kind(path)) === 'directory')
      return [finding('output/not-a-file', { file: path }, { file: path })];
  } catch (error) {
    return [writeFault(directory, error)];
  }
  written += 1;
  const temporary = `${directory}/${WRITING_PREFIX}${system.processId}-${written}`;
  const fault = await writeChecked(system, temporary, bytes, path);
  if (fault === undefined) {
    try {
      await renamePatiently(system, temporary, path);
      await system.flushDirectory(directory);
      return [];
    } catch (error) {
      await removeQuietly(system, temporary);
      return [writeFault(path, error)];
    }
  }
  await removeQuietly(system, temporary);
  return [fault];
}

/** Pieces of files that a killed process left. */
async function clearDeadWrites(system: FileSystem, directory: string): Promise<void> {
  for (const name of await system.list(directory)) {
    const owner = /^\.writing-(\d+)-\d+$/u.exec(name)?.[1];
    if (owner === undefined || Number(owner) === system.processId || system.isAlive(Number(owner))) continue;
    await removeQuietly(system, `${directory}/${name}`);
  }
}

async function removeQuietly(system: FileSystem, path: string): Promise<void> {
  try {
    await system.remove(path);
  } catch {
    // It stays until a later run clears it; what matters has been reported.
  }
}
