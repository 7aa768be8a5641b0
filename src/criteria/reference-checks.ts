/** References of a criteria set: everything that forms, indicators, rules and titles name must exist and be fit for it. */
import { finding } from '../findings/finding.js';
import type { FieldDefinition, FormDefinition, TitleDefinition, TotalDefinition } from '../model.js';
import type { AdmittedEntry } from './admitted-entry.js';
import type { CriteriaPath } from './chain-file.js';
import { totalReferences, type Reference } from './references.js';
import { unknownReference, type CrossFault } from './unknown-reference.js';
import { answersOf, isNumeric } from '../measures/field-types.js';

export interface KnownIds {
  readonly forms: ReadonlySet<string>;
  readonly fields: ReadonlySet<string>;
  readonly titles: ReadonlySet<string>;
  /** Fields without a fault of their own: of others nothing more can be said, what follows from their fault least of all. */
  readonly fieldById: ReadonlyMap<string, FieldDefinition>;
}

export function* referenceFaults(
  entry: AdmittedEntry<unknown>,
  references: readonly Reference[],
  known: KnownIds,
): Iterable<CrossFault> {
  for (const reference of references) {
    // Places are looked up in the files: only for what is wrong.
    const at = () => entry.at(...reference.path);
    const place = entry.name(...reference.path);
    const list = reference.to === 'form' ? 'forms' : 'fields';
    if (!known[list].has(reference.id)) {
      yield unknownReference(entry, reference.path, reference.id, known[list], list);
      continue;
    }
    const field = reference.to === 'field' ? known.fieldById.get(reference.id) : undefined;
    if (field === undefined) continue;
    if (reference.wants === 'number' && !isNumeric(field)) {
      yield finding('criteria/unsuitable-field', at(), { id: field.id, place, type: field.type });
    }
    if (reference.wants === 'answers') yield* answerFaults(field, reference, entry);
    const filter = filterOf(reference, references, known);
    // Rows without the answer are counted: of another form no row would ever be left out, without a word.
    if (filter !== undefined && !formsOf(filter).some((form) => formsOf(field).includes(form)))
      yield unknownReference(entry, reference.path, reference.id, fieldsOf(filter.form, known));
  }
}

const formsOf = ({ form, alsoIn }: FieldDefinition): readonly string[] =>
  alsoIn === undefined ? [form] : [form, alsoIn.form];

/** The field of the filter that this one takes rows from. */
function filterOf(
  { path }: Reference,
  references: readonly Reference[],
  { fieldById }: KnownIds,
): FieldDefinition | undefined {
  if (path.at(-2) !== 'unless') return undefined;
  const beside = [...path.slice(0, -2), 'field'].join('.');
  return fieldById.get(references.find((one) => one.path.join('.') === beside)?.id ?? '');
}

function* answerFaults(
  field: FieldDefinition,
  reference: Reference,
  entry: AdmittedEntry<unknown>,
): Iterable<CrossFault> {
  const place = entry.name(...reference.path);
  if (field.type !== 'choice' && field.type !== 'yesNo') {
    yield finding('criteria/unsuitable-field', entry.at(...reference.path), {
      id: field.id,
      place,
      type: field.type,
    });
    return;
  }
  const allowed = answersOf(field);
  for (const answer of reference.answers ?? []) {
    if (!allowed.includes(answer)) {
      yield finding('criteria/unknown-choice', entry.at(...reference.path), {
        answer,
        field: field.id,
        place,
        allowed: allowed.join(', '),
      });
    }
  }
}

/** A key of an entry that names a field of one form. */
export function* notOfForm(
  entry: AdmittedEntry<unknown>,
  path: CriteriaPath,
  id: string,
  form: string,
  known: KnownIds,
): Iterable<CrossFault> {
  const isKnown = known.fields.has(id);
  const field = known.fieldById.get(id);
  if (isKnown && (field === undefined || field.form === form)) return;
  yield unknownReference(entry, path, id, fieldsOf(form, known), isKnown ? undefined : 'fields');
}

const fieldsOf = (form: string, { fieldById }: KnownIds): readonly string[] =>
  [...fieldById.values()].flatMap((field) => (field.form === form ? [field.id] : []));

/** A total is entered like a field, so that its id is that of no other. */
export function* totalFaults(total: AdmittedEntry<TotalDefinition>, known: KnownIds): Iterable<CrossFault> {
  const { id } = total.value;
  if (known.fields.has(id))
    yield finding('criteria/repeated-id', total.at('id'), { id, place: total.name('id') });
  yield* referenceFaults(total, totalReferences(total.value), known);
}

/** Row key fields and the title behind a form of criteria. */
export function* formFaults(form: AdmittedEntry<FormDefinition>, known: KnownIds): Iterable<CrossFault> {
  const { id, rowKey = [], rowEnds } = form.value;
  for (const [index, field] of rowKey.entries()) yield* notOfForm(form, ['rowKey', index], field, id, known);
  if (rowEnds !== undefined) yield* notOfForm(form, ['rowEnds'], rowEnds, id, known);
  const title = form.value.title_of;
  if (title !== undefined && !known.titles.has(title)) {
    yield unknownReference(form, ['title_of'], title, known.titles, 'titles');
  }
  yield* repeatedIds(form, 'groups', form.value.groups);
}

/** Codes of standards and criteria: the criteria are rows of Biểu 04, so each needs its own. */
export function* titleFaults(title: AdmittedEntry<TitleDefinition>): Iterable<CrossFault> {
  yield* repeatedIds(title, 'standards', title.value.standards);
  const criteria = title.value.standards.flatMap((standard) => standard.criteria);
  yield* repeatedIds(title, 'standards', criteria);
}

function* repeatedIds(
  entry: AdmittedEntry<unknown>,
  key: string,
  list: readonly { readonly id: string }[],
): Iterable<CrossFault> {
  for (const [index, { id }] of list.entries()) {
    if (list.slice(0, index).some((other) => other.id === id)) {
      yield finding('criteria/repeated-id', entry.at(key), { id, place: entry.name(key) });
    }
  }
}
