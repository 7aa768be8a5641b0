/** `tdkvh open`: which program of the desktop, what it is given, and what is said when it opens nothing. */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openOnDesktop, openerOf } from '../../../src/cli/commands/open/desktop.js';
import { run } from '../../../src/cli/main.js';
import { farFiles } from '../../../src/cli/commands/open/far-files.js';
import { runOpen } from '../../../src/cli/commands/open/run-open.js';
import type { CommandCall } from '../../../src/cli/command.js';
import { ROOT } from '../../support/built-program.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tdkvh-open-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});
const ASKED = 'asked.txt';
/** A desktop whose opener notes what it is given and ends so. */
const desktop = (end: string): string => {
  const program = join(folder, 'xdg-open');
  writeFileSync(program, `#!/bin/sh\nprintf '%s\\n' "$@" >>'${join(folder, ASKED)}'\n${end}\n`);
  chmodSync(program, 0o755);
  return program;
};
const said = async (): Promise<string> => {
  const lines: string[] = [];
  const call = {
    args: ['a b.docx', "-x'.csv"].map((name) => join(folder, name)),
    options: { text: () => undefined, flag: () => false },
    terminal: {
      interactive: true,
      columns: 400,
      out: (text: string) => lines.push(text),
      err: () => undefined,
    },
  } as unknown as CommandCall;
  for (const file of call.args) writeFileSync(file, '');
  await runOpen(call);
  return lines.join('\n');
};

it('takes the program of the system, and none where there is no screen', async () => {
  const program = desktop('exit 0');
  const PATH = ['', join(folder, 'none'), folder].join(delimiter);
  expect(await openerOf({ platform: 'linux', env: { PATH, DISPLAY: ':0' } })).toEqual({
    program,
    quoted: false,
  });
  expect(await openerOf({ platform: 'linux', env: { PATH, WAYLAND_DISPLAY: 'w' } })).toEqual({
    program,
    quoted: false,
  });
  expect(await openerOf({ platform: 'linux', env: { PATH } })).toBeUndefined();
  expect(await openerOf({ platform: 'linux', env: { PATH: '', DISPLAY: ':0' } })).toBeUndefined();
  expect(await openerOf({ platform: 'darwin', env: {} })).toEqual({ program: 'open', quoted: false });
  expect(await openerOf({ platform: 'win32', env: { SystemRoot: 'D:\\WINNT' } })).toEqual({
    program: 'D:\\WINNT\\explorer.exe',
    quoted: true,
  });
});

it('gives each file by its whole path, as it is', async () => {
  desktop('exit 0');
  vi.stubEnv('PATH', `${folder}${delimiter}${process.env['PATH'] ?? ''}`);
  vi.stubEnv('DISPLAY', ':0');
  expect(await said()).toContain('Đã yêu cầu máy mở:');
  expect(readFileSync(join(folder, ASKED), 'utf8').trim().split('\n')).toEqual(
    ['a b.docx', "-x'.csv"].map((name) => join(folder, name)),
  );
});

it('does not say that a file was opened when the program has none for it', async () => {
  desktop('exit 3');
  vi.stubEnv('PATH', `${folder}${delimiter}${process.env['PATH'] ?? ''}`);
  vi.stubEnv('DISPLAY', ':0');
  const text = await said();
  expect(text).toMatch(/Máy không mở được.*a b\.docx/su);
  expect(text).not.toContain('Đã yêu cầu');
  // Nor when there is no such program any more.
  expect(await openOnDesktop({ program: join(folder, 'gone'), quoted: false }, 'x')).toBe(false);
});

it('where there is no screen the files are named and nothing is started', async () => {
  desktop('exit 0');
  vi.stubEnv('PATH', `${folder}${delimiter}${process.env['PATH'] ?? ''}`);
  vi.stubEnv('DISPLAY', '');
  vi.stubEnv('WAYLAND_DISPLAY', '');
  expect(await said()).toContain('Máy này không có màn hình');
  expect(existsSync(join(folder, ASKED))).toBe(false);
});

it('a program that stays is one that shows', async () => {
  const program = desktop('sleep 3');
  expect(await openOnDesktop({ program, quoted: false }, join(folder, 'a'), 50)).toBe(true);
});

it('opens nothing that a killed run left half replaced', async () => {
  const staging = join(folder, 'out', '.tdkvh-staging-99');
  for (const place of ['old', 'new']) mkdirSync(join(staging, place), { recursive: true });
  writeFileSync(join(folder, 'tdkvh.yaml'), '');
  writeFileSync(join(folder, 'out', 'bao-cao.docx'), 'new');
  writeFileSync(join(staging, 'old', '0'), 'old');
  writeFileSync(join(staging, 'new', '1'), 'new');
  const names = ['bao-cao.docx', 'tong-hop.xlsx'];
  writeFileSync(join(staging, 'journal.json'), JSON.stringify({ names, gone: [], folders: [] }));
  const spies = (['stdout', 'stderr'] as const).map((one) => vi.spyOn(process[one], 'write'));
  for (const spy of spies) spy.mockReturnValue(true);
  expect(await run(['open', '--workspace', folder])).toBe(0);
  for (const spy of spies) spy.mockRestore();
  expect(readFileSync(join(folder, 'out', 'bao-cao.docx'), 'utf8')).toBe('old');
  expect(existsSync(staging)).toBe(false);
});

it('says on Windows of files too far for Word and Excel what the launcher says', async () => {
  const launcher = join(ROOT, 'build', 'office-folder');
  const far = [`C:\\${'x'.repeat(250)}\\tong-hop.xlsx`];
  const windows = { platform: 'win32' } as const;
  expect(await farFiles(far, windows, launcher)).toMatch(
    /tong-hop\.xlsx dài đến 267 ký tự.*chuyển cả thư mục/u,
  );
  expect(await farFiles(['C:\\2024\\out\\tong-hop.xlsx'], windows, launcher)).toBeUndefined();
  expect(await farFiles(far, windows, folder)).toBeUndefined();
  expect(await farFiles(far, { platform: 'linux' }, launcher)).toBeUndefined();
});
