/** Tables the program itself writes (tong-hop.xlsx, figures.csv, findings.csv): sums of forms, never a form. */
import type { RawFile, RawSheet } from '../model.js';
import { FIGURE_COLUMNS, FINDING_COLUMNS, WORKBOOK_MARK } from '../model/own-outputs.js';

/** So many columns decide: what stands behind them may have been cut away. */
const DECIDING = 5;

export function isOwnOutput({ format, sheets, names }: RawFile): boolean {
  if (format === 'xlsx') return names?.has(WORKBOOK_MARK.name) === true;
  const [sheet] = sheets;
  return (
    sheet !== undefined &&
    [FIGURE_COLUMNS, FINDING_COLUMNS].some((head) => startsWith(sheet, head.slice(0, DECIDING)))
  );
}

const startsWith = ({ cells }: RawSheet, head: readonly string[]): boolean =>
  head.every((text, index) => {
    const cell = cells[index];
    return cell?.row === 1 && cell.column === index + 1 && cell.raw.trim().toLowerCase() === text;
  });
