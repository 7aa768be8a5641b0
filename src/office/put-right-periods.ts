/** Before a command reads: finishes or undoes what a killed run left in the folders it may read from. */
import { readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Finding } from '../model.js';
import { append } from '../values/of-many.js';
import { putRight } from '../writers/output-set.js';
import { findWorkspace, OUT_WITHOUT_WORKSPACE, WORKSPACE_FILES } from './workspace-files.js';

/** `places`: the folder of the period, and files or folders that were named. */
export async function putRightPeriods(places: readonly string[]): Promise<readonly Finding[]> {
  const folders = new Set<string>();
  for (const place of places) {
    const workspace = await findWorkspace(place);
    const base = workspace ?? resolve(place);
    folders.add(base);
    // A form adopted again without a change is not written again: nothing else would clear what its killed run left.
    folders.add(join(base, WORKSPACE_FILES.forms));
    const out = workspace === undefined ? OUT_WITHOUT_WORKSPACE : WORKSPACE_FILES.out;
    for (const folder of await withSubfolders(join(base, out))) folders.add(folder);
    if (workspace !== undefined) folders.add(join(workspace, WORKSPACE_FILES.sealed));
    // A results.json named by itself lies among the outputs of its run.
    if (/\.json$/iu.test(place)) folders.add(dirname(resolve(place)));
  }
  const findings: Finding[] = [];
  for (const folder of folders) append(findings, await putRight(folder));
  return findings;
}

/** The results and what is published below them: replies, forms. */
async function withSubfolders(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return [folder, ...entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name))];
}
