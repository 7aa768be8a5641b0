/** choice: an answer that the set does not allow here, although the field knows the word. */
import { z } from 'zod';
import type { Admitted, RuleOf } from '../../model.js';
import { answeringField, answers } from '../../model/criteria/references.js';
import { answerText } from '../condition.js';
import { NOT_EVALUATED, type Outcome } from '../outcome.js';
import { ruleFinding } from '../rule-finding.js';
import type { RuleModule } from '../rule-module.js';
import { labelOf } from '../scaled.js';
import { framesOf, rowLabel, type UnitView } from '../unit-view.js';
import { figurePlace } from '../../values/cell-address.js';

const shape = z
  .strictObject({
    field: answeringField('allowed').describe('Chỉ tiêu được xét.'),
    allowed: answers.describe('Các câu trả lời được phép.'),
  })
  .describe('Câu trả lời phải thuộc các câu trả lời được phép.');

declare module '../../model/criteria/rule.js' {
  interface RuleShapes {
    readonly choice: Admitted<typeof shape>;
  }
}

export const choice: RuleModule<'choice'> = { shape, within };

function* within(rule: RuleOf<'choice'>, view: UnitView): Iterable<Outcome> {
  const frames = framesOf(view, [rule.field]);
  if (frames.length === 0) yield NOT_EVALUATED;
  for (const { table, columns } of frames) {
    const [column] = columns;
    for (let row = 0; row < table.rowCount; row += 1) {
      const answer = column.texts[row];
      if (column.states[row] !== 'value' || answer === undefined) {
        yield NOT_EVALUATED;
        continue;
      }
      if (rule.allowed.includes(answer)) continue;
      const allowed = rule.allowed.map((id) => answerText(view, rule.field, id));
      yield ruleFinding(
        'row/choice-not-allowed',
        rule,
        view,
        {
          row: rowLabel(view, table, row),
          field: labelOf(view, rule.field),
          value: answerText(view, rule.field, answer),
          allowed: allowed.join(', '),
        },
        {
          at: figurePlace(table, column, row),
          form: table.form,
          row: { table, index: row },
          fields: [rule.field],
          actual: answerText(view, rule.field, answer),
          expected: allowed,
        },
      );
    }
  }
}
