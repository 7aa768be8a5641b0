/** The national list, built anew into a temporary folder, so that tests need no build of the product. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Registry } from '../../../src/model.js';
import { readRegistry } from '../../../src/readers/registry.js';

/** Runs the builder and answers its folder. */
export function buildRegistry(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tdkvh-registry-'));
  const builder = fileURLToPath(new URL('../../../bin/build-registry.js', import.meta.url));
  execFileSync(process.execPath, [builder, '--out', folder]);
  return folder;
}

/** The built list, read; fails the test when it has findings. */
export async function readBuiltRegistry(folder = buildRegistry()): Promise<Registry> {
  const { registry, findings } = await readRegistry(folder);
  if (registry === undefined || findings.length > 0) throw new Error(JSON.stringify(findings.slice(0, 3)));
  return registry;
}
