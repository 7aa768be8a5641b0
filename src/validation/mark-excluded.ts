/** Turns errors into excluded fields: unit by field; warnings exclude nothing. */
import { isStandingError } from '../findings/acceptance.js';
import type {
  CriteriaSet,
  FieldId,
  Finding,
  RuleDefinition,
  UnitSubmission,
  ValidatedSubmission,
} from '../model.js';
import { groupBy } from '../values/groups.js';

/**
 * Marks the fields that unaccepted errors of this unit make unusable. `findings` may be those of the whole run;
 * a rule's `excludes` decides which fields, else the fields the finding names.
 */
export function markExcluded(
  submission: UnitSubmission,
  findings: readonly Finding[],
  set: CriteriaSet,
): ValidatedSubmission {
  const excludedFields = new Map<FieldId, Finding>();
  for (const finding of errorsByUnit(findings).get(submission.unit) ?? []) {
    if (finding.period !== undefined && finding.period !== submission.period) continue;
    for (const field of unusable(finding, ruleOf(set, finding.rule), set))
      if (!excludedFields.has(field)) excludedFields.set(field, finding);
  }
  // The one place that makes the brand: its symbol exists for the compiler only.
  return { ...submission, excludedFields } as unknown as ValidatedSubmission;
}

/** Findings come by the hundred thousand and units by the thousand: they are sorted to their units once. */
const groupedFindings = new WeakMap<readonly Finding[], ReadonlyMap<string, readonly Finding[]>>();

function errorsByUnit(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const known = groupedFindings.get(findings);
  if (known !== undefined) return known;
  const groups = groupBy(findings, (finding) => (isStandingError(finding) ? finding.unit : undefined));
  groupedFindings.set(findings, groups);
  return groups;
}

const ruleOf = (set: CriteriaSet, id: string | undefined): RuleDefinition | undefined =>
  id === undefined ? undefined : set.rules.find((rule) => rule.id === id);

function unusable(finding: Finding, rule: RuleDefinition | undefined, set: CriteriaSet): readonly FieldId[] {
  const excludes = rule?.excludes;
  if (excludes === 'none') return [];
  if (excludes === 'form') return set.fields.flatMap(({ id, form }) => (form === finding.form ? [id] : []));
  return excludes ?? finding.fields ?? [];
}
