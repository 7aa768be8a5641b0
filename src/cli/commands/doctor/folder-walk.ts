/** Everything below a folder, for the checks of names, locks and leftovers. Links are not followed. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../../../model.js';
import { machineFault } from '../../../findings/machine-fault.js';
import { errnoOf } from '../../../values/system-code.js';

export interface Walk {
  /** Relative to the folder, with `/`, as the disk spells them; in order. */
  readonly paths: readonly string[];
  /** Folders that could not be read. */
  readonly findings: readonly Finding[];
  readonly cut: boolean;
}

/** No office has more in one period; a workspace made in a drive's root must not be walked for hours. */
const MOST_PATHS = 50_000;

export async function walkFolder(folder: string): Promise<Walk> {
  const paths: string[] = [];
  const findings: Finding[] = [];
  const open = [''];
  for (let below = open.pop(); below !== undefined && paths.length < MOST_PATHS; below = open.pop()) {
    try {
      for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
        const path = below === '' ? entry.name : `${below}/${entry.name}`;
        paths.push(path);
        if (entry.isDirectory()) open.push(path);
      }
    } catch (error) {
      const path = below === '' ? '.' : below;
      findings.push(machineFault(path, errnoOf(error), { file: path }));
    }
  }
  return { paths: paths.sort(), findings, cut: paths.length >= MOST_PATHS };
}
