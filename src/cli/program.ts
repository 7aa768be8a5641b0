/** Builds the commander program from the table of commands. Bodies are loaded only when they run. */
import { Command, Option } from 'commander';
import { upperFirst } from '../values/vietnamese-text.js';
import type { CommandCall, CommandDeclaration, CommandOptions, Outcome } from './command.js';
import { COMMANDS } from './commands.js';
import { exampleText, sayInVietnamese, usageOf } from './screen/vietnamese-help.js';

export interface Calls {
  /** Runs a command's body; the program itself has no side effect. */
  readonly onCall: (
    body: (call: CommandCall) => Promise<Outcome>,
    call: Omit<CommandCall, 'terminal'>,
    declaration: CommandDeclaration,
  ) => Promise<void>;
  readonly writeOut: (text: string) => void;
  readonly columns: number;
  readonly version: string;
}

/** The whole command line. Commander throws instead of exiting or printing errors. */
export function buildProgram(calls: Calls): Command {
  const program = sayInVietnamese(new Command('tdkvh'))
    .description(
      'Kiểm tra, tổng hợp số liệu và lập báo cáo phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa”.',
    )
    .usage('<lệnh> [tùy chọn]')
    .version(calls.version, '-V, --version', 'hiện số phiên bản')
    .option(
      '--workspace <thư mục>',
      'thư mục của kỳ báo cáo (mặc định: tìm tdkvh.yaml từ thư mục hiện tại trở lên)',
    )
    .option('--json', 'in kết quả dạng JSON ra đầu ra chuẩn')
    .option('--quiet', 'chỉ in lỗi và dòng cuối cùng')
    .option('--no-color', 'không dùng màu')
    .addHelpText(
      'after',
      exampleText(['tdkvh init --example thu-muc', 'tdkvh aggregate --workspace thu-muc']),
    )
    .exitOverride()
    .configureOutput({
      writeOut: calls.writeOut,
      writeErr: calls.writeOut,
      outputError: () => undefined,
      getOutHelpWidth: () => calls.columns,
      getErrHelpWidth: () => calls.columns,
    });
  for (const declaration of COMMANDS) addCommand(program, declaration, calls);
  return program;
}

function addCommand(parent: Command, declaration: CommandDeclaration, calls: Calls): void {
  const {
    name,
    alias,
    summary,
    details,
    argument,
    options = [],
    subcommands = [],
    examples,
    run,
  } = declaration;
  const command = parent
    .command(name)
    .summary(summary)
    .description(details === undefined ? sentence(summary) : `${sentence(summary)} ${details}`)
    .usage(usageOf(declaration))
    .addHelpText('after', exampleText(examples));
  if (alias !== undefined) command.alias(alias);
  if (subcommands.length === 0) command.helpCommand(false);
  if (argument !== undefined) command.argument(argument.syntax, argument.text);
  for (const { flags, text, choices } of options) {
    const option = new Option(flags, text);
    command.addOption(choices === undefined ? option : option.choices(choices));
  }
  for (const subcommand of subcommands) addCommand(command, subcommand, calls);
  if (run !== undefined) {
    command.action(async () => {
      const values = command.optsWithGlobals<Record<string, unknown>>();
      const call = { args: command.args, options: accessTo(values) };
      await calls.onCall(run, call, declaration);
    });
  }
}

const sentence = (summary: string): string => `${upperFirst(summary)}.`;

function accessTo(values: Readonly<Record<string, unknown>>): CommandOptions {
  return {
    text: (name) => {
      const value = values[name];
      return typeof value === 'string' ? value : undefined;
    },
    flag: (name) => values[name] === true,
  };
}
