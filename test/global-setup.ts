/** What every test of the whole program shares, made once and only read: the compiled program and a run of each fixture. */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { FIXTURE_NAMES, FIXTURES } from './end-to-end/expectation.js';
import { buildWhenStale, DIST } from './support/built-program.js';
import { OPTIMISED_LATER } from './support/optimised-later.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of the fixtures, each as `tdkvh aggregate` left it. */
    readonly runs: string;
  }
}

export default async function setup({ provide }: TestProject): Promise<() => void> {
  buildWhenStale();
  const runs = mkdtempSync(join(tmpdir(), 'tdkvh-runs-'));
  for (const name of FIXTURE_NAMES) cpSync(join(FIXTURES, name), join(runs, name), { recursive: true });
  await Promise.all(FIXTURE_NAMES.map((name) => aggregate(join(runs, name))));
  provide('runs', runs);
  return () => {
    rmSync(runs, { recursive: true, force: true });
  };
}

/** Leaves the exit code beside the workspace. A process for each: nothing else has work for the other core yet. */
async function aggregate(workspace: string): Promise<void> {
  const script = `
    import { writeFileSync } from 'node:fs';
    import { run } from ${JSON.stringify(pathToFileURL(join(DIST, 'cli', 'main.js')).href)};
    const [, workspace = ''] = process.argv;
    writeFileSync(workspace + '.exit', String(await run(['aggregate', '--workspace', workspace])));`;
  const args = [...OPTIMISED_LATER, '--input-type=module', '--eval', script, workspace];
  await promisify(execFile)(process.execPath, args, { maxBuffer: 1 << 26 });
}
