/** What must be said about an earlier period as a whole: another kind, another criteria set, another unit. */
import type { Finding, PeriodFacts } from '../model.js';
import { finding } from '../findings/finding.js';
import { unitFullName } from '../units/names/unit-name.js';
import type { PreviousPeriod } from './previous-period.js';
import { ownRoots } from './published.js';
import type { RestatedFigures } from './restate.js';

export function periodFindings(
  previous: PreviousPeriod,
  restated: RestatedFigures,
  current: PeriodFacts,
): Finding[] {
  const at = { file: previous.sources[0] ?? '' };
  const period = previous.period.id;
  const findings: Finding[] = [];
  if (previous.period.kind !== current.period.kind)
    findings.push(finding('previous/other-kind', at, { period, current: current.period.id }, { period }));
  if (previous.criteria !== undefined && current.criteria !== undefined) {
    const [actual, expected] = [previous.criteria, current.criteria];
    const labels = { period, actual: actual.label, expected: expected.label };
    if (actual.id !== expected.id) findings.push(finding('previous/other-criteria', at, labels, { period }));
  }
  if (!restated.sound) return findings;
  const ours = new Set(ownRoots(previous, restated));
  for (const code of previous.roots) {
    const unit = previous.ground.units.get(code);
    if (ours.has(code) || unit === undefined) continue;
    const file = { file: previous.sourceOf(code, '') };
    const parameters = { period, name: unitFullName(unit), code };
    findings.push(finding('previous/other-unit', file, parameters, { unit: code, period }));
  }
  return findings;
}
