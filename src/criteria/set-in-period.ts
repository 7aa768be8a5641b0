/**
 * What a set asks in a period. Fields (columns and lines of forms), answers and criteria of titles that do not hold on
 * any day of it leave the set, with whatever cannot be said without them, and what has another name by then takes it;
 * everything after this knows only what is asked.
 */
import type { z } from 'zod';
import { indicatorSchema } from '../model/criteria/indicator.js';
import { totalSchema } from '../model/criteria/total.js';
import type {
  AncestorSet,
  CriteriaSet,
  FieldDefinition,
  FormDefinition,
  IndicatorDefinition,
  Period,
  PeriodKind,
  TitleDefinition,
  TotalDefinition,
} from '../model.js';
import { isKeys, type CriteriaPath } from './chain-file.js';
import { indicatorReferences, totalReferences, type Reference } from './references.js';
import type { LaterNames } from '../model/criteria/shapes.js';
import type { RuleSchema } from './rule-schema.js';
import { groupsWithFields } from './set-queries.js';

interface Days {
  readonly first: string;
  readonly last: string;
}

interface Valid {
  readonly validFrom?: string;
  readonly validTo?: string;
}

/** A registration is about the whole year it opens. */
const LAST_DAY: Readonly<Record<PeriodKind, string>> = { registration: '12-31', H1: '06-30', year: '12-31' };

const daysOf = ({ year, kind }: Period): Days => ({
  first: `${String(year)}-01-01`,
  last: `${String(year)}-${LAST_DAY[kind]}`,
});

/** What held for a part of the period only is still asked: money was spent until the last day of a level. */
const holdsIn = ({ validFrom, validTo }: Valid, { first, last }: Days): boolean =>
  (validFrom === undefined || validFrom <= last) && (validTo === undefined || first <= validTo);

/** Everything the set asks in the period; the set itself where that is all of it. */
export function setInPeriod(set: CriteriaSet, period: Period, rules: RuleSchema): CriteriaSet {
  const days = daysOf(period);
  const fields = set.fields
    .filter((field) => holdsIn(field, days))
    .map((field) => labelIn(answersIn(field, days), days));
  const notInPeriod = set.fields.filter((field) => !holdsIn(field, days));
  const titles = set.titles.map((title) => titleIn(title, days));
  const named = set.forms.map((form) => {
    const atRegistration = period.kind === 'registration' ? form.registrationTitle : undefined;
    const title = atRegistration ?? nameIn(form.title, form.laterTitles, days);
    return title === form.title ? form : { ...form, title };
  });
  const indicators = set.indicators.map((one) => {
    const label = nameIn(one.label, one.laterLabels, days);
    return label === one.label ? one : { ...one, label };
  });
  const totals = set.totals.filter((total) => holdsIn(total, days));
  const parts: readonly (readonly [readonly unknown[], readonly unknown[]])[] = [
    [fields, set.fields],
    [titles, set.titles],
    [named, set.forms],
    [indicators, set.indicators],
    [totals, set.totals],
  ];
  if (parts.every(([now, whole]) => now.length === whole.length && now.every((one, at) => one === whole[at])))
    return set;
  // A list may hold second places of fields alone.
  const forms = named.filter(({ id }) =>
    fields.some(({ form, alsoIn }) => form === id || alsoIn?.form === id),
  );
  const gone = new Set([
    ...notInPeriod.map(({ id }) => id),
    ...set.forms.flatMap(({ id }) => (forms.some((form) => form.id === id) ? [] : [id])),
  ]);
  return {
    ...set,
    forms: forms.map((form) => formWithout(form, fields, gone)),
    fields,
    indicators: indicators.flatMap((one) =>
      entryWithout<IndicatorDefinition>(one, indicatorSchema, indicatorReferences(one), gone),
    ),
    totals: totals.flatMap((total) =>
      entryWithout<TotalDefinition>(total, totalSchema, totalReferences(total), gone),
    ),
    rules: set.rules.flatMap((rule) => {
      // The examples are tried on the whole set.
      const references = rules.references(rule).filter(({ path: [key] }) => key !== 'examples');
      return entryWithout(rule, rules.schema, references, gone);
    }),
    titles,
    notInPeriod,
    ...(set.ancestors === undefined ? {} : { ancestors: set.ancestors.map((one) => ancestorIn(one, days)) }),
  };
}

/** A period in which an old name still held keeps it: the old one speaks of both, the new one of the rest only. */
const nameIn = (name: string, later: LaterNames | undefined, { first }: Days): string =>
  later
    ?.filter(({ from }) => from <= first)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .at(-1)?.text ?? name;

function answersIn(field: FieldDefinition, days: Days): FieldDefinition {
  const choices = field.choices?.filter((choice) => holdsIn(choice, days));
  return choices === undefined || choices.length === field.choices?.length ? field : { ...field, choices };
}

/** What the field was called before is still read. */
function labelIn(field: FieldDefinition, days: Days): FieldDefinition {
  const label = nameIn(field.label, field.laterLabels, days);
  return label === field.label
    ? field
    : { ...field, label, aliases: [...(field.aliases ?? []), field.label] };
}

const ancestorIn = (ancestor: AncestorSet, days: Days): AncestorSet => ({
  ...ancestor,
  fields: ancestor.fields.filter((field) => holdsIn(field, days)),
});

/** A form keeps the headings, keys and row ends that still have a field. */
function formWithout(
  form: FormDefinition,
  fields: readonly FieldDefinition[],
  gone: ReadonlySet<string>,
): FormDefinition {
  const { rowKey, rowEnds, ...rest } = { ...form, groups: groupsWithFields(form, fields) };
  return {
    ...rest,
    ...(rowKey === undefined ? {} : { rowKey: rowKey.filter((id) => !gone.has(id)) }),
    ...(rowEnds === undefined || gone.has(rowEnds) ? {} : { rowEnds }),
  };
}

function titleIn(title: TitleDefinition, days: Days): TitleDefinition {
  const standards = title.standards.map((standard) => {
    const criteria = standard.criteria.filter((one) => holdsIn(one, days));
    return criteria.length === standard.criteria.length ? standard : { ...standard, criteria };
  });
  return standards.every((standard, index) => standard === title.standards[index])
    ? title
    : { ...title, standards };
}

/**
 * Entries without what is gone: out of a list it is taken, an entry that needs it by itself goes, and so does one whose
 * lists then no longer are what its schema asks for.
 */
function entryWithout<Entry extends object>(
  entry: Entry,
  schema: z.ZodType<Entry>,
  references: readonly Reference[],
  gone: ReadonlySet<string>,
): readonly Entry[] {
  const places = references.flatMap(({ id, path }) => (gone.has(id) ? [path] : []));
  if (places.length === 0) return [entry];
  const items = places.map((path) => path.slice(0, path.findLastIndex((key) => typeof key === 'number') + 1));
  if (items.some((path) => path.length === 0)) return [];
  const taken = new Set(items.map((path) => path.join('.')));
  const result = schema.safeParse(withoutItems(entry, taken, []));
  return result.success ? [result.data] : [];
}

function withoutItems(value: unknown, taken: ReadonlySet<string>, path: CriteriaPath): unknown {
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => {
      const here = [...path, index];
      return taken.has(here.join('.')) ? [] : [withoutItems(item, taken, here)];
    });
  }
  if (!isKeys(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, withoutItems(inner, taken, [...path, key])]),
  );
}
