/** Reported totals set against the sum of their parts; shared by the rules `sumOf` and `digits`. */
import type { FieldId, RuleOf, SourceRef } from '../model.js';
import { NOT_EVALUATED } from './outcome.js';
import { commonScale } from './scaled.js';
import { ownFigure, ownPlace, rowsPlace, sumOfRows, unitFigure, usable, type Place } from './unit-figure.js';
import {
  columnOf,
  fieldOf,
  framesOf,
  numberAt,
  type MissingPolicy,
  type UnitFigure,
  type UnitView,
} from './unit-view.js';
import { defined } from '../values/defined.js';
import { figurePlace } from '../values/cell-address.js';

type TotalRule = RuleOf<'sumOf'> | RuleOf<'digits'>;

/** A total and a sum that are both known; `kind` says which sentence fits. */
export interface TotalComparison {
  readonly kind: 'totalRow' | 'rowCount' | 'declared' | 'twoPlaces' | 'inRow';
  /** The sum is only that of the known figures; it is told because it passes the total already. */
  readonly partial?: true;
  /** Field whose figure is compared. */
  readonly field: FieldId;
  readonly fields: readonly FieldId[];
  readonly total: number;
  readonly sum: number;
  readonly scale: number;
  readonly form: string;
  readonly at: SourceRef;
  readonly related: readonly SourceRef[];
  /** The rows that were added, when there are some. */
  readonly rows?: Place;
  /** The row both stand in, for totals inside a row. */
  readonly row?: Place & { readonly index: number };
}

/** Every comparison the rule asks for; one that cannot be made is the third outcome. */
export function* totalComparisons(
  rule: TotalRule,
  view: UnitView,
): Iterable<TotalComparison | typeof NOT_EVALUATED> {
  if (rule.total === 'totalRow') yield* totalRow(rule, view);
  else if (rule.of === 'rows') yield rowCount(rule, rule.total, view);
  else if (rule.of.includes(rule.total)) yield twoPlaces(rule.total, view);
  else yield* declared(rule, rule.total, rule.of, view);
}

/** The typed row "Tổng cộng", column by column; blank totals are not a promise. */
function* totalRow(rule: TotalRule, view: UnitView): Iterable<TotalComparison | typeof NOT_EVALUATED> {
  const table = view.submission.tables.get(rule.form);
  const { totals } = table ?? {};
  if (table === undefined || totals === undefined) {
    yield NOT_EVALUATED;
    return;
  }
  for (const field of totals.columns.keys()) {
    if (rule.of !== 'rows' && !rule.of.includes(field)) continue;
    if (fieldOf(view, field)?.aggregation !== 'sum') continue;
    const typed = totals.columns.get(field);
    if (typed?.states[0] !== 'value') continue;
    const column = columnOf(table, field);
    const total = typed.numbers[0];
    const rows = column === undefined ? undefined : knownSum(sumOfRows({ table, column }), 'zero', total);
    if (column === undefined || total === undefined || rows === undefined) {
      yield NOT_EVALUATED;
      continue;
    }
    yield {
      ...rows,
      kind: 'totalRow',
      field,
      fields: [field],
      total,
      scale: fieldOf(view, field)?.scale ?? 0,
      form: table.form,
      at: figurePlace(totals, typed, 0),
      related: endsOf({ table, column }),
      rows: { table, column },
    };
  }
}

/** The sum of the rows; where some are not known, that of the others if it is above the total already. */
function knownSum(
  figure: UnitFigure,
  policy: MissingPolicy,
  total: number | undefined,
): Pick<TotalComparison, 'sum' | 'partial'> | undefined {
  const sum = usable(figure, policy);
  if (sum !== undefined) return { sum };
  const { known } = figure;
  return known === undefined || total === undefined || known <= total
    ? undefined
    : { sum: known, partial: true };
}

/** "20/21 thôn": rows sent against rows declared. */
function rowCount(
  rule: TotalRule,
  declaredIn: FieldId,
  view: UnitView,
): TotalComparison | typeof NOT_EVALUATED {
  const table = view.submission.tables.get(rule.form);
  const own = ownPlace(view, declaredIn);
  const total = own === undefined ? undefined : usable(ownFigure(own), 'skip');
  if (table === undefined || table.namesSome === true || own === undefined || total === undefined)
    return NOT_EVALUATED;
  return {
    kind: 'rowCount',
    field: declaredIn,
    fields: [declaredIn],
    total,
    sum: table.rowCount,
    scale: fieldOf(view, declaredIn)?.scale ?? 0,
    form: rule.form,
    at: figurePlace(own.table, own.column, 0),
    related: [],
  };
}

/** One field entered by row and once more for the whole unit. */
export function twoPlaces(field: FieldId, view: UnitView): TotalComparison | typeof NOT_EVALUATED {
  const own = ownPlace(view, field);
  const rows = rowsPlace(view, field);
  if (own === undefined || rows === undefined) return NOT_EVALUATED;
  const total = usable(ownFigure(own), 'skip');
  const sums = knownSum(sumOfRows(rows), 'skip', total);
  if (total === undefined || sums === undefined) return NOT_EVALUATED;
  return {
    ...sums,
    kind: 'twoPlaces',
    field,
    fields: [field],
    total,
    scale: fieldOf(view, field)?.scale ?? 0,
    form: rows.table.form,
    at: figurePlace(own.table, own.column, 0),
    related: endsOf(rows),
    rows,
  };
}

/** A total field against other fields: in one row where they stand together, else on the unit's figures. */
function* declared(
  rule: TotalRule,
  field: FieldId,
  parts: readonly FieldId[],
  view: UnitView,
): Iterable<TotalComparison | typeof NOT_EVALUATED> {
  const fields = [field, ...parts];
  const { scale, factors } = commonScale(view, fields);
  const frames = framesOf(view, fields);
  for (const { table, columns } of frames) {
    for (let index = 0; index < table.rowCount; index += 1) {
      const numbers = columns.map((column) => numberAt(column, index, rule.missing));
      const sums = totalAndSum(numbers, factors);
      const [first, ...others] = columns;
      if (first === undefined || sums === undefined) yield NOT_EVALUATED;
      else {
        yield {
          ...sums,
          kind: 'inRow',
          field,
          fields,
          scale,
          form: table.form,
          at: figurePlace(table, first, index),
          related: others.map((column) => figurePlace(table, column, index)),
          row: { table, column: first, index },
        };
      }
    }
  }
  if (frames.length > 0) return;
  const figures = fields.map((id) => unitFigure(view, id));
  const sums = totalAndSum(
    figures.map((figure) => usable(figure, rule.missing)),
    factors,
    figures.map((figure) => figure?.known),
  );
  const [typed, ...others] = figures;
  if (typed === undefined || sums === undefined) {
    yield NOT_EVALUATED;
    return;
  }
  const [part] = parts;
  const rows = part === undefined || parts.length > 1 ? undefined : rowsPlace(view, part);
  yield {
    ...sums,
    kind: 'declared',
    field,
    fields,
    scale,
    form: rule.form,
    at: typed.at,
    related:
      rows === undefined
        ? others.flatMap((figure) => (figure === undefined ? [] : [figure.at]))
        : endsOf(rows),
    ...defined({ rows }),
  };
}

/**
 * The first number and the sum of the others. Where one of these is not known (`known`: what its rows add up to so far),
 * only a sum that passes the total already says anything.
 */
function totalAndSum(
  numbers: readonly (number | undefined)[],
  factors: readonly number[],
  known: readonly (number | undefined)[] = [],
): Pick<TotalComparison, 'total' | 'sum' | 'partial'> | undefined {
  const [first, ...parts] = numbers;
  if (first === undefined) return undefined;
  const total = first * (factors[0] ?? 1);
  const scaled = (number: number | undefined, index: number): number =>
    (number ?? known[index + 1] ?? 0) * (factors[index + 1] ?? 1);
  const sum = parts.map(scaled).reduce((all, part) => all + part, 0);
  if (!Number.isSafeInteger(total) || !Number.isSafeInteger(sum)) return undefined;
  if (!parts.includes(undefined)) return { total, sum };
  return sum > total ? { total, sum, partial: true } : undefined;
}

/** First and last cell of the rows that were added. */
function endsOf({ table, column }: Place): readonly SourceRef[] {
  if (table.rowCount === 0) return [];
  const first = figurePlace(table, column, 0);
  return table.rowCount === 1 ? [first] : [first, figurePlace(table, column, table.rowCount - 1)];
}
