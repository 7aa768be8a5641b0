/** The smallest submission that says what an example of a rule says: cells at made-up places, figures as typed in YAML. */
import type {
  CellState,
  CriteriaSet,
  FieldColumn,
  FieldDefinition,
  FigureTable,
  FormId,
  RowsRecord,
  RuleExample,
  UnitSubmission,
} from '../model.js';
import { columnLetter } from '../values/cell-address.js';
import { foldLabel } from '../values/vietnamese-text.js';
import { scaledOf } from './scaled.js';
import { isNumeric } from '../measures/field-types.js';

type Typed = number | string | null;
type Figures = Readonly<Record<string, Typed>>;

/** Marks that an example may use for a figure that is not a number. */
const STATES: Readonly<Record<string, CellState>> = {
  x: 'notApplicable',
  pending: 'pending',
};

/** One unit's submission from the rows, own figures and total row of an example. */
export function exampleSubmission(
  set: CriteriaSet,
  unit: string,
  period: string,
  example: Pick<RuleExample, 'rows' | 'own' | 'totals'>,
  rowsForm?: FormId,
): UnitSubmission {
  const tables = new Map<FormId, FigureTable>();
  const lists = new Map<FormId, Record<string, Typed>>();
  const loose: Record<string, Typed> = {};
  for (const [id, value] of Object.entries(example.own ?? {})) {
    const form = listFormOf(set, id);
    if (form === undefined) loose[id] = value;
    else lists.set(form, { ...lists.get(form), [id]: value });
  }
  for (const [form, own] of lists) tables.set(form, tableOf(set, form, [own], 'list'));
  // A figure that is only collected by row stands for its sum: one row.
  const rows = example.rows ?? (Object.keys(loose).length > 0 ? [loose] : undefined);
  if (rows !== undefined || example.totals !== undefined) {
    const form = rowsForm ?? tableFormOf(set, [...(rows ?? []), example.totals ?? {}]);
    if (form !== undefined) {
      const table = tableOf(set, form, rows ?? [], 'table');
      const totals =
        example.totals === undefined ? undefined : tableOf(set, form, [example.totals], 'table', table);
      tables.set(form, totals === undefined ? table : { ...table, totals });
    }
  }
  return { unit, period, tables };
}

/** A typed figure of an example in units of 10^-scale, for previous totals. */
export function exampleNumber(set: CriteriaSet, field: string, typed: Typed): number | undefined {
  const scale = set.fields.find(({ id }) => id === field)?.scale;
  return typed === null || scale === undefined ? undefined : scaledOf(typed, scale);
}

/** Rows of an example as results.json keeps them. */
export const exampleRows = ({ file, sheet, sheetRows, columns }: FigureTable): RowsRecord => ({
  file,
  sheet,
  sheetRows,
  columns: Object.fromEntries(
    [...columns.values()].map(({ field, column, states, numbers, texts }) => [
      field,
      {
        at: columnLetter(column),
        values: states.map((state, row) => (state === 'value' ? (texts[row] ?? numbers[row] ?? null) : null)),
        states: states.map((state) => (state === 'value' ? 'v' : 'm')).join(''),
      },
    ]),
  ),
});

function listFormOf(set: CriteriaSet, field: string): FormId | undefined {
  const definition = set.fields.find(({ id }) => id === field);
  return [definition?.form, definition?.alsoIn?.form].find((form) =>
    ['list', 'pairs'].includes(set.forms.find(({ id }) => id === form)?.shape ?? ''),
  );
}

function tableFormOf(set: CriteriaSet, rows: readonly Figures[]): FormId | undefined {
  for (const field of rows.flatMap((row) => Object.keys(row))) {
    const form = set.fields.find(({ id }) => id === field)?.form;
    const shape = set.forms.find(({ id }) => id === form)?.shape;
    if (shape === 'table' || shape === 'criteria') return form;
  }
  return undefined;
}

function tableOf(
  set: CriteriaSet,
  form: FormId,
  rows: readonly Figures[],
  shape: 'list' | 'table',
  above?: FigureTable,
): FigureTable {
  const ids = new Set([...(above?.columns.keys() ?? []), ...rows.flatMap((row) => Object.keys(row))]);
  const columns = new Map<string, FieldColumn>();
  for (const id of ids) {
    const field = set.fields.find((one) => one.id === id);
    if (field !== undefined) columns.set(id, columnFor(field, rows, columns.size + 1, shape));
  }
  const definition = set.forms.find(({ id }) => id === form);
  const key = (row: Figures): string =>
    (definition?.rowKey ?? []).map((id) => foldLabel(String(row[id] ?? ''))).join(' ');
  const [naming] = definition?.rowKey ?? [];
  return {
    form,
    file: `${set.id}.yaml`,
    sheet: definition?.sheet ?? form,
    rowCount: rows.length,
    sheetRows: rows.map((_, index) => index + 2 + (above?.rowCount ?? 0)),
    rowKeys: rows.map((row) => (shape === 'list' ? '' : key(row).trim())),
    rowLabels: rows.map((row) => (naming === undefined ? '' : String(row[naming] ?? ''))),
    columns,
  };
}

function columnFor(
  field: FieldDefinition,
  rows: readonly Figures[],
  place: number,
  shape: 'list' | 'table',
): FieldColumn {
  const cells = rows.map((row) => cellOf(field, row[field.id]));
  return {
    field: field.id,
    states: cells.map(({ state }) => state),
    numbers: Float64Array.from(cells, ({ number }) => number ?? Number.NaN),
    texts: cells.map(({ text }) => text),
    column: shape === 'list' ? 2 : place,
    ...(shape === 'list' ? { row: place + 1 } : {}),
  };
}

interface Cell {
  readonly state: CellState;
  readonly number?: number;
  readonly text?: string;
}

function cellOf(field: FieldDefinition, typed: Typed | undefined): Cell {
  if (typed === undefined || typed === null) return { state: 'missing' };
  const known = field.choices?.some(({ id }) => id === typed) === true;
  const mark = typeof typed === 'string' && !known && field.type !== 'text' ? STATES[typed] : undefined;
  if (mark !== undefined) return { state: mark };
  if (!isNumeric(field)) return { state: 'value', text: String(typed) };
  const number = scaledOf(typed, field.scale);
  return number === undefined ? { state: 'excluded' } : { state: 'value', number };
}
