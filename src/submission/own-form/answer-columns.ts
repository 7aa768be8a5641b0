/**
 * One question asked over several columns of marks ("Đạt (x)", "Không đạt (x)"): the column in which a row is marked is
 * its answer. Rows marked twice, and marks that nobody can read, are told and left without an answer.
 */
import { finding } from '../../findings/finding.js';
import type { FieldDefinition, FieldId, Finding, OwnColumn, RawCell } from '../../model.js';
import { addTo } from '../../values/groups.js';
import { inner } from '../../values/inner-quotes.js';
import { cleanText, foldLabel } from '../../values/vietnamese-text.js';
import { isDash, yesOrNo } from '../cells/cell-words.js';
import { formSubject, labelOf, refOf, type FormPlace } from '../layout/form-place.js';
import { segmentKey } from '../layout/header-path.js';
import { isColumnNumbers } from '../layout/column-numbers.js';
import type { LocatedTable } from '../layout/own-sheet.js';
import { totalWord } from '../layout/row-words.js';
import { signatureRow } from '../layout/signature-block.js';
import { gridOf, type SheetGrid } from '../layout/sheet-grid.js';
import { shortened } from '../listed.js';

/** A column of marks and what a mark in it answers; `label`: its own header, without those over it. */
export interface AnswerColumn {
  readonly at: number;
  readonly answer: string;
  readonly label: string;
}

/** The columns of marks by the field that they answer. */
export function answerColumns(
  columns: ReadonlyMap<OwnColumn, number>,
): ReadonlyMap<FieldId, readonly AnswerColumn[]> {
  const byField = new Map<FieldId, AnswerColumn[]>();
  for (const [{ field, answer, header }, at] of columns)
    if (field !== undefined && answer !== undefined)
      addTo(byField, field, { at, answer, label: header.at(-1) ?? '' });
  return byField;
}

export type Marked =
  | { readonly kind: 'answer'; readonly column: AnswerColumn }
  | { readonly kind: 'blank' }
  | { readonly kind: 'several' | 'strange'; readonly cells: readonly RawCell[] };

/** What the row answers. */
export function markedIn(grid: SheetGrid, row: number, columns: readonly AnswerColumn[]): Marked {
  const said = columns.flatMap((column) => {
    const cell = grid.at(row, column.at);
    return cell === undefined || saysNothing(cell.raw) ? [] : [{ column, cell }];
  });
  const strange = said.filter(({ column, cell }) => !isMark(cell.raw, column.label));
  if (strange.length > 0) return { kind: 'strange', cells: strange.map(({ cell }) => cell) };
  const [first, ...others] = said;
  if (first === undefined) return { kind: 'blank' };
  return others.length === 0
    ? { kind: 'answer', column: first.column }
    : { kind: 'several', cells: said.map(({ cell }) => cell) };
}

const saysNothing = (raw: string): boolean => isDash(raw) || raw.trim() === '0';

/** "x", "v", "1", "Có", or the words of the header itself. */
const isMark = (raw: string, label: string): boolean =>
  yesOrNo(raw) === 'yes' || segmentKey(raw) === segmentKey(label);

export interface AnsweredRows {
  /** The sheet with the answer of each row, in words, in the first of its columns. */
  readonly grid: SheetGrid;
  /** The first column of each field. */
  readonly columns: ReadonlyMap<FieldId, number>;
  /** Where a row is marked, by field and row: the cell that its figure is of. */
  readonly markedAt: ReadonlyMap<FieldId, ReadonlyMap<number, number>>;
  /** What is wrong with the marks of a row; whether it is a row of the table is known afterwards. */
  readonly faults: readonly { readonly row: number; readonly finding: Finding }[];
}

/** The rows below the header of `located` with their marks read as answers of the fields. */
export function answeredRows(located: LocatedTable, place: FormPlace): AnsweredRows {
  const byField = answerColumns(located.columns);
  const { grid } = place;
  const columns = new Map<FieldId, number>();
  const markedAt = new Map<FieldId, Map<number, number>>();
  const faults: { row: number; finding: Finding }[] = [];
  if (byField.size === 0) return { grid, columns, markedAt, faults };
  const rows = rowsBelow(grid, located);
  const answers: RawCell[] = [];
  for (const [id, asked] of byField) {
    const field = place.fields.find((one) => one.id === id);
    const first = asked[0]?.at;
    if (field === undefined || first === undefined) continue;
    columns.set(id, first);
    const at = new Map<number, number>();
    markedAt.set(id, at);
    for (const row of rows) {
      const marked = markedIn(grid, row, asked);
      if (marked.kind === 'answer') {
        at.set(row, marked.column.at);
        answers.push({ row, column: first, kind: 'text', raw: wordOf(field, marked.column.answer) });
      } else if (marked.kind !== 'blank')
        faults.push({ row, finding: notOne(marked, located, place, field, row) });
    }
  }
  return { grid: withAnswers(grid, answers, new Set(rows), byField), columns, markedAt, faults };
}

/** The answers stand in the place of all marks of the rows. */
function withAnswers(
  { sheet }: SheetGrid,
  answers: readonly RawCell[],
  rows: ReadonlySet<number>,
  byField: ReadonlyMap<FieldId, readonly AnswerColumn[]>,
): SheetGrid {
  const marks = new Set([...byField.values()].flatMap((asked) => asked.map(({ at }) => at)));
  const others = sheet.cells.filter(({ row, column }) => !marks.has(column) || !rows.has(row));
  return gridOf({ ...sheet, cells: [...others, ...answers].sort(byPlace) });
}

const byPlace = (one: RawCell, other: RawCell): number => one.row - other.row || one.column - other.column;

/** Rows with a name above the signatures; a total counts marks and has none of its own. */
function rowsBelow(grid: SheetGrid, { lastRow, key = 1 }: LocatedTable): readonly number[] {
  const end = signatureRow(grid, lastRow, () => false) ?? Infinity;
  return grid.rows.filter((row) => {
    const name = row > lastRow && row < end ? grid.textOver(row, key) : '';
    const isTotal = grid.inRow(row).some((cell) => cell.kind === 'text' && totalWord(cell.raw) !== undefined);
    return name !== '' && !isTotal && !isColumnNumbers(grid, row);
  });
}

/** The words by which a cell gives the answer. */
const wordOf = ({ choices }: FieldDefinition, answer: string): string =>
  choices?.find(({ id }) => id === answer)?.label ?? (answer === 'yes' ? 'Có' : 'Không');

function notOne(
  marked: Extract<Marked, { readonly cells: readonly RawCell[] }>,
  { key = 1 }: LocatedTable,
  place: FormPlace,
  { id }: FieldDefinition,
  row: number,
): Finding {
  const [cell] = marked.cells;
  const name = cleanText(place.grid.textOver(row, key));
  return finding(
    'own-form/marks-not-one',
    refOf(place, row, cell?.column ?? key),
    {
      why:
        marked.kind === 'several'
          ? 'đánh dấu ở nhiều cột'
          : `ghi “${inner(shortened(cell?.raw ?? ''))}”, không phải dấu x,`,
      field: labelOf(place, id),
      area: inner(shortened(name)),
    },
    { ...formSubject(place), fields: [id], rowKey: foldLabel(name) },
  );
}
