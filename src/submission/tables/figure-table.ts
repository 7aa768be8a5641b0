/** Builds figure tables: compact columns filled cell by cell, each problem a finding at its cell. */
import type {
  CellState,
  ExactRate,
  FieldColumn,
  FieldDefinition,
  FieldId,
  FigureTable,
  Finding,
  RawCell,
} from '../../model.js';
import { isAcceptable } from '../../findings/acceptance.js';
import { FoldedFindings, SHOWN_OF_A_COLUMN } from '../../findings/fold.js';
import { markNotApplicable } from '../cells/applicability.js';
import { cellFinding, mergeFinding, staleFinding, type RowNamed } from './cell-finding.js';
import { OtherUnits } from './other-units.js';
import { throughMerges } from '../layout/cell-merges.js';
import type { DecimalSign } from '../cells/figure-text.js';
import { inSheet, type FormPlace } from '../layout/form-place.js';
import { readCell, type CellReading } from '../cells/read-cell.js';
import { withTyped, type TypedReading } from '../cells/typed-text.js';
import { defined } from '../../values/defined.js';

interface MutableColumn {
  readonly states: CellState[];
  readonly numbers: number[];
  readonly texts: (string | undefined)[];
  readonly exact: Map<number, ExactRate>;
  readonly typed: (string | undefined)[];
}

export interface TableBuilder {
  addRow(row: RowSeen): void;
  build(): { readonly table: FigureTable; readonly findings: readonly Finding[] };
}

export interface RowSeen extends RowNamed {
  /** Where the field's cell stands; undefined when the form as sent has no place for it. */
  readonly placeOf: (field: FieldDefinition) => { readonly row: number; readonly column: number } | undefined;
  /** The sender's own totals: their formulas are compared with the rows, see total-row. */
  readonly total?: true;
  /** Columns of ticks, as their headers say: a blank reads as "no" on this row. */
  readonly ticks: ReadonlySet<FieldId>;
}

/** Where the cells of a table's fields stand: a column each, or one cell each in list forms. */
export type FieldPlaces = ReadonlyMap<FieldId, { readonly column: number; readonly row?: number }>;

const MISSING: TypedReading = { state: 'missing' };
const EXCLUDED: TypedReading = { state: 'excluded' };

/** A builder for one table. `signs`: decimal sign of the other cells of a field's column. */
export function tableBuilder(
  place: FormPlace,
  places: FieldPlaces,
  signs: ReadonlyMap<FieldId, DecimalSign> = new Map(),
): TableBuilder {
  const columns = new Map<FieldId, MutableColumn>(
    place.fields.map((field) => [
      field.id,
      { states: [], numbers: [], texts: [], exact: new Map(), typed: [] },
    ]),
  );
  const readColumns = new Set([...places.values()].map(({ column }) => column));
  const otherUnits = new OtherUnits(place, (field) => places.get(field.id)?.row !== undefined);
  const rows: RowSeen[] = [];
  // What the office may accept stays whole here; the run knows which of it was accepted.
  const findings = new FoldedFindings(SHOWN_OF_A_COLUMN, isAcceptable);

  const read = (field: FieldDefinition, row: RowSeen): TypedReading => {
    const at = row.placeOf(field);
    if (at === undefined) return MISSING;
    const named = { ...at, name: row.label };
    const merged = throughMerges(place.grid, field, named, (column) => readColumns.has(column));
    if (merged.kind === 'covered') return EXCLUDED;
    if (merged.kind !== 'plain' && (merged.kind !== 'sharedAnswer' || field.type !== 'text')) {
      const found = mergeFinding(place, field, row, merged);
      if (found !== undefined) findings.add(found);
    }
    if (merged.kind !== 'plain' && merged.kind !== 'sharedAnswer') return EXCLUDED;
    const { cell } = merged;
    const reading = readCell(cell, field, place.grid.sheet.date1904, signs.get(field.id));
    if (cell !== undefined && reading.problem !== undefined)
      findings.add(cellFinding(place, field, row, cell, reading.problem));
    if (cell !== undefined && row.total !== true) {
      if (otherUnits.takes(field, row, cell, reading)) return EXCLUDED;
      const stale = staleIn(place, field, row, cell);
      if (stale !== undefined) {
        findings.add(stale);
        return EXCLUDED;
      }
    }
    return withTyped(cell, field, row.ticks.has(field.id) ? tickedBlank(reading) : reading);
  };

  return {
    addRow(row) {
      rows.push(row);
      for (const field of place.fields) {
        const column = columns.get(field.id);
        if (column !== undefined) append(column, read(field, row));
      }
    },
    build: () => {
      markNotApplicable(place.fields, columns);
      const told = [...findings.all(), ...otherUnits.findings()];
      return { table: tableOf(place, rows, columns, places), findings: told };
    },
  };
}

function append(column: MutableColumn, { state, number, text, exact, typed }: TypedReading): void {
  if (exact !== undefined) column.exact.set(column.states.length, exact);
  column.states.push(state);
  column.numbers.push(number ?? Number.NaN);
  column.texts.push(text);
  column.typed.push(typed);
}

const tableOf = (
  place: FormPlace,
  rows: readonly RowSeen[],
  columns: ReadonlyMap<FieldId, MutableColumn>,
  places: FieldPlaces,
): FigureTable => ({
  form: place.form,
  file: place.file,
  sheet: place.grid.sheet.name,
  rowCount: rows.length,
  sheetRows: rows.map(({ sheetRow }) => sheetRow),
  rowKeys: rows.map(({ key }) => key),
  rowLabels: rows.map(({ label }) => label),
  columns: new Map([...columns].map(([id, column]) => [id, compact(id, column, places)])),
});

function compact(
  id: FieldId,
  { states, numbers, texts, exact, typed }: MutableColumn,
  places: FieldPlaces,
): FieldColumn {
  const at = places.get(id);
  return {
    field: id,
    states,
    numbers: Float64Array.from(numbers),
    texts,
    ...(exact.size === 0 ? {} : { exact }),
    ...(typed.every((text) => text === undefined) ? {} : { typed }),
    column: at?.column ?? 0,
    ...defined({ row: at?.row }),
  };
}

/** The stored result of the figure's formula is not what the formula gives. */
function staleIn(
  place: FormPlace,
  field: FieldDefinition,
  row: RowNamed,
  cell: RawCell,
): Finding | undefined {
  if (!isFigure(field)) return undefined;
  const verdict = place.formulas?.ofFigure(place.grid.sheet.name, inSheet(place, cell));
  return verdict?.kind === 'stale' ? staleFinding(place, field, row, cell, verdict) : undefined;
}

/** Names, notes and days may come from any formula; figures and answers are counted. */
const isFigure = ({ type }: FieldDefinition): boolean => type !== 'text' && type !== 'date';

const tickedBlank = (reading: CellReading): CellReading =>
  reading.state === 'missing' ? { state: 'value', text: 'no' } : reading;
