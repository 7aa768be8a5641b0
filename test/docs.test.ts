/** The README does not lie: its commands run as printed, and every command of the program stands in it. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../src/cli/commands.js';
import { tdkvh, type Answer } from './support/program.js';

const ROOT = join(import.meta.dirname, '..');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** Commands of the shell blocks, in order; the two that install are run by CI itself. */
const printed = [...README.matchAll(/```sh\n([\s\S]*?)```/gu)]
  .flatMap((block) => (block[1] ?? '').trim().split('\n'))
  .flatMap((line) => line.split(' && '))
  .filter((line) => line !== 'npm ci' && line !== 'npm test');

/** The bundled example holds planted faults: exit code 1 is its right answer. */
const FINDS_FAULTS = /(?:validate|aggregate|status|return) --workspace/u;

describe('README', () => {
  let folder = '';
  beforeAll(() => {
    // A folder that looks like a clone, so that nothing is written into this one.
    folder = mkdtempSync(join(tmpdir(), 'tdkvh-readme-'));
    for (const name of ['bin', 'build', 'dist', 'templates', 'fixtures', 'package.json'])
      cpSync(join(ROOT, name), join(folder, name), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'dir');
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** The program is called as a function, in the folder named out/; what npm starts is started. */
  const answerTo = (command: string): Promise<Answer> | Answer => {
    const [program = '', ...args] = [...command.matchAll(/"([^"]*)"|(\S+)/gu)].map(
      (match) => match[1] ?? match[2] ?? '',
    );
    if (program === 'node' && args[0] === 'bin/tdkvh.js')
      return tdkvh(...args.slice(1).map((arg) => (arg.startsWith('out/') ? join(folder, arg) : arg)));
    const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' });
    return { code: status ?? -1, stdout, stderr };
  };

  it.each(printed)('%s', async (command) => {
    const { code, stderr } = await answerTo(command);
    expect({ code, stderr: code === 4 || code === 2 ? stderr : '' }).toEqual({
      code: FINDS_FAULTS.test(command) ? 1 : 0,
      stderr: '',
    });
  });

  it('names every command with its Vietnamese alias', () => {
    const missing = COMMANDS.filter(
      ({ name, alias }) => !README.includes(`| \`${name}\` | ${alias === undefined ? '' : `\`${alias}\``} |`),
    ).map(({ name }) => name);
    expect(missing).toEqual([]);
  });
});

describe('CONTRIBUTING', () => {
  const text = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');

  it('names every room below src in the row of the room it lies in', () => {
    const rows = text.split('\n').filter((line) => line.startsWith('| `'));
    const silent = readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => relative(join(ROOT, 'src'), join(entry.parentPath, entry.name)).split(sep))
      // One folder a command, as its row says.
      .filter(([, second, third]) => second !== 'commands' || third === undefined)
      .filter(([room = '', ...below]) => {
        const row = rows.find((line) => line.split('|')[1]?.includes(`\`${room}/\``));
        return row === undefined || below.some((name) => !row.includes(`${name}/\``) && name !== 'commands');
      });
    expect(silent.map((path) => path.join('/'))).toEqual([]);
  });

  it('names only files that are there, below src where no other root is said', () => {
    const named = [...text.matchAll(/`((?:[\w-]+\/)+[\w.-]+\.(?:ts|js|cjs|ya?ml|hbs|csv|json|md))`/gu)].map(
      ([, path = '']) => path,
    );
    expect(named.length).toBeGreaterThan(50);
    const roots = ['', 'src', 'dist'];
    expect(named.filter((path) => !roots.some((root) => existsSync(join(ROOT, root, path))))).toEqual([]);
  });
});
