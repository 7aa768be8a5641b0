/** A cell of a report's table as it is printed; the one place that fixes the marks of figures that are not there. */
import type { TableCell, TableColumn } from '../model.js';
import { formatCount, formatPercent, formatScaled } from '../number-format.js';

/** Missing, without decision, not applicable and empty are four different things. */
export const PRINTED_MARKS = { missing: '…', pending: 'chưa QĐ', notApplicable: 'x', none: '' } as const;

/** The header already says "(%)", so that the figures below need no sign. */
export const saysPercent = (column: TableColumn): boolean =>
  `${column.group ?? ''} ${column.header}`.includes('%');

/** Decimals of rates whose column does not say (product.md, Figures 5). */
export const USUAL_RATE_DECIMALS = 2;

/** Decimals of a column: of its amounts, or of its rates as printed. */
export const decimalsOf = (column: TableColumn, rateDecimals = USUAL_RATE_DECIMALS): number =>
  column.decimals ?? (column.kind === 'rate' ? rateDecimals : 0);

/** Figures are set right, ordinal numbers and marks centred, text left. */
export type CellPlace = 'left' | 'center' | 'right';

export function placeOf(cell: TableCell, column: TableColumn): CellPlace {
  if (column.kind === 'ordinal') return 'center';
  if (column.kind === 'text') return 'left';
  return cell.kind === 'integer' || cell.kind === 'rate' ? 'right' : 'center';
}

/** Printed text; a rate without a base prints nothing. */
export function printedCell(
  cell: TableCell,
  column: TableColumn,
  rateDecimals = USUAL_RATE_DECIMALS,
): string {
  switch (cell.kind) {
    case 'text':
      return cell.text;
    case 'integer':
      return column.kind === 'amount'
        ? formatScaled(cell.value, decimalsOf(column, rateDecimals))
        : formatCount(cell.value);
    case 'rate': {
      const percent = formatPercent(cell, decimalsOf(column, rateDecimals)) ?? '';
      return saysPercent(column) ? percent.replace('%', '') : percent;
    }
    case 'missing':
    case 'pending':
    case 'notApplicable':
    case 'none':
      return PRINTED_MARKS[cell.kind];
  }
}
