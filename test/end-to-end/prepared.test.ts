/** What the build prepared is what would be read: compared with the files themselves. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bundledCriteria, loadCriteria } from '../../src/office/load-criteria.js';
import { CRITERIA_FOLDER } from '../../src/office/package-files.js';
import { preparedPath } from '../../src/readers/prepared.js';
import { sha256 } from '../../src/readers/read-source.js';
import { bundledRegistryDirectory, readRegistry } from '../../src/readers/registry.js';

/** The sources have no prepared values of their own; the build keeps them in dist. */
const kept = (kind: 'units' | 'set', hash: string): unknown => {
  const path = preparedPath(kind, hash).replace(/src([\\/])prepared/u, 'dist$1prepared');
  return JSON.parse(readFileSync(path, 'utf8'));
};

it('the national list', async () => {
  const directory = bundledRegistryDirectory();
  const { registry } = await readRegistry(directory);
  expect(kept('units', sha256(readFileSync(join(directory, 'units.csv'))))).toEqual(registry?.units);
});

it('every bundled criteria set', async () => {
  for (const id of await bundledCriteria()) {
    const { set, sha256: hash } = await loadCriteria(id, CRITERIA_FOLDER);
    expect(kept('set', hash), id).toEqual(set);
  }
});
