/** Marks of a form whose question stands over several columns: "Đạt (x)" beside "Không đạt (x)". */
import type { CriteriaSet } from '../../model.js';
import type { LocatedTable } from '../../submission/layout/own-sheet.js';
import type { SheetGrid } from '../../submission/layout/sheet-grid.js';
import { isBlankText } from '../../submission/own-form/form-slots.js';
import { rowFigure, type AreaRow, type Figure } from './result-figures.js';

/** The mark of one row in a column that stands for `answer`; undefined where the row answers otherwise. */
export function markFigure(row: AreaRow, id: string, answer: string, set: CriteriaSet): Figure | undefined {
  const figure = rowFigure(row, id, set);
  if (figure === undefined || figure.kind === 'none') return figure;
  return row.record.columns[id]?.values[row.row] === answer ? { kind: 'text', text: 'x' } : undefined;
}

/** The indicator that counts the marks of such a column. */
export const countOfMarks = (id: string, answer: string): string => `${id}:${answer}`;

/** A mark stands already in a column of the question that the row answers otherwise: two marks would be no answer. */
export const isMarkedOtherwise = (
  grid: SheetGrid,
  { columns }: LocatedTable,
  line: number,
  id: string,
  row: AreaRow,
  set: CriteriaSet,
): boolean =>
  [...columns].some(
    ([{ field, answer }, column]) =>
      field === id &&
      answer !== undefined &&
      !isBlankText(grid.at(line, column)?.raw ?? '') &&
      markFigure(row, id, answer, set) === undefined,
  );
