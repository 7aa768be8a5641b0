/** `npm run check:sweeps`: the tests that take a slice in `npm test` (test/support/sweep.ts), with all of their cases. */
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.test.ts'))
  .map((path) => join(root, 'test', path))
  .filter((path) => /from '[./]*support\/sweep\.js'/u.test(readFileSync(path, 'utf8')));

const { status } = spawnSync(
  process.execPath,
  [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', ...files],
  { cwd: root, stdio: 'inherit', env: { ...process.env, TDKVH_SWEEP: 'whole' } },
);
process.exitCode = status ?? 1;
