/** wholeNumber: things that cannot be divided (households, houses) typed with decimals. */
import { z } from 'zod';
import type { Admitted, RuleOf } from '../../model.js';
import { numberFields } from '../../model/criteria/references.js';
import { NOT_EVALUATED, type Outcome } from '../outcome.js';
import { ruleFinding } from '../rule-finding.js';
import type { RuleModule } from '../rule-module.js';
import { figureText, labelOf, scaleOf } from '../scaled.js';
import { framesOf, numberAt, rowLabel, type UnitView } from '../unit-view.js';
import { figurePlace } from '../../values/cell-address.js';

const shape = z
  .strictObject({
    fields: numberFields.describe('Các chỉ tiêu được xét.'),
  })
  .describe('Số liệu phải là số nguyên.');

declare module '../../model/criteria/rule.js' {
  interface RuleShapes {
    readonly wholeNumber: Admitted<typeof shape>;
  }
}

export const wholeNumber: RuleModule<'wholeNumber'> = { shape, within };

function* within(rule: RuleOf<'wholeNumber'>, view: UnitView): Iterable<Outcome> {
  for (const field of rule.fields) {
    const one = 10 ** scaleOf(view, field);
    const frames = framesOf(view, [field]);
    if (frames.length === 0) yield NOT_EVALUATED;
    for (const { table, columns } of frames) {
      const [column] = columns;
      for (let row = 0; row < table.rowCount; row += 1) {
        const value = numberAt(column, row, rule.missing);
        if (value === undefined) yield NOT_EVALUATED;
        else if (value % one !== 0) {
          const text = figureText(view, field, value);
          yield ruleFinding(
            'row/not-whole',
            rule,
            view,
            { row: rowLabel(view, table, row), field: labelOf(view, field), value: text },
            {
              at: figurePlace(table, column, row),
              form: table.form,
              row: { table, index: row },
              fields: [field],
              actual: text,
            },
          );
        }
      }
    }
  }
}
