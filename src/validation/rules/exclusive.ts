/** exclusive: things that rule each other out in one row (a title and its withdrawal). */
import { z } from 'zod';
import type { Admitted, FieldColumn, RuleOf } from '../../model.js';
import { anyField } from '../../model/criteria/references.js';
import { NOT_EVALUATED, type Outcome } from '../outcome.js';
import { ruleFinding } from '../rule-finding.js';
import type { RuleModule } from '../rule-module.js';
import { labelOf } from '../scaled.js';
import { framesOf, rowLabel, type UnitView } from '../unit-view.js';
import { figurePlace } from '../../values/cell-address.js';

const shape = z
  .strictObject({
    fields: z.array(anyField).min(2).describe('Các chỉ tiêu loại trừ nhau.'),
  })
  .describe('Các chỉ tiêu không được cùng có trong một dòng.');

declare module '../../model/criteria/rule.js' {
  interface RuleShapes {
    readonly exclusive: Admitted<typeof shape>;
  }
}

export const exclusive: RuleModule<'exclusive'> = { shape, within };

function* within(rule: RuleOf<'exclusive'>, view: UnitView): Iterable<Outcome> {
  const frames = framesOf(view, rule.fields);
  if (frames.length === 0) yield NOT_EVALUATED;
  for (const { table, columns } of frames) {
    for (let row = 0; row < table.rowCount; row += 1) {
      const there = columns.filter((column) => isThere(column, row) === true);
      const [first, ...others] = there;
      if (first === undefined || others.length === 0) {
        if (columns.some((column) => isThere(column, row) === undefined)) yield NOT_EVALUATED;
        continue;
      }
      yield ruleFinding(
        'row/both-given',
        rule,
        view,
        {
          row: rowLabel(view, table, row),
          fields: there.map(({ field }) => `“${labelOf(view, field)}”`).join(', '),
        },
        {
          at: figurePlace(table, first, row),
          form: table.form,
          row: { table, index: row },
          fields: rule.fields,
          related: others.map((column) => figurePlace(table, column, row)),
        },
      );
    }
  }
}

/** A zero, a "no" and a blank are not there; an unreadable cell is open. */
function isThere(column: FieldColumn, row: number): boolean | undefined {
  const state = column.states[row];
  if (state === 'excluded' || state === 'pending') return undefined;
  if (state !== 'value') return false;
  const text = column.texts[row];
  return text === undefined ? column.numbers[row] !== 0 : text !== 'no';
}
