/** Runs the built program, which is what is delivered, for one golden case in a fresh folder. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROGRAM, ROOT } from '../support/built-program.js';

export interface GoldenCase {
  readonly folder: string;
  /** Command lines, one after the other in the same folder. */
  readonly commands: readonly (readonly string[])[];
  /** Folder copied to where the commands run. */
  readonly input?: string;
}

/** A case reads `args` (a command per line; a blank one is the bare program), and `input/` or the folder that the file `input` names. */
export function readCase(folder: string): GoldenCase {
  const commands = readFileSync(join(folder, 'args'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => [...line.matchAll(/"([^"]*)"|(\S+)/gu)].map((match) => match[1] ?? match[2] ?? ''));
  const input = join(folder, 'input');
  if (!existsSync(input)) return { folder, commands };
  const named = statSync(input).isDirectory() ? input : join(ROOT, readFileSync(input, 'utf8').trim());
  return { folder, commands, input: named };
}

export interface GoldenOutcome {
  readonly stdout: string;
  readonly stderr: string;
  /** An exit code per command. */
  readonly exit: string;
  /** Files that are there afterwards and were not before. */
  readonly made: string;
}

/** Runs all commands of a case. */
export function runCase({ commands, input }: GoldenCase): GoldenOutcome {
  const work = mkdtempSync(join(tmpdir(), 'tdkvh-golden-'));
  try {
    if (input !== undefined) cpSync(input, work, { recursive: true });
    const before = new Set(filesIn(work));
    const runs = commands.map((args) => {
      const { stdout, stderr, status } = spawnSync(process.execPath, [PROGRAM, ...args], {
        cwd: work,
        encoding: 'utf8',
        env: { PATH: process.env['PATH'], NO_COLOR: '1', TDKVH_CALL: 'tdkvh' },
      });
      const title = commands.length > 1 ? `$ tdkvh ${args.join(' ')}\n` : '';
      return { stdout: title + stdout, stderr: title + stderr, exit: `${String(status)}\n` };
    });
    const joined = (key: 'stdout' | 'stderr' | 'exit'): string => runs.map((run) => run[key]).join('');
    const made = filesIn(work).filter((path) => !before.has(path));
    return {
      stdout: joined('stdout'),
      stderr: joined('stderr'),
      exit: joined('exit'),
      made: made.map((path) => `${path}\n`).join(''),
    };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
