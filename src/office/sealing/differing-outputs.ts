/** Whether what lies in out/ is what was sealed: a report edited by hand, or made of other files, is told. */
import { join } from 'node:path';
import { finding } from '../../findings/finding.js';
import type { Finding, SealedManifest } from '../../model.js';
import { readOfficeFile, unlessFault } from '../../readers/office-file.js';
import { sha256 } from '../../readers/read-source.js';
import { exists } from '../workspace-files.js';
import { pathFromHere } from '../path-from-here.js';
import { outputsIn } from './reproduce-bundle.js';

/** Files that are not there are nobody's report. */
export async function differingOutputs(manifest: SealedManifest, out: string): Promise<readonly Finding[]> {
  const files: string[] = [];
  for (const [name, member] of outputsIn(manifest)) {
    const path = join(out, name);
    if (!(await exists(path))) continue;
    if ((await hashOf(path, name)) !== member.sha256) files.push(name);
  }
  const folder = pathFromHere(out);
  return files.length === 0
    ? []
    : [finding('sealed/out-differs', { file: folder }, { folder, files: files.join(', ') })];
}

const hashOf = (path: string, name: string): Promise<string | undefined> =>
  unlessFault(
    async () => sha256(await readOfficeFile(path, name, 'sealed')),
    () => undefined,
  );
