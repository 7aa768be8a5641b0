/** The cells of a table as the workbook holds them: live formulas where they agree with the results, else values. */
import { roundedPercent } from '../../values/exact-rate.js';
import type { TableCell, TableColumn, TableRow } from '../../model.js';
import { plainDecimal } from '../plain-decimal.js';
import { decimalsOf, PRINTED_MARKS } from '../printed-cell.js';
import {
  lineRateFormula,
  sumFormula,
  sumRateFormula,
  type CellContent,
  type FormulaPlace,
} from './live-formulas.js';

const EMPTY: CellContent = { kind: 'empty' };
const textContent = (text: string): CellContent => (text === '' ? EMPTY : { kind: 'text', text });

/** Content of column `index` of a row; `rowIndex`: its place among the rows of the table. */
export function sheetCell(place: FormulaPlace, row: TableRow, rowIndex: number, index: number): CellContent {
  const column = place.table.columns[index];
  const cell = row.cells[index];
  if (column === undefined || cell === undefined) return EMPTY;
  return formula(place, row, rowIndex, index) ?? plain(cell, column, place.rateDecimals);
}

function formula(
  place: FormulaPlace,
  row: TableRow,
  rowIndex: number,
  index: number,
): CellContent | undefined {
  const kind = place.table.columns[index]?.kind;
  switch (row.role) {
    case 'unit':
      return kind === 'rate' ? lineRateFormula(place, row, rowIndex, index) : undefined;
    case 'subtotal':
    case 'total':
      if (kind === 'rate') return sumRateFormula(place, row, index);
      return kind === 'count' || kind === 'amount' ? sumFormula(place, row, index) : undefined;
    case 'section':
      return undefined;
  }
}

function plain(cell: TableCell, column: TableColumn, rateDecimals: number): CellContent {
  switch (cell.kind) {
    case 'text':
      return textContent(cell.text);
    case 'integer':
      return {
        kind: 'number',
        decimal: plainDecimal(cell.value, column.kind === 'amount' ? decimalsOf(column) : 0),
      };
    case 'rate': {
      const decimals = decimalsOf(column, rateDecimals);
      const rounded = roundedPercent(cell, decimals);
      return rounded === undefined ? EMPTY : { kind: 'number', decimal: plainDecimal(rounded, decimals) };
    }
    case 'missing':
    case 'pending':
    case 'notApplicable':
    case 'none':
      return textContent(PRINTED_MARKS[cell.kind]);
  }
}
