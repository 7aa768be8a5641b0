/** quota: rewards over the share of the eligible that the set allows. */
import { z } from 'zod';
import type { Admitted, RuleOf } from '../../model.js';
import { numberField } from '../../model/criteria/references.js';
import { formatScaled } from '../../values/number-format.js';
import { NOT_EVALUATED, type Outcome } from '../outcome.js';
import { ruleFinding } from '../rule-finding.js';
import type { RuleModule } from '../rule-module.js';
import { decimalOf, figureText, labelOf, scaleOf } from '../scaled.js';
import { unitFigure, usable } from '../unit-figure.js';
import type { UnitView } from '../unit-view.js';

const shape = z
  .strictObject({
    part: numberField.describe('Chỉ tiêu ghi số được khen thưởng.'),
    eligible: numberField.describe('Chỉ tiêu ghi số đủ điều kiện.'),
    percent: z.number().positive().max(100).describe('Tỷ lệ phần trăm cho phép.'),
  })
  .describe('Số được khen thưởng không vượt tỷ lệ cho phép của số đủ điều kiện.');

declare module '../../model/criteria/rule.js' {
  interface RuleShapes {
    readonly quota: Admitted<typeof shape>;
  }
}

export const quota: RuleModule<'quota'> = { shape, within };

function* within(rule: RuleOf<'quota'>, view: UnitView): Iterable<Outcome> {
  const [part, eligible] = [unitFigure(view, rule.part), unitFigure(view, rule.eligible)];
  const [given, base] = [usable(part, rule.missing), usable(eligible, rule.missing)];
  const percent = decimalOf(String(rule.percent));
  if (part === undefined || eligible === undefined || given === undefined || base === undefined || !percent) {
    yield NOT_EVALUATED;
    return;
  }
  // In the scale of the rewards, rounded down: the part of a thing is not allowed.
  const share = BigInt(base) * percent.value * 10n ** BigInt(scaleOf(view, rule.part));
  const whole = 100n * 10n ** BigInt(percent.scale + scaleOf(view, rule.eligible));
  const allowed = share / whole;
  if (BigInt(given) <= allowed) return;
  yield ruleFinding(
    'total/quota-exceeded',
    rule,
    view,
    {
      part: labelOf(view, rule.part),
      given: figureText(view, rule.part, given),
      eligible: labelOf(view, rule.eligible),
      base: figureText(view, rule.eligible, base),
      percent: formatScaled(percent.value, percent.scale),
      allowed: figureText(view, rule.part, allowed),
      difference: figureText(view, rule.part, BigInt(given) - allowed),
    },
    {
      at: part.at,
      form: part.form,
      fields: [rule.part, rule.eligible],
      related: [eligible.at],
      actual: figureText(view, rule.part, given),
      expected: [`≤ ${figureText(view, rule.part, allowed)}`],
    },
  );
}
