/** What a run makes once: without a workspace every file is opened once, though it also says what the run is about; one frame for all outputs. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { instead } from '../support/instead.js';
import { tdkvh } from '../support/program.js';

const SENT = join(import.meta.dirname, '../../fixtures/district-2024/submissions');
const opened: string[] = [];
let frames = 0;
instead({
  readSource: (real, entry, ...more) => {
    opened.push(basename(entry.path));
    return real(entry, ...more);
  },
  buildFrame: (real, ...given) => {
    frames += 1;
    return real(...given);
  },
});

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tdkvh-once-'));
  mkdirSync(join(folder, 'gui'));
  for (const name of readdirSync(SENT).filter((one) => one.endsWith('.xlsx')))
    cpSync(join(SENT, name), join(folder, 'gui', name));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('opens each file once and builds one frame', async () => {
  const out = join(folder, 'out');
  const { code, stderr } = await tdkvh('aggregate', join(folder, 'gui'), '--unit', '258', '--out', out);
  expect(code, stderr).toBeLessThan(2);
  expect(existsSync(join(out, 'bao-cao.docx'))).toBe(true);
  expect(opened.toSorted()).toEqual(readdirSync(join(folder, 'gui')).sort());
  expect(opened.length).toBeGreaterThan(1);
  expect(frames).toBe(1);
});
