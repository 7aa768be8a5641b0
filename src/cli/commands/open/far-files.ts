/** What the launcher for Windows says of files in a place that other programs do not reach, said by `open` as well. */
import { PACKAGE_FOLDER } from '../../../office/package-files.js';
import { launcherIn } from '../../launcher.js';

/** Undefined where every file is reached, and where the program was not copied from the .zip for Windows. */
export async function farFiles(
  files: readonly string[],
  { platform }: Pick<NodeJS.Process, 'platform'> = process,
  folder = PACKAGE_FOLDER,
): Promise<string | undefined> {
  if (platform !== 'win32') return undefined;
  try {
    return (await launcherIn(folder)).farResults(files);
  } catch {
    return undefined;
  }
}
