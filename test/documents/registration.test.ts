/** Forms of a registration as the command makes them: what nobody can know early in the year is not asked. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { tdkvh } from '../support/program.js';

it('makes no form for a district of which nothing is asked, and the one of the agencies', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tdkvh-registration-'));
  try {
    const workspace = ['--workspace', folder];
    await tdkvh('init', folder, '--period', '2025-DK', '--unit', '264', '--level', 'district');
    expect(await tdkvh('template', '--unit', '264', ...workspace)).toMatchObject({ code: 0 });
    const made = readdirSync(join(folder, 'out', 'bieu-mau'));
    expect(made).toEqual(['264-huyen-luong-tai-bieu-06-2025-DK.xlsx']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
