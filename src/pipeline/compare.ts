/** The comparing part of a run: what stands beside the units' own figures, and changes none of them. */
import { besideEarlier } from '../comparison/beside-earlier.js';
import { besideStated } from '../comparison/beside-stated.js';
import { embedded, estimatingOf } from '../comparison/earlier-periods.js';
import type { Finding, ResultsDocument } from '../model.js';
import { acceptedBefore } from '../tracking/accepted-before.js';
import { agencyFindings, memberAgencies } from '../tracking/member-agencies.js';
import { defined } from '../values/defined.js';
import type { AddedUp } from './add-up.js';
import type { Judged } from './judge.js';
import type { Run } from './run-input.js';

export interface Beside {
  readonly records: Pick<ResultsDocument, 'comparison' | 'targetAssessments' | 'memberAgencies'>;
  readonly findings: readonly Finding[];
}

export function compare(
  { input, tree }: Run,
  { submissions, findings, acceptances, earlier }: Judged,
  { about, ground, totals }: AddedUp,
): Beside {
  const { config, set, previous, targets, crosswalkSteps = [], registryMap = [] } = input;
  const figures = { ...about, ...ground, ...totals };
  const beside = besideEarlier(figures, earlier, estimatingOf(config, set));
  const agencies = memberAgencies(totals, set, config.agencies ?? []);
  const open = findings.filter((one) => acceptances.of(one) === undefined);
  const { comparison, targetAssessments } = beside;
  return {
    records: defined({
      comparison: comparison === undefined ? undefined : embedded(comparison),
      targetAssessments: targetAssessments.length === 0 ? undefined : targetAssessments,
      memberAgencies: agencies.length === 0 ? undefined : agencies,
    }),
    findings: [
      ...acceptedBefore(open, previous?.documents ?? [], config.period),
      ...beside.findings,
      ...besideStated(submissions.values(), {
        set,
        period: config.period,
        documents: previous?.documents ?? [],
        steps: crosswalkSteps.length > 0 ? crosswalkSteps : registryMap,
        targets,
        unitOf: (code) => tree.byCode.get(code),
      }),
      ...agencyFindings(agencies, config.unit, config.period.id),
    ],
  };
}
