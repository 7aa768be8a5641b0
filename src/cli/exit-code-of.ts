/** Which exit code findings end with; the only place that decides it. */
import type { Finding } from '../model.js';
import { isStandingError } from '../findings/acceptance.js';
import { EXIT, type ExitCode } from './exit-codes.js';

/** The highest wins in this order. */
const PRECEDENCE: readonly ExitCode[] = [EXIT.fault, EXIT.wrongUse, EXIT.refused, EXIT.dataErrors];

/** Findings of the command line that are not wrong use. */
const OF_COMMAND_LINE: Readonly<Record<string, ExitCode>> = {
  'cli/machine': EXIT.fault,
  'cli/fault': EXIT.fault,
  'cli/output-lost': EXIT.fault,
  'cli/out-of-memory': EXIT.fault,
  'cli/name-not-text': EXIT.fault,
  'cli/refused': EXIT.refused,
  'cli/not-complete': EXIT.refused,
  'cli/narrative-empty': EXIT.refused,
};

function exitCodeOfFinding(found: Finding): ExitCode {
  if (!isStandingError(found)) return EXIT.done;
  if (found.code.startsWith('cli/')) return OF_COMMAND_LINE[found.code] ?? EXIT.wrongUse;
  // YAML files are configuration and criteria sets, although a broken one is numbered with the files.
  if (found.code.startsWith('file/yaml-') || found.number.startsWith('VH7')) return EXIT.wrongUse;
  return /^VH[89]/u.test(found.number) ? EXIT.fault : EXIT.dataErrors;
}

/** The exit code of a run with these findings. */
export function exitCodeOf(findings: readonly Finding[]): ExitCode {
  const codes = new Set(findings.map(exitCodeOfFinding));
  return PRECEDENCE.find((code) => codes.has(code)) ?? EXIT.done;
}
