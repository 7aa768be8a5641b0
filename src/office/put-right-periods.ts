/** Before a command reads: finishes or undoes what a killed run left in the folders it may read from. */
import { readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Finding } from '../model.js';
import { append } from '../values/of-many.js';
import { putRight } from '../writers/output-set.js';
import { findWorkspace, OUT_WITHOUT_WORKSPACE, WORKSPACE_FILES } from './workspace-files.js';

/** Whether files of two runs lie side by side, and stay so. */
export const isMixed = ({ code }: Finding): boolean =>
  code === 'output/mixed' || code === 'output/broken-journal';

/** `places`: the folder of the period, and files or folders that were named. */
export async function putRightPeriods(places: readonly string[]): Promise<readonly Finding[]> {
  const folders = new Set<string>();
  for (const place of places) {
    const workspace = await findWorkspace(place);
    const base = workspace ?? resolve(place);
    // Results, and whatever folder of the period was chosen with -o; of many submissions the names are not read twice.
    const kept =
      workspace === undefined
        ? [base, join(base, WORKSPACE_FILES.forms)]
        : await withSubfolders(base, WORKSPACE_FILES.submissions);
    const out = workspace === undefined ? OUT_WITHOUT_WORKSPACE : WORKSPACE_FILES.out;
    for (const folder of [...kept, ...(await withSubfolders(join(base, out)))]) folders.add(folder);
    // A results.json named by itself lies among the outputs of its run.
    if (/\.json$/iu.test(place)) folders.add(dirname(resolve(place)));
  }
  const findings: Finding[] = [];
  for (const folder of folders) append(findings, await putRight(folder));
  return findings;
}

/** A folder and those in it: of results replies and forms, of a period results and what is sealed. */
async function withSubfolders(folder: string, except?: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const below = entries.filter((entry) => entry.isDirectory() && entry.name !== except);
  return [folder, ...below.map(({ name }) => join(folder, name))];
}
