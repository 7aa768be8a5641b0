/** A slice of `npm run check:kill`: real processes killed while they publish, on real disks. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DIST } from '../support/built-program.js';
import { OPTIMISED_LATER } from '../support/optimised-later.js';

it('loses nothing when runs are killed, starved, locked out or doubled', () => {
  const script = join(import.meta.dirname, 'kill.js');
  const { stdout: said } = spawnSync(
    process.execPath,
    [...OPTIMISED_LATER, script, '--dist', DIST, '--quick'],
    { encoding: 'utf8' },
  );
  expect(said).toMatch(
    /kill: \d+ trials, 0 half-written, 0 old outputs lost, 0 mixed sets, 0 stray files, 0 wrong answers\n$/u,
  );
  // What could not be tried here is said by the script; the test report shows it too.
  for (const line of said.split('\n')) if (line.startsWith('SKIPPED')) console.warn(line);
});
