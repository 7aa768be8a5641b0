/** One line of `tdkvh doctor`: what was looked at, what was found, and the findings that say what to do. */
import type { Finding } from '../../../model.js';
import { isStandingError } from '../../../findings/acceptance.js';

export interface Check {
  readonly id: string;
  /** Vietnamese, what was looked at. */
  readonly title: string;
  /** What was found when nothing is wrong; with findings it may be empty, for they say it. */
  readonly text: string;
  readonly findings: readonly Finding[];
}

export type CheckState = 'ok' | 'look' | 'broken';

/** The worst finding decides; an info is only told. */
export function stateOf({ findings }: Check): CheckState {
  if (findings.some(isStandingError)) return 'broken';
  return findings.some(({ severity }) => severity !== 'info') ? 'look' : 'ok';
}
