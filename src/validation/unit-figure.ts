/** A unit's figure of a field: the sum of its rows, or the one it entered itself. */
import type { CellState, FieldColumn, FieldId, FigureTable, SourceRef } from '../model.js';
import { defined } from '../values/defined.js';
import { addSafely } from '../values/exact-rate.js';
import { columnOf, fieldOf, type MissingPolicy, type UnitFigure, type UnitView } from './unit-view.js';
import { figurePlace } from '../values/cell-address.js';

/** A column with its table. */
export interface Place {
  readonly table: FigureTable;
  readonly column: FieldColumn;
}

/** Where the field stands as a column of rows. */
export function rowsPlace(view: UnitView, field: FieldId): Place | undefined {
  return placeIn(view, field, (shape) => shape === 'table' || shape === 'criteria');
}

/** Where the unit entered the field itself: a line of a list or of Thông tin. */
export function ownPlace(view: UnitView, field: FieldId): Place | undefined {
  return placeIn(view, field, (shape) => shape === 'list' || shape === 'pairs');
}

function placeIn(view: UnitView, field: FieldId, fits: (shape: string) => boolean): Place | undefined {
  const definition = fieldOf(view, field);
  for (const form of [definition?.form, definition?.alsoIn?.form]) {
    const shape = form === undefined ? undefined : view.context.rules.forms.get(form)?.shape;
    if (form === undefined || shape === undefined || !fits(shape)) continue;
    const table = view.submission.tables.get(form);
    const column = columnOf(table, field);
    if (table !== undefined && column !== undefined) return { table, column };
  }
  return undefined;
}

/** Complete only when every row is a value or not applicable; otherwise the first state that stops the sum. */
export function sumOfRows({ table, column }: Place): UnitFigure {
  const about = { form: table.form, at: sumRef(table, column) };
  let sum: number | undefined;
  let stopped: CellState | undefined;
  for (let row = 0; row < table.rowCount; row += 1) {
    const state = column.states[row];
    if (state === 'notApplicable') continue;
    const number = column.numbers[row];
    if (state !== 'value' || number === undefined) {
      stopped ??= state ?? 'missing';
      continue;
    }
    sum = sum === undefined ? number : addSafely(sum, number);
    if (sum === undefined) return { ...about, state: 'excluded', tooLarge: true };
  }
  if (stopped !== undefined) return { ...about, state: stopped, ...defined({ known: sum }) };
  if (sum !== undefined) return { ...about, state: 'value', value: sum };
  return { ...about, state: table.rowCount === 0 ? 'missing' : 'notApplicable' };
}

/** A sum has no cell of its own: the typed total stands for it, else the first row of its column. */
function sumRef(table: FigureTable, column: FieldColumn): SourceRef {
  const total = table.totals === undefined ? undefined : columnOf(table.totals, column.field);
  return table.totals !== undefined && total !== undefined
    ? figurePlace(table.totals, total, 0)
    : figurePlace(table, column, 0);
}

/** The one cell of a field in a list form. */
export function ownFigure({ table, column }: Place): UnitFigure {
  const state = column.states[0] ?? 'missing';
  const value = column.numbers[0];
  return {
    state,
    ...(state === 'value' && value !== undefined ? { value } : {}),
    form: table.form,
    at: figurePlace(table, column, 0),
  };
}

/** The unit's figure: its rows when they are complete, else its own entry, else the state of the rows. */
export function unitFigure(view: UnitView, field: FieldId): UnitFigure | undefined {
  const known = view.figures.get(field);
  if (known !== undefined) return known;
  const rows = rowsPlace(view, field);
  const own = ownPlace(view, field);
  const summed = rows === undefined ? undefined : sumOfRows(rows);
  const entered = own === undefined ? undefined : ownFigure(own);
  const figure = entered?.state === 'value' && summed?.state !== 'value' ? entered : (summed ?? entered);
  if (figure !== undefined) view.figures.set(field, figure);
  return figure;
}

/** The number a rule may use, or undefined. */
export function usable(figure: UnitFigure | undefined, policy: MissingPolicy): number | undefined {
  if (figure?.state === 'value') return figure.value;
  return figure?.state === 'notApplicable' && policy === 'zero' ? 0 : undefined;
}

/** The number by which other units are measured: none that an error of its own unit has excluded. */
export const comparable = (view: UnitView, field: FieldId, policy: MissingPolicy): number | undefined =>
  view.excluded?.has(field) === true ? undefined : usable(unitFigure(view, field), policy);
