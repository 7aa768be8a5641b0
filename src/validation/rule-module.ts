/** What a file of rules/ says of its kind: the keys it adds to a rule, and what it finds in a unit or among units. */
import type { z } from 'zod';
import type { RuleKind, RuleOf, RuleShapes } from '../model.js';
import type { Outcome } from './outcome.js';
import type { UnitView } from './unit-view.js';

export interface RuleModule<Kind extends RuleKind> {
  /** Its description is what people read about the kind. */
  readonly shape: z.ZodObject & z.ZodType<RuleShapes[Kind]>;
  /** What the rule says about one unit. */
  readonly within?: (rule: RuleOf<Kind>, view: UnitView) => Iterable<Outcome>;
  /** What it says when the units of a run stand beside each other. */
  readonly across?: (rule: RuleOf<Kind>, views: readonly UnitView[]) => Iterable<Outcome>;
}
