/** What a rule says: a finding, or that it could not be evaluated. Silence means that everything holds. */
import type { Finding } from '../model.js';

/** The third outcome: a figure the rule needs is missing, pending or unusable. It is counted, never guessed. */
export const NOT_EVALUATED = 'notEvaluated';

export type Outcome = Finding | typeof NOT_EVALUATED;

/** What a run of rules leaves behind. */
export interface ValidationResult {
  readonly findings: readonly Finding[];
  /** Rule id → how many times it could not be evaluated. */
  readonly notEvaluated: ReadonlyMap<string, number>;
}
