/** Help in Vietnamese: no word of commander, an example at the end, 80 columns; wrong use becomes a finding that helps. */
import { CommanderError } from 'commander';
import { describe, expect, it } from 'vitest';
import type { CommandDeclaration } from '../../../src/cli/command.js';
import { COMMANDS } from '../../../src/cli/commands.js';
import { buildProgram } from '../../../src/cli/program.js';
import { usageFault } from '../../../src/cli/usage-faults.js';
import { widthOf } from '../../../src/cli/screen/wrap-text.js';

interface Told {
  readonly out: string;
  readonly error?: CommanderError;
  readonly called?: {
    readonly args: readonly string[];
    readonly quiet: boolean;
    readonly out: string | undefined;
  };
}

async function tell(argv: readonly string[]): Promise<Told> {
  let out = '';
  let called: Told['called'];
  const program = buildProgram({
    version: '1.2.3',
    columns: 80,
    writeOut: (text) => (out += text),
    onCall: (_, { args, options }) => {
      called = { args, quiet: options.flag('quiet'), out: options.text('out') };
      return Promise.resolve();
    },
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return { out, error };
    throw error;
  }
  return called === undefined ? { out } : { out, called };
}

const paths = (
  declarations: readonly CommandDeclaration[],
  above: readonly string[] = [],
): readonly string[][] =>
  declarations.flatMap(({ name, subcommands = [] }) => [
    [...above, name],
    ...paths(subcommands, [...above, name]),
  ]);

const ENGLISH =
  /\b(usage|options?:|commands?:|arguments?:|default|choices|display|output|error|did you mean|unknown)\b/iu;

describe('help', () => {
  it.each([[], ...paths(COMMANDS)].map((path) => [path.join(' ') || 'tdkvh', path] as const))(
    '%s',
    async (_, path) => {
      const { out } = await tell([...path, '--help']);
      expect(out).not.toMatch(ENGLISH);
      expect(out.split('\n').filter((line) => widthOf(line) > 80)).toEqual([]);
      const [, examples = ''] = out.split('\nVí dụ:\n');
      const lines = examples.trimEnd().split('\n');
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) expect(line).toMatch(/^ {2}tdkvh /u);
    },
  );

  it('examples name existing commands and options', async () => {
    const examples = [...COMMANDS, ...COMMANDS.flatMap(({ subcommands = [] }) => subcommands)].flatMap(
      (one) => one.examples,
    );
    for (const example of examples) {
      const argv = [...example.matchAll(/"([^"]*)"|(\S+)/gu)]
        .map((match) => match[1] ?? match[2] ?? '')
        .slice(1);
      expect(await tell(argv)).toHaveProperty('called');
    }
  });

  it('takes Vietnamese names, and shared options before or after the command', async () => {
    expect((await tell(['tong-hop', 'a', 'b', '--quiet', '-o', 'x'])).called).toEqual({
      args: ['a', 'b'],
      quiet: true,
      out: 'x',
    });
    expect((await tell(['--quiet', 'kiem-tra'])).called?.quiet).toBe(true);
  });

  it('says the version', async () => {
    expect((await tell(['--version'])).out.trim()).toBe('1.2.3');
  });
});

describe('wrong use', () => {
  it.each([
    ['agregate', 'cli/unknown-command', 'aggregate'],
    ['tong-hpo', 'cli/unknown-command', 'tong-hop'],
    ['units fnd', 'cli/unknown-command', 'find'],
    ['aggregate --fnal', 'cli/unknown-option', '--final'],
    ['tong-hop --wokspace x', 'cli/unknown-option', '--workspace'],
    ['aggregate --out', 'cli/missing-value', '--out'],
    ['units find', 'cli/missing-argument', 'tên hoặc mã'],
    ['explain a b', 'cli/excess-argument', 'tdkvh explain'],
    ['init --level huyen', 'cli/bad-value', 'district'],
  ])('%s', async (line, code, suggestion) => {
    const argv = line.split(' ');
    const { error } = await tell(argv);
    expect(error).toBeInstanceOf(CommanderError);
    if (error === undefined) return;
    const found = usageFault(error, argv);
    expect(found.code).toBe(code);
    expect(`${found.message} ${found.hint ?? ''}`).toContain(suggestion);
  });
});
