/** Prints findings: as text for people, or as one JSON object `tdkvh/findings@1` for machines. */
import type { Finding } from '../../model.js';
import { isStandingError } from '../../findings/acceptance.js';
import { countOf } from '../../findings/fold.js';
import { FINDINGS_SCHEMA } from '../../writers/json.js';
import type { CommandOptions } from '../command.js';
import { exitCodeOf } from '../exit-code-of.js';
import { listLength } from './list-length.js';
import { reportFindings } from './reporter.js';
import type { ReporterOptions } from './reporter-options.js';
import type { Terminal } from './terminal.js';
import { defined } from '../../values/defined.js';
import { safeJson } from '../../values/safe-text.js';

export interface Call {
  readonly terminal: Terminal;
  readonly options: CommandOptions;
}

export interface PrintOptions extends Pick<ReporterOptions, 'files' | 'unitName' | 'fullList'> {
  /**
   * Findings are what was asked for (`validate`, a refused `--final`): stdout. Otherwise they accompany a result:
   * stderr.
   */
  readonly asResult?: boolean;
}

/** The object printed by `--json`. `more` are facts of the command, after the schema. */
export function findingsDocument(
  findings: readonly Finding[],
  more: Readonly<Record<string, unknown>> = {},
): string {
  const count = (severity: Finding['severity']): number =>
    countOf(
      findings.filter(
        (found) => found.severity === severity && found.trial !== true && found.accepted === undefined,
      ),
    );
  const document = {
    schema: FINDINGS_SCHEMA,
    ok: !findings.some(isStandingError),
    exitCode: exitCodeOf(findings),
    ...more,
    summary: { errors: count('error'), warnings: count('warning'), infos: count('info') },
    findings,
  };
  return `${safeJson(JSON.stringify(document, null, 2))}\n`;
}

/** Text of findings where they belong; nothing when there are none and nobody asked for them. */
export function printFindings(findings: readonly Finding[], call: Call, options: PrintOptions = {}): void {
  const { terminal } = call;
  if (call.options.flag('json')) {
    if (options.asResult === true) terminal.out(findingsDocument(findings));
    return;
  }
  if (findings.length === 0 && options.asResult !== true) return;
  const print = options.asResult === true ? terminal.out : terminal.err;
  const { files, unitName, fullList } = options;
  const { max } = listLength(call.options);
  print(
    reportFindings(findings, {
      columns: terminal.columns,
      colour: options.asResult === true ? terminal.colour.out : terminal.colour.err,
      quiet: call.options.flag('quiet'),
      ...defined({ files, unitName, fullList, max }),
    }),
  );
}
