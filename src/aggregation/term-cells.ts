/** The cells behind a term of an indicator for one unit: where `evaluateTerm` looks, and how much each cell counts. */
import type {
  CellState,
  FieldColumn,
  FieldId,
  FigureTable,
  FormId,
  RowFilter,
  SourceCell,
  Term,
  ValidatedSubmission,
} from '../model.js';
import { parseCellAddress, sheetOfCell } from '../values/cell-address.js';
import { defined } from '../values/defined.js';
import { placesOf, type IndexedSet } from './indexed-set.js';
import { keptRows, placeOfSum, sumOfColumn, totalInstead } from './unit-terms.js';

/** Every cell a term looks at; what they count adds up to the term's value where it has one. */
export function termCells(
  term: Term,
  submission: ValidatedSubmission,
  set: IndexedSet,
): readonly SourceCell[] {
  const given = givenCells(term, submission, set);
  if (given !== undefined) return given;
  if ('sum' in term) {
    const fields = typeof term.sum === 'string' ? [term.sum] : term.sum;
    return fields.flatMap((field) => summedCells(field, submission, set, term.where));
  }
  if ('count' in term) return answers(term.count, term.in, submission, set, term.where);
  if ('positive' in term) return positiveCells(term, submission, set);
  if ('rows' in term) return rowCells(term.rows, submission, set, term.where);
  switch (term.units) {
    case 'all':
      return [];
    case 'positive':
      return onceForTheUnit(summedCells(term.field, submission, set));
    case 'in':
      return answers(term.field, term.in, submission, set);
    case 'withRows':
      return onceForTheUnit(
        givenCells({ rows: term.form }, submission, set) ?? rowCells(term.form, submission, set),
      );
    default:
      return term satisfies never;
  }
}

/** The cells of a number that was given at once, where it counts instead of rows. */
const givenCells = (
  term: Term,
  submission: ValidatedSubmission,
  set: IndexedSet,
): readonly SourceCell[] | undefined =>
  totalInstead(term, submission, set)?.flatMap((field) => summedCells(field, submission, set));

/** A unit counts once, however many of its cells speak for it: the first of them stands for all. */
function onceForTheUnit(cells: readonly SourceCell[]): readonly SourceCell[] {
  const first = cells.findIndex(({ counts }) => counts > 0);
  return cells.map((cell, index) => ({ ...cell, counts: index === first ? 1 : 0 }));
}

type Counting = (value: number | string | undefined, state: CellState) => number;

function cellsOf(
  table: FigureTable,
  column: FieldColumn,
  where: RowFilter | undefined,
  counting: Counting,
): readonly SourceCell[] {
  // Without a place in the sheet nobody could look.
  if (column.column === 0) return [];
  const rows = keptRows(table, where) ?? table.sheetRows.map((_, row) => row);
  const { form, file } = table;
  const { field } = column;
  // Made for every cell behind every figure of a province: written out, not put together of smaller objects.
  return rows.map((row): SourceCell => {
    const state = column.states[row] ?? 'missing';
    const number = column.numbers[row];
    const value = column.texts[row] ?? (number === undefined || Number.isNaN(number) ? undefined : number);
    const own = column.cells === undefined ? undefined : sheetOfCell(column.cells[row] ?? '', table.sheet);
    const at = own === undefined ? undefined : parseCellAddress(own.cell);
    const sheet = own?.sheet ?? table.sheet;
    const sheetRow = at?.row ?? column.row ?? table.sheetRows[row] ?? 0;
    const sheetColumn = at?.column ?? column.column;
    const label = column.row === undefined ? (table.rowLabels[row] ?? '') : '';
    const counts = counting(value, state);
    const typed = column.typed?.[row];
    if (typed !== undefined)
      return {
        ...{ field, form, file, sheet, row: sheetRow, column: sheetColumn, label, state, typed, counts },
        ...defined({ value }),
      };
    return value === undefined
      ? { field, form, file, sheet, row: sheetRow, column: sheetColumn, label, state, counts }
      : { field, form, file, sheet, row: sheetRow, column: sheetColumn, label, state, value, counts };
  });
}

const asNumber: Counting = (value, state) => (state === 'value' && typeof value === 'number' ? value : 0);

function summedCells(
  field: FieldId,
  submission: ValidatedSubmission,
  set: IndexedSet,
  where?: RowFilter,
): readonly SourceCell[] {
  const places = placesOf(field, submission, set);
  // Only where there are two does it matter which of them gives the sum.
  const place = places.length > 1 ? placeOfSum(field, submission, set, where) : places[0];
  return place === undefined ? [] : cellsOf(place.table, place.column, where, asNumber);
}

function answers(
  field: FieldId,
  counted: readonly string[],
  submission: ValidatedSubmission,
  set: IndexedSet,
  where?: RowFilter,
): readonly SourceCell[] {
  const [place] = placesOf(field, submission, set);
  if (place === undefined) return [];
  return cellsOf(place.table, place.column, where, (value, state) =>
    state === 'value' && typeof value === 'string' && counted.includes(value) ? 1 : 0,
  );
}

function positiveCells(
  { positive: field, atLeast = 1, where }: Extract<Term, { positive: FieldId }>,
  submission: ValidatedSubmission,
  set: IndexedSet,
): readonly SourceCell[] {
  const place = placesOf(field, submission, set).find(
    ({ table, column }) => table.rowCount > 0 && sumOfColumn(table, column, where).kind === 'value',
  );
  if (place === undefined) return summedCells(field, submission, set, where).map(uncounted);
  return cellsOf(place.table, place.column, where, (value, state) =>
    asNumber(value, state) >= atLeast ? 1 : 0,
  );
}

const uncounted = (cell: SourceCell): SourceCell => ({ ...cell, counts: 0 });

/** Rows are named by their first key: that cell stands for the row. */
function rowCells(
  form: FormId,
  submission: ValidatedSubmission,
  set: IndexedSet,
  where?: RowFilter,
): readonly SourceCell[] {
  const table = submission.tables.get(form);
  const named = set.forms.get(form)?.rowKey?.[0];
  const column = named === undefined ? undefined : table?.columns.get(named);
  return table === undefined || column === undefined ? [] : cellsOf(table, column, where, () => 1);
}
