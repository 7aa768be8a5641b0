/** Runs on a fixture: the one of `tdkvh aggregate` that all tests share, others on a changed copy, and results without outputs. */
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { ResultsDocument } from '../../src/model.js';
import { prepareRun } from '../../src/office/prepare-run.js';
import { completeRun } from '../../src/office/run-pipeline.js';
import { resultsJson } from '../../src/writers/json.js';
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

/**
 * The district of that run made small, for tests that run the program over and over: these units, and of what was sent the
 * files whose path fits. Its `out/` is still the one of the whole district.
 */
export function smallDistrict(folder: string, units: readonly string[], sent: RegExp): void {
  cpSync(sharedWorkspace('district-2024'), folder, {
    recursive: true,
    filter: (place) =>
      !/\.(?:xlsx|csv|docx)$/u.test(place) || !place.includes('submissions') || sent.test(place),
  });
  for (const list of ['units.csv', 'received.csv', 'targets.csv']) {
    const [header = '', ...lines] = readFileSync(join(folder, list), 'utf8').split('\n');
    const kept = lines.filter(
      (line) => !/\b09\d{3}\b/u.test(line) || units.some((unit) => line.includes(unit)),
    );
    writeFileSync(join(folder, list), [header, ...kept].join('\n'));
  }
}

/** A copy of the fixture in a folder of its own. `arrange` rebuilds it and answers where the workspace then is. */
export const runFixture = (fixture: FixtureName, arrange: (copy: string) => string): Promise<FixtureRun> =>
  onCopy(fixture, async (copy) => {
    const workspace = arrange(copy);
    const out = join(workspace, '..', 'outputs');
    const { code, stdout, stderr } = await tdkvh('aggregate', '--workspace', workspace, '--out', out);
    if (!existsSync(out)) throw new Error(`exit ${String(code)}, nothing written:\n${stdout}${stderr}`);
    return outcome(code, out);
  });

/** Results of a changed copy, as they would be stored; nothing is written of them. */
export const measureFixture = (
  fixture: FixtureName,
  arrange: (copy: string) => string,
): Promise<ResultsDocument> => onCopy(fixture, (copy) => measure([], { workspace: arrange(copy) }));

/** What `tdkvh aggregate` would store as results.json of these paths, or of a workspace. */
export async function measure(...asked: Parameters<typeof prepareRun>): Promise<ResultsDocument> {
  const { run, findings } = await prepareRun(...asked);
  const results = run && (await completeRun(run, false)).results;
  if (results === undefined) throw new Error(`no results: ${JSON.stringify(findings)}`);
  return JSON.parse(new TextDecoder().decode(resultsJson(results))) as ResultsDocument;
}

async function onCopy<Made>(fixture: FixtureName, work: (copy: string) => Promise<Made>): Promise<Made> {
  const folder = mkdtempSync(join(tmpdir(), 'tdkvh-fixture-'));
  try {
    cpSync(join(FIXTURES, fixture), join(folder, 'first'), { recursive: true });
    return await work(join(folder, 'first'));
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
