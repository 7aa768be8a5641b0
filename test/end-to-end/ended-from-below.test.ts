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
import { endedFinding } from '../../src/cli/ended.js';
import { memoryLimit, systemLimit } from '../../src/cli/memory.js';
import { PROGRAM, ROOT } from '../support/built-program.js';
import { sliceOf } from '../support/sweep.js';

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

  // The program that is started knows no list of commands: what holds of these holds of all.
  it.each(['validate', 'units', 'a command that is none'])('tells of the end of %s', (name) => {
    const ends = join(folder, 'ends.cjs');
    writeFileSync(ends, "if (/run\\.js$/.test(process.argv[1])) process.kill(process.pid, 'SIGKILL');");
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--require', ends, PROGRAM, name], {
      encoding: 'utf8',
      cwd: folder,
    });
    expect([status, stdout]).toEqual([4, '']);
    expect(stderr).toContain('VH989');
  });
});

describe.runIf(process.platform === 'linux')('a system that limits what a process may use', () => {
  /** Under this limit of addresses, in kilobytes. */
  const under = (kilobytes: number, ...args: readonly string[]) =>
    spawnSync('sh', ['-c', 'ulimit -v $0; exec "$@"', String(kilobytes), process.execPath, ...args], {
      encoding: 'utf8',
    });

  it('is named with its own figure, wherever Node starts at all', () => {
    const told: string[] = [];
    for (const limit of sliceOf([800_000, 1_000_000, 1_200_000], 2)) {
      if (under(limit, '-e', '0').status !== 0) continue;
      for (const command of [
        ['units', 'find', 'An'],
        ['aggregate', '--out', join(folder, 'ra')],
      ]) {
        const { status, signal, stderr } = under(limit, PROGRAM, ...command, '--workspace', folder);
        expect([limit, command[0], signal]).toEqual([limit, command[0], null]);
        expect(status).toBeLessThanOrEqual(4);
        expect(stderr).not.toMatch(/bad_alloc|v8::|FATAL/u);
        if (status !== 4) continue;
        const text = stderr.replaceAll(/\s+/gu, ' ');
        expect(text).toContain('VH989');
        expect(text).toContain(`dùng ${Math.round(limit / 1024)} MB`);
        told.push(command[0] ?? '');
      }
    }
    expect([...new Set(told)].sort()).toEqual(['aggregate', 'units']);
  });
});

describe('the last words of a process', () => {
  const OF_HEAP = 'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory';
  it.each([
    ['SIGABRT', '', undefined, /^VH989 Không đủ bộ nhớ để chạy hết lệnh này\./u],
    ['SIGKILL', '(node:1) Warning: x', undefined, /^VH989/u],
    [
      'SIGTRAP',
      '# Fatal process OOM in Failed to reserve virtual memory for CodeRange',
      undefined,
      /^VH989/u,
    ],
    ['SIGABRT', "terminate called after throwing an instance of 'std::bad_alloc'", undefined, /^VH989/u],
    ['SIGABRT', 'node: pthread_create: Resource temporarily unavailable', undefined, /^VH989/u],
    ['SIGABRT', 'FATAL ERROR: Reached heap limit Allocation failed', undefined, /^VH989 .*được dùng \d+ MB/u],
    // A container allows more than the heap, which fills first; one that allows less is what did not suffice.
    [
      'SIGABRT',
      OF_HEAP,
      memoryLimit() * 2,
      new RegExp(`^VH989 .*chương trình được dùng ${memoryLimit()} MB`, 'u'),
    ],
    ['SIGABRT', OF_HEAP, 500, /^VH989 .*hệ thống chỉ cho chương trình dùng 500 MB/u],
    ['SIGSEGV', '', 500, /^VH989 .*500 MB/u],
    // Two threads at once; words that were cut off; a fault in whatever comes of memory that was not given.
    ['SIGABRT', 'terminate called recursively', undefined, /^VH989/u],
    ['SIGABRT', 'terminate called after thr', 500, /^VH989 .*500 MB/u],
    ['SIGABRT', "node: ../src/x.cc:1: Assertion `ok' failed.", 500, /^VH989 .*500 MB/u],
    ['SIGILL', '#', 500, /^VH989 .*500 MB/u],
    ['SIGABRT', 'FATAL ERROR: v8::ToLocalChecked Empty MaybeLocal', 500, /^VH964 .*ToLocalChecked/u],
    ['SIGABRT', "\nnode: ../src/x.cc:1: Assertion `ok' failed.\n 1: 0x0", undefined, /^VH964 .*Assertion/u],
    ['SIGSEGV', '', undefined, /^VH964 .*SIGSEGV/u],
    ['SIGABRT', 'FATAL ERROR: v8::ToLocalChecked Empty MaybeLocal', undefined, /^VH964 .*ToLocalChecked/u],
  ] as const)('%s “%s” under %s', (how, said, limited, told) => {
    const { number, message } = endedFinding({ how, said }, limited);
    expect(`${number} ${message}`).toMatch(told);
  });

  it('the smaller one of two limits counts, and none that the machine does not reach', () => {
    const limits =
      'Max stack size  8388608\nMax address space         1024000000           unlimited  bytes\n';
    expect(systemLimit(() => limits, 8e9)).toBe(977);
    expect(systemLimit(() => 'Max address space         unlimited            unlimited  bytes', 1)).toBe(
      undefined,
    );
  });
});
