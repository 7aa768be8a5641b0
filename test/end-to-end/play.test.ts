/** The year at reduced size: forms out, faulty files in, returns out, corrected files in, the status clean, the report final. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { run } from '../../src/cli/main.js';
import { playYear, SMALL, type Answer } from '../checks/play-year.js';

it('plays through a year', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tdkvh-play-'));
  const failed: string[] = [];
  let held = 0;
  const tdkvh = async (...args: readonly string[]): Promise<Answer> => {
    const place = args[0] === 'init' ? [] : ['--workspace', join(folder, '2024')];
    const texts = { stdout: '', stderr: '' };
    const spies = (['stdout', 'stderr'] as const).map((name) =>
      vi.spyOn(process[name], 'write').mockImplementation((text) => {
        texts[name] += String(text);
        return true;
      }),
    );
    try {
      const code = await run([...args, ...place]);
      return { code, ...texts, json: () => JSON.parse(texts.stdout) as unknown };
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
  };
  try {
    await playYear({
      tdkvh,
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
