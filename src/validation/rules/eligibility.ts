/** eligibility: a title or reward given although the set's condition for it is not met. */
import type { RuleOf } from '../../model.js';
import { NOT_EVALUATED, type Outcome } from '../outcome.js';
import { implications } from '../implication.js';
import { ruleFinding } from '../rule-finding.js';
import { labelOf } from '../scaled.js';
import type { UnitView } from '../unit-view.js';

export function* eligibility(rule: RuleOf<'eligibility'>, view: UnitView): Iterable<Outcome> {
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
