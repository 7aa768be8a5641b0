/** Runs of `tdkvh aggregate` on a fixture, and what they wrote: the one that all tests share, and others on a changed copy. */
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { ResultsDocument } from '../../src/model.js';
import { tdkvh } from '../support/program.js';
import { FIXTURES, type FixtureName } from './expectation.js';

export interface FixtureRun {
  readonly exitCode: number;
  /** Names of the files written, sorted. */
  readonly names: readonly string[];
  readonly output: (name: string) => Uint8Array;
  readonly results: () => ResultsDocument;
}

/** The fixture as it is committed, run once for all tests by test/global-setup.ts. */
export function sharedRun(fixture: FixtureName): FixtureRun {
  const workspace = sharedWorkspace(fixture);
  return outcome(Number(readFileSync(`${workspace}.exit`, 'utf8')), join(workspace, 'out'));
}

/** The workspace of that run, with its outputs; to be copied, never changed. */
export const sharedWorkspace = (fixture: FixtureName): string => join(inject('runs'), fixture);

/** A copy of the fixture in a folder of its own. `arrange` rebuilds it and answers where the workspace then is. */
export async function runFixture(
  fixture: FixtureName,
  arrange: (copy: string) => string,
): Promise<FixtureRun> {
  const folder = mkdtempSync(join(tmpdir(), 'tdkvh-fixture-'));
  try {
    cpSync(join(FIXTURES, fixture), join(folder, 'first'), { recursive: true });
    const workspace = arrange(join(folder, 'first'));
    const out = join(folder, 'outputs');
    const { code, stdout, stderr } = await tdkvh('aggregate', '--workspace', workspace, '--out', out);
    if (!existsSync(out)) throw new Error(`exit ${String(code)}, nothing written:\n${stdout}${stderr}`);
    return outcome(code, out);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function outcome(exitCode: number, out: string): FixtureRun {
  const outputs = new Map(
    readdirSync(out)
      .sort()
      .filter((name) => statSync(join(out, name)).isFile())
      .map((name) => [name, new Uint8Array(readFileSync(join(out, name)))]),
  );
  const output = (name: string): Uint8Array => {
    const bytes = outputs.get(name);
    if (bytes === undefined) throw new Error(`no ${name} among ${[...outputs.keys()].join(', ')}`);
    return bytes;
  };
  let results: ResultsDocument | undefined;
  return {
    exitCode,
    names: [...outputs.keys()],
    output,
    results: () =>
      (results ??= JSON.parse(new TextDecoder().decode(output('results.json'))) as ResultsDocument),
  };
}
