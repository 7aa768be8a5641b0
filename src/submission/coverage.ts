/** Who is due and has sent nothing that counts, and which forms those who sent left out. */
import { finding } from '../findings/finding.js';
import type { CriteriaSet, Finding, Part, Period, UnitSubmission, UnitTree } from '../model.js';
import { IN_UNITS } from '../findings/places.js';

/**
 * Units due that sent nothing usable, and forms that those who sent left out. A form that was sent and refused is not
 * left out: what speaks against it is said where it stands.
 */
export function* coverageFindings(
  submissions: readonly UnitSubmission[],
  tree: UnitTree,
  set: CriteriaSet,
  { id: period, kind }: Period,
  nameOf: (code: string) => string,
  parts: readonly Part[] = [],
): Iterable<Finding> {
  const refused = new Set(
    parts.flatMap(({ unit, form, state }) =>
      state === 'rejected' && unit !== undefined ? [`${unit} ${form ?? ''}`] : [],
    ),
  );
  const bySender = set.forms.filter((form) => form.sender === 'commune' && form.shape !== 'pairs');
  for (const code of tree.leaves) {
    const submission = submissions.find(({ unit }) => unit === code);
    const unit = nameOf(code);
    if (submission === undefined) {
      yield finding('unit/not-reported', IN_UNITS, { unit, code, period }, { unit: code, period });
      continue;
    }
    const [file] = [...submission.tables.values()].map((table) => table.file);
    for (const form of bySender) {
      if (submission.tables.has(form.id) || refused.has(`${code} ${form.id}`)) continue;
      const fields = set.fields.filter((field) => field.form === form.id);
      // A list that may be empty is no compulsory form.
      const needed = form.emptyMeansNone !== true && fields.some((field) => field.requiredIn.includes(kind));
      // A registration asks for nothing beyond what it requires; at other times the own figures are expected too.
      if (!needed && (form.shape !== 'list' || kind === 'registration')) continue;
      yield finding(
        'unit/form-missing',
        { file: file ?? '' },
        { unit, form: form.sheet },
        {
          unit: code,
          period,
          form: form.id,
          severity: needed ? 'error' : 'warning',
          fields: fields.map(({ id }) => id),
        },
      );
    }
  }
}
