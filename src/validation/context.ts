/** What the rules need besides the submission itself. */
import type { FieldId, Finding } from '../model.js';
import type { CompiledRules } from './compile-rules.js';

/** A unit's figures of the period before, on the same ground (merged or divided units brought over beforehand). */
export interface PreviousFigures {
  readonly period: string;
  /** Id of the criteria set of that period; another set than today's softens `change`. */
  readonly criteria?: string;
  /** Totals in units of 10^-scale of today's fields. */
  readonly totals: ReadonlyMap<FieldId, number>;
}

export interface ValidationContext {
  /** From `compileRules`, once per run. */
  readonly rules: CompiledRules;
  /** Area class of a unit, for comparisons among like units. */
  readonly classOf?: (unit: string) => string | undefined;
  /** Name of a unit for messages, "Xã An Bình"; its code when not given. */
  readonly nameOf?: (unit: string) => string;
  /** The office's own cut-off, used where a submission does not state its date. */
  readonly dataAsOf?: string;
  readonly previous?: ReadonlyMap<string, PreviousFigures>;
  /** Findings already made while reading this submission: a blank cell they name is not reported twice. */
  readonly earlier?: readonly Finding[];
}
