/** copiedFigure: a unit's total that equals another indicator's total, as when the wrong line was copied. */
import { z } from 'zod';
import type { Admitted, RuleOf } from '../../model.js';
import { numberField, numberFields } from '../../model/criteria/references.js';
import { NOT_EVALUATED, type Outcome } from '../outcome.js';
import { ruleFinding } from '../rule-finding.js';
import type { RuleModule } from '../rule-module.js';
import { figureText, labelOf, scaledOf, scaleOf } from '../scaled.js';
import { unitFigure, usable } from '../unit-figure.js';
import type { UnitView } from '../unit-view.js';

const shape = z
  .strictObject({
    field: numberField.describe('Chỉ tiêu được xét.'),
    others: numberFields.describe('Các chỉ tiêu được so.'),
    atLeast: z.int().min(1).describe('Chỉ xét số liệu từ mức này trở lên.'),
  })
  .describe('Tổng số trùng với tổng số của chỉ tiêu khác, có thể do chép nhầm dòng hoặc cột.');

declare module '../../model/criteria/rule.js' {
  interface RuleShapes {
    readonly copiedFigure: Admitted<typeof shape>;
  }
}

export const copiedFigure: RuleModule<'copiedFigure'> = { shape, within };

function* within(rule: RuleOf<'copiedFigure'>, view: UnitView): Iterable<Outcome> {
  const figure = unitFigure(view, rule.field);
  const value = usable(figure, 'skip');
  const least = scaledOf(rule.atLeast, scaleOf(view, rule.field));
  if (figure === undefined || value === undefined || least === undefined) {
    yield NOT_EVALUATED;
    return;
  }
  if (value < least) return;
  for (const other of rule.others) {
    const twin = unitFigure(view, other);
    const number = usable(twin, 'skip');
    if (twin === undefined || number === undefined) yield NOT_EVALUATED;
    else if (number === value && scaleOf(view, other) === scaleOf(view, rule.field)) {
      yield ruleFinding(
        'plausibility/copied-figure',
        rule,
        view,
        {
          field: labelOf(view, rule.field),
          other: labelOf(view, other),
          value: figureText(view, rule.field, value),
        },
        {
          at: figure.at,
          form: figure.form,
          fields: [rule.field, other],
          related: [twin.at],
          actual: figureText(view, rule.field, value),
        },
      );
    }
  }
}
