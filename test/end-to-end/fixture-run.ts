/** Runs `tdkvh aggregate` on a copy of a fixture in a folder of its own, and hands out what it wrote. */
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { run } from '../../src/cli/main.js';
import type { ResultsDocument } from '../../src/model.js';
import { FIXTURES, type FixtureName } from './expectation.js';

export interface FixtureRun {
  readonly exitCode: number;
  /** Names of the files written, sorted. */
  readonly names: readonly string[];
  readonly output: (name: string) => Uint8Array;
  readonly results: () => ResultsDocument;
}

/** `arrange` may rebuild the copy before the run; what it answers is where the workspace then is. */
export async function runFixture(
  fixture: FixtureName,
  arrange: (copy: string) => string = (copy) => copy,
): Promise<FixtureRun> {
  const folder = mkdtempSync(join(tmpdir(), 'tdkvh-fixture-'));
  try {
    cpSync(join(FIXTURES, fixture), join(folder, 'first'), { recursive: true });
    const workspace = arrange(join(folder, 'first'));
    const printed: string[] = [];
    const silenced = [process.stdout, process.stderr].map((stream) =>
      vi.spyOn(stream, 'write').mockImplementation((text) => {
        printed.push(String(text));
        return true;
      }),
    );
    const out = join(folder, 'outputs');
    const exitCode = await run(['aggregate', '--workspace', workspace, '--out', out]).finally(() => {
      for (const spy of silenced) spy.mockRestore();
    });
    if (!existsSync(out)) throw new Error(`exit ${String(exitCode)}, nothing written:\n${printed.join('')}`);
    const outputs = new Map(
      readdirSync(out)
        .sort()
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
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
