/** A criteria set: forms, fields, indicators, rules and titles as data. Law lives in `templates/criteria`. */
import type { Severity } from './results/finding.js';

/** registration = `2025-DK`, H1 = `2025-H1`, year = `2025`. */
export type PeriodKind = 'registration' | 'H1' | 'year';

export interface CriteriaSet {
  readonly id: string;
  readonly label: string;
  /** Hash of the files the set was admitted from, when the caller gave one. */
  readonly sha256?: string;
  /** Version of the forms; printed in the identity sheet. */
  readonly formVersion: string;
  readonly basis: string;
  /** Years of the titles the set is for, inclusive. */
  readonly titleYears: { readonly from: number; readonly to?: number };
  readonly forms: readonly FormDefinition[];
  readonly fields: readonly FieldDefinition[];
  readonly indicators: readonly IndicatorDefinition[];
  readonly rules: readonly RuleDefinition[];
  readonly titles: readonly TitleDefinition[];
}

/** `thong-tin`, `bieu-01` … `bieu-06`. */
export type FormId = string;
export type FieldId = string;

export interface FormDefinition {
  readonly id: FormId;
  /** Sheet name, `Biểu 01`. */
  readonly sheet: string;
  /** Other sheet names met in older versions. */
  readonly sheetAliases?: readonly string[];
  readonly title: string;
  /**
   * `table`: a row per thing, a column per field. `list`: a row per field (code, label, unit of measure, value, note).
   * `pairs`: key and value (Thông tin). `criteria`: a row per criterion of a title (Biểu 04).
   */
  readonly shape: 'table' | 'list' | 'pairs' | 'criteria';
  readonly sender: 'commune' | 'upper' | 'agency';
  /** Fields that together name a row of a table form. */
  readonly rowKey?: readonly FieldId[];
  /** Label of the last row with the sender's own totals; checked, never added. */
  readonly totalLabel?: string;
  /** A form sent with no rows says "none" (a list of models), not "not reported". */
  readonly emptyMeansNone?: boolean;
  /** What a row of the form is counted in: thôn, tổ dân phố; mô hình; đơn vị cấp xã (forms of one line per unit). */
  readonly rowUnit?: string;
  /** Grouped headers in order; a field names its group. */
  readonly groups: readonly { readonly id: string; readonly label: string }[];
  /** Title whose criteria are the rows of a `criteria` form. */
  readonly title_of?: string;
  readonly note?: string;
}

/** What a mark means in a field. Absent = the mark is not understood there (a finding). */
export interface Marks {
  /** `-`, `–` */
  readonly dash?: 'zero' | 'missing' | 'notApplicable';
  /** `…`, `...` */
  readonly ellipsis?: 'missing';
  /** `x`, `X` in a number column */
  readonly x?: 'notApplicable';
  /** `không`, `không có` in a number column */
  readonly none?: 'zero';
  /** Words such as `chưa có quyết định`, `chờ quyết định` mean pending. */
  readonly pending?: boolean;
  /** Where the header asks for ticks, a blank reads as "no" on rows that have a name and another figure. */
  readonly tick?: boolean;
}

export interface FieldDefinition {
  readonly id: FieldId;
  readonly form: FormId;
  /** Second place where the same field may be entered (`enterAt: either`). */
  readonly alsoIn?: { readonly form: FormId; readonly code: string; readonly group?: string };
  /** Code of the line in a list form, `A1`. Unique in its form. */
  readonly code?: string;
  readonly group?: string;
  /** Column title or line text; unique in its form and group. */
  readonly label: string;
  /** Heading above, when the template prints three header levels. */
  readonly aliases?: readonly string[];
  /** Unit of measure: hộ, người, nhà, triệu đồng. */
  readonly unit?: string;
  readonly type: 'count' | 'amount' | 'percent' | 'choice' | 'yesNo' | 'text' | 'date';
  /** Decimals kept: figures are integers in units of 10^-scale. 0 for counts. */
  readonly scale: number;
  readonly aggregation: 'sum' | 'countOf' | 'none';
  /** Cut-off: `assessment`, `decision`, `year`, or `MM-DD`. */
  readonly asOf?: string;
  readonly requiredIn: readonly PeriodKind[];
  readonly enterAt: 'area' | 'commune' | 'either' | 'upper' | 'agency';
  /** Printed in the short form. */
  readonly core: boolean;
  readonly marks: Marks;
  readonly choices?: readonly ChoiceDefinition[];
  /** The field applies only on rows with one of these answers; a blank on other rows is "not applicable". */
  readonly appliesWhen?: RowFilter;
  /** Switched off unless a province's set switches it on. */
  readonly extension?: string;
  /** Instruction shown as input message. */
  readonly instruction?: string;
  readonly basis: string;
  readonly confirmed: boolean;
}

/** An answer. A yesNo field has `yes` and `no`. */
export interface ChoiceDefinition {
  readonly id: string;
  readonly label: string;
  readonly aliases?: readonly string[];
}

/** One side of an indicator, over the rows or the own figures of a unit. */
export type Term =
  | { readonly sum: FieldId | readonly FieldId[]; readonly where?: RowFilter }
  /** Rows (areas, models) whose choice is one of the answers. */
  | { readonly count: FieldId; readonly in: readonly string[]; readonly where?: RowFilter }
  /** Rows whose number is greater than zero. */
  | { readonly positive: FieldId; readonly where?: RowFilter }
  /** Rows of a table form. */
  | { readonly rows: FormId; readonly where?: RowFilter }
  /** Units themselves: 1 per reporting commune, or 1 when its own field fulfils the condition. */
  | { readonly units: 'all' }
  | { readonly units: 'positive'; readonly field: FieldId }
  | { readonly units: 'in'; readonly field: FieldId; readonly in: readonly string[] }
  | { readonly units: 'withRows'; readonly form: FormId };

export interface RowFilter {
  readonly field: FieldId;
  readonly in: readonly string[];
}

/**
 * An indicator. Without a denominator it is a count or an amount; with one, a rate in percent.
 * Every field with an aggregation is an indicator of its own id without being listed here
 * (choices: one per answer, id `field:answer`).
 */
export interface IndicatorDefinition {
  readonly id: string;
  /** Part of the report it belongs to: families, areas, communes, agencies, institutions, arts, civility, models, unity, direction. */
  readonly topic?: string;
  readonly label: string;
  /** Unit of measure of the numerator: hộ, thôn, tổ dân phố. */
  readonly unit: string;
  readonly numerator: Term;
  readonly denominator?: Term;
  /** What the rate is a share of, printed beside it: "tổng số hộ". */
  readonly baseLabel?: string;
  /** A headline indicator gets a sentence, bounds and a place in Phụ lục I. */
  readonly headline: boolean;
  /** Field that says how many of the numerator are still pending (areas without decision). */
  readonly pending?: Term;
  /** Kinds of period in which no rate is printed while decisions are pending. */
  readonly noRateWhilePending?: boolean;
  /** units.csv column that may stand for a missing unit's denominator in the bounds. */
  readonly fallbackBase?: 'households';
  readonly basis: string;
  readonly confirmed: boolean;
}

interface RuleBase {
  readonly id: string;
  readonly severity: Severity;
  readonly trial?: boolean;
  /** Vietnamese name of the rule, shown in lists. */
  readonly label: string;
  /** Vietnamese imperative for the officer; shown as the hint. */
  readonly instruction: string;
  readonly basis: string;
  readonly confirmed: boolean;
  /** First and last reference date (ISO, inclusive) on which the rule applies. */
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly periodKinds?: readonly PeriodKind[];
  /** Missing figure: `skip` = not evaluated (counted as such); `zero` = treat notApplicable as 0, still skip missing. */
  readonly missing: 'skip' | 'zero';
  /** Fields an error makes unusable; default: every field the rule names. `form` = every field of the form. */
  readonly excludes?: readonly FieldId[] | 'form' | 'none';
  readonly examples: { readonly pass: RuleExample; readonly fail: RuleExample };
}

/** Figures as typed in the YAML: the smallest submission(s) that pass or fail. */
export interface RuleExample {
  /** Rows of the rule's table form. */
  readonly rows?: readonly Readonly<Record<FieldId, number | string | null>>[];
  /** The unit's own figures (list forms, Thông tin). */
  readonly own?: Readonly<Record<FieldId, number | string | null>>;
  /** The commune's typed total row. */
  readonly totals?: Readonly<Record<FieldId, number | string | null>>;
  /** Own or summed figures of other units in the same run, for rules that compare peers. */
  readonly peers?: readonly Readonly<Record<FieldId, number | string | null>>[];
  /** Totals of the previous period of the same unit. */
  readonly previous?: Readonly<Record<FieldId, number | string | null>>;
  /** Rows of the same table form in the period a year before. */
  readonly previousRows?: readonly Readonly<Record<FieldId, number | string | null>>[];
  readonly areaClass?: string;
  /** Date the figures are taken (Thông tin `dataAsOf`). */
  readonly dataAsOf?: string;
  /** Period the example is of; default the first title year of the set. */
  readonly period?: string;
}

/** Where a comparison of figures is made: in each row, on the unit's sums, or both. */
export type RuleLevel = 'row' | 'unit' | 'both';

/** A condition on one field. */
export interface FieldCondition {
  readonly field: FieldId;
  readonly in?: readonly string[];
  readonly moreThan?: number;
  readonly present?: boolean;
}

/** The closed set of rule kinds. No expression language. */
export type RuleDefinition = RuleBase &
  (
    | { readonly kind: 'required'; readonly fields: readonly FieldId[] }
    /** With `per`, the limits hold for the ratio of the two figures of a row (persons per household). */
    | {
        readonly kind: 'range';
        readonly field: FieldId;
        readonly per?: FieldId;
        readonly min?: number;
        readonly max?: number;
      }
    | { readonly kind: 'wholeNumber'; readonly fields: readonly FieldId[] }
    | { readonly kind: 'choice'; readonly field: FieldId; readonly allowed: readonly string[] }
    | { readonly kind: 'unique'; readonly fields: readonly FieldId[]; readonly askWhenBlank?: FieldId }
    | {
        readonly kind: 'partOfWhole';
        readonly parts: readonly FieldId[];
        readonly whole: FieldId;
        readonly level: RuleLevel;
      }
    /**
     * A reported total against the sum of its parts: of the row of totals against the rows, of a field against
     * other fields, or (`of: rows`) against the number of rows of the form.
     */
    | {
        readonly kind: 'sumOf';
        /** A field, or `totalRow`: the typed row of totals, column by column. */
        readonly total: FieldId;
        readonly of: 'rows' | readonly FieldId[];
        readonly form: FormId;
      }
    | { readonly kind: 'together'; readonly fields: readonly FieldId[] }
    | { readonly kind: 'exclusive'; readonly fields: readonly FieldId[] }
    | {
        readonly kind: 'implies';
        readonly if: FieldCondition;
        readonly then: FieldCondition;
        readonly level: RuleLevel;
      }
    | {
        readonly kind: 'rateReported';
        readonly typed: FieldId;
        readonly numerator: FieldId;
        readonly denominator: FieldId;
        /** Percentage points within which a difference is only a warning, as text: "0.1". */
        readonly nearPoints: string;
      }
    | {
        readonly kind: 'digits';
        /** A field, or `totalRow`: the typed row of totals, column by column. */
        readonly total: FieldId;
        readonly of: 'rows' | readonly FieldId[];
        readonly form: FormId;
      }
    | {
        readonly kind: 'wrongBase';
        readonly typed: FieldId;
        readonly numerator: FieldId;
        readonly denominator: FieldId;
        readonly otherBases: readonly FieldId[];
      }
    /** A unit's total equal to another indicator's total, from `atLeast` up. */
    | {
        readonly kind: 'copiedFigure';
        readonly field: FieldId;
        readonly others: readonly FieldId[];
        readonly atLeast: number;
      }
    /** About 10, 100 or 1,000 times the previous period's or the peers' median (per `per` when given). */
    | {
        readonly kind: 'magnitude';
        readonly field: FieldId;
        readonly against: 'previous' | 'peers';
        readonly per?: FieldId;
        readonly atLeastUnits: number;
      }
    | {
        readonly kind: 'rateLimits';
        readonly numerator: FieldId;
        readonly denominator: FieldId;
        /** Percent at or above which a remark is due, as text; needs `minBase`. */
        readonly remarkFrom?: string;
        readonly minBase?: number;
        readonly level: RuleLevel;
      }
    | {
        readonly kind: 'change';
        readonly field: FieldId;
        readonly absolute?: number;
        readonly relativePercent?: number;
      }
    | {
        readonly kind: 'repeated';
        readonly fields: readonly FieldId[];
        readonly against: 'previous' | 'units';
        readonly minRows: number;
      }
    /** Years in a row of one thing (area), against its answers and years in the earlier periods. */
    | {
        readonly kind: 'consecutiveYears';
        readonly field: FieldId;
        readonly title: FieldId;
        /** Answers that say the title was held, and that it was not; others (pending) leave it open. */
        readonly held: readonly string[];
        readonly lost: readonly string[];
      }
    /** Things counted for `years` in a row cannot be more than all those counted in any of the years before. */
    | {
        readonly kind: 'consecutiveCount';
        readonly part: FieldId;
        readonly whole: FieldId;
        readonly years: number;
      }
    | {
        readonly kind: 'outlier';
        readonly numerator: FieldId;
        readonly denominator: FieldId;
        readonly minUnits: number;
        /** Floor of the spread in percentage points, as text. */
        readonly floorPoints: string;
        readonly times: number;
      }
    | { readonly kind: 'eligibility'; readonly given: FieldCondition; readonly needs: FieldCondition }
    | { readonly kind: 'quota'; readonly part: FieldId; readonly eligible: FieldId; readonly percent: number }
    | { readonly kind: 'asOfMismatch'; readonly fields: readonly FieldId[] }
    /** Commune title proposed although a standard of Biểu 04 is not met. */
    | { readonly kind: 'standardsMet'; readonly given: FieldCondition; readonly form: FormId }
    /** Every row of a commune with at least `minRows` rows stands at 100 %. */
    | {
        readonly kind: 'allFull';
        readonly numerator: FieldId;
        readonly denominator: FieldId;
        readonly minRows: number;
      }
  );

export type RuleKind = RuleDefinition['kind'];
export type RuleOf<K extends RuleKind> = Extract<RuleDefinition, { readonly kind: K }>;

export type AreaClass = 'ordinary' | 'difficult' | 'centralCity';

/** A label or decider with the first date it holds. */
export interface Dated {
  readonly from?: string;
  readonly to?: string;
  readonly text: string;
  readonly basis: string;
  readonly confirmed: boolean;
}

export interface TitleDefinition {
  readonly id: string;
  readonly level: 'family' | 'area' | 'commune' | 'agency';
  readonly labels: readonly Dated[];
  readonly decidedBy: readonly Dated[];
  /** MM-DD before which the assessment is finished. */
  readonly assessmentBefore?: string;
  /** Steps with a time limit: public comment, decision, publication. */
  readonly procedure?: readonly {
    readonly text: string;
    readonly days?: number;
    readonly basis: string;
    readonly confirmed: boolean;
  }[];
  readonly mode: 'passFail' | 'points';
  readonly minScore?: Readonly<Partial<Record<AreaClass | 'poor', number>>>;
  /** Each standard must reach this share of its maximum, percent. */
  readonly minShareOfStandard?: number;
  readonly quotaPercent?: number;
  readonly quotaBase?: string;
  readonly consecutiveYears?: number;
  readonly standards: readonly StandardDefinition[];
  readonly exclusions: readonly {
    readonly text: string;
    readonly basis: string;
    readonly confirmed: boolean;
  }[];
  readonly basis: string;
  readonly confirmed: boolean;
}

export interface StandardDefinition {
  readonly id: string;
  readonly name: string;
  readonly max?: number;
  readonly combine: 'all' | 'any' | 'sum';
  readonly criteria: readonly CriterionDefinition[];
  readonly confirmed: boolean;
}

export interface CriterionDefinition {
  readonly id: string;
  readonly text: string;
  readonly type: 'bool' | 'count' | 'rate' | 'score';
  readonly comparator?: 'atLeast' | 'atMost' | 'above' | 'below';
  readonly threshold?: Readonly<Partial<Record<AreaClass, number>>>;
  readonly compareWith?: 'constant' | 'provinceMean' | 'previousYear';
  readonly max?: number;
  readonly appraiser?: string;
  readonly confirmed: boolean;
}
