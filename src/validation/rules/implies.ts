/** implies: one answer or figure asks for another, in the same row or on the unit's own figures. */
import { z } from 'zod';
import type { Admitted, RuleOf } from '../../model.js';
import { condition, level } from '../../model/criteria/rule.js';
import { NOT_EVALUATED, type Outcome } from '../outcome.js';
import { implications } from '../implication.js';
import { ruleFinding } from '../rule-finding.js';
import type { RuleModule } from '../rule-module.js';
import { labelOf } from '../scaled.js';
import type { UnitView } from '../unit-view.js';

const shape = z
  .strictObject({
    if: condition.describe('Điều kiện thứ nhất.'),
    then: condition.describe('Điều kiện thứ hai, phải có khi có điều kiện thứ nhất.'),
    level,
  })
  .describe('Có điều kiện thứ nhất thì phải có điều kiện thứ hai.');

declare module '../../model/criteria/rule.js' {
  interface RuleShapes {
    readonly implies: Admitted<typeof shape>;
  }
}

export const implies: RuleModule<'implies'> = { shape, within };

function* within(rule: RuleOf<'implies'>, view: UnitView): Iterable<Outcome> {
  for (const broken of implications(view, rule.if, rule.then, rule.level, rule.missing)) {
    if (broken === NOT_EVALUATED) {
      yield NOT_EVALUATED;
      continue;
    }
    const { subject, row, given, needed, condition } = broken;
    const parameters = {
      row,
      if: labelOf(view, rule.if.field),
      given,
      then: labelOf(view, rule.then.field),
      condition,
    };
    yield needed === undefined
      ? ruleFinding('row/implied-blank', rule, view, parameters, subject)
      : condition === ''
        ? ruleFinding('row/implied-not-blank', rule, view, { ...parameters, needed }, subject)
        : ruleFinding('row/implied-differs', rule, view, { ...parameters, needed }, subject);
  }
}
