/** The program: reads the command line, runs one command, prints its findings, and answers with the exit code. */
import { CommanderError } from 'commander';
import type { Finding } from '../model.js';
import type { CommandCall, CommandOptions } from './command.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { buildProgram } from './program.js';
import { openTerminal, type Terminal } from './screen/terminal.js';
import { toolVersion } from '../office/tool-version.js';

/** Runs the command line and answers with its exit code; never throws, never exits. */
export async function run(argv: readonly string[]): Promise<ExitCode> {
  surviveClosedPipe();
  const terminal = openTerminal(argv.includes('--no-color'));
  let exitCode: ExitCode = EXIT.done;
  if (argv.length === 0 && terminal.interactive) {
    const { firstContact } = await import('./first-contact.js');
    return firstContact({ run, folder: process.cwd(), columns: terminal.columns });
  }
  try {
    const program = buildProgram({
      version: toolVersion(),
      columns: terminal.columns,
      writeOut: terminal.out,
      onCall: async (body, call, looksOnly) => {
        if (!looksOnly) await tellWhatWasLeft(call, terminal);
        const outcome = await body({ ...call, terminal });
        exitCode = outcome.exitCode ?? (await exitCodeOf(outcome.findings));
      },
    });
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    return await answerError(error, argv, terminal);
  }
}

/** What a killed run left is put right before anything is read; it is told beside the result, whatever that is. */
async function tellWhatWasLeft(
  { args, options }: Omit<CommandCall, 'terminal'>,
  terminal: Terminal,
): Promise<void> {
  const { putRightPeriods } = await import('../office/put-right-periods.js');
  const found = await putRightPeriods([options.text('workspace') ?? process.cwd(), ...args]);
  if (found.length === 0) return;
  const { printFindings } = await import('./screen/print-findings.js');
  const asText: CommandOptions = { ...options, flag: (name) => name !== 'json' && options.flag(name) };
  printFindings(found, { terminal, options: asText });
}

/** Help and version are no errors; wrong use and faults become findings. */
async function answerError(error: unknown, argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  if (
    error instanceof CommanderError &&
    ['commander.helpDisplayed', 'commander.version'].includes(error.code)
  ) {
    return EXIT.done;
  }
  // `tdkvh` alone, where nobody answers, and `tdkvh units` alone print their help: the use was incomplete.
  if (error instanceof CommanderError && error.code === 'commander.help') return EXIT.wrongUse;
  const found = await findingOfError(error, argv);
  const { printFindings } = await import('./screen/print-findings.js');
  const json = argv.includes('--json');
  const options: CommandOptions = { text: () => undefined, flag: (name) => name === 'json' && json };
  printFindings([found], { terminal, options }, { asResult: json });
  return exitCodeOf([found]);
}

/** What findings are is loaded when there are some to judge, not for the help. */
const exitCodeOf = async (findings: readonly Finding[]): Promise<ExitCode> =>
  (await import('./exit-code-of.js')).exitCodeOf(findings);

async function findingOfError(error: unknown, argv: readonly string[]): Promise<Finding> {
  const at = { file: '' };
  const { finding } = await import('../findings/finding.js');
  if (error instanceof CommanderError) {
    const { usageFault } = await import('./usage-faults.js');
    return usageFault(error, argv);
  }
  const { OfficeFileFault } = await import('../readers/office-file.js');
  if (error instanceof OfficeFileFault) return error.finding;
  if (error instanceof Error && 'syscall' in error && 'code' in error) {
    const path = 'path' in error ? String(error.path) : '';
    return finding('cli/machine', at, { path, errno: String(error.code) });
  }
  return finding('cli/fault', at, { detail: error instanceof Error ? error.message : String(error) });
}

/** `tdkvh … | head` closes the pipe early: that is the reader's right, not a fault. */
function surviveClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    if (stream.listenerCount('error') > 0) continue;
    stream.on('error', (error: Error & { readonly code?: string }) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}
