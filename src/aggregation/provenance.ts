/** Figures of a unit as results.json keeps them: rows in columns and own figures, each with the place it came from. */
import { cellAddress, columnLetter } from '../values/cell-address.js';
import type {
  CellState,
  CriteriaSet,
  FieldColumn,
  FieldId,
  FigureTable,
  OwnRecord,
  RowsColumnRecord,
  RowsRecord,
  ValidatedSubmission,
} from '../model.js';
import { STATE_LETTER } from '../model/results/shapes.js';
import { defined } from '../values/defined.js';
import { lazyRecord } from '../values/lazy-record.js';

/** Words that thousands of records share, each kept once. */
export interface SharedWords {
  readonly letters: (column: number) => string;
  readonly address: (row: number, column: number) => string;
  readonly states: (text: string) => string;
}

/** One per document of results. */
export function sharedWords(): SharedWords {
  const columns: string[] = [];
  const addresses = new Map<string, Map<number, string>>();
  const states = new Map<string, string>();
  const letters = (column: number): string => (columns[column] ??= columnLetter(column));
  return {
    letters,
    address: (row, column) => {
      const inColumn = addresses.get(letters(column)) ?? new Map<number, string>();
      addresses.set(letters(column), inColumn);
      const known = inColumn.get(row) ?? cellAddress(row, column);
      inColumn.set(row, known);
      return known;
    },
    states: (text) => {
      const known = states.get(text) ?? text;
      states.set(known, known);
      return known;
    },
  };
}

/** A field an error makes unusable is stored as excluded, with its value still visible. */
const stateOf = (
  column: FieldColumn,
  row: number,
  { form }: FigureTable,
  { excludedFields, excludedForms }: ValidatedSubmission,
): CellState => {
  const state = column.states[row] ?? 'missing';
  const excluded = excludedFields.has(column.field) || (excludedForms.has(form) && column.column > 0);
  return state === 'value' && excluded ? 'excluded' : state;
};

const valueOf = (column: FieldColumn, row: number): number | string | null => {
  if (column.states[row] !== 'value') return null;
  const text = column.texts[row];
  if (text !== undefined) return text;
  const number = column.numbers[row];
  return number === undefined || Number.isNaN(number) ? null : number;
};

/** Rows of one table form, by column; columns the sheet does not have are left out. Most who ask want their number only. */
export function rowsRecord(
  table: FigureTable,
  submission: ValidatedSubmission,
  words: SharedWords = sharedWords(),
): RowsRecord {
  const { file, sheet, sheetRows, namesSome } = table;
  const make = (field: FieldId): RowsColumnRecord | undefined => {
    const column = table.columns.get(field);
    return column === undefined || column.column === 0
      ? undefined
      : columnRecord(column, table, submission, words);
  };
  const fields = (): readonly FieldId[] =>
    [...table.columns.values()].flatMap(({ field, column }) => (column === 0 ? [] : [field]));
  return { file, sheet, sheetRows, ...defined({ namesSome }), columns: lazyRecord(fields, make) };
}

const columnRecord = (
  column: FieldColumn,
  table: FigureTable,
  submission: ValidatedSubmission,
  words: SharedWords,
): RowsColumnRecord => ({
  at: words.letters(column.column),
  ...defined({ cells: column.cells }),
  values: column.states.map((_, row) => valueOf(column, row)),
  states: words.states(
    column.states.map((_, row) => STATE_LETTER[stateOf(column, row, table, submission)]).join(''),
  ),
  ...(column.typed === undefined ? {} : { typed: typedRows(column.typed) }),
});

const typedRows = (typed: readonly (string | undefined)[]): Readonly<Record<string, string>> =>
  Object.fromEntries(typed.flatMap((text, row) => (text === undefined ? [] : [[String(row), text]])));

/** Own figures of the list and pairs forms, with their cells; each is made when it is asked for. */
export function ownRecords(
  submission: ValidatedSubmission,
  set: CriteriaSet,
  words: SharedWords = sharedWords(),
): Readonly<Record<string, OwnRecord>> {
  // Of two places of a field the later form counts.
  const tables = set.forms.toReversed().flatMap(({ id, shape }) => {
    const table = shape === 'list' || shape === 'pairs' ? submission.tables.get(id) : undefined;
    return table ?? [];
  });
  const make = (field: FieldId): OwnRecord | undefined => {
    for (const table of tables) {
      const column = table.columns.get(field);
      if (column !== undefined && column.column !== 0 && column.row !== undefined)
        return ownRecord({ ...column, row: column.row }, table, submission, words);
    }
    return undefined;
  };
  const fields = (): readonly FieldId[] => [
    ...new Set(
      tables.flatMap(({ columns }) =>
        [...columns.values()].flatMap(({ field, column, row }) =>
          column === 0 || row === undefined ? [] : [field],
        ),
      ),
    ),
  ];
  return lazyRecord(fields, make);
}

function ownRecord(
  column: FieldColumn & { readonly row: number },
  table: FigureTable,
  submission: ValidatedSubmission,
  words: SharedWords,
): OwnRecord {
  const value = valueOf(column, 0);
  return {
    state: stateOf(column, 0, table, submission),
    ...(value === null ? {} : { value }),
    ...defined({ typed: column.typed?.[0] }),
    file: table.file,
    sheet: table.sheet,
    cell: words.address(column.row, column.column),
  };
}
