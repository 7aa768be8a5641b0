/** What the rules need besides the submission itself. */
import type { FieldId, Finding, FormId, RowsRecord } from '../model.js';
import type { AreaHistory } from '../units/areas/area-history.js';
import type { CompiledRules } from './compile-rules.js';

/** A unit's figures of the period before, on the same ground (merged or divided units brought over beforehand). */
export interface PreviousFigures {
  readonly period: string;
  /** Id of the criteria set of that period; another set than today's softens `change`. */
  readonly criteria?: string;
  /** Totals in units of 10^-scale of today's fields. */
  readonly totals: ReadonlyMap<FieldId, number>;
}

/** A table of rows (areas) that a unit sent in an earlier period. */
export interface EarlierTable {
  /** Code of the unit of that time. */
  readonly unit: string;
  readonly form: FormId;
  /** The results.json that kept it. */
  readonly path: string;
  readonly rows: RowsRecord;
}

/** One earlier period of a unit: what was added up on today's ground, and the rows of the units it was made of. */
export interface EarlierYear extends PreviousFigures {
  /** Day whose units and areas that period had; absent where nothing was kept of it. */
  readonly referenceDate?: string;
  /** Whole years between that period and this one. */
  readonly yearsBack: number;
  /** The whole units of that time that make up today's; empty where the ground was divided or is not known. */
  readonly units: readonly { readonly code: string; readonly name: string; readonly type: string }[];
  readonly tables: readonly EarlierTable[];
}

export interface ValidationContext {
  /** From `compileRules`, once per run. */
  readonly rules: CompiledRules;
  /** Area class of a unit, for comparisons among like units. */
  readonly classOf?: (unit: string) => string | undefined;
  /** Type word of a unit, as the list of units has it. */
  readonly typeOf?: (unit: string) => string | undefined;
  /** Name of a unit for messages, "Xã An Bình"; its code when not given. */
  readonly nameOf?: (unit: string) => string;
  /** The office's own cut-off, used where a submission does not state its date. */
  readonly dataAsOf?: string;
  readonly previous?: ReadonlyMap<string, PreviousFigures>;
  /** Earlier periods of the same kind, the latest first. */
  readonly course?: ReadonlyMap<string, readonly EarlierYear[]>;
  /** areas.csv: which area came from which. */
  readonly areas?: AreaHistory;
  /** The reference date of this period, ISO. */
  readonly today?: string;
  /** Findings already made while reading this submission: a blank cell they name is not reported twice. */
  readonly earlier?: readonly Finding[];
}
