/** What commander complains about, as findings with a suggestion. */
import type { CommanderError } from 'commander';
import type { Finding } from '../model.js';
import { badValue } from '../findings/bad-value.js';
import { finding, NOWHERE } from '../findings/finding.js';
import { nearestWord } from '../values/nearest-word.js';
import type { CommandDeclaration } from './command.js';
import { longFlag } from './option-name.js';
import { COMMANDS } from './commands.js';

/** Words in quotes of commander's message: the option, argument or command it is about. */
const quotedWords = (message: string): readonly string[] =>
  [...message.matchAll(/'([^']*)'/gu)].map((match) => match[1] ?? '');

const SHARED_FLAGS = ['--workspace', '--json', '--quiet', '--no-color', '--help', '--version'];

/** The declarations named by the words typed: command, then subcommand. */
function called(argv: readonly string[]): readonly CommandDeclaration[] {
  const path: CommandDeclaration[] = [];
  let known: readonly CommandDeclaration[] = COMMANDS;
  for (const word of argv) {
    const next = known.find(({ name, alias }) => word === name || word === alias);
    if (next === undefined) continue;
    path.push(next);
    known = next.subcommands ?? [];
  }
  return path;
}

/** The finding for an error of commander. */
export function usageFault(error: CommanderError, argv: readonly string[]): Finding {
  const path = called(argv);
  const command = ['tdkvh', ...path.map(({ name }) => name)].join(' ');
  const [first = '', second = ''] = quotedWords(error.message);
  switch (error.code) {
    case 'commander.unknownCommand': {
      const known = path.at(-1)?.subcommands ?? COMMANDS;
      const words = known.flatMap(({ name, alias }) => (alias === undefined ? [name] : [name, alias]));
      const nearest = nearestWord(first, words) ?? words[0] ?? '';
      return finding('cli/unknown-command', NOWHERE, { command: first, nearest });
    }
    case 'commander.unknownOption': {
      const own = path.flatMap(({ options = [] }) => options.map(({ flags }) => longFlag(flags)));
      const nearest = nearestWord(first, [...own, ...SHARED_FLAGS]) ?? own[0] ?? '--help';
      return finding('cli/unknown-option', NOWHERE, { option: first, nearest, command });
    }
    case 'commander.optionMissingArgument':
      return finding('cli/missing-value', NOWHERE, { option: longFlag(first), command });
    case 'commander.missingArgument':
      return finding('cli/missing-argument', NOWHERE, { argument: first, command });
    case 'commander.excessArguments':
      return finding('cli/excess-argument', NOWHERE, { command });
    case 'commander.invalidArgument': {
      const option = path.flatMap(({ options = [] }) => options).find(({ flags }) => flags === first);
      const known = option?.choices ?? [];
      const allowed = known.length === 0 ? '…' : known.join(', ');
      return badValue({ option: longFlag(first), text: second, allowed, known });
    }
    default:
      return finding('cli/fault', NOWHERE, { detail: error.message });
  }
}
