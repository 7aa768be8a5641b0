/** Same inputs, same bytes: a second run, of a copy whose files were made in another order, changes nothing. */
import { cpSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runFixture, sharedRun } from './fixture-run.js';

/** A copy made file by file from the last to the first, so that a folder lists them in another order. */
function copiedBackwards(workspace: string): string {
  const target = join(dirname(workspace), 'second');
  const files = readdirSync(workspace, { recursive: true, encoding: 'utf8' }).sort().reverse();
  for (const file of files) {
    if (statSync(join(workspace, file)).isDirectory()) continue;
    mkdirSync(dirname(join(target, file)), { recursive: true });
    cpSync(join(workspace, file), join(target, file));
  }
  return target;
}

describe('outputs of fixtures/district-2024', () => {
  const first = sharedRun('district-2024');

  it('are the same bytes in a second run, of files copied in another order', async () => {
    const second = await runFixture('district-2024', copiedBackwards);
    expect(second.names).toEqual(first.names);
    for (const name of first.names)
      expect(Buffer.compare(second.output(name), first.output(name)), name).toBe(0);
    expect(second.exitCode).toBe(first.exitCode);
  });
});
