/** Fields that a unit gave for some of its rows only: the sum is shown and not used. */
import { figurePlace } from '../values/cell-address.js';
import { finding } from '../findings/finding.js';
import { inWordsOf } from '../findings/turned-words.js';
import type { FieldColumn, FieldDefinition, FigureTable, Finding, ValidatedSubmission } from '../model.js';
import { formatScaled } from '../values/number-format.js';
import { placesOf, type IndexedSet } from './indexed-set.js';
import { sumOfColumn } from './unit-terms.js';
import { isQuantity } from '../measures/field-types.js';

const NAMED_ROWS = 8;

/** One finding per field, naming the rows; fields that an error of this unit names already are left out. */
export function* entryFindings(
  submission: ValidatedSubmission,
  set: IndexedSet,
  unitName: string,
): Iterable<Finding> {
  for (const field of set.fields.values()) {
    if (field.aggregation === 'none' || submission.excludedFields.has(field.id)) continue;
    const places = placesOf(field.id, submission, set);
    const [rows, own] = places;
    if (rows === undefined) continue;
    // Given once for the whole unit elsewhere: the rows need not be complete.
    if (own !== undefined && sumOfColumn(own.table, own.column).kind === 'value') continue;
    yield* partlyReported(submission, field, unitName, rows.table, rows.column);
  }
}

/** A table's rows of which some say nothing: named, with the sum that is shown but not used. */
function* partlyReported(
  submission: ValidatedSubmission,
  field: FieldDefinition,
  unitName: string,
  table: FigureTable,
  column: FieldColumn,
): Iterable<Finding> {
  if (table.rowCount < 2 || column.column === 0) return;
  const blank = column.states.flatMap((state, row) => (state === 'missing' ? [row] : []));
  const [first] = blank;
  const filled = column.states.filter((state) => state === 'value' || state === 'notApplicable').length;
  if (first === undefined || filled === 0) return;
  const sum = column.states.reduce(
    (total, state, row) => (state === 'value' ? total + (column.numbers[row] ?? Number.NaN) : total),
    0,
  );
  const more = blank.length > NAMED_ROWS ? ` và ${blank.length - NAMED_ROWS} dòng khác` : '';
  const told = finding(
    'unit/partly-reported',
    figurePlace(table, column, first),
    {
      unit: unitName,
      field: field.label,
      filled,
      total: table.rowCount,
      sum: isQuantity(field) ? formatScaled(sum, field.scale) : filled,
      rows:
        blank
          .slice(0, NAMED_ROWS)
          .map((row) => table.rowLabels[row] ?? '')
          .join('; ') + more,
    },
    {
      unit: submission.unit,
      period: submission.period,
      form: table.form,
      fields: [field.id],
      related: blank.slice(1, NAMED_ROWS).map((row) => figurePlace(table, column, row)),
    },
  );
  yield inWordsOf(table, told);
}
