/** The cells behind a figure of one unit, form by form: what they add up to, each with its row and how it was read. */
import type { CriteriaSet, FieldDefinition, SourceCell, UnitSources } from '../model.js';
import { fieldIndex } from '../criteria/set-queries.js';
import { formatFigure } from '../values/number-format.js';
import { addSafely } from '../values/exact-rate.js';
import { inner } from '../values/inner-quotes.js';
import { answerOf } from './formula-words.js';
import { whyWords } from './trace-words.js';
import { isNumeric } from '../measures/field-types.js';

/** Cells of one column of one sheet. */
export interface SourceGroup {
  readonly side: 'n' | 'd';
  readonly label: string;
  /** What the cells count together. */
  readonly total: string;
  readonly file: string;
  readonly sheet: string;
  /** As the set defines the field of the column. */
  readonly field: FieldDefinition | undefined;
  readonly cells: readonly SourceCell[];
}

/** `scale`: that of the figure. */
export function sourceGroups(
  sources: UnitSources | undefined,
  scale: number,
  set: CriteriaSet,
): readonly SourceGroup[] {
  const sides = [
    ['n', sources?.n.cells ?? []],
    ['d', sources?.d?.cells ?? []],
  ] as const;
  return sides.flatMap(([side, cells]) => columnGroups(side, cells, scale, set));
}

/** The same of one side. */
export const columnGroups = (
  side: SourceGroup['side'],
  cells: readonly SourceCell[],
  scale: number,
  set: CriteriaSet,
): readonly SourceGroup[] =>
  [...byColumn(cells).values()].flatMap((group) => groupOf(side, group, scale, set));

/** Cells of one column follow each other: its key is made once, not for each of them. */
function byColumn(cells: readonly SourceCell[]): ReadonlyMap<string, readonly SourceCell[]> {
  const groups = new Map<string, SourceCell[]>();
  let last: SourceCell | undefined;
  let group: SourceCell[] = [];
  for (const cell of cells) {
    const { field, file, sheet } = cell;
    if (last === undefined || last.field !== field || last.file !== file || last.sheet !== sheet) {
      const key = [field, file, sheet].join('\u001f');
      group = groups.get(key) ?? [];
      groups.set(key, group);
    }
    group.push(cell);
    last = cell;
  }
  return groups;
}

function groupOf(
  side: SourceGroup['side'],
  cells: readonly SourceCell[],
  scale: number,
  set: CriteriaSet,
): readonly SourceGroup[] {
  const [first] = cells;
  if (first === undefined) return [];
  const field = fieldIndex(set).get(first.field);
  const sum = sumOf(cells);
  const numeric = field !== undefined && isNumeric(field);
  const total = formatFigure(sum, {
    scale: numeric && cells.some(({ counts, value }) => counts === value) ? scale : 0,
  });
  const { file, sheet } = first;
  const label = field === undefined ? first.field : inner(field.label);
  return [{ side, label, total, file, sheet, field, cells }];
}

function sumOf(cells: readonly SourceCell[]): number | bigint {
  let sum = 0;
  for (const { counts } of cells) {
    const next = addSafely(sum, counts);
    if (next === undefined) return cells.reduce((sofar, cell) => sofar + BigInt(cell.counts), 0n);
    sum = next;
  }
  return sum;
}

/** A cell as read: "1.312", "đạt", "ô để trống". */
export function readCell({ value, state }: SourceCell, field: FieldDefinition | undefined): string {
  if (value === undefined) return whyWords(state);
  return typeof value === 'number'
    ? formatFigure(value, { scale: field?.scale ?? 0 })
    : answerOf(field, value);
}

/** It has a value that the figure does not take. */
export const isUncounted = ({ value, counts }: SourceCell): boolean =>
  counts === 0 && value !== undefined && value !== 0;
