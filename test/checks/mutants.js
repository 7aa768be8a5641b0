/**
 * Are the tests strong where figures are made? Every file of the areas below is changed in one place at a time, and the
 * tests of that area must fail. `node test/checks/mutants.js [--area rounding] [--most 40] [--seed 1] [--all]`
 *
 * Of each area `--most` mutants are tried, drawn by the seed; `--all` tries every one. What survives is printed with its
 * line: either a test is missing, or the change makes no difference that anybody can see. Ends with 1 below 90 %.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mutantsOf } from './mutant-kinds.js';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const VITEST = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
const ENOUGH = 0.9;
/** A mutant that never ends is noticed as well. */
const LONGEST = 300_000;

/** @type {Record<string, { files: string[], tests: string[] }>} */
export const AREAS = {
  'number reading': {
    files: ['src/submission/cells/figure-text.ts', 'src/submission/cells/decimal-text.ts'],
    tests: ['test/unit/submission/number-laws.test.ts', 'test/unit/submission/read-cell.test.ts'],
  },
  rounding: {
    files: ['src/values/exact-rate.ts', 'src/values/number-format.ts'],
    tests: ['test/unit/values', 'test/unit/validation/typed-rates.test.ts'],
  },
  'roll-up': {
    files: [
      'src/aggregation/roll-up.ts',
      'src/aggregation/leaf-measures.ts',
      'src/aggregation/unit-terms.ts',
    ],
    tests: ['test/unit/aggregation', 'test/runs/edges.test.ts'],
  },
  gate: {
    files: [
      'src/readers/package/package-gate.ts',
      'src/readers/package/zip-directory.ts',
      'src/readers/package/package-parts.ts',
      'src/readers/package/inflate.ts',
    ],
    tests: [
      'test/files/container-faults.test.ts',
      'test/unit/readers/limits-met.test.ts',
      'test/files/package-gate.test.ts',
    ],
  },
  'output set': {
    files: ['src/writers/output/replace-files.ts', 'src/writers/output/staging.ts'],
    tests: ['test/files/output-set.test.ts', 'test/sweeps/publish-sweep.test.ts'],
  },
};

/** @param {string} name @param {string} otherwise */
const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at === -1 ? otherwise : (process.argv[at + 1] ?? otherwise);
};

/** Whether the tests pass. @param {readonly string[]} tests @param {object | undefined} mutant */
export function pass(tests, mutant) {
  const { status } = spawnSync(
    process.execPath,
    [
      VITEST,
      'run',
      '--config',
      'test/checks/mutants.config.ts',
      '--bail',
      '1',
      '--reporter',
      'dot',
      ...tests,
    ],
    {
      cwd: ROOT,
      stdio: 'ignore',
      timeout: LONGEST,
      env: { ...process.env, TDKVH_MUTANT: JSON.stringify(mutant ?? null) },
    },
  );
  return status === 0;
}

/** The same draw for the same seed. @template Item @param {readonly Item[]} items @param {number} most @param {number} seed */
function drawn(items, most, seed) {
  const pool = [...items];
  let state = seed * 2_654_435_761 + 1;
  const taken = [];
  while (taken.length < most && pool.length > 0) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    taken.push(...pool.splice(state % pool.length, 1));
  }
  return taken;
}

/** @param {string} name @param {{ files: string[], tests: string[] }} area */
function tryArea(name, { files, tests }) {
  if (!pass(tests, undefined)) throw new Error(`${name}: the tests fail without a mutant`);
  const all = files.flatMap((file) =>
    mutantsOf(readFileSync(join(ROOT, file), 'utf8')).map((mutant) => ({ file, ...mutant })),
  );
  const tried = process.argv.includes('--all')
    ? all
    : drawn(all, Number(option('most', '40')), Number(option('seed', '1')));
  const survivors = tried.filter((mutant) => pass(tests, mutant));
  for (const { file, line, kind, text } of survivors)
    console.log(`  survived: ${file}:${String(line)} ${kind} → ${text}`);
  const score = 1 - survivors.length / Math.max(1, tried.length);
  console.log(
    `${name}: ${(score * 100).toFixed(1)} % of ${String(tried.length)} (of ${String(all.length)}) noticed`,
  );
  return score;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wanted = option('area', '');
  const scores = Object.entries(AREAS).flatMap(([name, area]) =>
    name.includes(wanted) ? [tryArea(name, area)] : [],
  );
  process.exitCode = scores.every((score) => score >= ENOUGH) ? 0 : 1;
}
