/** Figures that somebody already filled into a form of the office's own: a form to be sent out has none. */
import { isNumberCell } from '../cells/cell-words.js';
import type { LocatedTable, OwnSheet } from '../layout/own-sheet.js';
import type { CellPlace } from '../layout/value-column.js';
import { isBlankText, slotsOf } from './form-slots.js';
import { locateLines } from './locate-lines.js';
import { blankPlace } from './misfits.js';
import { gridOfTable } from './read-rows.js';

/** Cells of the table with a figure or an answer; formulas are the form's own. */
export function filledCells(own: OwnSheet, located: LocatedTable): readonly CellPlace[] {
  const grid = gridOfTable(own, located);
  return figurePlaces(own, located).filter(({ row, column }) => {
    const cell = grid.at(row, column);
    if (cell === undefined || cell.formula === true) return false;
    return located.table.rows === 'household' || isNumberCell(cell) || !isBlankText(cell.raw);
  });
}

/** Every place of the table into which a figure may go. */
function figurePlaces(own: OwnSheet, located: LocatedTable): readonly CellPlace[] {
  const { table, key = 1 } = located;
  const columns = [...located.columns].flatMap(([{ role }, column]) => (role === 'ignored' ? [] : [column]));
  const hasLines = table.rows === 'indicator' || table.across === true;
  const rows = hasLines
    ? locateLines(own, located, blankPlace(own, located)).places.map(([, row]) => row)
    : [];
  if (table.rows === 'indicator') return rows.flatMap((row) => columns.map((column) => ({ row, column })));
  const { slots } = slotsOf(own, located);
  if (table.across === true) return rows.flatMap((row) => slots.map(({ line }) => ({ row, column: line })));
  const wanted = table.rows === 'household' ? [key, ...columns] : columns;
  return slots.flatMap(({ line }) => wanted.map((column) => ({ row: line, column })));
}
