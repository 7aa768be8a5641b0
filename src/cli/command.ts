/** What a command declares: names, Vietnamese texts, options, a runnable example, and the body run when called. */
import type { Finding } from '../model.js';
import type { ExitCode } from './exit-codes.js';
import type { Terminal } from './screen/terminal.js';

export interface OptionDeclaration {
  /** `-o, --out <thư mục>`; a value is written in angle brackets. */
  readonly flags: string;
  readonly text: string;
  readonly choices?: readonly string[];
  /** Names a file to be written: the endings that its name may have. */
  readonly writes?: (options: CommandOptions) => readonly string[];
}

export interface CommandDeclaration {
  readonly name: string;
  /** Vietnamese name without marks. */
  readonly alias?: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** More, for the command's own help. */
  readonly details?: string;
  /** `[đường dẫn...]`, `<mã>` with what it means; at most one. */
  readonly argument?: { readonly syntax: string; readonly text: string };
  readonly options?: readonly OptionDeclaration[];
  readonly subcommands?: readonly CommandDeclaration[];
  /** Lines that run as printed inside the bundled example (`init` itself: anywhere). */
  readonly examples: readonly string[];
  /** Only looks: what a killed run left in the period is not put right first. */
  readonly looksOnly?: true;
  /** Answers from the outputs of a run: not while those of two runs lie side by side. */
  readonly readsOutputs?: true;
  /** Of the outputs of a run the one that it makes again, and may replace. */
  readonly makesAgain?: string;
  /** Absent where only subcommands do something. */
  readonly run?: (call: CommandCall) => Promise<Outcome>;
}

/** How a command was called. */
export interface CommandCall {
  readonly args: readonly string[];
  readonly options: CommandOptions;
  readonly terminal: Terminal;
}

/** Typed access to options; shared ones (`workspace`, `json`, `quiet`) included. */
export interface CommandOptions {
  readonly text: (name: string) => string | undefined;
  readonly flag: (name: string) => boolean;
}

/** What a command leaves behind. The exit code comes from the findings, unless the command knows better. */
export interface Outcome {
  readonly findings: readonly Finding[];
  readonly exitCode?: ExitCode;
}
