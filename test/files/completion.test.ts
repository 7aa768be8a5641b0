/** Completion: every command, alias and option of the table can be finished, in bash as bash itself does it. */
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { CommandDeclaration } from '../../src/cli/command.js';
import { COMMANDS } from '../../src/cli/commands.js';
import { completionScript, SHELLS } from '../../src/cli/commands/completion/completion-scripts.js';

const all = (commands: readonly CommandDeclaration[]): readonly CommandDeclaration[] =>
  commands.flatMap((one) => [one, ...all(one.subcommands ?? [])]);
const others = COMMANDS.filter(({ name }) => name !== 'completion');

describe.each(SHELLS)('%s', (shell) => {
  const script = completionScript(shell, others);
  it('knows every command, alias, option and choice', () => {
    for (const { name, alias = name, options = [] } of all(others))
      for (const word of [
        name,
        alias,
        ...options.flatMap(({ flags, choices = [] }) => [...(/--[\w-]+/u.exec(flags) ?? []), ...choices]),
      ])
        expect(script).toMatch(new RegExp(`[ '/]${word}[ '/]`, 'u'));
  });
  it('holds nothing that a shell would run or expand', () => {
    expect(script).not.toMatch(/`(?!\n)|\$\(\(|<[a-z]/u);
  });
});

/** What bash offers at the end of a command line. */
const offered = (cases: readonly (readonly string[])[]): readonly (readonly string[])[] => {
  const ask = cases
    .map(
      (words) =>
        `COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${String(words.length - 1)}; _tdkvh; echo "\${COMPREPLY[*]}"`,
    )
    .join('\n');
  const printed = execFileSync('bash', ['-c', `${completionScript('bash', others)}\n${ask}`], {
    encoding: 'utf8',
  });
  return printed
    .trimEnd()
    .split('\n')
    .map((line) => line.split(' ').filter((word) => word !== ''));
};

it.skipIf(process.platform === 'win32')(
  'bash finishes commands, aliases, subcommands, options and values',
  () => {
    const [start, alias, sub, option, value, behind, nothing] = offered([
      ['tdkvh', 'agg'],
      ['tdkvh', 'tong-h'],
      ['tdkvh', 'don-vi', ''],
      ['tdkvh', 'tien-do', '--un'],
      ['tdkvh', 'aggregate', '--as', ''],
      ['tdkvh', 'units', 'find', '--da'],
      ['tdkvh', 'validate', 'zzz'],
    ]);
    expect(start).toEqual(['aggregate']);
    expect(alias).toEqual(['tong-hop']);
    expect(sub).toEqual(expect.arrayContaining(['find', 'export', 'check']));
    expect(option).toEqual(['--until']);
    expect(value).toEqual(['draft']);
    expect(behind).toEqual(['--date']);
    expect(nothing ?? []).toEqual([]);
  },
);
