/** What a file says before anything is interpreted: bytes, sheets, cells, each cell with its address. */

/** One file as it was sent. `path` is relative to the workspace, NFC, with `/`. */
export interface SourceFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** Fonts that show letters at codes of their own: TCVN3 (`.Vn…`, and `.Vn…H` with capitals only) and VNI (`VNI-…`). */
export type LegacyFont = 'tcvn3' | 'tcvn3-capitals' | 'vni';

/**
 * A stored cell. `raw` is the text of the file, never passed through a double:
 * for numbers the `<v>` text, for text the whole string, for errors the error name, for booleans `1`/`0`.
 */
export interface RawCell {
  /** 1-based, as in the sheet. */
  readonly row: number;
  /** 1-based: A is 1. */
  readonly column: number;
  readonly kind: 'number' | 'text' | 'boolean' | 'error';
  readonly raw: string;
  /** The cell holds a formula. Without a cached result `raw` is empty and `kind` is `text`. */
  readonly formula?: boolean;
  /** The formula in A1 notation, English and with commas; absent where the file does not say it for this cell. */
  readonly expression?: string;
  /** The cell that `expression` was written for, when it is shared with this one: its relative references move along. */
  readonly writtenAt?: { readonly row: number; readonly column: number };
  /** The formula has no cached result. */
  readonly uncalculated?: boolean;
  /** The number format shows a date or a percentage: the number means a serial day or a fraction. */
  readonly numberFormat?: 'date' | 'percent';
  /** What the cell shows of a stored number, where that may be another one: rounded, scaled, with words. */
  readonly shown?: ShownNumber;
  /** The whole text is set in a font of an old encoding. */
  readonly legacyFont?: LegacyFont;
  /** Text partly set in such fonts: its runs in order, joined they are `raw`. */
  readonly legacyRuns?: readonly { readonly text: string; readonly font?: LegacyFont }[];
}

/** A number as its format shows it. */
export interface ShownNumber {
  /** As printed, with decimal comma: "27,07", "91,06%". */
  readonly text: string;
  readonly decimals: number;
  /** What the format writes around the number. */
  readonly words: string;
  /** Scaling commas or digits of the format itself: the shown number is not the stored one. */
  readonly otherwise?: boolean;
}

/** Inclusive rectangle, 1-based. */
export interface RawRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** One sheet (or one CSV file, `name` empty). Cells ordered by row, then column; blanks are absent. */
export interface RawSheet {
  readonly name: string;
  readonly state: 'visible' | 'hidden' | 'veryHidden';
  readonly cells: readonly RawCell[];
  readonly merges: readonly RawRange[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** The workbook counts days from 1904. */
  readonly date1904: boolean;
  /** A CSV file that is not UTF-8: each letter of `raw` is one byte (U+0000–U+00FF), to be decoded with known words. */
  readonly undecoded?: true;
}

/** Why the stored results of formulas may be old, or not those of the stored numbers. */
export type CalculationState = 'manual' | 'not-completed' | 'on-load' | 'as-shown';

/** A file whose container could be read. */
export interface RawFile {
  readonly source: SourceFile;
  readonly format: 'xlsx' | 'csv';
  readonly sheets: readonly RawSheet[];
  /** What the workbook says of how its formulas were calculated; absent when all is usual. */
  readonly calculation?: CalculationState;
  /** Texts that the workbook keeps under names of the program (`OWN_NAME`): name without its beginning → text. */
  readonly names?: ReadonlyMap<string, string>;
}

/** Beginning of the defined names under which a form that was sent out says whose it is: tdkvh_unit. */
export const OWN_NAME = 'tdkvh_';

/** Receives cells while a workbook is read; the seam behind which the reader may be exchanged. */
export interface CellSink {
  sheet(name: string, state: RawSheet['state'], date1904: boolean): void;
  cell(cell: RawCell): void;
  merge(range: RawRange): void;
  hiddenRow(row: number): void;
  hiddenColumns(from: number, to: number): void;
}

/** A row of one of the office's own CSV files. Values are cleaned of outer spaces; a blank cell is absent. */
export interface DelimitedRow {
  /** 1-based line of the file at which the row starts; the header is usually line 1. */
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
}

/** One of the office's own CSV files (units.csv, targets.csv …) or a list of a registry. */
export interface DelimitedTable {
  readonly path: string;
  /** Column ids of the header row, in order. */
  readonly columns: readonly string[];
  readonly rows: readonly DelimitedRow[];
}
