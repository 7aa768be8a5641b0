/** Rows of a table form as the units sent them: answers by their labels, figures as figures, states kept apart. */
import { formatFigure } from '../../values/number-format.js';
import type {
  FieldRecord,
  RowsColumnRecord,
  RowsRecord,
  TableCell,
  TableColumn,
  UnitRecord,
} from '../../model.js';
import { labelOf, textCell, type TableMaker } from './table-maker.js';
import { isNumeric } from '../../measures/field-types.js';

export interface SentRow {
  readonly unit: UnitRecord;
  readonly file: string;
  readonly sheet: string;
  /** Row of the sheet, 1-based. */
  readonly sheetRow: number | undefined;
  /** Stored value: choice id, integer or text. */
  readonly raw: (field: string) => number | string | null;
  /** One letter, as in RowsColumnRecord. */
  readonly state: (field: string) => string;
  readonly cell: (field: FieldRecord) => TableCell;
}

/** Rows of one form, unit by unit in the order of the list; a country has some ninety thousand. */
export function* sentRows(maker: TableMaker, form: string): Generator<SentRow> {
  const { frame } = maker.prose;
  for (const unit of frame.results.units) {
    const rows = frame.results.rows[unit.code]?.[form];
    if (rows === undefined) continue;
    const columnOf = columnsOf(rows);
    for (let index = 0; index < rows.sheetRows.length; index += 1)
      yield sentRow(maker, unit, rows, index, columnOf);
  }
}

/** How many rows `sentRows` gives. */
export const countSentRows = ({ prose: { frame } }: TableMaker, form: string): number =>
  frame.results.units.reduce(
    (total, { code }) => total + (frame.results.rows[code]?.[form]?.sheetRows.length ?? 0),
    0,
  );

/** One row of a table that was sent. */
export const sentRow = (
  maker: TableMaker,
  unit: UnitRecord,
  rows: RowsRecord,
  index: number,
  columnOf: ColumnOf = (field) => rows.columns[field],
): SentRow => ({
  unit,
  file: rows.file,
  sheet: rows.sheet,
  sheetRow: rows.sheetRows[index],
  raw: (field) => columnOf(field)?.values[index] ?? null,
  state: (field) => columnOf(field)?.states.charAt(index) ?? '',
  cell: (field) => sentCell(maker, columnOf(field.id), field, index),
});

type ColumnOf = (field: string) => RowsColumnRecord | undefined;

/** The columns of a table, each looked up once: they are made when they are asked for. */
function columnsOf({ columns }: RowsRecord): ColumnOf {
  const found = new Map<string, RowsColumnRecord | undefined>();
  return (field) => {
    const known = found.get(field);
    if (known !== undefined) return known;
    const column = columns[field];
    found.set(field, column);
    return column;
  };
}

/** Fields of a form that at least one unit filled in, in the order of the form. */
export function sentFields(maker: TableMaker, form: string): readonly FieldRecord[] {
  const { results } = maker.prose.frame;
  const sent = new Set<string>();
  for (const unit of Object.keys(results.rows))
    for (const field of Object.keys(results.rows[unit]?.[form]?.columns ?? {})) sent.add(field);
  return results.fields.filter((field) => field.form === form && sent.has(field.id));
}

/** How a field stands in a table of sent rows: figures are figures only in the detail sheet. */
export const fieldColumn = (field: FieldRecord, header = field.label): TableColumn => {
  const numeric = isNumeric(field);
  return {
    id: field.id,
    header,
    kind: numeric ? (field.scale > 0 ? 'amount' : 'count') : 'text',
    ...(numeric && field.scale > 0 ? { decimals: field.scale } : {}),
  };
};

function sentCell(
  maker: TableMaker,
  column: RowsColumnRecord | undefined,
  field: FieldRecord,
  index: number,
): TableCell {
  const value = column?.values[index];
  const state = column === undefined ? 'm' : column.states.charAt(index);
  switch (state) {
    case 'p':
      return { kind: 'pending' };
    case 'n':
      return { kind: 'notApplicable' };
    case 'x':
      return value === undefined || value === null
        ? { kind: 'missing' }
        : textCell(`(${sentText(maker, field, value)})`);
    case 'v':
      if (value === undefined || value === null) return { kind: 'missing' };
      return typeof value === 'number' && isNumeric(field)
        ? { kind: 'integer', value }
        : textCell(sentText(maker, field, value));
    default:
      return isNumeric(field) || field.type === 'choice' || field.type === 'yesNo'
        ? { kind: 'missing' }
        : { kind: 'none' };
  }
}

/** A stored value in words: the label of an answer, a figure as printed. */
export function sentText(maker: TableMaker, field: FieldRecord, value: number | string): string {
  if (typeof value === 'number') return formatFigure(value, field);
  if (field.type === 'yesNo') return field.choices?.[value] ?? labelOf(maker, 'answers', value);
  return field.choices?.[value] ?? value;
}
