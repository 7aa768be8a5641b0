/**
 * Test runner. A test is quick or whole by its folder: test/unit holds what is shown by calling functions of src in
 * memory (`npm run test:quick`); everything else under test/ runs the whole program and shares what test/global-setup.ts
 * builds once. A file named *.mocked.test.ts replaces modules and therefore gets a module registry of its own.
 * The last printed line states how many passed and failed.
 */
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/longest-first.js';
import { OPTIMISED_LATER } from './test/support/optimised-later.js';

const MOCKED = 'test/**/*.mocked.test.ts';
const UNIT = 'test/unit/**/*.test.ts';

/** Where the codes of findings made in this run are noted; given from outside, several runs add up. */
if (process.env['TDKVH_PRODUCED'] === undefined) {
  const file = join(tmpdir(), `tdkvh-produced-${String(process.pid)}.txt`);
  process.env['TDKVH_PRODUCED'] = file;
  process.on('exit', () => {
    rmSync(file, { force: true });
  });
}

// Programs that tests start print commands as the installed one does.
process.env['TDKVH_CALL'] = 'tdkvh';

/** Lets every finding that is made pass through test/support/produced.ts. */
const findingsNoted = {
  name: 'findings-noted',
  enforce: 'pre' as const,
  transform: (code: string, id: string) =>
    id.endsWith('/src/findings/finding.ts')
      ? `${code.replace('export function finding<', 'function make<')}
import { noted } from '${join(import.meta.dirname, 'test/support/produced.ts').replaceAll('\\', '/')}';
export const finding: typeof make = (...given) => noted(make(...given), given[2]);`
      : undefined,
};

/** Room for what is dropped at once. */
const YOUNG = ['--min-semi-space-size=32', '--max-semi-space-size=64'];

const SRC = join(import.meta.dirname, 'src') + sep;
/**
 * What tests import from src is the compiled program, which is what is delivered: nothing is transformed for them, calls
 * from module to module cost nothing, and the sets and lists that the build has admitted are not admitted again.
 */
const compiled = {
  name: 'compiled',
  enforce: 'pre' as const,
  resolveId: (id: string, importer = '') => {
    const path = id.startsWith('.') ? resolve(dirname(importer), id) : id;
    if (!path.startsWith(SRC)) return undefined;
    return join(import.meta.dirname, 'dist', path.slice(SRC.length)).replace(/\.ts$/u, '.js');
  },
};

/** Sources are transformed where they are watched, and where a slip of check:mutants is made in them. */
const FROM_SOURCE = process.env['TDKVH_MUTANT'] !== undefined || process.argv.includes('--watch');
const fromBuild = {
  setupFiles: './test/support/note-compiled.ts',
  server: { deps: { external: [/\/dist\/.*\.js$/u] } },
  execArgv: [
    ...OPTIMISED_LATER,
    ...YOUNG,
    '--import',
    pathToFileURL(join(import.meta.dirname, 'test/support/compiled-hook.js')).href,
  ],
};

export default defineConfig({
  plugins: [findingsNoted],
  test: {
    // Once, unless asked for: `npm run test:quick -- --watch`.
    watch: false,
    maxWorkers: '100%',
    // Each case makes a workbook, a set or a run of its own and drops it: a fifth of the time went into clearing away.
    execArgv: YOUNG,
    // No verdict depends on how busy the machine is: a limit only ends what hangs.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    teardownTimeout: 60_000,
    // A long file that starts last leaves one worker alone.
    sequence: { sequencer: LongestFirst },
    reporters: ['default', './test/summary-reporter.ts'],
    projects: [
      {
        extends: true,
        plugins: FROM_SOURCE ? [] : [compiled],
        // One module registry per worker: no file of src is loaded again for each test file.
        test: {
          ...fromBuild,
          name: 'quick',
          include: [UNIT],
          exclude: [MOCKED],
          isolate: false,
          globalSetup: './test/build-setup.ts',
        },
      },
      {
        extends: true,
        plugins: FROM_SOURCE ? [] : [compiled],
        test: {
          ...fromBuild,
          name: 'whole',
          include: ['test/**/*.test.ts'],
          exclude: [UNIT, MOCKED],
          isolate: false,
          globalSetup: './test/global-setup.ts',
        },
      },
      { extends: true, test: { name: 'mocked', include: [MOCKED] } },
    ],
  },
});
