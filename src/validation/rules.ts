/** The registry of rule kinds: a new kind of forms.md stops this file from compiling until it has its line. */
import type { RuleDefinition } from '../model.js';
import type { Outcome } from './outcome.js';
import type { UnitView } from './unit-view.js';
import { allFull } from './rules/all-full.js';
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
import { magnitude, magnitudeAmongPeers } from './rules/magnitude.js';
import { outlierAmongUnits } from './rules/outlier.js';
import { partOfWhole } from './rules/part-of-whole.js';
import { quota } from './rules/quota.js';
import { range } from './rules/range.js';
import { rateLimits } from './rules/rate-limits.js';
import { rateReported } from './rules/rate-reported.js';
import { repeated, repeatedAmongUnits } from './rules/repeated.js';
import { required } from './rules/required.js';
import { standardsMet } from './rules/standards-met.js';
import { sumOf } from './rules/sum-of.js';
import { together } from './rules/together.js';
import { unique } from './rules/unique.js';
import { wholeNumber } from './rules/whole-number.js';
import { wrongBase } from './rules/wrong-base.js';

const NOTHING: readonly Outcome[] = [];

/** What a rule says about one unit; rules between units say nothing here. */
export function outcomesWithin(rule: RuleDefinition, view: UnitView): Iterable<Outcome> {
  switch (rule.kind) {
    case 'required':
      return required(rule, view);
    case 'range':
      return range(rule, view);
    case 'wholeNumber':
      return wholeNumber(rule, view);
    case 'choice':
      return choice(rule, view);
    case 'unique':
      return unique(rule, view);
    case 'partOfWhole':
      return partOfWhole(rule, view);
    case 'sumOf':
      return sumOf(rule, view);
    case 'together':
      return together(rule, view);
    case 'exclusive':
      return exclusive(rule, view);
    case 'implies':
      return implies(rule, view);
    case 'rateReported':
      return rateReported(rule, view);
    case 'digits':
      return digits(rule, view);
    case 'wrongBase':
      return wrongBase(rule, view);
    case 'copiedFigure':
      return copiedFigure(rule, view);
    case 'magnitude':
      return magnitude(rule, view);
    case 'rateLimits':
      return rateLimits(rule, view);
    case 'change':
      return change(rule, view);
    case 'repeated':
      return repeated(rule, view);
    case 'consecutiveYears':
      return consecutiveYears(rule, view);
    case 'consecutiveCount':
      return consecutiveCount(rule, view);
    case 'outlier':
      return NOTHING;
    case 'eligibility':
      return eligibility(rule, view);
    case 'quota':
      return quota(rule, view);
    case 'asOfMismatch':
      return asOfMismatch(rule, view);
    case 'standardsMet':
      return standardsMet(rule, view);
    case 'allFull':
      return allFull(rule, view);
    default:
      return rule satisfies never;
  }
}

/** What a rule says when the units of a run stand beside each other. */
export function outcomesAcross(rule: RuleDefinition, views: readonly UnitView[]): Iterable<Outcome> {
  if (rule.kind === 'outlier') return outlierAmongUnits(rule, views);
  if (rule.kind === 'magnitude') return magnitudeAmongPeers(rule, views);
  if (rule.kind === 'repeated') return repeatedAmongUnits(rule, views);
  return NOTHING;
}
