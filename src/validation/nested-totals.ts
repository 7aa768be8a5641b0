/** Which numbers of rows a set lets units give at once, and which of them are parts of which: it follows from what they count. */
import { formCounted, rowsKey, totalWays } from '../criteria/totals.js';
import type { CriteriaSet, FieldId, IndicatorDefinition, RowCount, RowFilter } from '../model.js';

/** A number of rows, and the field in which a unit may give it at once. */
export interface CountedRows {
  readonly of: RowCount;
  readonly label: string;
  readonly basis: string;
  readonly field?: FieldId;
}

/** Totals of the set, and which number of rows is a part of which other. */
export interface GivenTotals {
  readonly totals: readonly (CountedRows & { readonly field: FieldId })[];
  readonly nested: readonly (readonly [part: CountedRows, whole: CountedRows])[];
  /** Numbers of one kind of rows each, which together are the whole. */
  readonly divided: readonly { readonly whole: CountedRows; readonly parts: readonly FieldId[] }[];
}

/** Everything that follows from the set, made once a run; nothing where no form asks for a total. */
export function givenTotals(set: CriteriaSet): GivenTotals {
  const totals = set.fields.flatMap(({ id, label, basis, totalOf }) =>
    totalOf === undefined ? [] : [{ of: totalOf, label, basis, field: id }],
  );
  if (totals.length === 0) return { totals, nested: [], divided: [] };
  const known = new Map<string, CountedRows>(totals.map((one) => [rowsKey(one.of), one]));
  for (const one of set.indicators.flatMap((indicator) => sidesOf(indicator, set)))
    if (!known.has(rowsKey(one.of))) known.set(rowsKey(one.of), one);
  const all = [...known.values()];
  const nested = all.flatMap((part) =>
    all.flatMap((whole) => {
      const isGiven = part.field !== undefined || whole.field !== undefined;
      return isGiven && part !== whole && isWithin(part.of, whole.of, set) ? [[part, whole] as const] : [];
    }),
  );
  const divided = [...totalWays(set)].flatMap(([key, ways]) => {
    const whole = known.get(key);
    return whole === undefined
      ? []
      : ways.filter(({ length }) => length > 1).map((parts) => ({ whole, parts }));
  });
  return { totals, nested, divided };
}

function sidesOf(
  { numerator, denominator, label, baseLabel, basis }: IndicatorDefinition,
  set: CriteriaSet,
): readonly CountedRows[] {
  const named = (of: RowCount, text: string): CountedRows => {
    const unit = 'rows' in of && of.where === undefined ? rowsOf(of.rows, set) : undefined;
    return { of, basis, label: unit ?? text };
  };
  const isCount = (term: typeof denominator): term is RowCount =>
    term !== undefined && ('rows' in term || 'count' in term || 'positive' in term);
  return [
    ...(isCount(numerator) ? [named(numerator, label)] : []),
    ...(isCount(denominator) ? [named(denominator, baseLabel ?? label)] : []),
  ];
}

function rowsOf(form: string, set: CriteriaSet): string | undefined {
  const unit = set.forms.find(({ id }) => id === form)?.rowUnit;
  return unit === undefined ? undefined : `số dòng ${unit} trong danh sách`;
}

/** What a row must answer to be counted. */
export interface Condition {
  readonly field: FieldId;
  readonly in?: readonly string[];
  readonly atLeast?: number;
  readonly unless?: RowFilter['unless'];
}

/** Of its answers and of its filter. */
export function conditionsOf(of: RowCount): readonly Condition[] {
  const filter = of.where === undefined ? [] : [of.where];
  if ('rows' in of) return filter;
  if ('count' in of) return [{ field: of.count, in: of.in }, ...filter];
  return [{ field: of.positive, atLeast: of.atLeast ?? 1 }, ...filter];
}

/** Whether every row of the one is a row of the other, whatever is answered. */
function isWithin(part: RowCount, whole: RowCount, set: CriteriaSet): boolean {
  if (formCounted(part, set) !== formCounted(whole, set)) return false;
  const known = conditionsOf(part);
  return conditionsOf(whole).every((asked) =>
    known.some(
      (one) =>
        one.field === asked.field &&
        (asked.in === undefined || one.in?.every((answer) => asked.in?.includes(answer)) === true) &&
        (asked.atLeast === undefined || (one.atLeast ?? 0) >= asked.atLeast) &&
        (asked.unless === undefined || JSON.stringify(asked.unless) === JSON.stringify(one.unless)),
    ),
  );
}
