/**
 * A slice of `npm run check:windows` that needs no wine: what it compares is run here twice, the second time with paths
 * as Windows writes them. Equal runs are without a fault; each kind of difference is one.
 */
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { here, type Answer } from './compare.js';
import { checkCommands } from './windows/commands.js';

const EXAMPLE = 'init --example out/vi-du';
const LIST = 'validate out/vi-du/submissions/ban-cu.xls';

let work: string;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'tdkvh windows (2) '));
  mkdirSync(join(work, 'folder'));
  symlinkSync(join(import.meta.dirname, '../..'), join(work, 'folder', 'app'));
});
afterEach(() => {
  rmSync(work, { recursive: true, force: true });
});

/** Runs here what would run there. */
const runHere = ([, program = '', ...args]: string[], cwd: string): Answer => {
  const { code, stdout, stderr } = here(
    [program.replaceAll('\\', '/').replace(/^[A-Z]:/u, ''), ...args],
    cwd,
  );
  const [told, failed] = [stdout, stderr].map((text) =>
    text.replaceAll(/(?<=\b(?:out|vi-du|submissions))\//gu, '\\'),
  );
  return { code, stdout: told ?? '', stderr: failed ?? '' };
};

const check = (run: (argv: string[], cwd: string) => Answer) =>
  checkCommands({
    wine: { run },
    work: join(work, 'tried'),
    folder: join(work, 'folder'),
    lines: [EXAMPLE, LIST],
    table: [],
  });

describe.skipIf(process.platform === 'win32')('the commands of check:windows', () => {
  it('are without a fault where both sides do the same', () => {
    expect(check(runHere)).toEqual({ tried: 2, faults: [], skipped: [] });
  });

  it('are a fault each: another exit code, another answer, another byte of a file, a path with /', () => {
    const { faults } = check((argv, cwd) => {
      const answer = runHere(argv, cwd);
      if (argv.includes('init')) {
        appendFileSync(join(cwd, 'out/vi-du/units.csv'), ' ');
        return { ...answer, stderr: `${answer.stderr}!` };
      }
      return { ...answer, code: 7, stdout: `${answer.stdout}${LIST.slice('validate '.length)}` };
    });
    expect(faults.map((fault) => fault.split('\n')[0])).toEqual([
      `${EXAMPLE}: other stderr`,
      `${LIST}: other code`,
      `${LIST}: other stdout`,
      expect.stringContaining(`${LIST}: a path with / on the screen`),
      'commands: out/vi-du/units.csv: other bytes',
    ]);
  });
});
