/** Names that spreadsheets and people give to copies of a sheet: "Biểu 01 (2)", "Biểu 01 - bản sao", "Copy of Biểu 01". */
import { foldBare } from '../../values/vietnamese-text.js';

/** The folded name without what marks it as a copy, and without its year. */
export const withoutCopyMark = (name: string): string =>
  foldBare(
    name
      .replace(/\s*[-–_(]?\s*(?:năm\s*)?20\d\d\)?/iu, '')
      .replace(/\s*(?:\(\d{1,2}\)|[_-]\s*\d{1,2})\s*$/u, '')
      .replace(/\s*[-–_]?\s*\(?(?:bản sao|ban sao|copy|sao|cũ|mới|sửa|bổ sung)\)?\s*\d*\s*$/iu, '')
      .replace(/^\s*(?:bản sao của|copy of)\s+/iu, ''),
  );

/** A year in the sheet's name: "Biểu 01 năm 2023". */
export const yearInName = (name: string): string | undefined => /(?<!\d)(20\d\d)(?!\d)/u.exec(name)?.[1];
