/** What every test of the whole program shares, made once and only read: the compiled program and a run of each fixture. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
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

export default function setup({ provide }: TestProject): () => void {
  buildWhenStale();
  const runs = mkdtempSync(join(tmpdir(), 'tdkvh-runs-'));
  for (const name of FIXTURE_NAMES) cpSync(join(FIXTURES, name), join(runs, name), { recursive: true });
  aggregateEach(FIXTURE_NAMES.map((name) => join(runs, name)));
  provide('runs', runs);
  return () => {
    rmSync(runs, { recursive: true, force: true });
  };
}

/** One process for all of them: what makes the first run slow is paid once. */
function aggregateEach(workspaces: readonly string[]): void {
  const script = `
    import { writeFileSync } from 'node:fs';
    import { run } from ${JSON.stringify(pathToFileURL(join(DIST, 'cli', 'main.js')).href)};
    for (const workspace of process.argv.slice(1))
      writeFileSync(workspace + '.exit', String(await run(['aggregate', '--workspace', workspace])));`;
  execFileSync(
    process.execPath,
    [...OPTIMISED_LATER, '--input-type=module', '--eval', script, ...workspaces],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
}
