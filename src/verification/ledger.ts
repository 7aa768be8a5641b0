/** What has been said of every figure: found wrong, checked and right, or nothing. A figure nobody checked is never counted as right. */
import type { Finding } from '../model.js';
import { isError } from '../findings/finding.js';

export interface Ledger {
  /** These figures agree with one another. */
  readonly right: (figures: readonly object[]) => void;
  /** A contradiction, with the figures it is about. */
  readonly found: (finding: Finding, figures: readonly object[]) => void;
  readonly findings: () => readonly Finding[];
  readonly stateOf: (figure: object) => 'wrong' | 'right' | 'unchecked';
}

export function newLedger(): Ledger {
  const rights = new Set<object>();
  const wrongs = new Set<object>();
  const findings = new Map<string, Finding>();
  return {
    right: (figures) => {
      for (const figure of figures) rights.add(figure);
    },
    found: (finding, figures) => {
      findings.set(`${finding.id} ${finding.message}`, finding);
      const contradicted = isError(finding) || finding.severity === 'warning';
      for (const figure of figures) (contradicted ? wrongs : rights).add(figure);
    },
    findings: () => [...findings.values()],
    stateOf: (figure) => (wrongs.has(figure) ? 'wrong' : rights.has(figure) ? 'right' : 'unchecked'),
  };
}
