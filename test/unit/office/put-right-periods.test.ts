/** What a killed run left is cleared before any command reads, wherever in a period commands write. */
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { putRightPeriods } from '../../../src/office/put-right-periods.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tdkvh-put-right-'));
  await writeFile(join(folder, 'tdkvh.yaml'), 'schema: tdkvh/workspace@1\n');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it.each(['.', 'out', 'out/returns', 'sealed', 'forms', 'thư mục chọn bằng -o'])('in %s', async (place) => {
  const directory = join(folder, place);
  // Killed while it cleared up: nothing of the journal is left, only its folders.
  const staging = join(directory, '.tdkvh-staging-999999');
  await mkdir(join(staging, 'new'), { recursive: true });
  await mkdir(join(staging, 'old'), { recursive: true });
  expect(await putRightPeriods([folder])).toEqual([]);
  expect((await readdir(directory)).filter((name) => name.startsWith('.tdkvh-'))).toEqual([]);
});
