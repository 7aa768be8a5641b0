/** What theo-doi.html shows first, and what it needs to lead every figure back to its cells. */
import type { FigureId, TableCell } from './report.js';
import type { SourceCell } from './tracing.js';

/** A share of one, for the length of a bar. */
type Share = readonly [numerator: number, denominator: number];

/** A headline indicator of the compiling unit. */
export interface BoardHeadline {
  readonly figure: FigureId;
  readonly label: string;
  /** "89,49%", "8 mô hình"; "…" while nobody has reported. */
  readonly value: string;
  /** "20.325/22.713 hộ"; empty for plain numbers. */
  readonly counts: string;
  /** Of rates. */
  readonly rate?: Share;
  readonly target?: {
    /** "Kế hoạch từ 90% trở lên". */
    readonly text: string;
    readonly state: 'exceeded' | 'reached' | 'missed';
    /** "thấp hơn 0,51 điểm phần trăm". */
    readonly outcome: string;
    /** Of rates. */
    readonly at?: Share;
  };
  /** "tăng 1,29 điểm phần trăm so với năm 2023". */
  readonly change?: { readonly text: string; readonly up: boolean | undefined };
  /** "11/14 đơn vị". */
  readonly coverage: string;
  readonly partial: boolean;
}

/** Units by headline rates; each cell says how it stands among the others of its column. */
export interface HeatTable {
  readonly columns: readonly { readonly indicator: string; readonly label: string }[];
  readonly rows: readonly HeatRow[];
}

export interface HeatRow {
  readonly unit: string;
  readonly name: string;
  /** The compiling unit as a whole. */
  readonly whole: boolean;
  readonly cells: readonly HeatCell[];
}

export interface HeatCell {
  readonly cell: TableCell;
  /** 1 lowest to 5 highest of the column; absent without a rate, and where all are alike. */
  readonly level?: number;
}

export interface Board {
  readonly headlines: readonly BoardHeadline[];
  /** Absent where no unit has a headline rate. */
  readonly heat?: HeatTable;
}

/** A finding beside a figure. */
export interface BookFinding {
  /** "VH347 (Biểu 01 M9): …". */
  readonly text: string;
  readonly accepted?: string;
}

/** Cells of one column of one sheet behind a figure, ready to be shown. */
export interface BookGroup {
  readonly side: 'n' | 'd';
  readonly label: string;
  readonly total: string;
  readonly file: string;
  readonly sheet: string;
  readonly cells: readonly Pick<SourceCell, 'row' | 'column' | 'label'>[];
  /** Each cell as it was read. */
  readonly read: readonly string[];
}

/** A figure of one unit, in the words of `trace`. */
export interface BookFigure {
  /** Place among the indicators of the book. */
  readonly indicator: number;
  readonly calculation: string;
  readonly reported: number;
  readonly expected: number;
  /** Why there is none; empty where there is one. */
  readonly why: string;
  readonly groups: readonly BookGroup[];
  /** What the unit entered itself, beside those below. */
  readonly own?: { readonly calculation: string; readonly groups: readonly BookGroup[] };
  readonly findings: readonly BookFinding[];
  /** "Kỳ 2023: …". */
  readonly earlier: readonly string[];
}

export interface BookUnit {
  readonly id: string;
  readonly name: string;
  /** Codes or names of those it is a part of. */
  readonly within: readonly string[];
}

/** All traces of a run, made unit by unit. */
export interface TraceBook {
  readonly indicators: readonly {
    readonly id: string;
    readonly label: string;
    readonly unit: string;
    readonly numerator: string;
    readonly denominator?: string;
    readonly basis: string;
  }[];
  /** Those of whom the page shows figures. */
  readonly units: readonly BookUnit[];
  readonly figuresOf: (unit: string) => Iterable<BookFigure>;
  /** How a difference, a target, a bound or a number of units comes about. */
  readonly stepsOf: (figure: FigureId) => readonly string[];
  /** "tỷ lệ", "chênh lệch so với kỳ trước". */
  readonly quantityOf: (figure: FigureId) => string;
  readonly sha256Of: (file: string) => string;
}
