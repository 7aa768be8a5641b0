/** The program: reads the command line, runs one command, prints its findings, and answers with the exit code. */
import { existsSync } from 'node:fs';
import { CommanderError } from 'commander';
import type { Finding } from '../model.js';
import type { CommandCall, CommandDeclaration, CommandOptions, OptionDeclaration } from './command.js';
import type { Ending } from './ended.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { optionName } from './option-name.js';
import { buildProgram } from './program.js';
import { outputFaults, watchOutput } from './screen/output-faults.js';
import { commandNames } from './commands.js';
import type { Caller } from './screen/as-called.js';
import { openTerminal, type Terminal } from './screen/terminal.js';
import { toolVersion } from '../office/tool-version.js';
import { defined } from '../values/defined.js';
import { NOT_TEXT } from '../values/safe-text.js';

/** Runs the command line and answers with its exit code; never throws, never exits. */
export async function run(argv: readonly string[]): Promise<ExitCode> {
  const { columns, interactive } = openTerminal(argv.includes('--no-color'));
  if (argv.length > 0 || !interactive) return runLine(argv);
  watchOutput();
  const { firstContact } = await import('./first-contact.js');
  return firstContact({ run: (line) => runLine(line, 'here'), folder: process.cwd(), columns });
}

/** One command, called by somebody who typed it or, with `menu`, chose it. */
async function runLine(argv: readonly string[], menu?: Caller['menu']): Promise<ExitCode> {
  watchOutput();
  const terminal = openTerminal(argv.includes('--no-color'));
  let exitCode: ExitCode = EXIT.done;
  try {
    const odd = [...argv, process.cwd()].find((word) => word.includes(NOT_TEXT) && !existsSync(word));
    if (odd !== undefined) throw new NameNotText(odd);
    const program = buildProgram({
      version: toolVersion(),
      columns: terminal.columns,
      writeOut: terminal.out,
      onCall: async (body, call, declaration) => {
        const { looksOnly, readsOutputs } = declaration;
        await nameTheCaller(menu, call.options.text('workspace'));
        const refused = await guarded(declaration, { ...call, terminal });
        if (refused !== undefined) {
          exitCode = refused;
          return;
        }
        const left = looksOnly === true ? undefined : await whatWasLeft({ ...call, terminal }, readsOutputs);
        if (left?.isAnswer === true) {
          left.tell();
          exitCode = EXIT.fault;
          return;
        }
        let said: readonly Finding[] = [];
        try {
          const outcome = await body({ ...call, terminal });
          said = outcome.findings;
          exitCode = outcome.exitCode ?? (await exitCodeOf(said));
        } finally {
          // A command that was to write there has met it itself.
          left?.tell(said);
        }
      },
    });
    await program.parseAsync(withoutShortName(argv), { from: 'user' });
  } catch (error) {
    // Wrong use, before any command ran.
    if (error instanceof CommanderError && !isHelp(error)) await nameTheCaller(menu);
    exitCode = await answerError(error, argv, terminal);
  }
  return (await tellLostOutput(terminal)) ?? exitCode;
}

/** Next steps are printed for this caller, and name the period that was named, unless they would find it from here. */
async function nameTheCaller(menu: Caller['menu'], wanted?: string): Promise<void> {
  const { callerOf, printFor, printForPeriod } = await import('./screen/as-called.js');
  const { TDKVH_CALL: call, TDKVH_MOUSE: mouse, TDKVH_SCRIPT: script } = process.env;
  // bin/tdkvh.js notes the script it was called as: below its watcher it would be another.
  printFor(
    { ...callerOf({ call, mouse, script, folder: process.cwd() }), ...defined({ menu }) },
    commandNames(),
  );
  if (wanted === undefined) return;
  const { findWorkspace } = await import('../office/workspace-files.js');
  printForPeriod(await findWorkspace(wanted), await findWorkspace(process.cwd()));
}

/** `nhan-mau FILE` is `criteria adopt FILE`: the one task of that command that officers call by a name of its own. */
const withoutShortName = ([first, ...rest]: readonly string[]): readonly string[] =>
  first === 'nhan-mau' ? ['criteria', 'adopt', ...rest] : [...(first === undefined ? [] : [first]), ...rest];

class NameNotText extends Error {}

/** A result that was not printed whole is no result, whatever else went well. */
async function tellLostOutput(terminal: Terminal): Promise<ExitCode | undefined> {
  const lost = await outputFaults();
  if (lost.length === 0) return undefined;
  const { finding, NOWHERE } = await import('../findings/finding.js');
  const findings = lost.map(({ stream, errno }) =>
    finding('cli/output-lost', NOWHERE, { stream: STREAM_NAMES[stream], errno }),
  );
  const { printFindings } = await import('./screen/print-findings.js');
  printFindings(findings, { terminal, options: { text: () => undefined, flag: () => false } });
  return exitCodeOf(findings);
}

/** What the machine was doing with a file whose name it does not tell. */
const CALLS: ReadonlyMap<string, string> = new Map([
  ['read', 'đọc'],
  ['write', 'ghi'],
  ['fsync', 'lưu xuống đĩa'],
  ['fdatasync', 'lưu xuống đĩa'],
  ['ftruncate', 'ghi'],
  ['fstat', 'mở'],
  ['close', 'đóng'],
]);
const unnamedFile = (call: string): string => `tệp đang ${CALLS.get(call) ?? 'dùng'}`;

const STREAM_NAMES = { stdout: 'đầu ra chuẩn (stdout)', stderr: 'đầu ra thông báo (stderr)' } as const;

/** Ends a command that was to write over what is kept. */
async function guarded(declaration: CommandDeclaration, call: CommandCall): Promise<ExitCode | undefined> {
  const { options = [] } = declaration;
  const isGiven = ({ flags }: OptionDeclaration): boolean =>
    call.options.text(optionName(flags)) !== undefined;
  if (!options.some((one) => one.writes !== undefined && isGiven(one))) return undefined;
  const { guardOutputs } = await import('./guard-outputs.js');
  const findings = await guardOutputs(declaration, call);
  if (findings.length === 0) return undefined;
  const { failWith } = await import('./screen/answer.js');
  return exitCodeOf(failWith(findings, call).findings);
}

/** What a killed run left, put right before anything is read. */
interface Left {
  /** It is all there is to answer: outputs of two runs answer nothing. */
  readonly isAnswer: boolean;
  /** Beside the result, whatever that is, unless the result says it. */
  tell(said?: readonly Finding[]): void;
}

async function whatWasLeft(call: CommandCall, readsOutputs = false): Promise<Left | undefined> {
  const { args, options, terminal } = call;
  const { isMixed, putRightPeriods } = await import('../office/put-right-periods.js');
  const named = ['results', 'on', 'previous'].flatMap((name) => options.text(name) ?? []);
  const places = [options.text('workspace') ?? process.cwd(), ...args, ...named];
  const found = await putRightPeriods(places);
  if (found.length === 0) return undefined;
  const { printFindings } = await import('./screen/print-findings.js');
  const isAnswer = readsOutputs && found.some(isMixed);
  const asText: CommandOptions = { ...options, flag: (name) => name !== 'json' && options.flag(name) };
  return {
    isAnswer,
    tell: (said = []) => {
      const ids = new Set(said.map(({ id }) => id));
      const rest = found.filter(({ id }) => !ids.has(id));
      printFindings(rest, isAnswer ? call : { terminal, options: asText }, {
        asResult: isAnswer && options.flag('json'),
      });
    },
  };
}

/** For the watcher of a run that was ended from below. */
export async function tellEnded(argv: readonly string[], ending: Ending): Promise<ExitCode> {
  const { endedFinding } = await import('./ended.js');
  return answerFinding(endedFinding(ending), argv, openTerminal(argv.includes('--no-color')));
}

/** `tdkvh` alone, where nobody answers, and `tdkvh units` alone print their help, too: the use was incomplete. */
const isHelp = (error: unknown): error is CommanderError =>
  error instanceof CommanderError &&
  ['commander.helpDisplayed', 'commander.version', 'commander.help'].includes(error.code);

/** Help and version are no errors; wrong use and faults become findings. */
async function answerError(error: unknown, argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  if (isHelp(error)) return error.code === 'commander.help' ? EXIT.wrongUse : EXIT.done;
  return answerFinding(await findingOfError(error, argv), argv, terminal);
}

/** The finding is all there is to say. */
async function answerFinding(found: Finding, argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
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
  if (error instanceof NameNotText) return finding('cli/name-not-text', at, { path: error.message });
  const { OfficeFileFault } = await import('../readers/office-file.js');
  if (error instanceof OfficeFileFault) return error.finding;
  const { isMemoryFault } = await import('./memory.js');
  if (isMemoryFault(error)) return (await import('./ended.js')).outOfMemory('heap');
  if (error instanceof Error && 'syscall' in error && 'code' in error) {
    const { folderGone, machineFault } = await import('../findings/machine-fault.js');
    if (error.syscall === 'uv_cwd') return folderGone(String(error.code));
    // Errors of a file that is open already name no path; then the call is named.
    const path =
      'path' in error && error.path !== '' ? String(error.path) : unnamedFile(String(error.syscall));
    if (error.code === 'ENOENT' && path.includes(NOT_TEXT)) return finding('cli/name-not-text', at, { path });
    return machineFault(path, String(error.code));
  }
  return finding('cli/fault', at, { detail: error instanceof Error ? error.message : String(error) });
}
