/** Today's results with what belongs beside them: earlier periods where there are any, targets always. */
import type { ComparisonDocument, Finding, ResultsFigures, TargetAssessment } from '../model.js';
import { assessTargets } from './assess-targets.js';
import { comparisonOf, type EarlierPeriods, type Estimating } from './earlier-periods.js';
import { defined } from '../values/defined.js';

export interface Beside {
  /** Absent in a first year. */
  readonly comparison?: ComparisonDocument;
  readonly targetAssessments: readonly TargetAssessment[];
  /** What is wrong with the map, the earlier periods and the targets. */
  readonly findings: readonly Finding[];
}

export function besideEarlier(
  results: ResultsFigures,
  earlier: EarlierPeriods | undefined,
  estimating?: Estimating,
): Beside {
  const comparison = earlier === undefined ? undefined : comparisonOf(results, earlier, estimating);
  const targets = assessTargets(results, results.targets);
  return {
    ...defined({ comparison }),
    targetAssessments: targets.assessments,
    findings: [...(comparison?.findings ?? []), ...targets.findings],
  };
}
