/** A finding: a problem or remark about what was sent, configured or found, for people and machines alike. */
import type { SourceRef } from './raw.js';

/** Shown as Phải sửa, Cần xác nhận, Lưu ý. */
export type Severity = 'error' | 'warning' | 'info';

export interface Finding {
  /** Short hash of (code, rule, unit, period, form, rowKey, fields); survives re-ordering of rows. */
  readonly id: string;
  /** Slug, `place/what`; keys the catalogue. */
  readonly code: string;
  /** The number people see, `VH301`. */
  readonly number: string;
  readonly severity: Severity;
  /** A rule being watched: reported, counts for nothing. */
  readonly trial?: boolean;
  /** An accepted.csv line applies: the figure counts although the finding stands. */
  readonly accepted?: { readonly reason: string; readonly person: string; readonly date: string };
  /** Code of the unit the finding is about. */
  readonly unit?: string;
  readonly period?: string;
  readonly form?: string;
  /** Id of the rule of the criteria set that found it. */
  readonly rule?: string;
  /** Folded key of the row (area name + former unit). */
  readonly rowKey?: string;
  /** Field ids the finding makes unusable (errors), or is about. */
  readonly fields?: readonly string[];
  readonly at: SourceRef;
  /** The other cells of a cross check. */
  readonly related?: readonly SourceRef[];
  readonly actual?: string;
  readonly expected?: readonly string[];
  /** Vietnamese, one sentence: what is wrong, with the facts that show it. */
  readonly message: string;
  /** Vietnamese, imperative: what to do. */
  readonly hint?: string;
  /** Article, form or standard that requires it. */
  readonly basis?: string;
}
