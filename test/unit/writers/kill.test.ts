/** A short slice of check:kill: real processes killed while they publish, on real disks. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { compiled } from '../../support/compiled.js';

it('loses nothing when runs are killed, starved, locked out or doubled', { timeout: 240_000 }, () => {
  const { root, dist } = compiled(['findings', 'writers/output', 'writers/output-set.ts', 'short-hash.ts']);
  try {
    const script = fileURLToPath(new URL('../../checks/kill.js', import.meta.url));
    const { stdout: said } = spawnSync(process.execPath, [script, '--dist', dist, '--quick'], {
      encoding: 'utf8',
    });
    expect(said).toMatch(
      /kill: \d+ trials, 0 half-written, 0 old outputs lost, 0 mixed sets, 0 stray files, 0 wrong answers\n$/u,
    );
    // What could not be tried here is said by the script; the test report shows it too.
    for (const line of said.split('\n')) if (line.startsWith('SKIPPED')) console.warn(line);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
