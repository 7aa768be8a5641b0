/** Comparisons across years and maps: the crosswalk, restated figures, `tdkvh/comparison@1`, targets judged. */
import type { PeriodKind } from './criteria.js';
import type { Finding } from './findings.js';
import type { SourceRef } from './raw.js';
import type { IndicatorRecord, MeasureRecord } from './results.js';
import type { UnitLevel } from './units.js';
import type { EstimateBasis, Target } from './workspace.js';

export const COMPARISON_SCHEMA = 'tdkvh/comparison@1';

/** One line of crosswalk.csv or of a registry's map. `weight` is exact text, a share between 0 and 1. */
export interface CrosswalkStep {
  readonly oldCode: string;
  /** Last day of the old unit, ISO. */
  readonly oldValidTo?: string;
  readonly newCode: string;
  readonly area: 'whole' | 'part';
  /** Share of the old unit's people that moved; `none` = only land. */
  readonly people: 'all' | 'some' | 'none';
  readonly weight?: string;
  readonly basis?: string;
  readonly at?: SourceRef;
}

/** A unit between two changes of the map. `id` is `code@from`: the code alone is no identity. */
export interface DatedUnit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly type: string;
}

/**
 * How a figure of an earlier period stands on today's ground: `exact` the same ground, `sum` of whole old units,
 * `block` total of a block of divided units, `estimate` apportioned, `notComparable` with a reason.
 */
export type RestatedKind = 'exact' | 'sum' | 'block' | 'estimate' | 'notComparable';

export type RestatedReason =
  /** Neither the map nor the lists say what this unit was. */
  | 'noBasis'
  /** The map has faults: nothing is restated on it. */
  | 'doubtfulMap'
  /** An old unit was divided among several new ones: only the block's total compares. */
  | 'split'
  /** A block of divided units reaches beyond this district or group. */
  | 'straddles'
  /** Nobody of the old side had the figure. */
  | 'noFigure'
  /** Only a rate is known, which cannot be added. */
  | 'rateOnly'
  /** The earlier indicator counts something else. */
  | 'otherDefinition'
  /** The sum would no longer be exact. */
  | 'unsafe';

/** Figures of the old side brought to today's ground; counts only, like every measure. */
export interface RestatedMeasure {
  readonly kind: RestatedKind;
  readonly reason?: RestatedReason;
  readonly n?: number;
  readonly d?: number;
  readonly pending?: number;
  /** `exact` ground of which only a published rate is known: percent, exact text. */
  readonly rate?: string;
  /** Old units whose figure is in `n`, of those the ground consisted of: "5/6". */
  readonly reported: number;
  readonly expected: number;
  /** Codes of the old units that are not in `n`. */
  readonly missing?: readonly string[];
}

/** The smallest group of units that compares on both sides of a change of the map. */
export interface ComparisonBlock {
  readonly id: string;
  readonly old: readonly DatedUnit[];
  readonly new: readonly DatedUnit[];
  /** `same` one old unit, `sum` several whole old units, `split` several new ones, `noBasis` not to be told. */
  readonly kind: 'same' | 'sum' | 'split' | 'noBasis';
  /** Land moved without people between these units and others. */
  readonly landMoved: boolean;
  /** The list begins an old unit after the earlier day; the earlier result shows that it was there. */
  readonly assumed?: boolean;
}

/** A figure as it was published for a unit of that time. */
export interface PublishedFigure {
  readonly unit: string;
  readonly name: string;
  readonly n?: number;
  readonly d?: number;
  /** Percent as published, exact text, where no counts are known. */
  readonly rate?: string;
  readonly reported: number;
  readonly expected: number;
  /** results.json or the source named in so-lieu.csv. */
  readonly source: string;
}

export type Comparability = 'comparable' | 'incomplete' | 'estimate' | 'notComparable';

export type ComparisonReason =
  | RestatedReason
  /** Registration, half-year and year do not compare. */
  | 'otherPeriodKind'
  | 'noCurrentFigure'
  /** Not all units have the figure on one of the sides. */
  | 'coverage'
  /** No rate is printed while decisions are pending. */
  | 'pending'
  | 'noBase';

export type ComparisonRemark = 'criteriaChanged' | 'definitionChanged' | 'landMoved' | 'listNotSure';

/** Difference today − then. `points` in units of 10^-decimals: the difference of the two printed rates. */
export interface Difference {
  /** Absent where only a rate is known of the earlier period. */
  readonly number?: number;
  readonly points?: number;
  /** Of the printed rates; of the numbers where there is no rate. */
  readonly direction: 'up' | 'down' | 'same';
}

/** Both sides over the blocks that are complete on both sides, where the whole is not. */
export interface CommonGround {
  /** Today's units with the figure on both sides, of all. */
  readonly units: number;
  readonly of: number;
  readonly current: { readonly n: number; readonly d?: number };
  readonly previous: { readonly n: number; readonly d?: number };
  readonly difference: Difference;
}

/** An indicator of a unit in one earlier period. */
export interface ComparedYear {
  readonly period: string;
  /** Figures of the units of that time, as published; absent for a part of a divided block. */
  readonly published?: readonly PublishedFigure[];
  readonly restated: RestatedMeasure;
  readonly comparability: Comparability;
  readonly reason?: ComparisonReason;
  /** Only where comparable or estimated. */
  readonly difference?: Difference;
  readonly common?: CommonGround;
  readonly remarks?: readonly ComparisonRemark[];
  /** Block whose total stands for this unit. */
  readonly block?: string;
}

export interface ComparedFigure {
  readonly current?: MeasureRecord;
  /** Earlier periods, oldest first: the course. */
  readonly years: readonly ComparedYear[];
}

export type ComparedFigures = Readonly<Record<string, ComparedFigure>>;

export interface PeriodFacts {
  readonly period: { readonly id: string; readonly year: number; readonly kind: PeriodKind };
  readonly referenceDate: string;
  readonly criteria?: { readonly id: string; readonly label: string };
}

export interface ComparedPeriod extends PeriodFacts {
  /** Files of the folder previous/ that it comes from. */
  readonly sources: readonly string[];
  /** False when the map was doubtful and nothing was restated. */
  readonly restated: boolean;
  /** Blocks that are not one unit unchanged. */
  readonly blocks: readonly ComparisonBlock[];
  /** Totals of the divided blocks: block id → indicator → figure with that one year. */
  readonly blockFigures: Readonly<Record<string, ComparedFigures>>;
}

/** comparison.json: today's results beside earlier ones, as published and on today's ground. */
export interface ComparisonDocument {
  readonly schema: typeof COMPARISON_SCHEMA;
  readonly tool: { readonly name: 'tdkvh'; readonly version: string };
  readonly current: PeriodFacts & {
    readonly unit: string;
    readonly level: UnitLevel;
    readonly decimals: number;
  };
  /** Oldest first. */
  readonly previous: readonly ComparedPeriod[];
  readonly indicators: readonly IndicatorRecord[];
  /** Divided units were apportioned at the office's wish; figures so made say `estimate`. */
  readonly estimates?: EstimateBasis;
  /** Unit code of today (leaf or node) → indicator → figure. */
  readonly units: Readonly<Record<string, ComparedFigures>>;
  /** The office's groupings. */
  readonly groups: Readonly<Record<string, ComparedFigures>>;
  readonly findings: readonly Finding[];
}

/** A line of previous/so-lieu.csv: a figure of an earlier period for which no results.json exists. */
export interface EarlierFigure {
  readonly unit: string;
  readonly period: { readonly id: string; readonly year: number; readonly kind: PeriodKind };
  readonly indicator: string;
  /** Integers in units of 10^-scale of the indicator. */
  readonly n?: number;
  readonly d?: number;
  /** Percent, exact text; shown, never added. */
  readonly rate?: string;
  readonly source: string;
  readonly at: SourceRef;
}

export type TargetState = 'reached' | 'exceeded' | 'missed' | 'notAssessable';

export type TargetReason =
  'noFigure' | 'noBase' | 'pending' | 'otherKindOfFigure' | 'notANumber' | 'unknownIndicator';

/** One target against one unit. */
export interface TargetAssessment {
  readonly target: Target;
  readonly unit: string;
  readonly state: TargetState;
  readonly reason?: TargetReason;
  readonly current?: MeasureRecord;
  /** Not all units have the figure yet. */
  readonly provisional: boolean;
  /** Rates: printed rate − target, in units of 10^-pointsDecimals percentage points. */
  readonly points?: number;
  readonly pointsDecimals?: number;
  /** Counts: figure − target, in units of 10^-scale. */
  readonly number?: number;
  /** Missed: how many more (at_most: fewer) households, areas … meet it, in units of 10^-scale. */
  readonly needed: number;
}
