/** How the cells of the summary workbook look: type, rules, alignment, number formats. */
import type { TableColumn, TableRow } from '../../model.js';
import { FONT } from '../decree30-layout.js';
import type { Alignment, Borders, Fill, Style } from '../exceljs-adapter.js';
import { defined } from '../../values/defined.js';
import { decimalsOf, saysPercent } from '../printed-cell.js';

export const TYPE_SIZE = 11;
/** Points of one line of text. */
export const LINE_HEIGHT = 15;

const rule = { style: 'thin', color: { argb: 'FF000000' } } as const;
const BORDER: Partial<Borders> = { top: rule, bottom: rule, left: rule, right: rule };
const fill = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });

export const TITLE_STYLE: Partial<Style> = {
  font: { name: FONT, size: 14, bold: true },
  alignment: { vertical: 'middle', wrapText: true },
};
export const UNIT_LINE_STYLE: Partial<Style> = {
  font: { name: FONT, size: TYPE_SIZE, italic: true },
  alignment: { horizontal: 'right', vertical: 'middle' },
};
export const DRAFT_STYLE: Partial<Style> = { font: { name: FONT, size: TYPE_SIZE, bold: true } };
export const HEADER_STYLE: Partial<Style> = {
  font: { name: FONT, size: TYPE_SIZE, bold: true },
  alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
  border: BORDER,
  fill: fill('FFE7EEF7'),
};
export const NUMBERS_STYLE: Partial<Style> = {
  font: { name: FONT, size: 9, italic: true },
  alignment: { horizontal: 'center', vertical: 'middle' },
  border: BORDER,
};
export const NOTE_STYLE: Partial<Style> = {
  font: { name: FONT, size: TYPE_SIZE, italic: true },
  alignment: { vertical: 'top', wrapText: true },
};

/** Style of a body cell, `decimalsInUse` those of the amounts of its column; one per role and column, so that sheets of many rows stay small. */
export function bodyStyle(
  role: TableRow['role'],
  column: TableColumn,
  decimalsInUse: number,
  rateDecimals: number,
): Partial<Style> {
  return {
    font: { name: FONT, size: TYPE_SIZE, ...(role === 'unit' ? {} : { bold: true }) },
    alignment: alignmentOf(column, role),
    border: BORDER,
    numFmt: numberFormat(column, decimalsInUse, rateDecimals),
    ...(role === 'unit' ? {} : { fill: fill(role === 'total' ? 'FFE2E2E2' : 'FFF4F4F4') }),
  };
}

/** A cell that the words of a section line run over, or run on from: no rule stands between it and its neighbour. */
export const runOver = (
  { border, ...style }: Partial<Style>,
  open: { readonly left: boolean; readonly right: boolean },
): Partial<Style> => {
  const { left, right, ...lines } = { ...border };
  return {
    ...style,
    border: { ...lines, ...(open.left ? {} : defined({ left })), ...(open.right ? {} : defined({ right })) },
  };
};

function alignmentOf(column: TableColumn, role: TableRow['role']): Partial<Alignment> {
  if (column.kind === 'ordinal') return { horizontal: 'center', vertical: 'middle' };
  if (column.kind !== 'text') return { horizontal: 'right', vertical: 'middle' };
  // The words of a section line run over the empty cells beside it.
  return { horizontal: 'left', vertical: 'middle', indent: 1, wrapText: role !== 'section' };
}

/** Text columns are text for good: what is typed there later stays as typed. */
function numberFormat(column: TableColumn, decimalsInUse: number, rateDecimals: number): string {
  const fraction = (decimals: number): string => (decimals === 0 ? '' : `.${'0'.repeat(decimals)}`);
  switch (column.kind) {
    case 'text':
    case 'ordinal':
      return '@';
    case 'count':
      return '#,##0';
    case 'amount':
      return `#,##0${fraction(decimalsInUse)}`;
    case 'rate':
      return `0${fraction(decimalsOf(column, rateDecimals))}${saysPercent(column) ? '' : '"%"'}`;
  }
}
