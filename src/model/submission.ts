/** Submissions: parts of files attributed to (unit, period, form), their figures in compact columns. */
import type { FieldId, FormId } from './criteria/references.js';
import type { Finding, SourceRef } from './results/finding.js';
import type { CellState, PartState } from './results/shapes.js';

/**
 * One field of a table in compact form. Index = row of the table.
 * `numbers` holds safe integers in units of 10^-scale where the state is `value` and the field is numeric;
 * `texts` holds choice ids (`yes`/`no` for yesNo), ISO dates or text.
 */
export interface FieldColumn {
  readonly field: FieldId;
  readonly states: CellState[];
  readonly numbers: Float64Array;
  readonly texts: (string | undefined)[];
  /** By row: percentages that `numbers` holds rounded, or that the sheet shows with fewer decimals. */
  readonly exact?: ReadonlyMap<number, ExactRate>;
  /** By row: what stands in the cell, where the figure does not say it: a mark, an answer, a number with words. */
  readonly typed?: readonly (string | undefined)[];
  /** Column of the sheet, 1-based; 0 when the field has no place in what was sent. */
  readonly column: number;
  /** For list and pairs forms: the row of this field's single cell. */
  readonly row?: number;
  /** By row: the cell of each figure, where they do not stand in one column beside the rows' names. */
  readonly cells?: readonly string[];
}

/** A percentage as it was typed, value × 10^-scale, and the decimals its cell shows. */
export interface ExactRate {
  readonly value: bigint;
  readonly scale: number;
  readonly shown?: number;
}

/** The figures of one form as one sender gave them. List and pairs forms have exactly one row. */
export interface FigureTable {
  readonly form: FormId;
  readonly file: string;
  readonly sheet: string;
  readonly rowCount: number;
  /** Row of the sheet per table row, 1-based. */
  readonly sheetRows: readonly number[];
  /** Folded key of each row (area name + former unit); empty string in one-row tables. */
  readonly rowKeys: readonly string[];
  /** The row's own label as sent ("Thôn Đông"), for messages. */
  readonly rowLabels: readonly string[];
  readonly columns: ReadonlyMap<FieldId, FieldColumn>;
  /** The sender's own totals row, when there is one. */
  readonly totals?: FigureTable;
  /** Counted from a list that names whom it concerns: how many rows there are says nothing of how many areas. */
  readonly namesSome?: true;
  /** Areas stand side by side in the sheet: what is a row here is a column there. */
  readonly turned?: true;
  /** What the form says beside the figures of the period, of the unit as a whole: compared, never counted. */
  readonly beside?: readonly BesideFigure[];
}

/** The figure of the year before or of the plan, as the sender typed it. */
export interface BesideFigure {
  readonly field: FieldId;
  readonly role: 'lastYear' | 'plan';
  /** Integer in units of 10^-scale of the field. */
  readonly number: number;
  readonly cell: string;
}

/** One (unit, period, form) found in a file. */
export interface Part {
  readonly file: string;
  readonly sha256: string;
  readonly sheet: string;
  readonly form?: FormId;
  readonly unit?: string;
  readonly period?: string;
  /** Lần nộp; 1 when not said. */
  readonly submissionNo: number;
  readonly state: PartState;
  readonly table?: FigureTable;
  /** What reading its figures brought to light; of no interest once the part is superseded or a duplicate. */
  readonly findings?: readonly Finding[];
  /** Path of the lower level's results.json the figures were taken from; absent for a form that came itself. */
  readonly document?: string;
}

/** All used parts of one unit and period. */
export interface UnitSubmission {
  readonly unit: string;
  readonly period: string;
  readonly tables: ReadonlyMap<FormId, FigureTable>;
}

declare const validated: unique symbol;

/** Only `validate` makes one: figures with errors are marked excluded per field. */
export interface ValidatedSubmission extends UnitSubmission {
  readonly [validated]: true;
  /** Field → finding that makes it unusable for this unit. */
  readonly excludedFields: ReadonlyMap<FieldId, Finding>;
  /** Forms that an error makes unusable as a whole: what stands in another form counts all the same. */
  readonly excludedForms: ReadonlySet<FormId>;
}

/** A figure seen by rules and writers; storage is the columns above. */
export interface Figure {
  readonly state: CellState;
  readonly number?: number;
  readonly text?: string;
  readonly at: SourceRef;
}
