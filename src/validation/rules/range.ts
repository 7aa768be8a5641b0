/** range: a figure within fixed limits, in each row or as the unit's own entry. */
import { z } from 'zod';
import type { Admitted, RuleOf } from '../../model.js';
import { numberField } from '../../model/criteria/references.js';
import { NOT_EVALUATED, type Outcome } from '../outcome.js';
import { ruleFinding } from '../rule-finding.js';
import type { RuleModule } from '../rule-module.js';
import { figureText, labelOf, scaledOf, scaleOf } from '../scaled.js';
import { framesOf, numberAt, rowLabel, type UnitView } from '../unit-view.js';
import { ratioRange } from '../ratio-range.js';
import { figurePlace } from '../../values/cell-address.js';

const shape = z
  .strictObject({
    field: numberField.describe('Chỉ tiêu được xét.'),
    per: z.exactOptional(numberField).describe('Chỉ tiêu dùng làm số chia.'),
    min: z.exactOptional(z.number()).describe('Mức thấp nhất được chấp nhận.'),
    max: z.exactOptional(z.number()).describe('Mức cao nhất được chấp nhận.'),
  })
  .describe(
    'Số liệu trong giới hạn cho trước; có per thì giới hạn áp dụng cho tỷ số của hai chỉ tiêu ở từng dòng, ví dụ số nhân khẩu trên một hộ.',
  );

declare module '../../model/criteria/rule.js' {
  interface RuleShapes {
    readonly range: Admitted<typeof shape>;
  }
}

export const range: RuleModule<'range'> = { shape, within };

function* within(rule: RuleOf<'range'>, view: UnitView): Iterable<Outcome> {
  if (rule.per !== undefined) {
    yield* ratioRange(rule, rule.per, view);
    return;
  }
  const scale = scaleOf(view, rule.field);
  const minimum = rule.min === undefined ? undefined : scaledOf(rule.min, scale);
  const maximum = rule.max === undefined ? undefined : scaledOf(rule.max, scale);
  const frames = framesOf(view, [rule.field]);
  if (frames.length === 0) yield NOT_EVALUATED;
  for (const { table, columns } of frames) {
    const [column] = columns;
    for (let row = 0; row < table.rowCount; row += 1) {
      const value = numberAt(column, row, rule.missing);
      if (value === undefined) {
        yield NOT_EVALUATED;
        continue;
      }
      const tooLow = minimum !== undefined && value < minimum;
      const tooHigh = maximum !== undefined && value > maximum;
      if (!tooLow && !tooHigh) continue;
      const limit = (tooLow ? minimum : maximum) ?? value;
      yield ruleFinding(
        tooLow ? 'row/below-minimum' : 'row/above-maximum',
        rule,
        view,
        {
          row: rowLabel(view, table, row),
          field: labelOf(view, rule.field),
          value: figureText(view, rule.field, value),
          limit: figureText(view, rule.field, limit),
          difference: figureText(view, rule.field, Math.abs(value - limit)),
        },
        {
          at: figurePlace(table, column, row),
          form: table.form,
          row: { table, index: row },
          fields: [rule.field],
          actual: figureText(view, rule.field, value),
          expected: [`${tooLow ? '≥' : '≤'} ${figureText(view, rule.field, limit)}`],
        },
      );
    }
  }
}
