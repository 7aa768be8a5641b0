/** Typed percentages with the figures they should come from: row by row, in the total row, or in a list form. */
import type { ExactRate, FieldId, FigureTable, SourceRef } from '../model.js';
import { defined } from '../values/defined.js';
import { formatScaled } from '../values/number-format.js';
import { divideRounded, roundedPercent, type Fraction } from '../values/exact-rate.js';
import { NOT_EVALUATED } from './outcome.js';
import { commonScale, scaleOf, type Decimal } from './scaled.js';
import { unitFigure, usable } from './unit-figure.js';
import { columnOf, framesOf, numberAt, rowLabel, type MissingPolicy, type UnitView } from './unit-view.js';
import { figurePlace } from '../values/cell-address.js';

export interface TypedRate {
  /** The percentage in units of 10^-scale, as typed. */
  readonly typed: number;
  /** The same with all its decimals, where there are more, and as it is shown. */
  readonly exact?: ExactRate;
  /** Both sides in units of 10^-scale of the finer one. */
  readonly fraction: Fraction;
  readonly fractionScale: number;
  /** A figure of the same row in the scale of the fraction, for other bases. */
  readonly figure: (field: FieldId) => number | undefined;
  readonly label: string;
  readonly at: SourceRef;
  readonly related: readonly SourceRef[];
  readonly form: string;
  readonly row: { readonly table: FigureTable; readonly index: number };
}

interface RateFields {
  readonly typed: FieldId;
  readonly numerator: FieldId;
  readonly denominator: FieldId;
  readonly otherBases?: readonly FieldId[];
  readonly missing: MissingPolicy;
}

export function* typedRates(rule: RateFields, view: UnitView): Iterable<TypedRate | typeof NOT_EVALUATED> {
  const frames = framesOf(view, [rule.typed, rule.numerator, rule.denominator]);
  if (frames.length === 0) yield NOT_EVALUATED;
  const { scale } = commonScale(view, [rule.numerator, rule.denominator, ...(rule.otherBases ?? [])]);
  for (const { table, columns } of frames) {
    const [typed, numerator, denominator] = columns;
    for (let row = 0; row < table.rowCount; row += 1) {
      const percent = numberAt(typed, row, 'skip');
      if (percent === undefined) {
        yield NOT_EVALUATED;
        continue;
      }
      const figure = (field: FieldId): number | undefined =>
        brought(view, field, scale, cellNumber(table, field, row, rule.missing));
      const [part, base] = [figure(rule.numerator), figure(rule.denominator)];
      if (part === undefined || base === undefined || base <= 0) yield NOT_EVALUATED;
      else {
        yield {
          typed: percent,
          ...defined({ exact: typed.exact?.get(row) }),
          fraction: { numerator: part, denominator: base },
          fractionScale: scale,
          figure,
          label: rowLabel(view, table, row),
          at: figurePlace(table, typed, row),
          related: [figurePlace(table, numerator, row), figurePlace(table, denominator, row)],
          form: table.form,
          row: { table, index: row },
        };
      }
    }
    if (table.totals !== undefined) yield* inTotalRow(rule, view, table.totals, scale);
  }
}

/** The percentage of the row "Tổng cộng", from the figures typed beside it or, failing these, the sums. */
function* inTotalRow(
  rule: RateFields,
  view: UnitView,
  totals: FigureTable,
  scale: number,
): Iterable<TypedRate> {
  const column = columnOf(totals, rule.typed);
  const percent = column === undefined ? undefined : numberAt(column, 0, 'skip');
  const figure = (field: FieldId): number | undefined =>
    brought(
      view,
      field,
      scale,
      cellNumber(totals, field, 0, 'skip') ?? usable(unitFigure(view, field), rule.missing),
    );
  const [part, base] = [figure(rule.numerator), figure(rule.denominator)];
  if (column === undefined || percent === undefined || part === undefined || base === undefined || base <= 0)
    return;
  yield {
    typed: percent,
    ...defined({ exact: column.exact?.get(0) }),
    fraction: { numerator: part, denominator: base },
    fractionScale: scale,
    figure,
    label: rowLabel(view, totals, 0),
    at: figurePlace(totals, column, 0),
    related: [rule.numerator, rule.denominator].flatMap((field) => unitFigure(view, field)?.at ?? []),
    form: totals.form,
    row: { table: totals, index: 0 },
  };
}

/** A figure brought to the common scale. */
const brought = (
  view: UnitView,
  field: FieldId,
  scale: number,
  number: number | undefined,
): number | undefined => (number === undefined ? undefined : number * 10 ** (scale - scaleOf(view, field)));

function cellNumber(
  table: FigureTable,
  field: FieldId,
  row: number,
  policy: MissingPolicy,
): number | undefined {
  const column = columnOf(table, field);
  return column === undefined ? undefined : numberAt(column, row, policy);
}

export type RateAgreement = 'equal' | 'truncated' | 'near' | 'different';

/** Trailing zeros are not digits somebody typed: 97,20 speaks with one decimal. */
function typedDecimals(typed: number, scale: number): Decimal {
  let value = BigInt(typed);
  let decimals = scale;
  while (decimals > 0 && value % 10n === 0n) {
    value /= 10n;
    decimals -= 1;
  }
  return { value, scale: decimals };
}

/** What was typed, with all its decimals. */
const asTyped = ({ typed, exact }: Pick<TypedRate, 'typed' | 'exact'>, scale: number): Decimal =>
  exact ?? typedDecimals(typed, scale);

/** Decimals that a sentence prints of a rate that was calculated. */
const PRINTED = 4;

/** For a sentence: "91,0566%", of a cell that shows less "91% (ô lưu 91,0566%)". */
export function typedText({ typed, exact }: Pick<TypedRate, 'typed' | 'exact'>, scale: number): string {
  if (exact === undefined) return `${formatScaled(typed, scale)}%`;
  const to = (decimals: number): string => {
    const fewer = Math.min(decimals, exact.scale);
    return `${formatScaled(divideRounded(exact.value, 10n ** BigInt(exact.scale - fewer)), fewer)}%`;
  };
  const stored = to(PRINTED);
  const seen = exact.shown === undefined || exact.shown < 0 ? stored : to(exact.shown);
  return seen === stored ? stored : `${seen} (ô lưu ${stored})`;
}

/** Beyond this many decimals a spreadsheet's own arithmetic shows. */
const EXACT_DECIMALS = 8;

/** How a typed percentage stands to its fraction: exact arithmetic, at the decimals that were typed or are shown. */
export function rateAgreement(
  rate: Pick<TypedRate, 'typed' | 'exact'>,
  scale: number,
  fraction: Fraction,
  nearPoints?: Decimal,
): RateAgreement {
  const typed = asTyped(rate, scale);
  const shown = rate.exact?.shown;
  const agreement = agreementOf(typed, shown, fraction, nearPoints);
  if (agreement === 'equal') return agreement;
  // A formula like =M9/F9 in a cell without a percent format: 0,9106 for 91,06 %.
  const percent = agreementOf(timesHundred(typed), shown === undefined ? undefined : shown - 2, fraction);
  return percent === 'equal' ? 'equal' : agreement;
}

const timesHundred = ({ value, scale }: Decimal): Decimal =>
  scale >= 2 ? { value, scale: scale - 2 } : { value: value * 10n ** BigInt(2 - scale), scale: 0 };

function agreementOf(
  { value, scale: decimals }: Decimal,
  shown: number | undefined,
  fraction: Fraction,
  nearPoints?: Decimal,
): RateAgreement {
  if (roundedPercent(fraction, decimals) === value) return 'equal';
  const base = BigInt(fraction.denominator);
  if (base <= 0n) return 'different';
  const percent = BigInt(fraction.numerator) * 100n;
  const gap = value * base - percent * 10n ** BigInt(decimals);
  const distance = gap < 0n ? -gap : gap;
  if (decimals > EXACT_DECIMALS && distance <= base * 10n ** BigInt(decimals - EXACT_DECIMALS))
    return 'equal';
  if (shown !== undefined && shown >= 0 && shown < decimals) {
    const seen = divideRounded(value, 10n ** BigInt(decimals - shown));
    if (roundedPercent(fraction, shown) === seen) return 'equal';
  }
  if ((percent * 10n ** BigInt(decimals)) / base === value) return 'truncated';
  if (nearPoints === undefined) return 'different';
  return distance * 10n ** BigInt(nearPoints.scale) <= nearPoints.value * base * 10n ** BigInt(decimals)
    ? 'near'
    : 'different';
}

/** Distance of a typed percentage from the right one, in units of 10^-decimals points. */
export function pointsApart(typed: number, scale: number, fraction: Fraction, decimals: number): bigint {
  const right = roundedPercent(fraction, decimals) ?? 0n;
  const shift = BigInt(10) ** BigInt(Math.abs(decimals - scale));
  const own = decimals >= scale ? BigInt(typed) * shift : divideRounded(BigInt(typed), shift);
  return own < right ? right - own : own - right;
}
