/** Who is due and has sent nothing that counts, and which forms those who sent left out. */
import { notAskedOf } from '../criteria/asked-of.js';
import { askedByOwnForms } from '../criteria/own-forms.js';
import { OWN_LIST } from '../criteria/own-list.js';
import { isGivenInSecondPlace, totalsOf } from '../criteria/second-place.js';
import { finding } from '../findings/finding.js';
import { IN_UNITS } from '../findings/places.js';
import type {
  CriteriaSet,
  FieldDefinition,
  Finding,
  FormDefinition,
  Part,
  Period,
  UnitSubmission,
  UnitTree,
} from '../model.js';

/** Forms that are not left out although they are not there: refused here or below, with the reason where they stand. */
export type NotLeftOut = (unit: string, form: string) => boolean;

/** Forms that came and were refused, or left out by the office. */
export function refusedForms(parts: readonly Part[]): NotLeftOut {
  const refused = new Set(
    parts.flatMap(({ unit, form, state }) =>
      (state === 'rejected' || state === 'skipped') && unit !== undefined ? [`${unit} ${form ?? ''}`] : [],
    ),
  );
  return (unit, form) => refused.has(`${unit} ${form}`);
}

/** Units due that sent nothing usable, and forms that those who sent left out. */
export function* coverageFindings(
  submissions: readonly UnitSubmission[],
  tree: UnitTree,
  set: CriteriaSet,
  { id: period, kind }: Period,
  nameOf: (code: string) => string,
  notLeftOut: NotLeftOut = () => false,
): Iterable<Finding> {
  const senders = new Map(submissions.map((one) => [one.unit, one]));
  const asked = (set.own?.forms ?? []).length === 0 ? undefined : askedByOwnForms(set);
  // An office with forms of its own asks for what they hold; the list that only they fill comes with them.
  const bySender = set.forms.filter(
    (form) =>
      form.sender === 'commune' &&
      form.shape !== 'pairs' &&
      form.id !== OWN_LIST &&
      (asked === undefined || set.fields.some((field) => field.form === form.id && asked.has(field.id))),
  );
  for (const code of tree.leaves) {
    const submission = senders.get(code);
    const unit = nameOf(code);
    if (submission === undefined) {
      yield finding('unit/not-reported', IN_UNITS, { unit, code, period }, { unit: code, period });
      continue;
    }
    for (const form of bySender) {
      if (submission.tables.has(form.id) || notLeftOut(code, form.id)) continue;
      const notAsked = notAskedOf(set, tree.byCode.get(code));
      const fields = set.fields.filter(
        (field) =>
          field.form === form.id && !notAsked.has(field.id) && (asked === undefined || asked.has(field.id)),
      );
      if (fields.length === 0) continue;
      if (asked !== undefined && fields.every((field) => isGivenInSecondPlace(field, submission, set)))
        continue;
      // A list that may be empty is no compulsory form.
      const needed = form.emptyMeansNone !== true && fields.some((field) => field.requiredIn.includes(kind));
      // A registration asks for nothing beyond what it requires; at other times the own figures are expected too.
      if (needed || (form.shape === 'list' && kind !== 'registration'))
        yield formMissing(submission, form, fields, needed, { unit, set });
    }
  }
}

/** The fields that are missing with the form: what the second place says is there. */
function formMissing(
  submission: UnitSubmission,
  form: FormDefinition,
  fields: readonly FieldDefinition[],
  needed: boolean,
  { unit, set }: { readonly unit: string; readonly set: CriteriaSet },
): Finding {
  const [file] = [...submission.tables.values()].map((table) => table.file);
  const given = fields.filter((field) => isGivenInSecondPlace(field, submission, set));
  const places = set.forms.filter(({ id }) =>
    given.some(
      (field) => field.alsoIn?.form === id || totalsOf(field, set).some((total) => total.form === id),
    ),
  );
  const except =
    given.length === 0
      ? ''
      : ` (trừ ${String(given.length)} chỉ tiêu đã ghi ở ${places.map(({ sheet }) => sheet).join(', ')})`;
  return finding(
    'unit/form-missing',
    { file: file ?? '' },
    { unit, form: form.sheet, except },
    {
      unit: submission.unit,
      period: submission.period,
      form: form.id,
      severity: needed ? 'error' : 'warning',
      fields: fields.filter((field) => !given.includes(field)).map(({ id }) => id),
    },
  );
}
