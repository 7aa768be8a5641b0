/** What the launcher for Windows says of files in a place that other programs do not reach, said by `open` as well. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PACKAGE_FOLDER } from '../../../office/package-files.js';

interface Launcher {
  readonly farResults: (files: readonly string[]) => string | undefined;
}

/** Undefined where every file is reached, and where the program was not copied from the .zip for Windows. */
export async function farFiles(
  files: readonly string[],
  { platform }: Pick<NodeJS.Process, 'platform'> = process,
  folder = PACKAGE_FOLDER,
): Promise<string | undefined> {
  if (platform !== 'win32') return undefined;
  try {
    const { default: launcher } = (await import(pathToFileURL(join(folder, 'start.cjs')).href)) as {
      readonly default: Launcher;
    };
    return launcher.farResults(files);
  } catch {
    return undefined;
  }
}
