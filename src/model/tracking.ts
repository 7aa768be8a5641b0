/** Deadline work: who has sent, what to mend first, what goes back to a commune. */
import type { Severity } from './criteria/shapes.js';
import type { Finding } from './results/finding.js';

export const STATUS_SCHEMA = 'tdkvh/status@1';

/** Chưa gửi, đã gửi báo cáo chưa có biểu, đạt, phải sửa, cần xác nhận, đã thay thế, chưa rõ đơn vị, không được tính. */
export type TrackingState =
  | 'notSent'
  | 'documentOnly'
  | 'passed'
  | 'mustCorrect'
  | 'toConfirm'
  | 'superseded'
  | 'unattributed'
  | 'refused';

/** When something arrived, as far as anybody said; never the file's own time. */
export interface ReceiptDate {
  /** ISO; absent = không rõ. */
  readonly date?: string;
  readonly source: 'received.csv' | 'form' | 'unknown';
}

/** On time or late against the deadline that holds for the sender. */
export interface Timing {
  readonly deadline?: string;
  /** The deadline is an exception given to this sender. */
  readonly exception?: true;
  /** Days from `asOf` to the deadline; negative when it is past. */
  readonly daysLeft?: number;
  readonly received: ReceiptDate;
  /** `open`: not sent, the deadline not past. `unknown`: sent, nobody knows when, or no deadline. */
  readonly punctuality: 'onTime' | 'late' | 'open' | 'unknown';
  /** Days late: of what arrived, or up to `asOf` of what has not. */
  readonly daysLate?: number;
}

/** One thing a sender still owes. */
export type Debt =
  /** `sheets`: the forms that the sender has to fill, by the names of their sheets. */
  | { readonly kind: 'everything'; readonly sheets?: readonly string[] }
  | { readonly kind: 'form'; readonly form: string; readonly sheet: string }
  | { readonly kind: 'correction' | 'completion' | 'confirmation'; readonly finding: Finding };

export interface SenderStatus {
  /** Unit code; of member agencies the unit they work beside. */
  readonly unit: string;
  /** Name of a member agency; absent for units. */
  readonly agency?: string;
  readonly name: string;
  readonly parent?: string;
  readonly contact?: string;
  readonly state: Exclude<TrackingState, 'superseded' | 'unattributed' | 'refused'>;
  readonly timing: Timing;
  /** Lần nộp used; absent when nothing is used. */
  readonly submissionNo?: number;
  readonly files: readonly string[];
  /** Number of standing errors, of blanks to fill, of open questions, of accepted findings. */
  readonly errors: number;
  readonly gaps: number;
  readonly questions: number;
  readonly accepted: number;
  readonly debts: readonly Debt[];
}

/** A file that stands for nobody, whose content another one replaced, or a lower level's results that cannot count. */
export interface FileStatus {
  readonly file: string;
  readonly state: 'superseded' | 'unattributed' | 'refused' | 'documentOnly';
  readonly unit?: string;
  readonly received: ReceiptDate;
}

/** A status as of a day. */
export type DatedStatus = StatusDocument & { readonly asOf: string };

export interface StatusDocument {
  readonly schema: typeof STATUS_SCHEMA;
  readonly period: string;
  readonly unit: string;
  /** ISO day for which days left are counted; absent where no day is configured, and then nothing is counted. */
  readonly asOf?: string;
  readonly deadlines: { readonly commune?: string; readonly agency?: string };
  /** Days from `asOf` to the deadline of the communes; negative when it is past. */
  readonly daysLeft?: number;
  readonly counts: Readonly<Record<TrackingState, number>>;
  readonly units: readonly SenderStatus[];
  readonly agencies: readonly SenderStatus[];
  readonly files: readonly FileStatus[];
}

/** A movement of a rate as an exact share of 1; products of counts leave the safe integers. */
export interface Movement {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** How far one unit can move one headline rate of the whole. */
export interface Effect {
  readonly indicator: string;
  readonly label: string;
  /** Largest possible movement of the rate, as a share of 1. */
  readonly largest: Movement;
  /** Movement when the unit's value of last year stood. */
  readonly asLastYear?: Movement;
  /** Where the unit's base comes from: its own form, last year, units.csv, or the average of those who reported. */
  readonly base: 'own' | 'previous' | 'registry' | 'average';
}

/** A unit to call, with why. */
export interface FixFirstEntry {
  readonly unit: string;
  readonly name: string;
  readonly contact?: string;
  readonly reason: 'missing' | 'error' | 'question';
  /** Sorted by movement, largest first. */
  readonly effects: readonly Effect[];
  /** Findings that touch the headline figures, errors first. */
  readonly findings: readonly Finding[];
}

/** What goes back to a commune. */
export interface Reply {
  readonly unit: string;
  readonly name: string;
  readonly period: string;
  readonly corrections: readonly Finding[];
  /** Forms and rows left blank: figures that are not wrong but not there. */
  readonly gaps: readonly Finding[];
  readonly questions: readonly Finding[];
  readonly accepted: readonly Finding[];
  /** Present when an earlier submission was compared. */
  readonly comparison?: ResubmissionComparison;
}

/** A figure that changed without being asked for; with `kind` a whole row that came or went. */
export interface UnaskedChange {
  readonly kind?: 'added' | 'gone';
  readonly form: string;
  readonly field: string;
  readonly label: string;
  /** The row's own label in table forms. */
  readonly row?: string;
  /** As printed; empty for a blank. */
  readonly before: string;
  readonly after: string;
  readonly at: { readonly file: string; readonly sheet?: string; readonly cell?: string };
}

/** The resubmission against the one before. */
export interface ResubmissionComparison {
  readonly corrected: readonly Finding[];
  readonly notCorrected: readonly Finding[];
  readonly fresh: readonly Finding[];
  readonly unasked: readonly UnaskedChange[];
}

/** An answer read from the box for the reason. */
export interface ReasonGiven {
  /** Finding id. */
  readonly id: string;
  readonly reason: string;
  readonly at: { readonly file: string; readonly sheet: string; readonly cell: string };
}

/** Look of a marked cell: wrong, asked about, mended since the last time. */
export type MarkLook = Severity | 'resolved';

/** A mark on a cell of a workbook. */
export interface CellMark {
  readonly sheet: string;
  /** A1. */
  readonly cell: string;
  readonly look: MarkLook;
  /** Comment; its first line is the heading. */
  readonly text: string;
}

/** The reply sheet as rows of styled texts, the same for both writers of it. */
export interface ReplyGrid {
  readonly sheetName: string;
  /** Widths in characters. */
  readonly widths: readonly number[];
  readonly rows: readonly ReplyRow[];
}

export interface ReplyRow {
  readonly style: 'title' | 'text' | 'heading' | 'header' | 'line';
  readonly cells: readonly string[];
  /** Index of the cell that the commune fills. */
  readonly input?: number;
}
