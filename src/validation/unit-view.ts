/** One unit's tables as the rules see them: columns by field, cells by state, and the address of every cell. */
import type {
  CellState,
  FieldColumn,
  FieldDefinition,
  FieldId,
  FigureTable,
  SourceRef,
  UnitSubmission,
} from '../model.js';
import { defined } from '../values/defined.js';
import type { ValidationContext } from './context.js';

/** What a unit says of a field; made by `unitFigure`. */
export interface UnitFigure {
  readonly state: CellState;
  /** Present only with state `value`, in units of 10^-scale of the field. */
  readonly value?: number;
  /** What the known rows add up to where others are not known: the whole figure is at least that. */
  readonly known?: number;
  /** The rows are numbers, and their sum can no longer be kept exactly. */
  readonly tooLarge?: true;
  readonly form: string;
  readonly at: SourceRef;
}

export interface UnitView {
  readonly submission: UnitSubmission;
  readonly context: ValidationContext;
  /** Sums already made, by field; filled by `unitFigure`. */
  readonly figures: Map<FieldId, UnitFigure>;
  /** Fields that an error has made unusable: compared with other units they would stand as figures of this one. */
  readonly excluded?: ReadonlySet<FieldId>;
  /** Distinct keys of rows, by table; filled by `rowKeyOf`, that is, only where something was found. */
  readonly rowKeys: Map<FigureTable, readonly string[]>;
}

/** How a rule reads `notApplicable`; a missing figure is never a zero. */
export type MissingPolicy = 'skip' | 'zero';

/** A table in which all the fields asked for stand side by side. */
export interface Frame<Fields extends readonly FieldId[]> {
  readonly table: FigureTable;
  readonly columns: { readonly [Index in keyof Fields]: FieldColumn };
}

export const viewUnit = (
  submission: UnitSubmission,
  context: ValidationContext,
  excluded?: ReadonlySet<FieldId>,
): UnitView => ({
  submission,
  context,
  ...defined({ excluded }),
  figures: new Map(),
  rowKeys: new Map(),
});

export const fieldOf = (view: UnitView, id: FieldId): FieldDefinition | undefined =>
  view.context.rules.fields.get(id);

/** The column of a field, unless the sheet has no place for it (short form). */
export function columnOf(table: FigureTable | undefined, field: FieldId): FieldColumn | undefined {
  const column = table?.columns.get(field);
  return column === undefined || column.column === 0 ? undefined : column;
}

/** Every table of the unit that holds all the fields: rows of areas, or the one row of a list. */
export function framesOf<const Fields extends readonly FieldId[]>(
  view: UnitView,
  fields: Fields,
): Frame<Fields>[] {
  const frames: Frame<Fields>[] = [];
  for (const table of view.submission.tables.values()) {
    const columns = columnsOf(table, fields);
    // One column per field in their order: the tuple the caller asked for.
    if (columns !== undefined)
      frames.push({ table, columns: columns as unknown as Frame<Fields>['columns'] });
  }
  return frames;
}

function columnsOf(table: FigureTable, fields: readonly FieldId[]): FieldColumn[] | undefined {
  const columns: FieldColumn[] = [];
  for (const field of fields) {
    const column = columnOf(table, field);
    if (column === undefined) return undefined;
    columns.push(column);
  }
  return columns;
}

/** The figure of a cell in units of 10^-scale, or undefined when it cannot be used. */
export function numberAt(column: FieldColumn, row: number, policy: MissingPolicy): number | undefined {
  const state = column.states[row];
  if (state === 'value') return column.numbers[row];
  return state === 'notApplicable' && policy === 'zero' ? 0 : undefined;
}

/** What messages call a row: its own label, else the sheet (list forms have one row). */
export function rowLabel(view: UnitView, table: FigureTable, row: number): string {
  const label = table.rowLabels[row];
  if (label !== undefined && label !== '') return label;
  const form = view.context.rules.forms.get(table.form)?.sheet ?? table.form;
  return table.rowCount > 1 ? `${form}, dòng ${rowNumber(table, row)}` : form;
}

/** The row of the sheet, or the letter of the column where areas stand side by side. */
export function rowNumber(table: FigureTable, row: number): string {
  const sheetRow = String(table.sheetRows[row]);
  if (table.turned !== true) return sheetRow;
  const cell = [...table.columns.values()].flatMap(({ cells }) => cells?.[row] ?? [])[0];
  return cell?.replace(/\d+$/u, '') ?? sheetRow;
}

/** The row's key, made distinct where several rows share it, so that each finding keeps its own id. */
export function rowKeyOf(view: UnitView, table: FigureTable, row: number): string | undefined {
  if (table.rowCount === 1 && (table.rowKeys[row] ?? '') === '') return undefined;
  let keys = view.rowKeys.get(table);
  if (keys === undefined) {
    keys = distinctKeys(table.rowKeys);
    view.rowKeys.set(table, keys);
  }
  return keys[row];
}

function distinctKeys(keys: readonly string[]): readonly string[] {
  const times = new Map<string, number>();
  return keys.map((key) => {
    const time = (times.get(key) ?? 0) + 1;
    times.set(key, time);
    return time === 1 ? key : `${key}#${String(time)}`;
  });
}

/** What messages call the unit as a whole. */
export const unitLabel = (view: UnitView): string =>
  view.context.nameOf?.(view.submission.unit) ?? view.submission.unit;
