/** outlier: a rate far from those of like units: median and median deviation, with a floor in points. */
import { z } from 'zod';
import type { Admitted, RuleOf } from '../../model.js';
import { decimalText, numeratorAndDenominator } from '../../model/criteria/rule.js';
import { addTo } from '../../values/groups.js';
import { roundedPercent } from '../../values/exact-rate.js';
import { formatPoints, formatScaled } from '../../values/number-format.js';
import { NOT_EVALUATED, type Outcome } from '../outcome.js';
import { doubledMedian } from '../peers.js';
import { ruleFinding } from '../rule-finding.js';
import type { RuleModule } from '../rule-module.js';
import { commonScale, decimalOf, labelOf, scaledOf } from '../scaled.js';
import { comparable, unitFigure } from '../unit-figure.js';
import type { UnitFigure, UnitView } from '../unit-view.js';

const shape = z
  .strictObject({
    ...numeratorAndDenominator,
    minUnits: z.int().min(1).describe('Số đơn vị cùng loại ít nhất phải có để so.'),
    floorPoints: decimalText.describe(
      'Độ phân tán nhỏ nhất được dùng, tính bằng điểm phần trăm, ghi dạng chữ: "2".',
    ),
    times: z.number().positive().describe('Báo khi cách mức giữa hơn số lần độ phân tán này.'),
  })
  .describe('Tỷ lệ khác xa các đơn vị cùng loại địa bàn.');

declare module '../../model/criteria/rule.js' {
  interface RuleShapes {
    readonly outlier: Admitted<typeof shape>;
  }
}

export const outlier: RuleModule<'outlier'> = { shape, across };

/** Rates are compared in units of 10^-4 of a percent, twice over, so that medians stay whole numbers. */
const DECIMALS = 4;
const TWICE = 2n;

interface RatedUnit {
  readonly view: UnitView;
  readonly part: UnitFigure;
  readonly whole: UnitFigure;
  /** Percent in units of 10^-4. */
  readonly rate: bigint;
  /** The same as it is printed everywhere, in hundredths of a percent. */
  readonly printed: bigint;
}

function* across(rule: RuleOf<'outlier'>, views: readonly UnitView[]): Iterable<Outcome> {
  const classes = new Map<string, RatedUnit[]>();
  for (const view of views) {
    const unit = ratedUnit(rule, view);
    if (unit === undefined) {
      yield NOT_EVALUATED;
      continue;
    }
    addTo(classes, view.context.classOf?.(view.submission.unit) ?? '', unit);
  }
  for (const group of classes.values()) {
    if (group.length < rule.minUnits)
      for (let index = 0; index < group.length; index += 1) yield NOT_EVALUATED;
    else yield* outliersOf(rule, group);
  }
}

function ratedUnit(rule: RuleOf<'outlier'>, view: UnitView): RatedUnit | undefined {
  const part = unitFigure(view, rule.numerator);
  const whole = unitFigure(view, rule.denominator);
  const [numerator, denominator] = [rule.numerator, rule.denominator].map((field) =>
    comparable(view, field, rule.missing),
  );
  if (part === undefined || whole === undefined || numerator === undefined || denominator === undefined)
    return undefined;
  const [partFactor = 1, wholeFactor = 1] = commonScale(view, [rule.numerator, rule.denominator]).factors;
  const fraction = { numerator: numerator * partFactor, denominator: denominator * wholeFactor };
  const rate = roundedPercent(fraction, DECIMALS);
  const printed = roundedPercent(fraction, 2);
  return rate === undefined || printed === undefined ? undefined : { view, part, whole, rate, printed };
}

function* outliersOf(rule: RuleOf<'outlier'>, group: readonly RatedUnit[]): Iterable<Outcome> {
  const middle = doubledMedian(group.map(({ rate }) => rate));
  if (middle === undefined) return;
  const distance = ({ rate }: RatedUnit): bigint => apart(rate * TWICE, middle);
  const deviation = (doubledMedian(group.map(distance)) ?? 0n) / TWICE;
  const floor = BigInt(scaledOf(rule.floorPoints, DECIMALS) ?? 0) * TWICE;
  const spread = deviation > floor ? deviation : floor;
  // Twice 10^-4 of a percent to hundredths, half upwards; no rate is negative.
  const printedMiddle = (middle + 100n) / 200n;
  const percent = (value: bigint): string => `${formatScaled(value, 2, true)}%`;
  const times = decimalOf(String(rule.times)) ?? { value: 1n, scale: 0 };
  for (const unit of group) {
    if (distance(unit) * 10n ** BigInt(times.scale) <= spread * times.value) continue;
    yield ruleFinding(
      'plausibility/outlier',
      rule,
      unit.view,
      {
        part: labelOf(unit.view, rule.numerator),
        whole: labelOf(unit.view, rule.denominator),
        rate: percent(unit.printed),
        median: percent(printedMiddle),
        difference: formatPoints(apart(unit.printed, printedMiddle), 2),
        units: group.length,
      },
      {
        at: unit.part.at,
        form: unit.part.form,
        fields: [rule.numerator, rule.denominator],
        related: [unit.whole.at],
        actual: percent(unit.printed),
      },
    );
  }
}

const apart = (one: bigint, other: bigint): bigint => (one > other ? one - other : other - one);
