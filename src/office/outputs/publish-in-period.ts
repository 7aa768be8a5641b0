/** Publishes a set of files; what lies in the results of a period is written under their one lock. */
import { join, relative, sep } from 'node:path';
import type { Finding } from '../../model.js';
import { publishDecided, type FileSet } from '../../writers/output-set.js';
import { WORKSPACE_FILES } from '../workspace-files.js';

/**
 * Writes the set into `target`. A folder inside the results (the replies, the forms) is part of what they publish:
 * another command that writes there waits its turn, and a killed run is put right by whichever command comes next.
 */
export async function publishInPeriod(
  folder: string,
  target: string,
  decide: () => Promise<FileSet>,
): Promise<readonly Finding[]> {
  const out = join(folder, WORKSPACE_FILES.out);
  const inside = relative(out, target).split(sep).join('/');
  if (inside === '' || inside === '..' || inside.startsWith('../') || inside.includes(':'))
    return publishDecided(target, decide);
  const below = (name: string): string => `${inside}/${name}`;
  const decideBelow = async (): Promise<FileSet> => {
    const { files, gone = [] } = await decide();
    return {
      files: new Map([...files].map(([name, bytes]) => [below(name), bytes])),
      gone: gone.map(below),
    };
  };
  return publishDecided(out, decideBelow, { given: [target] });
}
