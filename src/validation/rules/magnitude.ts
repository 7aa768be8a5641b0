/** magnitude: ten, a hundred, a thousand times last period's figure or the peers' (đồng typed as triệu đồng). */
import { z } from 'zod';
import type { Admitted, FieldId, RuleOf } from '../../model.js';
import { numberField, numberFields } from '../../model/criteria/references.js';
import { divideRounded, type Fraction } from '../../values/exact-rate.js';
import { formatCount } from '../../values/number-format.js';
import type { PreviousFigures } from '../context.js';
import { NOT_EVALUATED, type Outcome } from '../outcome.js';
import { mediansOfOthers, powerApart } from '../peers.js';
import { ruleFinding, softenedBy } from '../rule-finding.js';
import type { RuleModule } from '../rule-module.js';
import { figureText, labelOf, scaleOf } from '../scaled.js';
import { comparable, unitFigure, usable } from '../unit-figure.js';
import type { UnitView } from '../unit-view.js';

const shape = z
  .strictObject({
    field: z.union([numberField, numberFields]).describe('Chỉ tiêu được xét, một hoặc nhiều chỉ tiêu.'),
    against: z
      .enum(['previous', 'peers'])
      .describe('So với: previous là kỳ trước của chính đơn vị; peers là các đơn vị khác.'),
    per: z.exactOptional(numberField).describe('Chỉ tiêu dùng làm số chia trước khi so, ví dụ số hộ.'),
    fromTimes: z
      .exactOptional(z.int().min(10))
      .describe('Chỉ báo khi gấp từ số lần này trở lên; bỏ trống là từ khoảng 7 lần.'),
    atLeastUnits: z.int().min(1).describe('Số đơn vị khác ít nhất phải có để so.'),
  })
  .describe(
    'Số liệu gấp khoảng 10, 100 hoặc 1.000 lần kỳ trước hay mức giữa của các đơn vị khác, có thể do nhầm đơn vị tính.',
  );

declare module '../../model/criteria/rule.js' {
  interface RuleShapes {
    readonly magnitude: Admitted<typeof shape>;
  }
}

export const magnitude: RuleModule<'magnitude'> = { shape, within, across };

/** The rule for one of its fields. */
type OneField = RuleOf<'magnitude'> & { readonly field: FieldId };

const fieldsOf = ({ field }: RuleOf<'magnitude'>): readonly FieldId[] =>
  typeof field === 'string' ? [field] : field;

/** A rule of many fields was evaluated when one of them was. */
function* eachField(
  rule: RuleOf<'magnitude'>,
  outcomesOf: (one: OneField) => Iterable<Outcome>,
): Iterable<Outcome> {
  const fields = fieldsOf(rule).map((field) => [...outcomesOf({ ...rule, field })]);
  const evaluated = fields.some((outcomes) => !outcomes.includes(NOT_EVALUATED));
  for (const outcome of fields.flat()) if (outcome !== NOT_EVALUATED || fields.length === 1) yield outcome;
  if (!evaluated && fields.length > 1) yield NOT_EVALUATED;
}

/** The power of ten between the two, where they are as far apart as the rule asks. */
function farEnough({ fromTimes = 1 }: OneField, one: Fraction, other: Fraction): number | undefined {
  const times = BigInt(fromTimes);
  const [a, b] = [
    BigInt(one.numerator) * BigInt(other.denominator),
    BigInt(other.numerator) * BigInt(one.denominator),
  ];
  return a >= b * times || b >= a * times ? powerApart(one, other) : undefined;
}

/** Below this a jump by a power of ten is an ordinary change of a small number. */
const LEAST_FIGURE = 100;

/** Against the same unit's previous period; says nothing for rules among peers. */
function* within(rule: RuleOf<'magnitude'>, view: UnitView): Iterable<Outcome> {
  if (rule.against !== 'previous') return;
  yield* eachField(rule, (one) => againstPrevious(one, view));
}

function* againstPrevious(rule: OneField, view: UnitView): Iterable<Outcome> {
  const previous = view.context.previous?.get(view.submission.unit);
  const before = previous === undefined ? undefined : share(rule, (field) => previous.totals.get(field));
  const now = unitShare(rule, view);
  if (before === undefined || now === undefined || previous === undefined) {
    yield NOT_EVALUATED;
    return;
  }
  const old = previous.totals.get(rule.field);
  const power = farEnough(rule, now, before);
  if (old === undefined || power === undefined || !largeEnough(view, rule.field, now, old)) return;
  yield* farApart('plausibility/magnitude-previous', rule, view, power, old, previous, 0);
}

/** Against the median of the other units of the run. */
function* across(rule: RuleOf<'magnitude'>, views: readonly UnitView[]): Iterable<Outcome> {
  if (rule.against !== 'peers') return;
  yield* eachField(rule, (one) => againstPeers(one, views));
}

function* againstPeers(rule: OneField, views: readonly UnitView[]): Iterable<Outcome> {
  const shares = views.map((view) => unitShare(rule, view));
  const medians = mediansOfOthers(shares);
  const known = shares.filter((one) => one !== undefined).length;
  for (const [index, view] of views.entries()) {
    const [own, median] = [shares[index], medians[index]];
    if (own === undefined || median === undefined || known - 1 < rule.atLeastUnits) {
      yield NOT_EVALUATED;
      continue;
    }
    const power = farEnough(rule, own, median);
    const expected = Number(
      divideRounded(BigInt(median.numerator) * BigInt(own.denominator), BigInt(median.denominator)),
    );
    if (power === undefined || !largeEnough(view, rule.field, own, expected)) continue;
    yield* farApart('plausibility/magnitude-peers', rule, view, power, expected, undefined, known - 1);
  }
}

function share(rule: OneField, figure: (field: FieldId) => number | undefined): Fraction | undefined {
  const numerator = figure(rule.field);
  const denominator = rule.per === undefined ? 1 : figure(rule.per);
  if (numerator === undefined || denominator === undefined || denominator <= 0) return undefined;
  return { numerator, denominator };
}

const unitShare = (rule: OneField, view: UnitView): Fraction | undefined =>
  share(rule, (field) => comparable(view, field, 'skip'));

const largeEnough = (view: UnitView, field: FieldId, own: Fraction, other: number): boolean =>
  Math.max(own.numerator, other) >= LEAST_FIGURE * 10 ** scaleOf(view, field);

function* farApart(
  code: 'plausibility/magnitude-previous' | 'plausibility/magnitude-peers',
  rule: OneField,
  view: UnitView,
  power: number,
  usual: number,
  previous: Pick<PreviousFigures, 'period' | 'criteria'> | undefined,
  units: number,
): Iterable<Outcome> {
  const figure = unitFigure(view, rule.field);
  const value = usable(figure, 'skip');
  if (figure === undefined || value === undefined) return;
  const times = formatCount(10 ** Math.abs(power));
  yield ruleFinding(
    code,
    rule,
    view,
    {
      field: labelOf(view, rule.field),
      value: figureText(view, rule.field, value),
      usual: figureText(view, rule.field, usual),
      times,
      period: previous?.period ?? '',
      units,
    },
    {
      at: figure.at,
      form: figure.form,
      fields: [rule.field],
      actual: figureText(view, rule.field, value),
      ...(previous === undefined ? {} : softenedBy(previous, view)),
    },
  );
}
