/** Findings about a machine that refuses: a folder that may not be opened, a program copied without its parts. */
import type * as Fs from 'node:fs/promises';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type * as LoadCriteria from '../../src/office/load-criteria.js';
import { checkProgram } from '../../src/cli/commands/doctor/office-files.js';
import { listFiles } from '../../src/readers/folder.js';
import { tdkvh } from '../support/program.js';

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof Fs>();
  return {
    ...real,
    realpath: (path: string) =>
      path.includes('không tên thật')
        ? Promise.reject(Object.assign(new Error('UNKNOWN'), { code: 'UNKNOWN' }))
        : real.realpath(path),
    readdir: (path: string, options: { readonly withFileTypes: true }) =>
      path.endsWith('riêng')
        ? Promise.reject(Object.assign(new Error('EACCES'), { code: 'EACCES' }))
        : real.readdir(path, options),
  };
});
vi.mock('../../src/office/load-criteria.js', async (original) => ({
  ...(await original<typeof LoadCriteria>()),
  bundledCriteria: () => Promise.resolve([]),
}));
/** What the texts of the codes answer; undefined: they are not asked for. */
const broken = vi.hoisted((): { error?: Error } => ({}));
vi.mock('../../src/office/load-explanations.js', () => ({
  loadExplanations: () => Promise.reject(broken.error ?? new Error('not asked for')),
}));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tdkvh-machine-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('file/folder-unreadable: the folder is named, the others are read', async () => {
  mkdirSync(join(folder, 'nop', 'riêng'), { recursive: true });
  writeFileSync(join(folder, 'nop', 'a.csv'), 'x');
  const { files, findings } = await listFiles(['nop'], folder);
  expect(files.map(({ path }) => path)).toEqual(['nop/a.csv']);
  expect(findings.map(({ code, at }) => [code, at.file])).toEqual([['file/folder-unreadable', 'nop/riêng']]);
});

it('a drive that does not tell real names is read all the same', async () => {
  const base = join(folder, 'không tên thật');
  mkdirSync(join(base, 'nop'), { recursive: true });
  writeFileSync(join(base, 'nop', 'a.csv'), 'x');
  const { files, findings } = await listFiles(['nop'], base, ['out'], ['nop']);
  expect(files.map(({ path }) => path)).toEqual(['nop/a.csv']);
  expect(findings).toEqual([]);
});

it('doctor/program-incomplete: the part that lacks is named', async () => {
  const found = (await checkProgram()).flatMap(({ findings }) => findings);
  expect(found.map(({ code }) => code)).toEqual(['doctor/program-incomplete']);
  expect(found[0]?.message).toContain('templates/criteria');
});

it.each([
  [
    'cli/machine',
    'the system’s refusal',
    Object.assign(new Error('EIO'), { code: 'EIO', syscall: 'read', path: 'VH301.yaml' }),
  ],
  [
    'cli/machine',
    'a refusal that names no file',
    Object.assign(new Error('EIO'), { code: 'EIO', syscall: 'read' }),
  ],
  ['cli/out-of-memory', 'memory that does not suffice', new RangeError('Array buffer allocation failed')],
  ['cli/fault', 'a fault of the program', new Error('hỏng')],
])('%s: %s is told as such, and ends with 4', async (code, _, error) => {
  broken.error = error;
  const answer = await tdkvh('explain', 'VH301', '--json');
  expect(answer.code).toBe(4);
  expect(answer.stdout + answer.stderr).toContain(code);
  expect(answer.stdout + answer.stderr).not.toContain('“”');
});
