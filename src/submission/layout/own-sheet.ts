/** A sheet that is a form of the office's own, with its tables where they were found. */
import type { OwnColumn, OwnForm, OwnTable, RawSheet } from '../../model.js';

export interface LocatedTable {
  readonly table: OwnTable;
  readonly firstRow: number;
  readonly labelRow: number;
  readonly lastRow: number;
  readonly key?: number;
  readonly codeKey?: number;
  readonly ordinal?: number;
  readonly columns: ReadonlyMap<OwnColumn, number>;
  /** Mapped columns that no column of the sheet is, or that several are. */
  readonly lost: readonly LostHeader[];
  /** Columns of the sheet that the form does not have. */
  readonly unknown: ReadonlyMap<number, string>;
  /** Rows in which the whole header stands again. */
  readonly again: readonly number[];
  /** The words of the header stand there, but not over the columns that the form has them over. */
  readonly broken?: true;
}

export interface LostHeader {
  readonly column: OwnColumn;
  readonly header: string;
  /** " đứng ngay sau cột “Số hộ đạt”" of a header that several columns bear. */
  readonly after: string;
  readonly why: 'missing' | 'several';
  readonly nearest?: string;
}

export interface OwnSheet {
  readonly form: OwnForm;
  readonly sheet: RawSheet;
  /** In the order in which they stand. */
  readonly tables: readonly LocatedTable[];
  /** Tables that stand on this sheet of the form and are not there: where the others end is then not known for sure. */
  readonly missing: readonly OwnTable[];
  readonly firstRow: number;
  readonly year: number;
}
