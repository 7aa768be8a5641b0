/** notAfter: a date behind the day the figures were taken: what it decides cannot be in them. */
import { z } from 'zod';
import type { Admitted, RuleOf } from '../../model.js';
import { anyFields } from '../../model/criteria/references.js';
import { formatDate } from '../../values/number-format.js';
import { NOT_EVALUATED, type Outcome } from '../outcome.js';
import { ruleFinding } from '../rule-finding.js';
import type { RuleModule } from '../rule-module.js';
import { labelOf } from '../scaled.js';
import { statedDay } from '../stated-day.js';
import { framesOf, type UnitView } from '../unit-view.js';
import { figurePlace } from '../../values/cell-address.js';

const shape = z
  .strictObject({
    fields: anyFields.describe('Các ngày ban hành quyết định được xét.'),
  })
  .describe('Ngày không được sau ngày chốt số liệu.');

declare module '../../model/criteria/rule.js' {
  interface RuleShapes {
    readonly notAfter: Admitted<typeof shape>;
  }
}

export const notAfter: RuleModule<'notAfter'> = { shape, within };

function* within(rule: RuleOf<'notAfter'>, view: UnitView): Iterable<Outcome> {
  const day = statedDay(view);
  for (const field of rule.fields) {
    const frames = framesOf(view, [field]);
    if (day === undefined || frames.length === 0) yield NOT_EVALUATED;
    if (day === undefined) continue;
    for (const { table, columns } of frames) {
      const [column] = columns;
      for (const [row, date] of column.texts.entries()) {
        if (date === undefined || column.states[row] !== 'value' || date <= day.date) continue;
        yield ruleFinding(
          'plausibility/decided-after-data',
          rule,
          view,
          { field: labelOf(view, field), date: formatDate(date), asOf: formatDate(day.date) },
          {
            at: figurePlace(table, column, row),
            form: table.form,
            fields: [field],
            ...(day.place === undefined
              ? {}
              : { related: [figurePlace(day.place.table, day.place.column, 0)] }),
            actual: formatDate(date),
            expected: [`≤ ${formatDate(day.date)}`],
          },
        );
      }
    }
  }
}
