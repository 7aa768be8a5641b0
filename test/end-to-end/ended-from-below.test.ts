/** A process that Node or the system ends at once: somebody says so in Vietnamese, with the exit code of the machine. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.js';
import { PROGRAM, ROOT } from '../support/built-program.js';

const EXAMPLE = join(ROOT, 'fixtures', 'district-2024');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tdkvh-ended-'));
  for (const file of ['tdkvh.yaml', 'units.csv']) cpSync(join(EXAMPLE, file), join(folder, file));
  const [first = ''] = readdirSync(join(EXAMPLE, 'submissions')).filter((name) => name.endsWith('.xlsx'));
  mkdirSync(join(folder, 'submissions'));
  cpSync(join(EXAMPLE, 'submissions', first), join(folder, 'submissions', first));
  mkdirSync(join(folder, 'out'));
  writeFileSync(join(folder, 'out', 'results.json'), 'of yesterday');
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('a heap that fills', () => {
  it('ends in a finding with what to do, exit code 4 and untouched outputs', () => {
    // A real process: nothing else dies of its memory.
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--max-old-space-size=16', PROGRAM, 'aggregate', '--json', '--workspace', folder],
      { encoding: 'utf8' },
    );
    expect([status, stderr]).toEqual([4, '']);
    const said = JSON.parse(stdout) as { readonly exitCode: number; readonly findings: readonly unknown[] };
    expect(said.exitCode).toBe(4);
    expect(said.findings).toMatchObject([{ number: 'VH989', code: 'cli/out-of-memory' }]);
    expect(readdirSync(join(folder, 'out'))).toEqual(['results.json']);
    expect(readFileSync(join(folder, 'out', 'results.json'), 'utf8')).toBe('of yesterday');
  });
});

describe('the process that watches', () => {
  it.skipIf(!existsSync('/proc/self/task'))('leaves no run behind when it is killed', async () => {
    // A pipe as a list of the office would wait; the whole reading of the example is long enough.
    const watcher = spawn(process.execPath, [PROGRAM, 'validate', '--workspace', EXAMPLE], {
      stdio: 'ignore',
    });
    const { pid = 0 } = watcher;
    let below: readonly string[] = [];
    while (below.length === 0 && watcher.exitCode === null) {
      await setTimeout(5);
      below = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    }
    watcher.kill('SIGKILL');
    await once(watcher, 'exit');
    const [run = ''] = below;
    expect(run).not.toBe('');
    while (existsSync(`/proc/${run}`) && !/\) [ZX] /u.test(readFileSync(`/proc/${run}/stat`, 'utf8')))
      await setTimeout(20);
  });

  it('stands before every command that reads submissions', () => {
    const listed = [...readFileSync(PROGRAM, 'utf8').matchAll(/'([a-z-]+)'/gu)].map(([, name = '']) => name);
    const light = ['init', 'criteria', 'units', 'explain', 'doctor', 'completion', 'open'];
    for (const { name, alias = '' } of COMMANDS) {
      expect([name, listed.includes(name)]).toEqual([name, !light.includes(name)]);
      expect([alias, listed.includes(alias)]).toEqual([alias, !light.includes(name)]);
    }
  });
});
