/** The registry of rule kinds, one line each: a kind with a shape and no line here, or the reverse, does not compile. */
import { ruleSchema } from '../criteria/rule-schema.js';
import type { RuleKind, RuleOf } from '../model.js';
import type { Outcome } from './outcome.js';
import type { RuleModule } from './rule-module.js';
import type { UnitView } from './unit-view.js';
import { allFull } from './rules/all-full.js';
import { amounts } from './rules/amounts.js';
import { answerByType } from './rules/answer-by-type.js';
import { areasRedrawn } from './rules/areas-redrawn.js';
import { asOfMismatch } from './rules/as-of-mismatch.js';
import { change } from './rules/change.js';
import { choice } from './rules/choice.js';
import { consecutiveCount } from './rules/consecutive-count.js';
import { consecutiveYears } from './rules/consecutive-years.js';
import { copiedFigure } from './rules/copied-figure.js';
import { digits } from './rules/digits.js';
import { eligibility } from './rules/eligibility.js';
import { exclusive } from './rules/exclusive.js';
import { implies } from './rules/implies.js';
import { magnitude } from './rules/magnitude.js';
import { notAfter } from './rules/not-after.js';
import { notYet } from './rules/not-yet.js';
import { outlier } from './rules/outlier.js';
import { partOfWhole } from './rules/part-of-whole.js';
import { quota } from './rules/quota.js';
import { range } from './rules/range.js';
import { rateLimits } from './rules/rate-limits.js';
import { rateReported } from './rules/rate-reported.js';
import { repeated } from './rules/repeated.js';
import { required } from './rules/required.js';
import { sharesAt } from './rules/shares-at.js';
import { standardsMet } from './rules/standards-met.js';
import { sumOf } from './rules/sum-of.js';
import { together } from './rules/together.js';
import { unique } from './rules/unique.js';
import { wholeNumber } from './rules/whole-number.js';
import { wrongBase } from './rules/wrong-base.js';

const RULES: { readonly [Kind in RuleKind]: RuleModule<Kind> } = {
  required,
  range,
  wholeNumber,
  choice,
  unique,
  partOfWhole,
  sumOf,
  together,
  exclusive,
  implies,
  rateReported,
  digits,
  wrongBase,
  copiedFigure,
  magnitude,
  rateLimits,
  change,
  repeated,
  consecutiveYears,
  consecutiveCount,
  outlier,
  eligibility,
  quota,
  asOfMismatch,
  notYet,
  notAfter,
  standardsMet,
  allFull,
  amounts,
  answerByType,
  areasRedrawn,
  sharesAt,
};

/** What the admission of criteria sets, their JSON Schema and their README know of the kinds. */
export const RULE_SCHEMA = ruleSchema(RULES);

const NOTHING: readonly Outcome[] = [];

/** What a rule says about one unit; rules between units say nothing here. */
export const outcomesWithin = <Kind extends RuleKind>(
  rule: RuleOf<Kind>,
  view: UnitView,
): Iterable<Outcome> => RULES[rule.kind].within?.(rule, view) ?? NOTHING;

/** What a rule says when the units of a run stand beside each other. */
export const outcomesAcross = <Kind extends RuleKind>(
  rule: RuleOf<Kind>,
  views: readonly UnitView[],
): Iterable<Outcome> => RULES[rule.kind].across?.(rule, views) ?? NOTHING;
