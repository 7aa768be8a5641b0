/** What the machine refuses is told in Vietnamese with the exit code of the machine: lost output, memory, names. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { getHeapStatistics } from 'node:v8';
import { describe, expect, it, vi } from 'vitest';
import { demandMemory, isMemoryFault, MemoryFault } from '../../../src/cli/memory.js';
import { run } from '../../../src/cli/main.js';
import { machineFault } from '../../../src/findings/machine-fault.js';
import { listFiles } from '../../../src/readers/folder.js';

/** Runs a command on a stream that fails with this code; what the other one got. */
async function onBroken(name: 'stdout' | 'stderr', code: string, ...args: readonly string[]) {
  const told = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((one) =>
    vi.spyOn(process[one], 'write').mockImplementation((text) => {
      if (one === name) process[one].emit('error', Object.assign(new Error(code), { code }));
      else told[one] += String(text);
      return true;
    }),
  );
  try {
    return { code: await run(args), ...told };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

describe('output that cannot be written', () => {
  it.each(['ENOSPC', 'EIO'])(
    '%s on stdout is told on stderr, with the exit code of the machine',
    async (code) => {
      const { code: exit, stderr } = await onBroken('stdout', code, 'explain', 'VH301');
      expect(exit).toBe(4);
      expect(stderr).toContain('VH988');
      expect(stderr).toContain(code);
    },
  );

  it('on stderr ends with that code too', async () => {
    expect((await onBroken('stderr', 'ENOSPC', 'explain', 'VH')).code).toBe(4);
  });

  it('is no fault where the reader has seen enough', async () => {
    const { code, stderr } = await onBroken('stdout', 'EPIPE', 'explain', 'VH301');
    expect([code, stderr]).toEqual([0, '']);
  });
});

describe('advice on what the machine refused', () => {
  it.each([
    ['EBUSY', /Excel/u],
    ['EMFILE', /Đóng bớt chương trình/u],
    ['EIO', /ổ mạng còn nối/u],
    ['ENOSPC', /Xóa bớt tệp/u],
  ])('%s: what helps there', (errno, advice) => {
    expect(machineFault('out', errno).hint).toMatch(advice);
  });

  it('a folder that is gone is left, not closed in Excel', async () => {
    const gone = Object.assign(new Error('ENOENT: uv_cwd'), { code: 'ENOENT', syscall: 'uv_cwd' });
    const cwd = vi.spyOn(process, 'cwd').mockImplementation(() => {
      throw gone;
    });
    let told = '';
    const err = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      told += String(text);
      return true;
    });
    try {
      expect(await run(['units', 'find', '09193'])).toBe(4);
    } finally {
      cwd.mockRestore();
      err.mockRestore();
    }
    expect(told).toContain('chuyển sang');
    expect(told).not.toContain('Excel');
  });
});

describe('memory', () => {
  const heap = (...used: number[]) => {
    const last = used.at(-1) ?? 0;
    return () =>
      ({ used_heap_size: used.shift() ?? last, heap_size_limit: 100 }) as ReturnType<
        typeof getHeapStatistics
      >;
  };
  it('is refused in time, but not for rubbish', () => {
    const collect = vi.fn();
    demandMemory(heap(80), collect);
    expect(collect).not.toHaveBeenCalled();
    demandMemory(heap(95, 40), collect);
    expect(collect).toHaveBeenCalledOnce();
    expect(() => {
      demandMemory(heap(95), collect);
    }).toThrow(MemoryFault);
  });

  it('is known in the words of the engine', () => {
    expect(isMemoryFault(new RangeError('Array buffer allocation failed'))).toBe(true);
    expect(isMemoryFault(new RangeError('Invalid string length'))).toBe(true);
    expect(isMemoryFault(Object.assign(new Error('x'), { code: 'ERR_STRING_TOO_LONG' }))).toBe(true);
    expect(isMemoryFault(new RangeError('Maximum call stack size exceeded'))).toBe(false);
    expect(isMemoryFault(new Error('x'))).toBe(false);
  });
});

it.runIf(process.platform === 'linux')(
  'file/name-not-text: a name that is no Unicode is told as such',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tdkvh-names-'));
    try {
      mkdirSync(join(folder, 'nop'));
      writeFileSync(
        Buffer.concat([Buffer.from(`${folder}/nop/x`), Buffer.from([0xff]), Buffer.from('.xlsx')]),
        'x',
      );
      writeFileSync(join(folder, 'nop/tot.csv'), 'x');
      const { files, findings } = await listFiles(['nop'], folder);
      expect(files.map(({ path }) => path)).toEqual(['nop/tot.csv']);
      expect(findings.map(({ code }) => code)).toEqual(['file/name-not-text']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

/** Runs a command; what it told on stderr, in one line. */
async function toldBy(...args: readonly string[]): Promise<readonly [number, string]> {
  let text = '';
  const spies = (['stdout', 'stderr'] as const).map((one) =>
    vi.spyOn(process[one], 'write').mockImplementation((piece) => {
      text += String(piece);
      return true;
    }),
  );
  try {
    return [await run(args), text.replaceAll(/\s+/gu, ' ')];
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

describe('cli/name-not-text: a name that is no Unicode', () => {
  it('is refused before another file is written in its place', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tdkvh-names-'));
    try {
      const [code, told] = await toldBy('units', 'export', '264', '-o', join(folder, 'x\uFFFD.csv'));
      expect([code, told]).toEqual([4, expect.stringContaining('VH870')]);
      expect(readdirSync(folder)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.runIf(process.platform === 'linux')('is told where a file of the period has it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tdkvh-names-'));
    try {
      for (const name of ['tdkvh.yaml', 'units.csv'])
        writeFileSync(
          join(folder, name),
          readFileSync(new URL(`../../../fixtures/district-2024/${name}`, import.meta.url)),
        );
      mkdirSync(join(folder, 'submissions'));
      mkdirSync(join(folder, 'forms'));
      writeFileSync(
        Buffer.concat([Buffer.from(`${folder}/forms/`), Buffer.from([0xff]), Buffer.from('.yaml')]),
        '',
      );
      const [code, told] = await toldBy('validate', '--workspace', folder);
      expect([code, told]).toEqual([4, expect.stringMatching(/VH870 .*forms/u)]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
