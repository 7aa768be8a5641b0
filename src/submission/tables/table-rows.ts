/**
 * Tells the rows of a table apart: rows of data, totals, headings of groups, headers printed again, notes.
 * A row is data unless something says that it is not; what is not read is always reported (figures) or listed (names).
 */
import type { FieldDefinition, FormDefinition, RawCell } from '../../model.js';
import { cleanText } from '../../values/vietnamese-text.js';
import { isNumberCell, isOtherNumber } from '../cells/cell-words.js';
import type { FormPlace } from '../layout/form-place.js';
import { labelIndex } from '../layout/label-index.js';
import { isColumnNumbers } from '../layout/column-numbers.js';
import { headerBelow, type HeaderColumns } from '../layout/locate-header.js';
import { readCell } from '../cells/read-cell.js';
import { isHeadingText, isNote } from './heading-rows.js';
import { isGroupNumber, isRowNumber, startsWithGroupNumber, totalWord } from '../layout/row-words.js';
import { signatureRow } from '../layout/signature-block.js';

export interface DataRow {
  readonly sheetRow: number;
  readonly label: string;
  /** Some figure or answer stands in it, not the name alone. */
  readonly figures: boolean;
  /** It carries a row number of its own, as text alone also that of a group. */
  readonly numbered?: true;
  /** How many figures and answers stand in it. */
  readonly answers?: number;
}

/** A row with a sum: of everything, of a group, or of what nobody can tell. */
export interface SumRow {
  readonly sheetRow: number;
  readonly label: string;
  /** `group`: numbered as a heading, with figures. */
  readonly word: 'whole' | 'part' | 'group';
  /** Its figures have been found to be those of other rows. */
  readonly proven?: true;
}

export interface TableRows {
  /** In sheet order; rows below a total included. */
  readonly data: readonly DataRow[];
  readonly sums: readonly SumRow[];
  /** Rows of text only that name no area: headings of groups, notes, signatures. */
  readonly texts: readonly DataRow[];
  /** Headers and column numbers printed again. */
  readonly repeated: readonly number[];
  /** Header of another table with other columns; nothing from here on is read. */
  readonly otherTable?: number;
}

/** All rows below the header, told apart. */
export function tableRows(form: FormDefinition, place: FormPlace, header: HeaderColumns): TableRows {
  const { grid } = place;
  const index = labelIndex(form, place.fields);
  const keys = new Set(form.rowKey ?? []);
  const nameColumn = header.columns.get(form.rowKey?.[0] ?? '') ?? 0;
  const fieldAt = fieldsByColumn(place, header);
  const ordinalOf = (row: number): string => cleanText(grid.at(row, header.ordinal ?? 0)?.raw ?? '');
  const below = grid.rows.filter((row) => row > header.lastRow);
  const numbered = below.some((row) => isRowNumber(ordinalOf(row)));
  const says = (cell: RawCell): boolean => {
    const field = fieldAt.get(cell.column);
    return field !== undefined && !keys.has(field.id) && isAnswer(cell, field);
  };

  const signed =
    signatureRow(grid, header.lastRow, (cell) => isReply(cell, fieldAt.get(cell.column), keys)) ?? Infinity;
  const hasFigures = (row: number): boolean => grid.inRow(row).some((cell) => says(cell));
  const rows = below.filter((row) => row < signed);
  const around = { grid, header, nameColumn, rows, numbered, ordinalOf, hasFigures };
  const isText = (row: number, name: string, ordinal: string): boolean =>
    isHeadingText(around, row) ||
    (form.totalLabel !== undefined && ordinal === '' && isNote(grid, row, name));
  const data: DataRow[] = [];
  const sums: SumRow[] = [];
  const texts: DataRow[] = [];
  const repeated: number[] = [];
  for (const row of below) {
    const cells = grid.inRow(row);
    const again = headerBelow(grid, row, header, index);
    if (again === 'another') return { data, sums, texts, repeated, otherTable: row };
    if (again === 'again' || isColumnNumbers(grid, row)) {
      repeated.push(row);
      continue;
    }
    const name = nameOf(place, row, nameColumn);
    const ordinal = ordinalOf(row);
    if (row >= signed) {
      texts.push({ sheetRow: row, label: name, figures: false });
      continue;
    }
    const heading = sumHeading(cells, nameColumn, name, isRowNumber(ordinal));
    const answers = cells.filter(
      (cell) => fieldAt.has(cell.column) && cell.column !== nameColumn && says(cell),
    ).length;
    const figures = answers > 0;
    const shape = { answers, ...(isRowNumber(ordinal) ? { numbered: true as const } : {}) };
    if (heading !== undefined) sums.push({ sheetRow: row, ...heading });
    else if (numbered && (isGroupNumber(ordinal) || (ordinal === '' && startsWithGroupNumber(name)))) {
      const label = name === '' ? ordinal : name;
      if (figures) sums.push({ sheetRow: row, label, word: 'group' });
      else texts.push({ sheetRow: row, label, figures, numbered: true });
    } else if (name === '') {
      if (figures) data.push({ sheetRow: row, label: '', figures, ...shape });
    } else if (!figures && isText(row, name, ordinal)) {
      texts.push({ sheetRow: row, label: name, figures, ...shape });
    } else data.push({ sheetRow: row, label: name, figures, ...shape });
  }
  return { data, sums, texts, repeated };
}

const fieldsByColumn = (place: FormPlace, header: HeaderColumns): ReadonlyMap<number, FieldDefinition> =>
  new Map(
    place.fields.flatMap((field) => {
      const column = header.columns.get(field.id);
      return column === undefined ? [] : [[column, field] as const];
    }),
  );

/** The row's name; a name merged down several rows names each of them. */
function nameOf({ grid }: FormPlace, row: number, column: number): string {
  const own = grid.at(row, column);
  if (own !== undefined) return cleanText(own.raw);
  const merge = grid.mergeOver(row, column);
  return merge?.left === column ? grid.textOver(row, column) : '';
}

/** The words of a total in the name's column, or in any other when the row has no name. */
function sumHeading(
  cells: readonly RawCell[],
  nameColumn: number,
  name: string,
  isNumbered: boolean,
): Pick<SumRow, 'label' | 'word'> | undefined {
  for (const cell of cells) {
    if (cell.kind !== 'text' || (cell.column !== nameColumn && name !== '')) continue;
    const word = totalWord(cell.raw, isNumbered);
    if (word !== undefined) return { label: cleanText(cell.raw), word };
  }
  return undefined;
}

/** A figure, or an answer that is counted; words in text columns are neither. */
function isAnswer(cell: RawCell, field: FieldDefinition): boolean {
  if (field.type === 'text' || field.type === 'date') return false;
  if (isNumberCell(cell)) return !isOtherNumber(cell);
  if (cell.kind === 'error' || cell.uncalculated === true) return true;
  const { state, problem } = readCell(cell, field, false);
  return state === 'value' || state === 'pending' || (problem !== undefined && /\d/u.test(cell.raw));
}

/** A word that a column takes: "đạt", "x"; what is wrong in its place is none. */
function isReply(cell: RawCell, field: FieldDefinition | undefined, keys: ReadonlySet<string>): boolean {
  if (field === undefined || keys.has(field.id) || field.type === 'text' || field.type === 'date')
    return false;
  const { state } = readCell(cell, field, false);
  return state === 'value' || state === 'pending';
}
