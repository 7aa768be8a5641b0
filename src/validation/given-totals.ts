/**
 * Numbers of rows that a unit gave at once, held against its rows where it gave those too, and against one another: of
 * the same rows a part is never above its whole.
 */
import { formCounted } from '../criteria/totals.js';
import { finding } from '../findings/finding.js';
import type { FieldId, FigureTable, Finding, RowCount, SourceRef } from '../model.js';
import { figurePlace, placeIn } from '../values/cell-address.js';
import { inner } from '../values/inner-quotes.js';
import { formatCount } from '../values/number-format.js';
import { conditionsOf, type Condition, type CountedRows } from './nested-totals.js';
import { ownFigure, ownPlace, usable } from './unit-figure.js';
import { columnOf, unitLabel, type UnitView } from './unit-view.js';

/** What differs, and what is above its whole. */
export function* givenTotalFindings(view: UnitView): Iterable<Finding> {
  const { totals } = view.context.rules.givenTotals;
  const { unit, period } = view.submission;
  const doubtful = new Set<FieldId>();
  for (const total of totals) {
    const given = givenFigure(total.field, view);
    const rows = given === undefined ? undefined : countedIn(total.of, view);
    if (given === undefined || rows === undefined || rows.number === given.number) continue;
    doubtful.add(total.field);
    yield finding(
      'total/rows-given-differ',
      given.at,
      {
        field: inner(total.label),
        total: formatCount(given.number),
        sum: formatCount(rows.number),
        difference: formatCount(Math.abs(given.number - rows.number)),
        // An own form has its list under a name of its own.
        sheet: inner(rows.at.sheet ?? ''),
      },
      {
        unit,
        period,
        form: rows.form,
        fields: [total.field, ...rows.fields],
        related: [rows.at],
        actual: formatCount(given.number),
        expected: [formatCount(rows.number)],
        basis: total.basis,
      },
    );
  }
  yield* notTheWhole(view, doubtful);
  yield* aboveTheirWhole(view, doubtful);
}

/** Kinds that do not add up to the rows, or to the number of all of them; which of the three is wrong nobody knows. */
function* notTheWhole(view: UnitView, doubtful: Set<FieldId>): Iterable<Finding> {
  const { unit, period } = view.submission;
  const { divided, totals } = view.context.rules.givenTotals;
  for (const { whole, parts } of divided) {
    const given = parts.map((field) => givenFigure(field, view));
    const figures = given.flatMap((one) => one ?? []);
    const [first] = figures;
    const all = figureOf(whole, view);
    const isDoubted = [...parts, whole.field ?? ''].some((field) => doubtful.has(field));
    if (first === undefined || figures.length < parts.length || all === undefined || isDoubted) continue;
    const sum = figures.reduce((added, { number }) => added + number, 0);
    if (sum === all.number) continue;
    const labelOf = (id: FieldId): string => totals.find(({ field }) => field === id)?.label ?? id;
    const fields = [...parts, ...(all.field === undefined ? [] : [all.field])];
    for (const field of fields) doubtful.add(field);
    yield finding(
      'total/kinds-differ',
      first.at,
      {
        parts: parts
          .map((id, at) => `“${inner(labelOf(id))}” (${formatCount(figures[at]?.number ?? 0)})`)
          .join(', '),
        sum: formatCount(sum),
        whole: inner(whole.label),
        how: all.field === undefined ? ' đếm theo danh sách' : '',
        wholeValue: formatCount(all.number),
        difference: formatCount(Math.abs(sum - all.number)),
      },
      {
        unit,
        period,
        form: first.form,
        fields,
        related: [...figures.slice(1).map(({ at }) => at), all.at],
        actual: formatCount(sum),
        expected: [formatCount(all.number)],
        basis: whole.basis,
      },
    );
  }
}

/** What was written and what is listed are told to differ: neither is held against a third number. */
function* aboveTheirWhole(view: UnitView, doubtful: ReadonlySet<FieldId>): Iterable<Finding> {
  const { unit, period } = view.submission;
  const { nested } = view.context.rules.givenTotals;
  // Every number stands in many pairs.
  const figures = new Map(Array.from(new Set(nested.flat()), (one) => [one, figureOf(one, view)]));
  for (const [part, whole] of nested) {
    if ([part, whole].some(({ field = '' }) => doubtful.has(field))) continue;
    const [less, more] = [figures.get(part), figures.get(whole)];
    if (less === undefined || more === undefined || less.number <= more.number) continue;
    const fields = [less.field, more.field].flatMap((field) => field ?? []);
    if (fields.length === 0) continue;
    yield finding(
      'total/part-exceeds-whole',
      less.field === undefined ? more.at : less.at,
      {
        row: unitLabel(view),
        parts: `“${inner(part.label)}” (${formatCount(less.number)})`,
        whole: inner(whole.label),
        wholeValue: formatCount(more.number),
        difference: formatCount(less.number - more.number),
      },
      {
        unit,
        period,
        form: less.form,
        fields,
        related: [less.field === undefined ? less.at : more.at],
        actual: formatCount(less.number),
        expected: [`≤ ${formatCount(more.number)}`],
        basis: part.basis,
      },
    );
  }
}

interface Figure {
  readonly number: number;
  readonly form: string;
  readonly at: SourceRef;
  /** The total that says it; absent where rows do. */
  readonly field?: FieldId;
}

/** What is counted: the rows where they speak, else what was given at once. Lists of whom it concerns speak of no number. */
function figureOf({ of, field }: CountedRows, view: UnitView): Figure | undefined {
  const form = formCounted(of, view.context.rules.set) ?? '';
  const rows = view.submission.tables.get(form)?.namesSome === true ? undefined : countedIn(of, view);
  return rows ?? (field === undefined ? undefined : givenFigure(field, view));
}

function givenFigure(field: FieldId, view: UnitView): Figure | undefined {
  const own = ownPlace(view, field);
  const number = own === undefined ? undefined : usable(ownFigure(own), 'skip');
  return own === undefined || number === undefined
    ? undefined
    : { number, form: own.table.form, at: figurePlace(own.table, own.column, 0), field };
}

/** The rows that were sent, where every one of them says whether it counts. */
function countedIn(
  of: RowCount,
  view: UnitView,
): (Figure & { readonly fields: readonly FieldId[] }) | undefined {
  const form = formCounted(of, view.context.rules.set) ?? '';
  const table = view.submission.tables.get(form);
  if (table === undefined || table.rowCount === 0) return undefined;
  const conditions = conditionsOf(of);
  const kept = rowsWhere(table, conditions);
  if (kept === undefined) return undefined;
  const named = view.context.rules.forms.get(form)?.rowKey?.slice(0, 1) ?? [];
  const fields = conditions.length === 0 ? named : conditions.slice(0, 1).map(({ field }) => field);
  const column = table.columns.get(fields[0] ?? '');
  const at = column === undefined ? placeIn(table.file, table.sheet) : figurePlace(table, column, 0);
  return { number: kept, form, at, fields };
}

/** How many rows answer as asked; undefined where one does not say. */
function rowsWhere(table: FigureTable, conditions: readonly Condition[]): number | undefined {
  // A filter decides first: of a row that is left out nothing more is asked.
  const asked = conditions.toReversed();
  let count = 0;
  for (let row = 0; row < table.rowCount; row += 1) {
    let holds = true;
    for (const { field, in: answers, atLeast, unless } of asked) {
      const column = columnOf(table, field);
      const state = column?.states[row];
      if (state === undefined || state === 'missing' || state === 'pending' || state === 'excluded')
        return undefined;
      const left = unless === undefined ? '' : (table.columns.get(unless.field)?.texts[row] ?? '');
      holds =
        state === 'value' &&
        (answers?.includes(column?.texts[row] ?? '') ?? true) &&
        (atLeast === undefined || (column?.numbers[row] ?? 0) >= atLeast) &&
        unless?.in.includes(left) !== true;
      if (!holds) break;
    }
    if (holds) count += 1;
  }
  return count;
}
