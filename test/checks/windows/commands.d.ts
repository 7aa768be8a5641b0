/** What of commands.js its test uses. */
import type { Answer } from '../compare.js';

export function checkCommands(given: {
  readonly wine: { readonly run: (argv: string[], cwd: string) => Answer };
  readonly work: string;
  readonly folder: string;
  readonly lines?: readonly string[];
  readonly table?: readonly { readonly name: string; readonly alias: string }[];
}): { readonly tried: number; readonly faults: string[]; readonly skipped: string[] };
