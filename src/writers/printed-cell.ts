/** A cell of a report's table as it is printed; the one place that fixes the marks of figures that are not there. */
import type { TableCell, TableColumn, TableRow } from '../model.js';
import { digitsNeeded, formatCount, formatPercent, formatScaled } from '../values/number-format.js';

/** Missing, without decision, not applicable and empty are four different things. */
export const PRINTED_MARKS = { missing: '…', pending: 'chưa QĐ', notApplicable: 'x', none: '' } as const;

/** The header already says "(%)" or "(điểm phần trăm)", so that the figures below need no sign. */
export const saysPercent = (column: TableColumn): boolean =>
  /%|phần trăm/u.test(`${column.group ?? ''} ${column.header}`);

/** Decimals of rates whose column does not say. */
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

/** Decimals that the amounts of a column need: printed under one another they all have as many. */
export function amountDigits(rows: readonly TableRow[], index: number, column: TableColumn): number {
  if (column.kind !== 'amount') return 0;
  const scale = decimalsOf(column);
  let most = 0;
  for (const { cells } of rows) {
    const cell = cells[index];
    if (cell?.kind === 'integer') most = Math.max(most, digitsNeeded(cell.value, scale));
  }
  return most;
}

/** Printed text; a rate without a base prints nothing. `digits`: decimals of all amounts of the column. */
export function printedCell(
  cell: TableCell,
  column: TableColumn,
  rateDecimals = USUAL_RATE_DECIMALS,
  digits?: number,
): string {
  switch (cell.kind) {
    case 'text':
      return cell.text;
    case 'integer':
      if (column.kind !== 'amount') return formatCount(cell.value);
      // A count needs no decimals because an amount stands in its column.
      return digits === undefined || cell.whole === true
        ? formatScaled(cell.value, decimalsOf(column, rateDecimals))
        : withDigits(
            formatScaled(cell.value, decimalsOf(column, rateDecimals), true),
            digits,
            decimalsOf(column),
          );
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

/** Only zeros are cut: the column needs no more decimals than `digits`. */
const withDigits = (text: string, digits: number, scale: number): string =>
  digits >= scale ? text : text.slice(0, digits - scale - (digits === 0 ? 1 : 0));
