/** What goes into a sealed bundle, and what keeps a period from being sealed: nothing that could not be looked at is left out. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { finding } from '../../../src/findings/finding.js';
import type { PreparedRun } from '../../../src/office/prepare-run.js';
import { gatherMembers } from '../../../src/office/sealing/gather-members.js';
import type { Listing } from '../../../src/readers/folder.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tdkvh-goi-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function refused(listing: Partial<Listing> = {}): Promise<readonly string[]> {
  // Nothing else of a run is looked at.
  const run = { listing: { files: [], skipped: [], findings: [], ...listing } } as unknown as PreparedRun;
  const { findings } = await gatherMembers(run, folder);
  return findings.map(({ number, at, message }) => `${number} ${at.file}: ${message}`);
}

describe('gatherMembers', () => {
  it.each([
    ['a file', finding('file/unreadable', { file: 'submissions/a.xlsx' }, { reason: 'EACCES' })],
    ['a folder', finding('file/folder-unreadable', { file: 'submissions/a' }, { reason: 'EIO' })],
    ['a file that went', finding('file/not-found', { file: 'submissions/a.csv' }, {})],
  ])('refuses %s among the submissions that could not be looked at', async (_, found) => {
    expect(await refused({ findings: [found] })).toEqual([
      `VH494 ${found.at.file}: Không chốt được số liệu: “${found.at.file}” không đọc được.`,
    ]);
  });

  it.each(['previous', 'templates'])('refuses the folder %s when it cannot be listed', async (name) => {
    symlinkSync(name, join(folder, name));
    expect(await refused()).toEqual([`VH494 ${name}: Không chốt được số liệu: “${name}” không đọc được.`]);
    rmSync(join(folder, name));
    writeFileSync(join(folder, name), '');
    expect(await refused()).toHaveLength(1);
    rmSync(join(folder, name));
    symlinkSync(join(folder, 'ổ mạng chưa nối'), join(folder, name));
    expect(await refused()).toHaveLength(1);
  });

  it('refuses nothing where folders are empty or not there', async () => {
    expect(await refused()).toEqual([]);
    mkdirSync(join(folder, 'previous'));
    expect(
      await refused({
        findings: [finding('file/open-elsewhere', { file: 'a' }, { name: 'a', program: '' })],
      }),
    ).toEqual([]);
  });
});
