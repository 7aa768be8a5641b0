/** Vietnamese help for commander: titles, defaults, choices, and an example at the end of every page. */
import type { Argument, Command, HelpConfiguration, Option } from 'commander';
import type { CommandDeclaration } from '../command.js';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Cách dùng:',
  'Arguments:': 'Tham số:',
  'Options:': 'Tùy chọn:',
  'Global Options:': 'Tùy chọn chung:',
  'Commands:': 'Lệnh:',
};

const withChoices = (subject: Option | Argument): string =>
  subject.argChoices === undefined
    ? subject.description
    : `${subject.description} (chọn: ${subject.argChoices.join(', ')})`;

/** Commander prints its few English words through these functions; each is answered in Vietnamese. */
export const VIETNAMESE_HELP: HelpConfiguration = {
  showGlobalOptions: true,
  styleTitle: (title) => TITLES[title] ?? title,
  optionDescription: withChoices,
  argumentDescription: withChoices,
  subcommandTerm: (command) => [command.name(), ...command.aliases()].join(', '),
};

/** `tdkvh units find <tên hoặc mã> [tùy chọn]`. */
export function usageOf({ argument, options, subcommands }: CommandDeclaration): string {
  return [
    ...(subcommands === undefined ? [] : ['<lệnh>']),
    ...(argument === undefined ? [] : [argument.syntax]),
    ...(options === undefined && subcommands === undefined ? [] : ['[tùy chọn]']),
  ].join(' ');
}

/** The end of every help page. */
export const exampleText = (examples: readonly string[]): string =>
  `\nVí dụ:\n${examples.map((line) => `  ${line}`).join('\n')}`;

/** The words commander would otherwise say about itself. */
export function sayInVietnamese(command: Command): Command {
  return command
    .configureHelp(VIETNAMESE_HELP)
    .helpOption('-h, --help', 'hiện phần trợ giúp này')
    .helpCommand('help [lệnh]', 'hiện trợ giúp của một lệnh');
}
