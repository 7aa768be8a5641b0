/** The end of a run, and the only place that states acceptances, sorts findings and says whether the whole is complete. */
import { isStandingError, type Acceptances } from '../findings/acceptance.js';
import { sortFindings } from '../findings/sort.js';
import type { Finding, ResultsDocument } from '../model.js';
import type { AddedUp } from './add-up.js';
import type { Beside } from './compare.js';
import type { Judged } from './judge.js';

/** Everything that was found, as people see it. */
export const finishFindings = (findings: readonly Finding[], acceptances?: Acceptances): readonly Finding[] =>
  sortFindings(acceptances?.stated(findings) ?? findings);

/** The whole document, keys in a fixed order. `listed`: findings of listing the files. */
export function finish(
  listed: readonly Finding[],
  judged: Judged,
  { about, ground, totals, ...added }: AddedUp,
  beside: Beside,
): ResultsDocument {
  const findings = finishFindings(
    [...listed, ...judged.findings, ...added.findings, ...beside.findings],
    judged.acceptances,
  );
  return {
    schema: 'tdkvh/results@1',
    ...about,
    complete: isComplete(findings),
    ...ground,
    findings,
    notEvaluated: judged.notEvaluated,
    ...totals,
    ...beside.records,
  };
}

/** Nothing wrong stands and nobody is missing, unless accepted with a reason. */
const isComplete = (findings: readonly Finding[]): boolean =>
  !findings.some(
    (one) => isStandingError(one) || (one.code === 'unit/not-reported' && one.accepted === undefined),
  );
