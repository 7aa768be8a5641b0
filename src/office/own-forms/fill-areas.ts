/** Tables with a row or a column for each area or model of one commune, filled with its results. */
import { isCounted } from '../../criteria/own-forms.js';
import type { LocatedTable } from '../../submission/layout/own-sheet.js';
import { totalWord } from '../../submission/layout/row-words.js';
import { gridOf, type SheetGrid } from '../../submission/layout/sheet-grid.js';
import type { CellPlace } from '../../submission/layout/value-column.js';
import { locateLines } from '../../submission/own-form/locate-lines.js';
import { blankPlace } from '../../submission/own-form/misfits.js';
import { notFilled, placed, wanted, type Filling } from './filling.js';
import { countOfMarks, isMarkedOtherwise, markFigure } from './mark-figures.js';
import { onSheet, type OnSheet } from './over-sheets.js';
import { areaRows, figureOf, rowFigure, type AreaRow } from './result-figures.js';

/** Rows of the areas or models of one commune. */
export function fillRows(filling: Filling): void {
  const { own, located, results, unit, log, opened } = filling;
  const slots = onSheet(filling.sheets, own, located);
  const rows = slots.rowsHere(areaRows(results, unit, located.table, opened.set));
  const notes = new Set(opened.set.fields.flatMap(({ id, type }) => (type === 'text' ? [id] : [])));
  const grid = gridOf(own.sheet);
  const taken = placed(filling, slots, rows);
  notFilled(
    filling,
    taken.map(([{ line }]) => line),
  );
  for (const [slot, row] of taken) put(slot.line, row);
  const { total } = slots;
  // The total of a sheet on which a part of the areas stands is none of the commune.
  if (total !== undefined && (slots.isWhole || isOfWhole(slots, grid, located, total))) put(total, undefined);
  else if (total !== undefined)
    log.notMapped(countedAt(located, total).filter(({ column }) => grid.at(total, column) === undefined));
  function put(line: number, row: AreaRow | undefined): void {
    for (const [column, at] of located.columns) {
      const id = wanted(column);
      if (id === undefined || !isCounted(column)) continue;
      const { answer } = column;
      if (
        row !== undefined &&
        answer !== undefined &&
        isMarkedOtherwise(grid, located, line, id, row, opened.set)
      ) {
        log.kept(grid, { row: line, column: at });
        continue;
      }
      const figure =
        row === undefined
          ? figureOf(results, unit, answer === undefined ? id : countOfMarks(id, answer), opened.set)
          : answer === undefined
            ? rowFigure(row, id, opened.set)
            : markFigure(row, id, answer, opened.set);
      if (figure !== undefined)
        log.put(grid, { row: line, column: at }, figure, row !== undefined && !notes.has(id));
    }
  }
}

/** The last sheet of a list may end with the total of all: "Tổng cộng" and not "Cộng". */
function isOfWhole(
  { goesOn }: OnSheet,
  grid: SheetGrid,
  { key = 1, ordinal = key }: LocatedTable,
  row: number,
) {
  const says = [key, ordinal].map((column) => totalWord(grid.textOver(row, column)));
  return !goesOn && says.includes('whole');
}

const countedAt = ({ columns }: LocatedTable, row: number): readonly CellPlace[] =>
  [...columns].flatMap(([column, at]) =>
    isCounted(column) && wanted(column) !== undefined ? [{ row, column: at }] : [],
  );

/** The same with the areas side by side. */
export function fillAcross(filling: Filling): void {
  const { own, located, results, unit, log, opened } = filling;
  const slots = onSheet(filling.sheets, own, located);
  const lines = locateLines(own, located, blankPlace(own, located)).places;
  const rows = slots.rowsHere(areaRows(results, unit, located.table, opened.set));
  const grid = gridOf(own.sheet);
  for (const [id, line] of lines) {
    const total = slots.isWhole ? slots.total : undefined;
    const whole = total === undefined ? undefined : figureOf(results, unit, id, opened.set);
    if (total !== undefined && whole !== undefined) log.put(grid, { row: line, column: total }, whole, false);
  }
  for (const [slot, row] of placed(filling, slots, rows))
    for (const [id, line] of lines) {
      const figure = rowFigure(row, id, opened.set);
      if (figure !== undefined) log.put(grid, { row: line, column: slot.line }, figure, true);
    }
}
