/**
 * Part of the build: keeps the units of the bundled national list and the bundled criteria sets as they are admitted, so
 * that no command admits them again (src/readers/prepared.ts).
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { bundledCriteria, loadCriteria } from '../dist/office/load-criteria.js';
import { CRITERIA_FOLDER } from '../dist/office/package-files.js';
import { preparedPath } from '../dist/readers/prepared.js';
import { sha256 } from '../dist/readers/read-source.js';
import { bundledRegistryDirectory, readRegistry } from '../dist/readers/registry.js';

const folder = dirname(preparedPath('units', ''));
// What an earlier build kept must not be what this one keeps.
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });

const directory = bundledRegistryDirectory();
const { registry, findings } = await readRegistry(directory);
if (registry === undefined || findings.length > 0) throw new Error(said(findings));
await keep('units', sha256(await readFile(join(directory, 'units.csv'))), registry.units);

for (const id of await bundledCriteria()) {
  const { set, ...loaded } = await loadCriteria(id, CRITERIA_FOLDER);
  if (set === undefined) throw new Error(`${id}: ${said(loaded.findings)}`);
  await keep('set', loaded.sha256, set);
}

/**
 * What is read back is what was kept, or the build ends.
 * @param {import('../dist/readers/prepared.js').PreparedKind} kind @param {string} hash @param {unknown} value
 */
async function keep(kind, hash, value) {
  const text = JSON.stringify(value);
  if (!isDeepStrictEqual(JSON.parse(text), value)) throw new Error(`${kind} ${hash}: JSON does not hold it`);
  await writeFile(preparedPath(kind, hash), text);
}

/**
 * One line each, from the file and place that has to be mended.
 * @param {readonly { readonly at: { readonly file?: string, readonly cell?: string }, readonly message: string, readonly hint?: string }[]} findings
 */
function said(findings) {
  return findings
    .map(({ at: { file = '', cell = '' }, message, hint = '' }) => `\n${file}, ${cell}: ${message} ${hint}`)
    .join('');
}
