/** What others ask an admitted criteria set: its indicators, the fields of a form in order, what holds on a day. */
import type {
  CriteriaSet,
  Dated,
  FieldDefinition,
  FieldId,
  FormDefinition,
  FormId,
  IndicatorDefinition,
  PeriodKind,
  RuleDefinition,
  TitleDefinition,
} from '../model.js';
import { isAskedIn } from './asked-of.js';
import { indicatorReferences } from './references.js';

const fieldIndexes = new WeakMap<CriteriaSet, ReadonlyMap<FieldId, FieldDefinition>>();

/** Fields by id, made once a set. */
export function fieldIndex(set: CriteriaSet): ReadonlyMap<FieldId, FieldDefinition> {
  const made = fieldIndexes.get(set) ?? new Map(set.fields.map((field) => [field.id, field]));
  fieldIndexes.set(set, made);
  return made;
}

type Indicated = Pick<CriteriaSet, 'forms' | 'fields' | 'indicators'>;
const indicatorLists = new WeakMap<Indicated, readonly IndicatorDefinition[]>();

/**
 * All indicators: those the set lists, then one per field with an aggregation, in the order of the fields
 * (answers: one each, `field:answer`). A listed indicator takes the place of the derived one with its id. Made once a
 * set, so that what is looked up for an indicator is looked up once.
 */
export function indicatorsOf(set: Indicated): readonly IndicatorDefinition[] {
  const made = indicatorLists.get(set) ?? indicatorsFrom(set);
  indicatorLists.set(set, made);
  return made;
}

function indicatorsFrom(set: Indicated): readonly IndicatorDefinition[] {
  const listed = new Set(set.indicators.map(({ id }) => id));
  const derived = set.fields.flatMap((field) => indicatorsOfField(set, field));
  return [...set.indicators, ...derived.filter(({ id }) => !listed.has(id))];
}

function indicatorsOfField(
  set: Pick<Indicated, 'forms'>,
  field: FieldDefinition,
): readonly IndicatorDefinition[] {
  const shared = { headline: false, basis: field.basis, confirmed: field.confirmed };
  const form = set.forms.find(({ id }) => id === field.form);
  switch (field.aggregation) {
    case 'none':
      return [];
    case 'sum':
      return [
        { id: field.id, label: field.label, unit: field.unit ?? '', numerator: { sum: field.id }, ...shared },
      ];
    case 'countOf':
      return (field.choices ?? []).map((choice) => ({
        id: `${field.id}:${choice.id}`,
        label: `${field.label}: ${choice.label}`,
        unit: form?.rowUnit ?? '',
        numerator:
          form?.shape === 'table'
            ? { count: field.id, in: [choice.id] }
            : { units: 'in', field: field.id, in: [choice.id] },
        ...shared,
      }));
  }
}

/** Who enters what an indicator is made of: communes, the compiling level itself, or member agencies. */
export function senderOf(indicator: IndicatorDefinition, set: CriteriaSet): FormDefinition['sender'] {
  for (const { to, id } of indicatorReferences(indicator)) {
    const form = to === 'form' ? id : set.fields.find((field) => field.id === id)?.form;
    const sender = set.forms.find((candidate) => candidate.id === form)?.sender;
    if (sender !== undefined) return sender;
  }
  return 'commune';
}

/**
 * Whether an indicator can be asked about in a kind of period: at registration every figure it counts is one that the
 * set asks for then; in a half-year none is asked or required only in other kinds. In a year everything is asked about.
 */
export function isDueIn(indicator: IndicatorDefinition, set: CriteriaSet, kind: PeriodKind): boolean {
  if (kind === 'year') return true;
  const counted = indicatorReferences(indicator).filter(({ path: [side] }) => side === 'numerator');
  return counted.every(({ to, id }) => {
    const fields = set.fields.filter((field) => (to === 'form' ? field.form : field.id) === id);
    if (fields.some(({ requiredIn }) => requiredIn.includes(kind))) return true;
    if (to === 'form') return kind === 'H1';
    if (kind === 'registration') return fields.some(({ askedIn }) => askedIn?.includes(kind) === true);
    return fields.every((field) => field.requiredIn.length === 0 && isAskedIn(field, kind));
  });
}

export interface FieldSelection {
  /** Only the columns of the short form. */
  readonly short?: boolean;
}

/**
 * Fields of a form in printed order: by group, then as the set lists them; lines of a list form by their code.
 * A field entered at either place appears in its second form too, with that form's code and group.
 */
export function fieldsOfForm(
  set: CriteriaSet,
  form: FormId,
  selection: FieldSelection = {},
): readonly FieldDefinition[] {
  const definition = set.forms.find(({ id }) => id === form);
  const groups = definition?.groups.map(({ id }) => id) ?? [];
  const rank = ({ group }: FieldDefinition): number => (group === undefined ? -1 : groups.indexOf(group));
  return set.fields
    .flatMap((field) => appearanceIn(field, form))
    .filter((field) => selection.short !== true || field.core)
    .toSorted(
      (one, other) =>
        rank(one) - rank(other) || (definition?.shape === 'list' ? byCode(one.code, other.code) : 0),
    );
}

function appearanceIn(field: FieldDefinition, form: FormId): readonly FieldDefinition[] {
  if (field.form === form) return [field];
  const { alsoIn } = field;
  if (alsoIn?.form !== form) return [];
  // The group is the second form's, also when that has none.
  const { group, ...rest } = { ...field, ...alsoIn, form };
  return [alsoIn.group === undefined || group === undefined ? rest : { ...rest, group }];
}

/** A2 before A10. */
const byCode = (one = '', other = ''): number => one.localeCompare(other, 'en', { numeric: true });

/** The headings of a form under which a field stands. */
export const groupsWithFields = (
  form: FormDefinition,
  fields: readonly FieldDefinition[],
): FormDefinition['groups'] =>
  form.groups.filter(({ id }) =>
    fields.some(
      (field) =>
        (field.form === form.id && field.group === id) ||
        (field.alsoIn?.form === form.id && field.alsoIn.group === id),
    ),
  );

const holdsOn = (date: string, from?: string, to?: string): boolean =>
  (from === undefined || from <= date) && (to === undefined || date <= to);

/** The entry in force on an ISO date. */
export const inForce = (entries: readonly Dated[], date: string): Dated | undefined =>
  entries.find(({ from, to }) => holdsOn(date, from, to));

/** Name of the title on an ISO date. */
export const titleLabel = (title: TitleDefinition, date: string): string | undefined =>
  inForce(title.labels, date)?.text;

/** Names of all titles on an ISO date, by title id. */
export const titleLabels = (set: CriteriaSet, date: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    set.titles.flatMap((title) => {
      const label = titleLabel(title, date);
      return label === undefined ? [] : [[title.id, label]];
    }),
  );

/** Rules that apply on an ISO date to a kind of period. */
export const rulesInForce = (
  set: CriteriaSet,
  date: string,
  periodKind: PeriodKind,
): readonly RuleDefinition[] =>
  set.rules.filter(
    (rule) =>
      holdsOn(date, rule.validFrom, rule.validTo) &&
      (rule.periodKinds === undefined || rule.periodKinds.includes(periodKind)),
  );

/** Whether the set is for titles of the year. */
export const coversYear = (set: CriteriaSet, year: number): boolean =>
  set.titleYears.from <= year && (set.titleYears.to === undefined || year <= set.titleYears.to);
