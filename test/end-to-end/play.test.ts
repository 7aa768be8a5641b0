/** The year at reduced size: forms out, faulty files in, returns out, corrected files in, the status clean, the report final. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { playYear, SMALL, type Answer } from '../checks/play-year.js';
import { tdkvh } from '../support/program.js';

it('plays through a year', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tdkvh-play-'));
  const failed: string[] = [];
  let held = 0;
  const play = async (...args: readonly string[]): Promise<Answer> => {
    const place = args[0] === 'init' ? [] : ['--workspace', join(folder, '2024')];
    const answer = await tdkvh(...args, ...place);
    return { ...answer, json: () => JSON.parse(answer.stdout) as unknown };
  };
  try {
    await playYear({
      tdkvh: play,
      folder,
      size: SMALL,
      check: (holds, what) => {
        if (holds) held += 1;
        else failed.push(what);
      },
      // The pictures are looked at by check:play.
      look: () => Promise.resolve([]),
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
  expect(failed).toEqual([]);
  expect(held).toBeGreaterThan(20);
});
