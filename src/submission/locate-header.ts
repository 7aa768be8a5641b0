/**
 * Header finder: the row under which a form's table begins, and which column holds which field.
 * Headers may stand in several rows, merged across and down; only labels and aliases of the criteria set decide.
 */
import type { FieldDefinition, FieldId, FormDefinition } from '../model.js';
import { foldBare, foldLabel } from '../vietnamese-text.js';
import type { SheetGrid } from './sheet-grid.js';

export interface HeaderColumns {
  /** Last row of the header, the row of column numbers included. */
  readonly lastRow: number;
  readonly columns: ReadonlyMap<FieldId, number>;
  /** Second columns that carry a field's label again. */
  readonly doubled: readonly { readonly field: FieldId; readonly first: number; readonly second: number }[];
  /** Labels of header cells that are no field: column → label. */
  readonly unknown: ReadonlyMap<number, string>;
  /** Column of ordinal numbers (STT), when there is one. */
  readonly ordinal?: number;
}

export interface LabelIndex {
  /** Folded label → fields that carry it (several when a label repeats under different groups). */
  readonly byLabel: ReadonlyMap<string, readonly FieldDefinition[]>;
  readonly groupLabels: ReadonlyMap<string, string>;
  readonly fieldCount: number;
}

const SCANNED_ROWS = 80;
const MAX_COLUMNS = 200;
const HEADER_DEPTH = 3;
const ORDINAL = new Set(['stt', 'tt', 'sott', 'sothutu', 'thutu']);

/** Labels, aliases and ids of a form's fields, folded for comparison. */
export function labelIndex(form: FormDefinition, fields: readonly FieldDefinition[]): LabelIndex {
  const byLabel = new Map<string, FieldDefinition[]>();
  for (const field of fields) {
    for (const spelling of new Set([field.label, ...(field.aliases ?? []), field.id].map(labelKey))) {
      const known = byLabel.get(spelling);
      if (known === undefined) byLabel.set(spelling, [field]);
      else known.push(field);
    }
  }
  return {
    byLabel,
    groupLabels: new Map(form.groups.map((group) => [group.id, labelKey(group.label)])),
    fieldCount: fields.length,
  };
}

/** Labels are compared without marks, spaces, punctuation and the unit of measure in brackets at their end. */
export const labelKey = (label: string): string => foldBare(label.replace(/\([^()]*\)\s*$/u, ''));

/** The row of the sheet under which most labels of the form occur; undefined when fewer than two do. */
export function locateHeader(grid: SheetGrid, index: LabelIndex): HeaderColumns | undefined {
  let best: { row: number; hits: number } | undefined;
  for (const row of grid.rows.slice(0, SCANNED_ROWS)) {
    const hits = grid.inRow(row).length === 0 ? 0 : matchRow(grid, row, index).columns.size;
    if (hits >= Math.min(2, index.fieldCount) && hits > (best?.hits ?? 0)) best = { row, hits };
  }
  if (best === undefined) return undefined;
  const header = matchRow(grid, best.row, index);
  const last = lastHeaderRow(grid, best.row);
  return { ...header, lastRow: isColumnNumbers(grid, last + 1) ? last + 1 : last };
}

type Match = Omit<HeaderColumns, 'lastRow'>;

function matchRow(grid: SheetGrid, row: number, index: LabelIndex): Match {
  const columns = new Map<FieldId, number>();
  const doubled: { field: FieldId; first: number; second: number }[] = [];
  const unknown = new Map<number, string>();
  let ordinal: number | undefined;
  for (const column of headerColumns(grid, row)) {
    const [label = '', ...above] = labelsOver(grid, row, column);
    if (label === '') continue;
    const field = fieldFor(label, above, index);
    if (field === undefined) {
      if (ORDINAL.has(labelKey(label))) ordinal ??= column;
      else unknown.set(column, label);
      continue;
    }
    const first = columns.get(field.id);
    if (first === undefined) columns.set(field.id, column);
    else doubled.push({ field: field.id, first, second: column });
  }
  return { columns, doubled, unknown, ...(ordinal === undefined ? {} : { ordinal }) };
}

function headerColumns(grid: SheetGrid, row: number): readonly number[] {
  const found = new Set<number>();
  for (let above = row; above > row - HEADER_DEPTH && above > 0; above -= 1) {
    for (const cell of grid.inRow(above)) if (cell.column <= MAX_COLUMNS) found.add(cell.column);
    const covering = grid.inRow(above).map((cell) => grid.mergeOver(above, cell.column));
    for (const merge of covering) {
      if (merge === undefined || merge.bottom < row) continue;
      for (let column = merge.left; column <= Math.min(merge.right, MAX_COLUMNS); column += 1)
        found.add(column);
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** Texts that stand over a column, from the given row upwards, each once. */
function labelsOver(grid: SheetGrid, row: number, column: number): readonly string[] {
  const labels: string[] = [];
  for (let above = row; above > row - HEADER_DEPTH && above > 0; above -= 1) {
    const text = grid.textOver(above, column);
    if (text !== '' && labels.at(-1) !== text) labels.push(text);
  }
  return labels;
}

function fieldFor(label: string, above: readonly string[], index: LabelIndex): FieldDefinition | undefined {
  const candidates = index.byLabel.get(labelKey(label)) ?? [];
  if (candidates.length <= 1) return candidates[0];
  const groups = new Set(above.map(labelKey));
  const inGroup = candidates.filter((field) =>
    groups.has(index.groupLabels.get(field.group ?? '') ?? '\u0000'),
  );
  if (inGroup.length === 1) return inGroup[0];
  const withMarks = (inGroup.length === 0 ? candidates : inGroup).filter((field) =>
    [field.label, ...(field.aliases ?? []), field.id].some(
      (spelling) => foldLabel(spelling) === foldLabel(label),
    ),
  );
  return withMarks.length === 1 ? withMarks[0] : undefined;
}

/** Headers merged downwards reach further than the row in which their text was matched. */
function lastHeaderRow(grid: SheetGrid, row: number): number {
  let last = row;
  for (const cell of grid.inRow(row)) last = Math.max(last, grid.mergeOver(row, cell.column)?.bottom ?? row);
  return Math.min(last, row + HEADER_DEPTH);
}

/** The row "(1) (2) (3) …" or "A B 1 2 …" under a header. */
function isColumnNumbers(grid: SheetGrid, row: number): boolean {
  const texts = grid.inRow(row).map((cell) => cell.raw.trim());
  const numbers = texts.flatMap((text) => /^\(?(\d{1,3})\)?$/u.exec(text)?.[1] ?? []).map(Number);
  const letters = texts.filter((text) => /^\(?[A-Z]\)?$/u.test(text)).length;
  return (
    numbers.length >= 3 &&
    numbers.length + letters === texts.length &&
    numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1) &&
    numbers[0] === 1
  );
}
