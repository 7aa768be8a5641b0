/** Fields of a criteria set against one another and against their forms: places, codes, labels, answers. */
import { finding } from '../findings/finding.js';
import type { FieldDefinition, Finding, FormDefinition } from '../model.js';
import { foldLabel } from '../values/vietnamese-text.js';
import type { AdmittedEntry } from './admitted-entry.js';
import type { CriteriaPath } from './chain-file.js';
import { unknownReference } from './unknown-reference.js';
import { defined } from '../values/defined.js';

type Field = AdmittedEntry<FieldDefinition>;
type Forms = ReadonlyMap<string, AdmittedEntry<FormDefinition>>;

/** Which entry places each sender's forms allow. */
const PLACES = {
  commune: ['area', 'commune', 'either'],
  upper: ['upper'],
  agency: ['agency'],
} as const satisfies Record<FormDefinition['sender'], readonly FieldDefinition['enterAt'][]>;

export function* fieldFaults(
  fields: readonly Field[],
  forms: Forms,
  formIds: ReadonlySet<string>,
): Iterable<Finding> {
  for (const field of fields) {
    yield* placeFaults(field, forms, formIds);
    yield* choiceFaults(field);
    yield* applicabilityFaults(field, fields);
    yield* rateFaults(field, fields);
  }
  yield* repeatedLabels(fields);
  yield* repeatedCodes(fields, forms);
}

function* placeFaults(field: Field, forms: Forms, formIds: ReadonlySet<string>): Iterable<Finding> {
  const { value } = field;
  for (const [form, group, path] of [
    [value.form, value.group, []],
    ...(value.alsoIn === undefined ? [] : [[value.alsoIn.form, value.alsoIn.group, ['alsoIn']] as const]),
  ] satisfies (readonly [string, string | undefined, CriteriaPath])[]) {
    if (!formIds.has(form)) yield unknownReference(field, [...path, 'form'], form, formIds);
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

const idsOf = (fields: readonly Field[], form: string): readonly string[] =>
  fields.flatMap(({ value }) => (value.form === form ? [value.id] : []));

/** `rateOf` names a field of the same form. */
function* rateFaults(field: Field, fields: readonly Field[]): Iterable<Finding> {
  const { form, rateOf } = field.value;
  if (rateOf === undefined) return;
  const known = idsOf(fields, form);
  if (!known.includes(rateOf)) yield unknownReference(field, ['rateOf'], rateOf, known);
}

/** `appliesWhen` names a field of the same form and answers it can give. */
function* applicabilityFaults(field: Field, fields: readonly Field[]): Iterable<Finding> {
  const condition = field.value.appliesWhen;
  if (condition === undefined) return;
  const deciding = fields.find(
    ({ value }) => value.id === condition.field && value.form === field.value.form,
  );
  if (deciding === undefined) {
    yield unknownReference(field, ['appliesWhen', 'field'], condition.field, idsOf(fields, field.value.form));
    return;
  }
  const answers = new Set(deciding.value.choices?.map(({ id }) => id));
  for (const answer of condition.in)
    if (!answers.has(answer)) yield unknownReference(field, ['appliesWhen', 'in'], answer, answers);
}

function* choiceFaults(field: Field): Iterable<Finding> {
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
function* repeatedLabels(fields: readonly Field[]): Iterable<Finding> {
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

function* repeatedCodes(fields: readonly Field[], forms: Forms): Iterable<Finding> {
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
