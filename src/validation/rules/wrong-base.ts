/** wrongBase: a typed percentage that fits another base in use, or the fraction turned upside down. */
import { z } from 'zod';
import type { Admitted, FieldId, RuleOf } from '../../model.js';
import { numberField, numberFields } from '../../model/criteria/references.js';
import { numeratorAndDenominator } from '../../model/criteria/rule.js';
import type { Fraction } from '../../values/exact-rate.js';
import { formatPercent, formatScaled } from '../../values/number-format.js';
import { NOT_EVALUATED, type Outcome } from '../outcome.js';
import { ruleFinding } from '../rule-finding.js';
import type { RuleModule } from '../rule-module.js';
import { labelOf, scaleOf } from '../scaled.js';
import { rateAgreement, typedRates, type TypedRate, typedText } from '../typed-rate.js';
import type { UnitView } from '../unit-view.js';

const shape = z
  .strictObject({
    typed: numberField.describe('Chỉ tiêu ghi tỷ lệ.'),
    ...numeratorAndDenominator,
    otherBases: numberFields.describe('Các mẫu số khác hay bị dùng nhầm.'),
  })
  .describe('Tỷ lệ do đơn vị ghi được tính trên mẫu số khác, hoặc đảo tử số với mẫu số.');

declare module '../../model/criteria/rule.js' {
  interface RuleShapes {
    readonly wrongBase: Admitted<typeof shape>;
  }
}

export const wrongBase: RuleModule<'wrongBase'> = { shape, within };

function* within(rule: RuleOf<'wrongBase'>, view: UnitView): Iterable<Outcome> {
  const scale = scaleOf(view, rule.typed);
  const fits = (rate: TypedRate, fraction: Fraction): boolean =>
    fraction.denominator > 0 && ['equal', 'truncated'].includes(rateAgreement(rate, scale, fraction));
  for (const rate of typedRates(rule, view)) {
    if (rate === NOT_EVALUATED) {
      yield NOT_EVALUATED;
      continue;
    }
    const { fraction } = rate;
    if (fits(rate, fraction)) continue;
    const base = rule.otherBases.find((field) => {
      const denominator = rate.figure(field);
      return denominator !== undefined && fits(rate, { numerator: fraction.numerator, denominator });
    });
    if (base !== undefined) yield otherBase(rule, view, rate, base);
    else if (fits(rate, { numerator: fraction.denominator, denominator: fraction.numerator })) {
      yield ruleFinding('row/rate-inverted', rule, view, parameters(rule, view, rate), subject(rule, rate));
    }
  }
}

function otherBase(rule: RuleOf<'wrongBase'>, view: UnitView, rate: TypedRate, base: FieldId): Outcome {
  const figure = rate.figure(base);
  return ruleFinding(
    'row/rate-other-base',
    rule,
    view,
    {
      ...parameters(rule, view, rate),
      base: labelOf(view, base),
      baseValue: figure === undefined ? '' : formatScaled(figure, rate.fractionScale),
    },
    subject(rule, rate),
  );
}

function parameters(rule: RuleOf<'wrongBase'>, view: UnitView, rate: TypedRate) {
  const scale = scaleOf(view, rule.typed);
  return {
    row: rate.label,
    typed: typedText(rate, scale),
    right: formatPercent(rate.fraction, Math.max(scale, 2)) ?? '',
    numerator: formatScaled(rate.fraction.numerator, rate.fractionScale),
    numeratorLabel: labelOf(view, rule.numerator),
    denominator: formatScaled(rate.fraction.denominator, rate.fractionScale),
    denominatorLabel: labelOf(view, rule.denominator),
  };
}

const subject = (rule: RuleOf<'wrongBase'>, rate: TypedRate) => ({
  at: rate.at,
  form: rate.form,
  row: rate.row,
  fields: [rule.typed, rule.numerator, rule.denominator],
  related: rate.related,
});
