/** Ends a command: prints its findings where they belong, or prints its result as text or JSON. */
import type { Finding } from '../../model.js';
import type { CommandCall, Outcome } from '../command.js';
import { printFindings, type PrintOptions } from './print-findings.js';
import { safeJson } from '../../values/safe-text.js';

type Call = Pick<CommandCall, 'terminal' | 'options'>;

/** A command that got no further than these findings: with --json they are the answer. */
export function failWith(findings: readonly Finding[], call: Call, options: PrintOptions = {}): Outcome {
  printFindings(findings, call, { ...options, asResult: call.options.flag('json') });
  return { findings };
}

/** A result, as text or as one JSON object with its schema; findings accompany it on stderr. */
export function answerWith(
  call: Call,
  result: {
    readonly text: string;
    readonly json: { readonly schema: string } & Readonly<Record<string, unknown>>;
  },
  findings: readonly Finding[] = [],
): Outcome {
  printFindings(findings, call);
  const json = findings.length === 0 ? result.json : { ...result.json, findings };
  call.terminal.out(call.options.flag('json') ? safeJson(JSON.stringify(json, null, 2)) : result.text);
  return { findings };
}
