/** Tables the program itself writes (tong-hop.xlsx, figures.csv, findings.csv): sums of forms, never a form. */
import type { RawFile, RawSheet } from '../model.js';

/** First cells of the program's own CSV files. */
const CSV_HEADS: readonly (readonly string[])[] = [
  ['period', 'unit_code', 'unit', 'level', 'indicator'],
  ['number', 'code', 'severity', 'accepted', 'unit_code'],
];
/** Sheets that stand together in no form: the first annex and the list of sources. */
const WORKBOOK_SHEETS = [/^PL I /u, /^Nguồn số liệu$/u] as const;

export function isOwnOutput({ format, sheets }: RawFile): boolean {
  if (format === 'xlsx')
    return WORKBOOK_SHEETS.every((title) => sheets.some(({ name }) => title.test(name.normalize('NFC'))));
  const [sheet] = sheets;
  return sheet !== undefined && CSV_HEADS.some((head) => startsWith(sheet, head));
}

const startsWith = ({ cells }: RawSheet, head: readonly string[]): boolean =>
  head.every((text, index) => {
    const cell = cells[index];
    return cell?.row === 1 && cell.column === index + 1 && cell.raw.trim().toLowerCase() === text;
  });
