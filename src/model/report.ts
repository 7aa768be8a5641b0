/** A report as neutral blocks and tables; writers turn it into DOCX, XLSX, CSV or HTML without knowing the field. */

import type { PageMargins } from './results/settings.js';

/** What a printed figure is, so that a place in the report can be traced back to the results. */
export interface FigureId {
  /** Code of the unit, or name of a group of the office. */
  readonly unit: string;
  readonly indicator: string;
  /** Which of its figures: `n`, `d`, `rate`, … */
  readonly quantity: string;
  /** When it is not the report's own. */
  readonly period?: string;
}

export interface TextRun {
  readonly text: string;
  /** The run is this figure and nothing else. */
  readonly figure?: FigureId;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Highlighted: a part the office still has to write. */
  readonly draft?: boolean;
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | {
      readonly kind: 'paragraph';
      readonly runs: readonly TextRun[];
      /** A line on whose figures stand under it, no part of the text. */
      readonly note?: true;
    }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly TextRun[])[] };

/** What a column holds; drives number format, alignment and live formulas. */
export interface TableColumn {
  readonly id: string;
  readonly header: string;
  /** Header above, merged over neighbouring columns of the same group. */
  readonly group?: string;
  readonly kind: 'ordinal' | 'text' | 'count' | 'amount' | 'rate';
  /** Decimals of amounts, and of rates as printed. */
  readonly decimals?: number;
  /** For rates: ids of the numerator and denominator columns of the same table. */
  readonly rateOf?: readonly [numerator: string, denominator: string];
  /** Characters, a hint for widths. */
  readonly width?: number;
}

/**
 * A cell. `integer` is in units of 10^-decimals of its column. A rate keeps its fraction; rounding happens in the writer's
 * formatter, once. `missing` prints "…", `none` prints an empty cell, `notApplicable` prints "x".
 */
export type TableCell = { readonly figure?: FigureId } & (
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly link?: { readonly sheet: string; readonly cell: string };
      /** A figure in brackets: given, and in no sum. */
      readonly aside?: number;
    }
  | {
      readonly kind: 'integer';
      readonly value: number;
      /** A count in a column of amounts: printed without decimals. */
      readonly whole?: true;
    }
  | { readonly kind: 'rate'; readonly numerator: number; readonly denominator: number }
  | { readonly kind: 'missing' }
  | { readonly kind: 'pending' }
  | { readonly kind: 'notApplicable' }
  | { readonly kind: 'none' }
);

export interface TableRow {
  /** `unit`: an own line; `subtotal`, `total`: sums of the lines named in `sums`; `section`: a heading line. */
  readonly role: 'unit' | 'subtotal' | 'total' | 'section';
  readonly cells: readonly TableCell[];
  /** Code of the unit whose line it is, where its figures do not say so. */
  readonly unit?: string;
  /** Indexes into `rows` of the `unit` rows this row sums, for live formulas. */
  readonly sums?: readonly number[];
}

export interface Table {
  readonly id: string;
  /** Vietnamese, at most 31 characters, for the worksheet. */
  readonly sheetName: string;
  readonly title: string;
  /** "Đơn vị tính: …", when one holds for the whole table. */
  readonly unitLine?: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** Coverage, base of each rate, meaning of marks. */
  readonly notes: readonly string[];
}

/** Rows in order; of a long list they are made anew each time it is walked, so that they are never all in memory. */
export interface TableRows extends Iterable<TableRow> {
  readonly length: number;
  /** All of them at once, where sums name their lines: for as long as one table is being written. */
  readonly whole?: () => readonly TableRow[];
}

/** A table that may be too long to be held: only its lines' own cells count, sums stand in tables that are held. */
export interface LongTable extends Omit<Table, 'rows'> {
  readonly rows: TableRows;
}

export interface Annex {
  /** Roman numeral. */
  readonly number: string;
  readonly table: Table;
}

export interface ChartBar {
  readonly label: string;
  readonly rate: { readonly numerator: number; readonly denominator: number };
  /** The compiling unit as a whole, drawn darker among its parts. */
  readonly whole?: boolean;
  /** Code of the unit. */
  readonly unit?: string;
}

/** Rates as horizontal bars from the highest to the lowest, or as a course. A native chart in Word, SVG in HTML. */
export interface Chart {
  /** Id of the indicator, unless `indicator` says it. */
  readonly id: string;
  readonly indicator?: string;
  /** One bar a year, upright, oldest first. */
  readonly course?: boolean;
  readonly title: string;
  readonly bars: readonly ChartBar[];
  /** So many bars stand before units that the chart leaves out. */
  readonly gapAfter?: number;
  readonly decimals: number;
  /** Percent at which the axis begins and ends, so that differences are seen; the notes say so. Absent: 0 to 100. */
  readonly axis?: readonly [from: number, to: number];
  /** Printed beneath: which units it shows. */
  readonly notes: readonly string[];
  /** The same in words, for those who cannot see it. */
  readonly description: string;
  /** Index of the block that it follows; absent: before the annexes. */
  readonly after?: number;
}

/** The letter around the text, Decree 30/2020/NĐ-CP Appendix I. Names come from configuration. */
export interface LetterHead {
  readonly superior?: string;
  readonly agency: string;
  /** "Số: …/BC-BCĐ". */
  readonly number: string;
  /** "V/v …": the subject of an official letter, which has no name of type. */
  readonly about?: string;
  /** "Lương Tài, ngày 10 tháng 12 năm 2024". */
  readonly placeAndDate: string;
}

export interface SignatureBlock {
  /** "TM. BAN CHỈ ĐẠO", when there is one. */
  readonly authority?: string;
  readonly post: string;
  /** A second line of post beneath. */
  readonly onBehalf?: string;
  /** The signer's post in the government, beneath; reports of a steering committee have it. */
  readonly governmentPost?: string;
  readonly name: string;
}

export interface Report {
  readonly head: LetterHead;
  /** "BÁO CÁO". */
  readonly documentType: string;
  /** Trích yếu. */
  readonly subject: string;
  /** "Kính gửi:" lines; empty when the report does not go up. */
  readonly to: readonly string[];
  readonly blocks: readonly Block[];
  readonly charts?: readonly Chart[];
  /** Charts that stand nowhere in the text are an annex: its number, and before which of `annexes` it stands. */
  readonly chartsAnnex?: { readonly number: string; readonly title: string; readonly before: number };
  /** Nơi nhận, without dashes and end marks; the last line is "Lưu: …". */
  readonly recipients: readonly string[];
  readonly signature: SignatureBlock;
  readonly annexes: readonly Annex[];
  /** "(Kèm theo Báo cáo số …)". */
  readonly annexReference: string;
  /** Those of the decree's least width where the office chose none. */
  readonly margins?: PageMargins;
  /** DỰ THẢO on every page. */
  readonly draft: boolean;
  /** ISO date for document properties; the configured report date. */
  readonly date?: string;
  /** Document title for properties. */
  readonly title: string;
}
