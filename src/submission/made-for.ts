/**
 * Forms made for a set that the one in use extends. Such a form is read as the form it is: its titles, labels and codes
 * are the older set's, what a figure means is this set's. Then its tables are brought to what this set asks.
 */
import { finding } from '../findings/finding.js';
import type {
  AncestorSet,
  CriteriaSet,
  FieldDefinition,
  FieldId,
  FigureTable,
  Finding,
  Part,
} from '../model.js';
import { defined } from '../values/defined.js';
import { fieldsEnteredOn, requiredOn } from './layout/fields-of-form.js';
import { listed } from './listed.js';
import type { Recognition, RecognitionContext } from './recognition.js';

/** Whether what was made for the set named counts under the set in use. */
export const readsFormsOf = (set: CriteriaSet, criteria: string): boolean =>
  criteria === set.id || set.ancestors?.some(({ id }) => id === criteria) === true;

/** The set to read a form by that names `criteria`: that of the ancestor it was made for, else the one in use. */
export function setMadeFor(criteria: string | undefined, set: CriteriaSet): CriteriaSet {
  const ancestor = set.ancestors?.find(({ id }) => id === criteria);
  return ancestor === undefined ? set : asSent(ancestor, set);
}

/** The set in use, then the sets as its ancestors' forms say them, nearest first. */
export const setsRead = (set: CriteriaSet): readonly CriteriaSet[] => [
  set,
  ...(set.ancestors ?? []).map((ancestor) => asSent(ancestor, set)),
];

const known = new WeakMap<AncestorSet, CriteriaSet>();

function asSent(ancestor: AncestorSet, set: CriteriaSet): CriteriaSet {
  const made = known.get(ancestor) ?? {
    ...set,
    id: ancestor.id,
    formVersion: ancestor.formVersion,
    forms: ancestor.forms.filter(({ id }) => set.forms.some((form) => form.id === id)),
    fields: ancestor.fields.map((sent) => {
      const own = set.fields.find(({ id, form }) => id === sent.id && form === sent.form);
      return own === undefined ? sent : withWordsOf(sent, own);
    }),
  };
  known.set(ancestor, made);
  return made;
}

const WORDS = ['aliases', 'code', 'group', 'alsoIn'] as const;

/** What the sheet says of a field, and where, is the older set's; the rest is this set's. */
function withWordsOf(sent: FieldDefinition, own: FieldDefinition): FieldDefinition {
  const { label, aliases, code, group, alsoIn } = sent;
  const field = { ...own, label, ...defined({ aliases, code, group, alsoIn }) };
  for (const key of WORDS) if (sent[key] === undefined) Reflect.deleteProperty(field, key);
  return field;
}

/** Parts that were read by `made`, with the fields of the set in use; what was not asked, or no longer is, is told. */
export function asAskedHere(
  recognition: Recognition,
  made: CriteriaSet,
  { set, period }: Pick<RecognitionContext, 'set' | 'period'>,
): Recognition {
  if (made === set) return recognition;
  return {
    ...recognition,
    parts: recognition.parts.map((part) => partAskedHere(part, made, set, period.kind)),
  };
}

function partAskedHere(
  part: Part,
  made: CriteriaSet,
  set: CriteriaSet,
  kind: RecognitionContext['period']['kind'],
): Part {
  const { table, form: id } = part;
  const form = set.forms.find((one) => one.id === id);
  if (table === undefined || form === undefined) return part;
  const asked = fieldsEnteredOn(set, form);
  const sent = fieldsEnteredOn(made, form);
  const added = asked.filter((field) => !sent.some((one) => one.id === field.id));
  const gone = sent.filter((field) => !asked.some((one) => one.id === field.id));
  const goneIds = new Set(gone.map((field) => field.id));
  const filled = gone.filter((field) => table.columns.get(field.id)?.states.some((one) => one !== 'missing'));
  const about = (fields: readonly FieldDefinition[]) => ({
    form: form.sheet,
    made: made.id,
    set: set.id,
    count: fields.length,
    fields: listed(fields.map(({ label }) => `“${label}”`)),
  });
  const at = { file: part.file, ...(part.sheet === '' ? {} : { sheet: part.sheet }) };
  const subject = { ...defined({ unit: part.unit, period: part.period }), form: form.id };
  const required = requiredOn(set, form, kind);
  const remarks: readonly Finding[] = [
    ...(added.length === 0
      ? []
      : [
          finding('layout/not-asked', at, about(added), {
            ...subject,
            fields: added.map((field) => field.id),
            severity: added.some((field) => required.has(field.id)) ? 'warning' : 'info',
          }),
        ]),
    ...(filled.length === 0
      ? []
      : [
          finding('layout/no-longer-asked', at, about(filled), {
            ...subject,
            fields: filled.map((field) => field.id),
          }),
        ]),
  ];
  const mine = (part.findings ?? []).filter(
    ({ fields = [] }) => fields.length === 0 || fields.some((field) => !goneIds.has(field)),
  );
  const brought = withoutFields(table, goneIds);
  return { ...part, table: brought, findings: [...mine, ...remarks] };
}

/** A field that the form does not ask has no column: nobody left it blank. */
const withoutFields = (table: FigureTable, gone: ReadonlySet<FieldId>): FigureTable => ({
  ...table,
  columns: new Map([...table.columns].filter(([id]) => !gone.has(id))),
  ...defined({ totals: table.totals === undefined ? undefined : withoutFields(table.totals, gone) }),
});
