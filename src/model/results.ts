/**
 * results.json, `tdkvh/results@1`: every figure of every unit with coverage and provenance.
 * Input of `report`, `compare`, `trace`, `verify` and of the level above. No clock, no absolute path.
 */
import type { ComparisonDocument, TargetAssessment } from './comparison.js';
import type { Finding } from './findings.js';
import type { CellState, PartState } from './submission.js';
import type { ReportSettings, Target } from './workspace.js';
import type { PeriodKind } from './criteria.js';
import type { UnitLevel } from './units.js';

export const RESULTS_SCHEMA = 'tdkvh/results@1';

/**
 * A measured indicator of one node of the tree. Counts only: a rate is derived when shown.
 * `n` and `d` are integers in units of 10^-scale of the indicator.
 */
export interface MeasureRecord {
  readonly n: number;
  /** Present for rates: denominator over the same units as `n`. */
  readonly d?: number;
  /** Units heard from with everything the indicator needs. */
  readonly reported: number;
  /** Units due. */
  readonly expected: number;
  /** Of the numerator's things, how many are still without a decision. */
  readonly pending?: number;
  /** Codes of due units that are not in `n` (missing, excluded, pending), when not all reported. */
  readonly missing?: readonly string[];
  /** Lowest and highest possible rate of a headline indicator: fractions, and what the bases came from. */
  readonly bounds?: BoundsRecord;
  /** At a leaf: why there is no figure. */
  readonly state?: Exclude<CellState, 'value'> | 'notReported' | 'partlyReported';
}

export interface BoundsRecord {
  readonly low: readonly [numerator: number, denominator: number];
  readonly high: readonly [numerator: number, denominator: number];
  /** Where the bases of the missing units come from: their own denominators, households of the unit list. */
  readonly sources: readonly ('own' | 'households')[];
}

export interface IndicatorRecord {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly kind: 'count' | 'amount' | 'rate';
  readonly scale: number;
  readonly baseLabel?: string;
  readonly headline: boolean;
  /** No rate is printed while decisions are pending. */
  readonly noRateWhilePending?: boolean;
  /** The kind of period does not ask for it: that nobody reported it is nothing to speak of. */
  readonly notDue?: boolean;
  readonly basis: string;
  readonly confirmed: boolean;
}

export type UnitStatus = 'reported' | 'reportedWithErrors' | 'missing' | 'documentOnly' | 'notDue';

export interface UnitRecord {
  readonly code: string;
  readonly name: string;
  readonly type: string;
  readonly level: UnitLevel;
  readonly parent?: string;
  /** Due to report itself. */
  readonly leaf: boolean;
  readonly group?: string;
  readonly areaClass?: string;
  readonly region?: string;
  readonly urban?: string;
  readonly households?: number;
  readonly status: UnitStatus;
  /** Forms used, with the Lần nộp used. */
  readonly forms: readonly { readonly form: string; readonly submissionNo: number; readonly file: string }[];
}

export interface InputRecord {
  readonly path: string;
  readonly sha256: string;
  readonly state: PartState;
  readonly parts: readonly {
    readonly form?: string;
    readonly unit?: string;
    readonly period?: string;
    readonly sheet: string;
    readonly submissionNo: number;
    readonly state: PartState;
  }[];
}

/** Rows of a table form (areas, models) of one unit, by column, with where they stand. */
export interface RowsRecord {
  readonly file: string;
  readonly sheet: string;
  readonly sheetRows: readonly number[];
  readonly columns: Readonly<Record<string, RowsColumnRecord>>;
}

export interface RowsColumnRecord {
  /** Column letter in the sheet. */
  readonly at: string;
  /** Integers in units of 10^-scale, choice ids or text; null where there is no value. */
  readonly values: readonly (number | string | null)[];
  /** One letter a row: v value, m missing, n not applicable, p pending, x excluded. */
  readonly states: string;
}

/** One own figure of a unit (list and pairs forms). */
export interface OwnRecord {
  readonly state: CellState;
  readonly value?: number | string;
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
}

/** A member agency of the steering committee: expected, heard from, or both (Biểu 06). */
export interface MemberAgencyRecord {
  /** As configured; of an agency nobody expected as it signed. */
  readonly name: string;
  readonly expected: boolean;
  readonly contact?: string;
  /** Empty: it has sent nothing that could be used. */
  readonly forms: readonly {
    /** Where its rows are: `rows[unit][key]`. */
    readonly unit: string;
    readonly key: string;
    readonly form: string;
    readonly file: string;
    /** Indexes into the record's columns; a table may hold several agencies. */
    readonly rows: readonly number[];
  }[];
}

export interface FieldRecord {
  readonly id: string;
  readonly form: string;
  readonly group?: string;
  readonly code?: string;
  readonly label: string;
  readonly unit?: string;
  readonly type: string;
  readonly scale: number;
  readonly choices?: Readonly<Record<string, string>>;
}

/** The equation of the run: every part and file ends in exactly one state. */
export interface ConservationRecord {
  readonly parts: Readonly<Record<PartState, number>> & { readonly total: number };
  readonly files: Readonly<Record<PartState, number>> & { readonly total: number };
}

export interface ResultsDocument {
  readonly schema: typeof RESULTS_SCHEMA;
  readonly tool: { readonly name: 'tdkvh'; readonly version: string };
  readonly period: { readonly id: string; readonly year: number; readonly kind: PeriodKind };
  readonly unit: string;
  readonly level: UnitLevel;
  readonly referenceDate: string;
  readonly dataAsOf?: string;
  readonly decimals: number;
  /** True when nothing is missing or wrong without being accepted. */
  readonly complete: boolean;
  /** True when made with `--final`; otherwise outputs are marked DỰ THẢO unless complete. */
  readonly final: boolean;
  readonly criteria: {
    readonly id: string;
    readonly label: string;
    readonly sha256: string;
    readonly formVersion: string;
    /** Names of the titles in force on the reference date, by title id. */
    readonly titles: Readonly<Record<string, string>>;
  };
  readonly registry: { readonly name: string; readonly asOf: string; readonly sha256: string };
  readonly report: ReportSettings;
  readonly inputs: readonly InputRecord[];
  readonly conservation: ConservationRecord;
  readonly units: readonly UnitRecord[];
  readonly fields: readonly FieldRecord[];
  readonly indicators: readonly IndicatorRecord[];
  /** Unit code (leaf or node) → indicator id → measure. */
  readonly measures: Readonly<Record<string, Readonly<Record<string, MeasureRecord>>>>;
  /** Measures by the office's grouping: group name → indicator id → measure. */
  readonly groups: Readonly<Record<string, Readonly<Record<string, MeasureRecord>>>>;
  /**
   * Measures of the whole, split: dimension (unit type, areaClass, region, urban, group, areaKind) → value → indicator →
   * measure. A dimension that says nothing of any unit is left out; what belongs to no value stands under the empty key,
   * so that the counts of the parts add up to the whole.
   */
  readonly splits?: Readonly<
    Record<string, Readonly<Record<string, Readonly<Record<string, MeasureRecord>>>>>
  >;
  /**
   * What districts and the province entered themselves (Biểu 05): unit → indicator → measure. In `measures` these
   * indicators stand with the parts of the units below added. Left out when none was sent.
   */
  readonly upperParts?: Readonly<Record<string, Readonly<Record<string, MeasureRecord>>>>;
  /** Unit code → form id → rows. */
  readonly rows: Readonly<Record<string, Readonly<Record<string, RowsRecord>>>>;
  /** Beside the units, never in their figures; absent where no agency is expected and none has sent anything. */
  readonly memberAgencies?: readonly MemberAgencyRecord[];
  /** Unit code → field id → own figure or text. */
  readonly own: Readonly<Record<string, Readonly<Record<string, OwnRecord>>>>;
  readonly targets: readonly Target[];
  readonly findings: readonly Finding[];
  /** Rules that could not be evaluated: rule id → how many times. */
  readonly notEvaluated: Readonly<Record<string, number>>;
  /** Beside earlier periods, when any was given. */
  readonly comparison?: ComparisonDocument;
  /** Targets judged unit by unit, when any was set. */
  readonly targetAssessments?: readonly TargetAssessment[];
}
