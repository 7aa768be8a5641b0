/** Submissions that arrive in one archive: answered, and told apart without a workspace, as if they lay in the folder. */
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tdkvh } from '../support/program.js';
import { measure } from './fixture-run.js';

const EXAMPLE = join(import.meta.dirname, '../../fixtures/district-2024');
/** Some of them must correct. */
const SOME = /09193|09205|Dong Phong/u;
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tdkvh-archived-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A copy of the example, or of the files of some who sent in. */
function copyOf(name: string, sent = /./u): string {
  const place = join(folder, name);
  cpSync(EXAMPLE, place, {
    recursive: true,
    filter: (path) => !/submissions.*\.\w+$/u.test(path) || sent.test(path),
  });
  return place;
}

/** Puts everything that was sent into one archive. */
function archived(place: string): string {
  const sent = join(place, 'submissions');
  const files = readdirSync(sent, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(sent, name)).isFile(),
  );
  const archive = zipSync(
    Object.fromEntries(files.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(sent, name))])),
  );
  rmSync(sent, { recursive: true });
  mkdirSync(sent);
  writeFileSync(join(sent, 'ca-huyen.zip'), archive);
  return place;
}

function workbooksIn(place: string): ReadonlyMap<string, Buffer> {
  const names = readdirSync(place).filter((name) => name.endsWith('.xlsx'));
  return new Map(names.sort().map((name) => [name, readFileSync(join(place, name))]));
}

describe('submissions in an archive', () => {
  it('are marked and sent back like files of the folder', async () => {
    const [plain, packed] = [copyOf('plain', SOME), archived(copyOf('packed', SOME))];
    for (const place of [plain, packed]) await tdkvh('return', '--workspace', place);
    const expected = workbooksIn(join(plain, 'out', 'returns'));
    expect(expected.size).toBeGreaterThan(0);
    expect(workbooksIn(join(packed, 'out', 'returns'))).toEqual(expected);
  });

  it('say which unit and period a run without a workspace is about', async () => {
    const packed = archived(copyOf('only'));
    expect(await measure([join(packed, 'submissions', 'ca-huyen.zip')], {})).toMatchObject({
      unit: '258',
      period: { id: '2024' },
    });
  });
});
