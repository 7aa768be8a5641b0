/** A hash of what a table says, whatever file, sheet or row order it came from. */
import type { FieldId, CriteriaSet, FigureTable } from '../../model.js';
import { shortHash } from '../../values/short-hash.js';

/** Equal for two tables with the same figures under the same row keys. */
export function figuresHash(table: FigureTable): string {
  const fields = [...table.columns.keys()].sort();
  const rows = table.rowKeys.map((key, row) =>
    [key, ...fields.map((field) => cellText(table, field, row))].join('\u001f'),
  );
  return shortHash([fields.join(','), ...rows.sort()].join('\u001e'));
}

function cellText(table: FigureTable, field: string, row: number): string {
  const column = table.columns.get(field);
  const state = column?.states[row];
  if (column === undefined || state === undefined || state === 'missing') return '';
  if (state !== 'value') return `!${state}`;
  return column.texts[row] ?? String(column.numbers[row]);
}

/** Some figure or answer is given that the template does not print beforehand; `notAsked` says nothing of itself. */
export function hasFigures(
  table: FigureTable,
  set: CriteriaSet,
  notAsked: ReadonlySet<FieldId> = new Set(),
): boolean {
  const rowKey = new Set(set.forms.find((form) => form.id === table.form)?.rowKey);
  return [...table.columns.values()].some(
    (column) =>
      !rowKey.has(column.field) &&
      !notAsked.has(column.field) &&
      column.column !== 0 &&
      column.states.some((state, row) => state !== 'missing' && !isPrinted(column.field, column.texts[row])),
  );
}

/** The kind of area and the text of a criterion come printed with the form. */
const PRINTED = new Set(['areaKind', 'criterionText', 'target', 'criterionTarget']);
const isPrinted = (field: string, text: string | undefined): boolean => PRINTED.has(field) || text === 'no';
