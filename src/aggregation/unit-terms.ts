/** One term of an indicator for one unit: a count with every row behind it, or the reason why there is none. */
import { addSafely } from '../values/exact-rate.js';
import type { FieldColumn, FieldId, FigureTable, RowFilter, Term, ValidatedSubmission } from '../model.js';
import { waysToGive } from '../criteria/totals.js';
import { placesOf, type FieldPlace, type IndexedSet } from './indexed-set.js';

type PositiveTerm = Extract<Term, { positive: FieldId }>;

/** Why a unit has no value of a term; also the state of its measure. */
export type NoValue = 'missing' | 'partlyReported' | 'excluded' | 'pending' | 'notApplicable' | 'notReported';

export type TermValue =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'none'; readonly why: NoValue };

const value = (number: number): TermValue => ({ kind: 'value', value: number });
const none = (why: NoValue): TermValue => ({ kind: 'none', why });

/** The value of a term in the used and validated figures of a unit. */
export function evaluateTerm(term: Term, submission: ValidatedSubmission, set: IndexedSet): TermValue {
  return orGivenAtOnce(term, evaluateRows(term, submission, set), submission, set);
}

/** What the rows say; where they say nothing, what the unit gave at once. */
function orGivenAtOnce(
  term: Term,
  counted: TermValue,
  submission: ValidatedSubmission,
  set: IndexedSet,
): TermValue {
  const total = givenAtOnce(term, counted, submission, set);
  return total === undefined ? counted : sumOfFields(total, submission, set);
}

/** The fields that count for the term because the unit gave no rows; undefined where its rows speak. */
export function totalInstead(
  term: Term,
  submission: ValidatedSubmission,
  set: IndexedSet,
): readonly FieldId[] | undefined {
  if (waysToGive(term, set.totals).length === 0) return undefined;
  return givenAtOnce(term, evaluateRows(term, submission, set), submission, set);
}

/** Of the ways to give the number at once the first that gives it, or that the unit's form has; rows that speak come first. */
function givenAtOnce(
  term: Term,
  counted: TermValue,
  submission: ValidatedSubmission,
  set: IndexedSet,
): readonly FieldId[] | undefined {
  if (counted.kind === 'value') return undefined;
  const known = waysToGive(term, set.totals);
  if (known.length === 0) return undefined;
  const { why } = counted;
  const isSilent = SILENT.has(why) || (why === 'partlyReported' && tellsNoneApart(term, submission, set));
  if (!isSilent) return undefined;
  const ways = known.filter((fields) => fields.every((field) => placesOf(field, submission, set).length > 0));
  return ways.find((fields) => sumOfFields(fields, submission, set).kind === 'value') ?? ways[0];
}

/** A list that says of none of its rows which of those asked about it is: one without the column “Loại”. */
function tellsNoneApart(term: Term, submission: ValidatedSubmission, set: IndexedSet): boolean {
  if ('units' in term || term.where === undefined) return false;
  const form = set.fields.get(term.where.field)?.form ?? '';
  const column = submission.tables.get(form)?.columns.get(term.where.field);
  return column?.states.every((state) => state === 'missing') ?? true;
}

function evaluateRows(term: Term, submission: ValidatedSubmission, set: IndexedSet): TermValue {
  if ('sum' in term) {
    const fields = typeof term.sum === 'string' ? [term.sum] : term.sum;
    return sumOfFields(fields, submission, set, term.where);
  }
  if ('count' in term)
    return countRows(term.count, (text) => term.in.includes(text), submission, set, term.where);
  if ('positive' in term) return countPositive(term, submission, set);
  if ('rows' in term) return countTableRows(term.rows, submission, set, term.where);
  switch (term.units) {
    case 'all':
      return value(1);
    case 'positive':
      return unitAnswer(sumOfFields([term.field], submission, set), (number) => number > 0);
    case 'in':
      return countRows(term.field, (text) => term.in.includes(text), submission, set);
    case 'withRows':
      return unitAnswer(
        orGivenAtOnce({ rows: term.form }, countTableRows(term.form, submission, set), submission, set),
        (number) => number > 0,
      );
    default:
      return term satisfies never;
  }
}

const unitAnswer = (found: TermValue, holds: (number: number) => boolean): TermValue =>
  found.kind === 'value' ? value(holds(found.value) ? 1 : 0) : found;

/** A form without rows says nothing, unless the set declares that an empty form means "none". */
const saysNothing = (table: FigureTable, set: IndexedSet): boolean =>
  table.rowCount === 0 && set.forms.get(table.form)?.emptyMeansNone !== true;

const ALL_ROWS = new Map<number, readonly number[]>();

/** 0, 1, 2 …: the same list for all tables of one length, of which a country has a few hundred. */
function rowsUpTo(count: number): readonly number[] {
  const known = ALL_ROWS.get(count) ?? Array.from({ length: count }, (_, row) => row);
  ALL_ROWS.set(count, known);
  return known;
}

/** The rows a filter keeps; undefined when a row does not say whether it belongs. */
export function keptRows(table: FigureTable, where: RowFilter | undefined): readonly number[] | undefined {
  const all = rowsUpTo(table.rowCount);
  if (where === undefined) return all;
  const column = table.columns.get(where.field);
  if (column === undefined || column.states.some((state) => state !== 'value')) return undefined;
  const left = where.unless === undefined ? undefined : table.columns.get(where.unless.field);
  const isLeft = (row: number): boolean => where.unless?.in.includes(left?.texts[row] ?? '') === true;
  return all.filter((row) => where.in.includes(column.texts[row] ?? '') && !isLeft(row));
}

function sumOfFields(
  fields: readonly FieldId[],
  submission: ValidatedSubmission,
  set: IndexedSet,
  where?: RowFilter,
): TermValue {
  let total = 0;
  let applicable = false;
  for (const field of fields) {
    const one = sumOfField(field, submission, set, where);
    if (one.kind === 'none') {
      if (one.why === 'notApplicable') continue;
      return one;
    }
    const sum = addSafely(total, one.value);
    if (sum === undefined) return none('excluded');
    total = sum;
    applicable = true;
  }
  return applicable ? value(total) : none('notApplicable');
}

function sumOfField(
  field: FieldId,
  submission: ValidatedSubmission,
  set: IndexedSet,
  where?: RowFilter,
): TermValue {
  if (isExcluded(field, where, submission)) return none('excluded');
  return placeOfSum(field, submission, set, where)?.sum ?? none('notReported');
}

/** Of the places of a field the one that gives its sum, or the reason why there is none. */
export function placeOfSum(
  field: FieldId,
  submission: ValidatedSubmission,
  set: IndexedSet,
  where?: RowFilter,
): (FieldPlace & { readonly sum: TermValue }) | undefined {
  const places = placesOf(field, submission, set).map((place) => ({
    ...place,
    sum: saysNothing(place.table, set) ? none('notReported') : sumOfColumn(place.table, place.column, where),
  }));
  return (
    places.find(({ sum }) => sum.kind === 'value') ??
    places.find(({ sum }) => sum.kind === 'none' && !SILENT.has(sum.why)) ??
    places[0]
  );
}

/** A place that says nothing leaves it to the other one. */
const SILENT: ReadonlySet<NoValue> = new Set<NoValue>(['missing', 'notReported']);

/** Rows that are told apart by a field in doubt cannot be counted apart. */
const isExcluded = (
  field: FieldId,
  where: RowFilter | undefined,
  { excludedFields }: ValidatedSubmission,
): boolean => [field, ...askedBy(where)].some((one) => excludedFields.has(one));

/** The fields that decide which rows are counted. */
const askedBy = (where: RowFilter | undefined): readonly FieldId[] =>
  where === undefined ? [] : [where.field, ...(where.unless === undefined ? [] : [where.unless.field])];

/** Complete only when every kept row is a value or not applicable. */
export function sumOfColumn(table: FigureTable, column: FieldColumn, where?: RowFilter): TermValue {
  const rows = keptRows(table, where);
  if (rows === undefined) return none('partlyReported');
  let sum = 0;
  let values = 0;
  const unusable = new Map<NoValue, number>();
  for (const row of rows) {
    const state = column.states[row] ?? 'missing';
    const number = column.numbers[row];
    if (state === 'value' && number !== undefined) {
      const next = addSafely(sum, number);
      if (next === undefined) return none('excluded');
      sum = next;
      values += 1;
    } else if (state !== 'notApplicable') {
      const why = state === 'value' ? 'excluded' : state;
      unusable.set(why, (unusable.get(why) ?? 0) + 1);
    }
  }
  if (unusable.size === 0) {
    return values > 0 || rows.length === 0 ? value(sum) : none('notApplicable');
  }
  return none(worst(unusable, values));
}

function worst(unusable: ReadonlyMap<NoValue, number>, values: number): NoValue {
  if (unusable.has('excluded')) return 'excluded';
  if (unusable.has('pending')) return 'pending';
  return values > 0 ? 'partlyReported' : 'missing';
}

function countRows(
  field: FieldId,
  counts: (answer: string) => boolean,
  submission: ValidatedSubmission,
  set: IndexedSet,
  where?: RowFilter,
): TermValue {
  if (isExcluded(field, where, submission)) return none('excluded');
  const [place] = placesOf(field, submission, set);
  if (place === undefined || saysNothing(place.table, set)) return none('notReported');
  const rows = keptRows(place.table, where);
  if (rows === undefined) return none('partlyReported');
  const states = new Map<NoValue, number>();
  let answered = 0;
  let count = 0;
  for (const row of rows) {
    const state = place.column.states[row] ?? 'missing';
    if (state === 'value') {
      answered += 1;
      if (counts(place.column.texts[row] ?? '')) count += 1;
    } else if (state !== 'notApplicable') states.set(state, (states.get(state) ?? 0) + 1);
  }
  if (states.size > 0) return none(worst(states, answered));
  // Asked of some answers only (appliesWhen): where nobody is asked there are none. Else nobody has the thing.
  const asked = place.definition.appliesWhen !== undefined || answered > 0 || rows.length === 0;
  return asked ? value(count) : none('notApplicable');
}

function countPositive(
  { positive: field, atLeast = 1, where }: PositiveTerm,
  submission: ValidatedSubmission,
  set: IndexedSet,
): TermValue {
  const complete = sumOfField(field, submission, set, where);
  if (complete.kind === 'none') return complete;
  // One figure for the whole unit does not say in how many rows there is any.
  const place = placesOf(field, submission, set).find(
    ({ table, column }) => table.rowCount > 0 && sumOfColumn(table, column, where).kind === 'value',
  );
  const rows = place === undefined ? undefined : keptRows(place.table, where);
  if (place === undefined || rows === undefined) return none('notReported');
  if (place.table.form !== place.definition.form && complete.value > 0) return none('missing');
  return value(
    rows.filter((row) => place.column.states[row] === 'value' && (place.column.numbers[row] ?? 0) >= atLeast)
      .length,
  );
}

function countTableRows(
  form: string,
  submission: ValidatedSubmission,
  set: IndexedSet,
  where?: RowFilter,
): TermValue {
  const table = submission.tables.get(form);
  if (table === undefined || saysNothing(table, set) || table.namesSome === true) return none('notReported');
  // Rows whose names are in doubt (a form excluded as a whole) cannot be counted either.
  const named = set.forms.get(form)?.rowKey ?? [];
  if ([...named, ...askedBy(where)].some((field) => submission.excludedFields.has(field)))
    return none('excluded');
  const rows = keptRows(table, where);
  return rows === undefined ? none('partlyReported') : value(rows.length);
}
