/** Turns errors into excluded fields: unit by field; warnings exclude nothing. */
import { isStandingError } from '../findings/acceptance.js';
import { isGivenInSecondPlace } from '../criteria/second-place.js';
import type {
  CriteriaSet,
  FieldId,
  Finding,
  FormId,
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
  const excludedForms = new Set<FormId>();
  for (const finding of errorsByUnit(findings).get(submission.unit) ?? []) {
    if (finding.period !== undefined && finding.period !== submission.period) continue;
    const excludes = ruleOf(set, finding.rule)?.excludes;
    if (excludes === 'form' && finding.form !== undefined) excludedForms.add(finding.form);
    for (const field of unusable(finding, excludes, submission, set))
      if (!excludedFields.has(field)) excludedFields.set(field, finding);
  }
  // The one place that makes the brand: its symbol exists for the compiler only.
  return { ...submission, excludedFields, excludedForms } as unknown as ValidatedSubmission;
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

/** Of a form in doubt everything, save what its second place says. */
function unusable(
  finding: Finding,
  excludes: RuleDefinition['excludes'],
  submission: UnitSubmission,
  set: CriteriaSet,
): readonly FieldId[] {
  if (excludes === 'none') return [];
  if (excludes === 'form')
    return set.fields.flatMap((field) =>
      field.form === finding.form && !isGivenInSecondPlace(field, submission, set) ? [field.id] : [],
    );
  return excludes ?? finding.fields ?? [];
}
