/** change: a jump or fall against the previous period on the same ground, beyond the limits of the rule. */
import { z } from 'zod';
import type { Admitted, RuleOf } from '../../model.js';
import { numberField } from '../../model/criteria/references.js';
import { formatPercent } from '../../values/number-format.js';
import { NOT_EVALUATED, type Outcome } from '../outcome.js';
import { ruleFinding, softenedBy } from '../rule-finding.js';
import type { RuleModule } from '../rule-module.js';
import { decimalOf, figureText, labelOf, scaledOf, scaleOf } from '../scaled.js';
import { unitFigure, usable } from '../unit-figure.js';
import type { UnitView } from '../unit-view.js';

const shape = z
  .strictObject({
    field: numberField.describe('Chỉ tiêu được xét.'),
    absolute: z.exactOptional(z.number().positive()).describe('Mức chênh lệch tuyệt đối.'),
    relativePercent: z
      .exactOptional(z.number().positive())
      .describe('Mức chênh lệch tương đối, tính bằng phần trăm của kỳ trước.'),
  })
  .describe('Tăng hoặc giảm nhiều so với kỳ trước trên cùng địa bàn; có cả hai mức thì phải vượt cả hai.');

declare module '../../model/criteria/rule.js' {
  interface RuleShapes {
    readonly change: Admitted<typeof shape>;
  }
}

export const change: RuleModule<'change'> = { shape, within };

function* within(rule: RuleOf<'change'>, view: UnitView): Iterable<Outcome> {
  const previous = view.context.previous?.get(view.submission.unit);
  const before = previous?.totals.get(rule.field);
  const figure = unitFigure(view, rule.field);
  const now = usable(figure, rule.missing);
  if (previous === undefined || before === undefined || figure === undefined || now === undefined) {
    yield NOT_EVALUATED;
    return;
  }
  if (!beyond(rule, view, before, now)) return;
  const difference = Math.abs(now - before);
  const share = formatPercent({ numerator: difference, denominator: before }, 2);
  yield ruleFinding(
    share === undefined ? 'plausibility/change-from-zero' : 'plausibility/change',
    rule,
    view,
    {
      field: labelOf(view, rule.field),
      now: figureText(view, rule.field, now),
      before: figureText(view, rule.field, before),
      period: previous.period,
      difference: figureText(view, rule.field, difference),
      share: `${now < before ? '-' : '+'}${share ?? ''}`,
    },
    {
      at: figure.at,
      form: figure.form,
      fields: [rule.field],
      actual: figureText(view, rule.field, now),
      expected: [figureText(view, rule.field, before)],
      ...softenedBy(previous, view),
    },
  );
}

/** Both limits must be passed where both are given: small figures jump in percent, large ones in number. */
function beyond(rule: RuleOf<'change'>, view: UnitView, before: number, now: number): boolean {
  const difference = Math.abs(now - before);
  if (difference === 0) return false;
  const absolute =
    rule.absolute === undefined ? undefined : scaledOf(rule.absolute, scaleOf(view, rule.field));
  const relative = rule.relativePercent === undefined ? undefined : decimalOf(String(rule.relativePercent));
  const overAbsolute = absolute === undefined || difference > absolute;
  const overRelative =
    relative === undefined ||
    BigInt(difference) * 100n * 10n ** BigInt(relative.scale) > relative.value * BigInt(before);
  return overAbsolute && overRelative && (absolute !== undefined || relative !== undefined);
}
