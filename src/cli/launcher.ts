/** The launcher that a copy of the program for an office PC has beside it; what it looks at and says is not said again here. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Its file in the folder of the program. */
export const LAUNCHER = 'start.cjs';

export interface Launcher {
  /** Files as packed; undefined where the list itself is none. */
  readonly packedList: (app: string) => readonly unknown[] | undefined;
  /** Names of files that are not as packed. */
  readonly wrongFiles: (app: string, whole: boolean, say: () => void) => readonly string[];
  /** What is said of results whose paths other programs do not reach; undefined where they do. */
  readonly farResults: (files: readonly string[]) => string | undefined;
}

/** The launcher in the folder of the program; rejects where there is none, or a broken one. */
export async function launcherIn(folder: string): Promise<Launcher> {
  const loaded = (await import(pathToFileURL(join(folder, LAUNCHER)).href)) as { readonly default: Launcher };
  return loaded.default;
}
