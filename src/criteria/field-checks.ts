/** Fields of a criteria set against one another and against their forms: places, codes, labels, answers. */
import { finding } from '../findings/finding.js';
import type { FieldDefinition, FormDefinition } from '../model.js';
import { foldLabel } from '../values/vietnamese-text.js';
import type { AdmittedEntry } from './admitted-entry.js';
import { datedEntryFaults } from './dated-checks.js';
import type { CriteriaPath } from './chain-file.js';
import { notOfForm, type KnownIds } from './reference-checks.js';
import { unknownReference, type CrossFault } from './unknown-reference.js';
import { defined } from '../values/defined.js';

type Field = AdmittedEntry<FieldDefinition>;
type Forms = ReadonlyMap<string, AdmittedEntry<FormDefinition>>;

/** Which entry places each sender's forms allow. */
const PLACES = {
  commune: ['area', 'commune', 'either'],
  upper: ['upper'],
  agency: ['agency'],
} as const satisfies Record<FormDefinition['sender'], readonly FieldDefinition['enterAt'][]>;

/** What is wrong with a field whatever the others say. */
export function* ownFaults(field: Field, forms: Forms, formIds: ReadonlySet<string>): Iterable<CrossFault> {
  yield* datedEntryFaults(field);
  yield* placeFaults(field, forms, formIds);
  yield* choiceFaults(field);
}

/** Fields without a fault of their own against one another. */
export function* fieldFaults(fields: readonly Field[], forms: Forms, known: KnownIds): Iterable<CrossFault> {
  for (const field of fields) {
    if (!known.fieldById.has(field.id)) continue;
    yield* applicabilityFaults(field, known);
    yield* rateFaults(field, known);
  }
  yield* repeatedLabels(fields);
  yield* repeatedCodes(fields, forms);
}

function* placeFaults(field: Field, forms: Forms, formIds: ReadonlySet<string>): Iterable<CrossFault> {
  const { value } = field;
  for (const [form, group, path] of [
    [value.form, value.group, []],
    ...(value.alsoIn === undefined ? [] : [[value.alsoIn.form, value.alsoIn.group, ['alsoIn']] as const]),
  ] satisfies (readonly [string, string | undefined, CriteriaPath])[]) {
    if (!formIds.has(form)) yield unknownReference(field, [...path, 'form'], form, formIds, 'forms');
    const known = forms.get(form)?.value.groups;
    if (group !== undefined && known !== undefined && !known.some(({ id }) => id === group)) {
      yield unknownReference(
        field,
        [...path, 'group'],
        group,
        known.map(({ id }) => id),
      );
    }
  }
  const form = forms.get(value.form)?.value;
  const second = forms.get(value.alsoIn?.form ?? '')?.value;
  const allowed: readonly string[] = form === undefined ? [value.enterAt] : PLACES[form.sender];
  const consistent =
    allowed.includes(value.enterAt) &&
    (value.enterAt === 'either') === (value.alsoIn !== undefined) &&
    (value.alsoIn === undefined || second === undefined || second.shape === 'list');
  if (!consistent) {
    yield finding('criteria/entry-place', field.at(value.alsoIn === undefined ? 'enterAt' : 'alsoIn'), {
      place: field.name(),
      enterAt: value.enterAt,
    });
  }
  if (form?.shape === 'list' && value.code === undefined) {
    yield finding('criteria/missing-key', field.at(), { key: 'code', place: field.name(), remark: '' });
  }
}

/** `rateOf` names a field of the same form. */
function* rateFaults(field: Field, known: KnownIds): Iterable<CrossFault> {
  const { form, rateOf } = field.value;
  if (rateOf !== undefined) yield* notOfForm(field, ['rateOf'], rateOf, form, known);
}

/** `appliesWhen` names a field of the same form and answers it can give. */
function* applicabilityFaults(field: Field, known: KnownIds): Iterable<CrossFault> {
  const { form, appliesWhen: condition } = field.value;
  if (condition === undefined) return;
  yield* notOfForm(field, ['appliesWhen', 'field'], condition.field, form, known);
  const deciding = known.fieldById.get(condition.field);
  if (deciding === undefined || deciding.form !== form) return;
  const answers = new Set(deciding.choices?.map(({ id }) => id));
  for (const answer of condition.in)
    if (!answers.has(answer)) yield unknownReference(field, ['appliesWhen', 'in'], answer, answers);
}

function* choiceFaults(field: Field): Iterable<CrossFault> {
  const { type, choices } = field.value;
  const answered = type === 'choice' || type === 'yesNo';
  if (type === 'choice' && choices === undefined) {
    yield finding('criteria/missing-key', field.at(), { key: 'choices', place: field.name(), remark: '' });
  }
  if (!answered && choices !== undefined) {
    yield finding('criteria/unknown-key', field.at('choices'), {
      key: 'choices',
      place: field.name(),
      remark: '',
    });
  }
  const words = new Map<string, number>();
  for (const [index, choice] of (choices ?? []).entries()) {
    for (const word of new Set([choice.label, ...(choice.aliases ?? [])].map(foldLabel))) {
      const other = words.get(word);
      if (other === undefined) words.set(word, index);
      else {
        yield finding(
          'criteria/repeated-label',
          field.at('choices', index),
          { label: word, place: field.name('choices', index), other: field.name('choices', other) },
          { related: [field.at('choices', other)] },
        );
      }
    }
    if (choices?.slice(0, index).some(({ id }) => id === choice.id) === true) {
      yield finding('criteria/repeated-id', field.at('choices', index, 'id'), {
        id: choice.id,
        place: field.name('choices', index),
      });
    }
  }
}

interface Appearance {
  readonly field: Field;
  readonly form: string;
  readonly group: string;
  readonly code?: string;
  readonly path: CriteriaPath;
}

/** Every place where a field stands, the second one included. */
const appearances = (fields: readonly Field[]): Appearance[] =>
  fields.flatMap((field) => {
    const { form, group = '', code, alsoIn } = field.value;
    const first = { field, form, group, ...defined({ code }), path: ['code'] };
    return alsoIn === undefined
      ? [first]
      : [
          first,
          {
            field,
            form: alsoIn.form,
            group: alsoIn.group ?? '',
            code: alsoIn.code,
            path: ['alsoIn', 'code'],
          },
        ];
  });

/** Labels and other words for them must tell fields of one form and group apart. */
function* repeatedLabels(fields: readonly Field[]): Iterable<CrossFault> {
  const seen = new Map<string, Field>();
  for (const { field, form, group } of appearances(fields)) {
    for (const word of new Set([field.value.label, ...(field.value.aliases ?? [])].map(foldLabel))) {
      const key = [form, group, word].join('\u001f');
      const other = seen.get(key);
      if (other === undefined) seen.set(key, field);
      else {
        yield finding(
          'criteria/repeated-label',
          field.at('label'),
          { label: word, place: field.name(), other: other.name() },
          { related: [other.at('label')] },
        );
      }
    }
  }
}

function* repeatedCodes(fields: readonly Field[], forms: Forms): Iterable<CrossFault> {
  const seen = new Map<string, Field>();
  for (const { field, form, code, path } of appearances(fields)) {
    if (code === undefined || forms.get(form)?.value.shape !== 'list') continue;
    const key = [form, foldLabel(code)].join('\u001f');
    const other = seen.get(key);
    if (other === undefined) seen.set(key, field);
    else {
      yield finding(
        'criteria/repeated-code',
        field.at(...path),
        { code, place: field.name(), other: other.name() },
        { related: [other.at('code')] },
      );
    }
  }
}
