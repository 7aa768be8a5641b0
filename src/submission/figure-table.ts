/** Builds figure tables: compact columns filled cell by cell, each problem a finding at its cell. */
import { cellAddress } from '../cell-address.js';
import { finding, type FindingSubject } from '../findings/finding.js';
import type {
  CellState,
  FieldColumn,
  FieldDefinition,
  FieldId,
  FigureTable,
  Finding,
  RawCell,
  SourceRef,
} from '../model.js';
import { readCell, type CellReading } from './read-cell.js';
import type { SheetGrid } from './sheet-grid.js';

/** Everything a reader of one form in one sheet needs to know. */
export interface FormPlace {
  readonly file: string;
  readonly grid: SheetGrid;
  readonly form: string;
  /** Title of the form for messages: "Biểu 01". */
  readonly formTitle: string;
  readonly fields: readonly FieldDefinition[];
  /** Unit and period once known, for the ids of findings. */
  readonly subject: Pick<FindingSubject, 'unit' | 'period'>;
}

interface MutableColumn {
  readonly states: CellState[];
  readonly numbers: number[];
  readonly texts: (string | undefined)[];
}

export interface TableBuilder {
  /** Adds a row; `cellFor` gives the stored cell of a field and its column. */
  addRow(row: RowSeen): void;
  build(): { readonly table: FigureTable; readonly findings: readonly Finding[] };
}

export interface RowSeen {
  readonly sheetRow: number;
  readonly key: string;
  readonly label: string;
  readonly cellOf: (field: FieldDefinition) => RawCell | undefined;
  /** A tick column's blank reads as "no" on this row. */
  readonly ticks: boolean;
}

/** Where the cells of a table's fields stand: a column each, or one cell each in list forms. */
export type FieldPlaces = ReadonlyMap<FieldId, { readonly column: number; readonly row?: number }>;

/** A builder for one table; `totals` tables report no problems of their own beyond unreadable figures. */
export function tableBuilder(place: FormPlace, places: FieldPlaces): TableBuilder {
  const columns = new Map<FieldId, MutableColumn>(
    place.fields.map((field) => [field.id, { states: [], numbers: [], texts: [] }]),
  );
  const sheetRows: number[] = [];
  const keys: string[] = [];
  const labels: string[] = [];
  const findings: Finding[] = [];
  return {
    addRow(row) {
      sheetRows.push(row.sheetRow);
      keys.push(row.key);
      labels.push(row.label);
      for (const field of place.fields) {
        const column = columns.get(field.id);
        if (column === undefined) continue;
        const cell = row.cellOf(field);
        const reading = tickedBlank(
          readCell(cell, field, place.grid.sheet.date1904),
          field,
          row.ticks && places.has(field.id),
        );
        const problem = mergeProblem(place, field, row, cell, findings)
          ? { state: 'excluded' as const }
          : reading;
        column.states.push(problem.state);
        column.numbers.push('number' in problem ? (problem.number ?? Number.NaN) : Number.NaN);
        column.texts.push('text' in problem ? problem.text : undefined);
        if (problem === reading && reading.problem !== undefined && cell !== undefined)
          findings.push(cellFinding(place, field, row, cell, reading));
      }
    },
    build: () => ({
      table: {
        form: place.form,
        file: place.file,
        sheet: place.grid.sheet.name,
        rowCount: sheetRows.length,
        sheetRows,
        rowKeys: keys,
        rowLabels: labels,
        columns: new Map(
          [...columns].map(([id, column]): [FieldId, FieldColumn] => {
            const at = places.get(id);
            return [
              id,
              {
                field: id,
                states: column.states,
                numbers: Float64Array.from(column.numbers),
                texts: column.texts,
                column: at?.column ?? 0,
                ...(at?.row === undefined ? {} : { row: at.row }),
              },
            ];
          }),
        ),
      },
      findings,
    }),
  };
}

const tickedBlank = (reading: CellReading, field: FieldDefinition, ticks: boolean): CellReading =>
  ticks && reading.state === 'missing' && field.marks.tick === true
    ? { state: 'value', text: 'no' }
    : reading;

export const refOf = (place: FormPlace, row: number, column: number): SourceRef => ({
  file: place.file,
  ...(place.grid.sheet.name === '' ? {} : { sheet: place.grid.sheet.name }),
  cell: cellAddress(row, column),
});

const subjectOf = (place: FormPlace, field: FieldDefinition, row: RowSeen): FindingSubject => ({
  ...place.subject,
  form: place.form,
  ...(row.key === '' ? {} : { rowKey: row.key }),
  fields: [field.id],
});

/** How a row is named in a sentence: by its own label, else by its number. */
export const rowName = (row: Pick<RowSeen, 'label' | 'sheetRow'>): string =>
  row.label === '' ? `dòng ${String(row.sheetRow)}` : row.label;

function cellFinding(
  place: FormPlace,
  field: FieldDefinition,
  row: RowSeen,
  cell: RawCell,
  reading: CellReading,
): Finding {
  const at = refOf(place, cell.row, cell.column);
  const parameters = { text: cell.raw, field: field.label, row: rowName(row), unit: field.unit ?? '' };
  const subject = { ...subjectOf(place, field, row), actual: cell.raw };
  const problem = reading.problem ?? { code: 'cell/not-a-number' };
  switch (problem.code) {
    case 'cell/ambiguous-number':
      return finding(
        problem.code,
        at,
        { ...parameters, first: problem.first, second: problem.second },
        subject,
      );
    case 'cell/too-many-decimals':
      return finding(problem.code, at, { ...parameters, scale: problem.scale }, subject);
    case 'cell/not-a-choice':
      return finding(problem.code, at, { ...parameters, choices: problem.choices }, subject);
    case 'cell/tidied-number':
      return finding(
        problem.code,
        at,
        { ...parameters, value: scaledText(problem.value, field.scale) },
        subject,
      );
    default:
      return finding(problem.code, at, parameters, subject);
  }
}

const scaledText = (value: number, scale: number): string => {
  const digits = String(value).padStart(scale + 1, '0');
  return scale === 0 ? digits : `${digits.slice(0, -scale)},${digits.slice(-scale)}`.replace(/,?0+$/u, '');
};

const NUMERIC: ReadonlySet<string> = new Set(['count', 'amount', 'percent']);

/** Figures hidden under a merge, or standing for several rows at once, belong to no row. */
function mergeProblem(
  place: FormPlace,
  field: FieldDefinition,
  row: RowSeen,
  cell: RawCell | undefined,
  findings: Finding[],
): boolean {
  if (cell === undefined || !NUMERIC.has(field.type)) return false;
  const merge = place.grid.mergeOver(cell.row, cell.column);
  if (merge === undefined) return false;
  const at = refOf(place, cell.row, cell.column);
  const parameters = { text: cell.raw, field: field.label, row: rowName(row) };
  const subject = { ...subjectOf(place, field, row), actual: cell.raw };
  if (merge.top !== cell.row || merge.left !== cell.column) {
    findings.push(finding('cell/under-merge', at, parameters, subject));
    return true;
  }
  const rows = merge.bottom - merge.top + 1;
  if (rows === 1) return false;
  findings.push(finding('cell/merged-figure', at, { ...parameters, rows }, subject));
  return true;
}
