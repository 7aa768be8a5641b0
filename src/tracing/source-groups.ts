/** The cells behind a figure of one unit, form by form: what they add up to, each with its row and how it was read. */
import type { CriteriaSet, FieldDefinition, SourceCell, UnitSources } from '../model.js';
import { fieldIndex } from '../criteria/set-queries.js';
import { formatFigure } from '../values/number-format.js';
import { groupBy } from '../values/groups.js';
import { inner } from '../values/inner-quotes.js';
import { answerOf } from './formula-words.js';
import { whyWords } from './trace-words.js';

export interface ReadCell {
  readonly cell: SourceCell;
  /** As read: "1.312", "đạt", "ô để trống". */
  readonly read: string;
  /** It has a value that this figure does not take. */
  readonly uncounted: boolean;
}

/** Cells of one column of one sheet. */
export interface SourceGroup {
  readonly side: 'n' | 'd';
  readonly label: string;
  /** What the cells count together. */
  readonly total: string;
  readonly file: string;
  readonly sheet: string;
  readonly cells: readonly ReadCell[];
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
  return sides.flatMap(([side, cells]) => {
    const groups = groupBy(cells, ({ field, file, sheet }) => [field, file, sheet].join('\u001f'));
    return [...groups.values()].flatMap((group) => groupOf(side, group, scale, set));
  });
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
  const sum = cells.reduce((sofar, { counts }) => sofar + BigInt(counts), 0n);
  const numeric = field?.type === 'count' || field?.type === 'amount' || field?.type === 'percent';
  const total = formatFigure(sum, {
    scale: numeric && cells.some(({ counts, value }) => counts === value) ? scale : 0,
  });
  const { file, sheet } = first;
  const label = field === undefined ? first.field : inner(field.label);
  return [{ side, label, total, file, sheet, cells: cells.map((cell) => readCell(cell, field)) }];
}

function readCell(cell: SourceCell, field: FieldDefinition | undefined): ReadCell {
  const { value, state, counts } = cell;
  const read =
    value === undefined
      ? whyWords(state)
      : typeof value === 'number'
        ? formatFigure(value, { scale: field?.scale ?? 0 })
        : answerOf(field, value);
  return { cell, read, uncounted: counts === 0 && value !== undefined && value !== 0 };
}
