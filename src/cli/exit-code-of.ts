/** Which exit code findings end with; the only place that decides it. */
import type { Finding } from '../model.js';
import { isStandingError } from '../findings/acceptance.js';
import { EXIT, type ExitCode } from './exit-codes.js';

/** The highest wins in this order. */
const PRECEDENCE: readonly ExitCode[] = [EXIT.fault, EXIT.wrongUse, EXIT.refused, EXIT.dataErrors];

/** Findings whose family or number does not say it: of the command line, and of a form that is not adopted. */
const BY_CODE: Readonly<Record<string, ExitCode>> = {
  'file/not-utf8': EXIT.wrongUse,
  'own-form/unnamed-columns': EXIT.wrongUse,
  'own-form/columns-of-several': EXIT.wrongUse,
  'own-form/columns-beside-names': EXIT.wrongUse,
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
  const said = BY_CODE[found.code];
  if (said !== undefined) return said;
  if (found.code.startsWith('cli/')) return EXIT.wrongUse;
  // YAML files are configuration and criteria sets, although a broken one is numbered with the files.
  if (found.code.startsWith('file/yaml-') || found.number.startsWith('VH7')) return EXIT.wrongUse;
  return /^VH[89]/u.test(found.number) ? EXIT.fault : EXIT.dataErrors;
}

/** The exit code of a run with these findings. */
export function exitCodeOf(findings: readonly Finding[]): ExitCode {
  const codes = new Set(findings.map(exitCodeOfFinding));
  return PRECEDENCE.find((code) => codes.has(code)) ?? EXIT.done;
}
