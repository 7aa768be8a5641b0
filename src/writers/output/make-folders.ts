/** Makes a folder and those above it, step by step. */
import { lstat, mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * The first folder that had to be made; undefined when all were there. Raises the system's error where a folder cannot
 * be. Node's own recursive mode never ends where the system finds no place for a folder in one that exists (/proc).
 */
export async function makeFolders(path: string): Promise<string | undefined> {
  try {
    await mkdir(path);
    return path;
  } catch (error) {
    if (await isFolder(path)) return undefined;
    const above = dirname(path);
    if (above === path || (await exists(path)) || (await exists(above))) throw error;
    const first = await makeFolders(above);
    // Another run may have made it meanwhile.
    await mkdir(path).catch(async (fault: unknown) => {
      if (!(await isFolder(path))) throw fault;
    });
    return first ?? path;
  }
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  );

const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );
