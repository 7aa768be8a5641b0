/** eligibility: a title or reward given although the set's condition for it is not met. */
import { z } from 'zod';
import type { Admitted, RuleOf } from '../../model.js';
import { condition } from '../../model/criteria/rule.js';
import { NOT_EVALUATED, type Outcome } from '../outcome.js';
import { implications } from '../implication.js';
import { ruleFinding } from '../rule-finding.js';
import type { RuleModule } from '../rule-module.js';
import { labelOf } from '../scaled.js';
import type { UnitView } from '../unit-view.js';

const shape = z
  .strictObject({
    given: condition.describe('Danh hiệu, khen thưởng được đề nghị hoặc trao.'),
    needs: condition.describe('Điều kiện phải có.'),
  })
  .describe('Được đề nghị hoặc trao danh hiệu, khen thưởng mà chưa đủ điều kiện.');

declare module '../../model/criteria/rule.js' {
  interface RuleShapes {
    readonly eligibility: Admitted<typeof shape>;
  }
}

export const eligibility: RuleModule<'eligibility'> = { shape, within };

function* within(rule: RuleOf<'eligibility'>, view: UnitView): Iterable<Outcome> {
  for (const broken of implications(view, rule.given, rule.needs, 'both', rule.missing)) {
    if (broken === NOT_EVALUATED) {
      yield NOT_EVALUATED;
      continue;
    }
    const { subject, row, given, needed, condition } = broken;
    const parameters = {
      row,
      if: labelOf(view, rule.given.field),
      given,
      then: labelOf(view, rule.needs.field),
      condition,
    };
    yield needed === undefined
      ? ruleFinding('row/not-eligible-blank', rule, view, parameters, subject)
      : ruleFinding('row/not-eligible', rule, view, { ...parameters, needed }, subject);
  }
}
