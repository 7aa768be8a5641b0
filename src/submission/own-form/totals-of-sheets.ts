/** The total rows of a form on several sheets: each is the sum of its own sheet, or of all of them. */
import { finding, type FindingSubject } from '../../findings/finding.js';
import type { FieldColumn, FieldDefinition, FigureTable, Finding } from '../../model.js';
import { figurePlace } from '../../values/cell-address.js';
import { inner } from '../../values/inner-quotes.js';
import { formatScaled } from '../../values/number-format.js';

/** Totals that are neither; `joined`: the rows of all sheets. */
export function* wrongTotals(
  tables: readonly FigureTable[],
  joined: FigureTable,
  fields: readonly FieldDefinition[],
  subject: FindingSubject,
): Iterable<Finding> {
  for (const table of tables) {
    const { totals } = table;
    if (totals === undefined) continue;
    for (const { id, label, scale = 0, aggregation } of fields) {
      const typed = totals.columns.get(id);
      const total = typed?.states[0] === 'value' ? typed.numbers[0] : undefined;
      const [own, all] = [sumOf(table.columns.get(id)), sumOf(joined.columns.get(id))];
      if (typed === undefined || total === undefined || aggregation !== 'sum') continue;
      if (own === undefined || all === undefined || total === own || total === all) continue;
      yield finding(
        'own-form/total-of-sheet',
        figurePlace(totals, typed, 0),
        {
          sheet: inner(table.sheet),
          field: inner(label),
          total: formatScaled(total, scale),
          own: formatScaled(own, scale),
          all: formatScaled(all, scale),
        },
        { ...subject, fields: [id] },
      );
    }
  }
}

/** Undefined where a figure could not be read, so that no sum is known. */
export function sumOf(column: FieldColumn | undefined): number | undefined {
  if (column === undefined || column.column === 0) return undefined;
  if (column.states.some((state) => state === 'excluded' || state === 'pending')) return undefined;
  return column.states.reduce(
    (sum, state, row) => sum + (state === 'value' ? (column.numbers[row] ?? 0) : 0),
    0,
  );
}
