/** Runs the compiled program for one golden case in a fresh folder, as if it were started there. */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../support/built-program.js';
import { tdkvh } from '../support/program.js';

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

/** Runs all commands of a case, one after the other. */
export async function runCase({ commands, input }: GoldenCase): Promise<GoldenOutcome> {
  const work = mkdtempSync(join(tmpdir(), 'tdkvh-golden-'));
  const here = process.cwd();
  try {
    if (input !== undefined) cpSync(input, work, { recursive: true });
    const before = new Set(filesIn(work));
    process.chdir(work);
    const said = { stdout: '', stderr: '', exit: '' };
    for (const args of commands) {
      const { stdout, stderr, code } = await tdkvh(...args);
      const title = commands.length > 1 ? `$ tdkvh ${args.join(' ')}\n` : '';
      said.stdout += title + stdout;
      said.stderr += title + stderr;
      said.exit += `${String(code)}\n`;
    }
    const made = filesIn(work).filter((path) => !before.has(path));
    return { ...said, made: made.map((path) => `${path}\n`).join('') };
  } finally {
    process.chdir(here);
    rmSync(work, { recursive: true, force: true });
  }
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
