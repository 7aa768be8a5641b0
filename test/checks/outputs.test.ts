/** A slice of `npm run check:outputs`: the fullest workbook and report of the district, as other programs read them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, inject, it } from 'vitest';
import { hasLibreOffice } from '../support/libre-office.js';
import { makeOutputs } from './outputs-made.js';
import { checkFiles } from './outputs.js';
import { DIST, programIn } from './program.js';

const folder = mkdtempSync(join(tmpdir(), 'tdkvh-outputs-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('writes every kind of file, and other programs find no fault in the fullest of each', async () => {
  const { files, skipped } = await makeOutputs({
    load: programIn(DIST),
    folder,
    fixtures: inject('runs'),
    names: ['district-2024'],
    commands: [],
  });
  expect(skipped).toEqual([]);
  expect(files.length).toBeGreaterThan(6);
  const fullest = ['tong-hop.xlsx', 'chinh-thuc.docx'].map((name) =>
    join(folder, 'district-2024', 'out', 'day-du', name),
  );
  expect(files).toEqual(expect.arrayContaining(fullest));
  const { faults, skips } = await checkFiles(folder, fullest, true);
  expect(faults).toEqual([]);
  // Where both programs are there, nothing is left out; what is left out is said.
  if (hasLibreOffice()) expect(skips.filter((line) => line.includes('LibreOffice'))).toEqual([]);
  for (const line of skips) console.warn(`SKIPPED ${line}`);
});
