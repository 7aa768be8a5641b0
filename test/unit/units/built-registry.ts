/** The national list, built anew into a temporary folder, so that tests need no build of the product. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Registry } from '../../../src/model.js';
import { readRegistry } from '../../../src/readers/registry.js';

const builder = (await import(join(import.meta.dirname, '../../../build/build-registry.js'))) as {
  readonly buildRegistry: (folder: string) => Promise<string>;
};

/** Builds the list and answers its folder. */
export async function buildRegistry(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tdkvh-registry-'));
  await builder.buildRegistry(folder);
  return folder;
}

/** Built once for all tests; only read. */
export const builtRegistry = buildRegistry();

/** The built list, read; fails the test when it has findings. */
export async function readBuiltRegistry(folder?: string): Promise<Registry> {
  const { registry, findings } = await readRegistry(folder ?? (await builtRegistry));
  if (registry === undefined || findings.length > 0) throw new Error(JSON.stringify(findings.slice(0, 3)));
  return registry;
}
