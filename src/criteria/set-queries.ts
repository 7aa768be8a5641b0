/** What others ask an admitted criteria set: its indicators, the fields of a form in order, what holds on a day. */
import type {
  CriteriaSet,
  Dated,
  FieldDefinition,
  FieldId,
  FormId,
  IndicatorDefinition,
  PeriodKind,
  RuleDefinition,
  TitleDefinition,
} from '../model.js';

export const fieldIndex = (set: CriteriaSet): ReadonlyMap<FieldId, FieldDefinition> =>
  new Map(set.fields.map((field) => [field.id, field]));

/**
 * All indicators: those the set lists, then one per field with an aggregation, in the order of the fields
 * (answers: one each, `field:answer`). A listed indicator takes the place of the derived one with its id.
 */
export function indicatorsOf(set: CriteriaSet): readonly IndicatorDefinition[] {
  const listed = new Set(set.indicators.map(({ id }) => id));
  const derived = set.fields.flatMap((field) => indicatorsOfField(set, field));
  return [...set.indicators, ...derived.filter(({ id }) => !listed.has(id))];
}

function indicatorsOfField(set: CriteriaSet, field: FieldDefinition): readonly IndicatorDefinition[] {
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

export interface FieldSelection {
  /** Only the columns of the short form. */
  readonly short?: boolean;
  /** Leaves out what cannot be known yet in that kind of period. */
  readonly periodKind?: PeriodKind;
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
    .filter((field) => selection.periodKind !== 'registration' || knownAtRegistration(field))
    .toSorted(
      (one, other) =>
        rank(one) - rank(other) || (definition?.shape === 'list' ? byCode(one.code, other.code) : 0),
    );
}

function appearanceIn(field: FieldDefinition, form: FormId): readonly FieldDefinition[] {
  if (field.form === form) return [field];
  const { alsoIn } = field;
  if (alsoIn?.form !== form) return [];
  const { group: _firstGroup, ...rest } = field;
  return [
    { ...rest, form, code: alsoIn.code, ...(alsoIn.group === undefined ? {} : { group: alsoIn.group }) },
  ];
}

/** Early in the year nothing has been assessed or decided; what the registration asks for stays. */
const knownAtRegistration = (field: FieldDefinition): boolean =>
  (field.asOf !== 'assessment' && field.asOf !== 'decision') || field.requiredIn.includes('registration');

/** A2 before A10. */
const byCode = (one = '', other = ''): number => one.localeCompare(other, 'en', { numeric: true });

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

/** A fact of the set that no official text has confirmed yet. */
export interface UnconfirmedFact {
  readonly list: 'fields' | 'indicators' | 'rules' | 'titles';
  readonly id: string;
  readonly text: string;
  readonly basis: string;
}

/** Everything marked `confirmed: false`, for a person to check against the official texts. */
export function unconfirmedFacts(set: CriteriaSet): readonly UnconfirmedFact[] {
  const labelled = (list: UnconfirmedFact['list'], entries: readonly LabelledFact[]): UnconfirmedFact[] =>
    entries.flatMap(({ id, label, basis, confirmed }) =>
      confirmed ? [] : [{ list, id, text: label, basis }],
    );
  return [
    ...labelled('fields', set.fields),
    ...labelled('indicators', set.indicators),
    ...labelled('rules', set.rules),
    ...set.titles.flatMap(unconfirmedInTitle),
  ];
}

interface LabelledFact {
  readonly id: string;
  readonly label: string;
  readonly basis: string;
  readonly confirmed: boolean;
}

function unconfirmedInTitle(title: TitleDefinition): readonly UnconfirmedFact[] {
  const fact = (id: string, text: string, basis: string): UnconfirmedFact => ({
    list: 'titles',
    id: `${title.id} › ${id}`,
    text,
    basis,
  });
  const dated = (key: 'labels' | 'decidedBy') =>
    title[key].flatMap(({ text, basis, confirmed }) => (confirmed ? [] : [fact(key, text, basis)]));
  return [
    ...(title.confirmed ? [] : [fact('basis', title.labels[0]?.text ?? title.id, title.basis)]),
    ...dated('labels'),
    ...dated('decidedBy'),
    ...[...title.exclusions, ...(title.procedure ?? [])].flatMap(({ text, basis, confirmed }) =>
      confirmed ? [] : [fact('exclusions', text, basis)],
    ),
    ...title.standards.flatMap((standard) => [
      ...(standard.confirmed ? [] : [fact(standard.id, standard.name, title.basis)]),
      ...standard.criteria.flatMap(({ id, text, confirmed }) =>
        confirmed ? [] : [fact(id, text, title.basis)],
      ),
    ]),
  ];
}
