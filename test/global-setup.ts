/** What every test of the whole program shares, made once and only read: the compiled program and a run of each fixture. */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { FIXTURE_NAMES, FIXTURES } from './end-to-end/expectation.js';
import { buildWhenStale, PROGRAM } from './support/built-program.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of the fixtures, each as `tdkvh aggregate` left it. */
    readonly runs: string;
  }
}

export default async function setup({ provide }: TestProject): Promise<() => void> {
  buildWhenStale();
  const runs = mkdtempSync(join(tmpdir(), 'tdkvh-runs-'));
  await Promise.all(
    FIXTURE_NAMES.map(async (name) => {
      const workspace = join(runs, name);
      cpSync(join(FIXTURES, name), workspace, { recursive: true });
      writeFileSync(`${workspace}.exit`, String(await aggregate(workspace)));
    }),
  );
  provide('runs', runs);
  return () => {
    rmSync(runs, { recursive: true, force: true });
  };
}

const aggregate = (workspace: string): Promise<number> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, [PROGRAM, 'aggregate', '--workspace', workspace], () => {
      resolve(child.exitCode ?? -1);
    });
  });
