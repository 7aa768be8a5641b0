/** What an own form says of a unit as a whole: lines of indicators in the column of what was done. */
import { append } from '../../values/of-many.js';
import { isCounted } from '../../criteria/own-forms.js';
import type { CriteriaSet, FieldId, Finding } from '../../model.js';
import { finding } from '../../findings/finding.js';
import { isNumberCell } from '../cells/cell-words.js';
import { everyField } from '../layout/fields-of-form.js';
import { formSubject, refOf, type FormPlace } from '../layout/form-place.js';
import type { CellPlace } from '../layout/value-column.js';
import { inner } from '../../values/inner-quotes.js';
import { shortened } from '../listed.js';
import { readLocated } from '../tables/read-list-form.js';
import { ownTitleOfPlans } from '../tables/plans-in-titles.js';
import type { FormReading } from '../tables/read-table-form.js';
import { locateLines } from './locate-lines.js';
import type { LocatedTable, OwnSheet } from '../layout/own-sheet.js';
import { listFormOf } from './own-sheets.js';
import { withBeside } from './beside-figures.js';
import { gridOfTable, lostColumns, refusal } from './read-rows.js';
import { shareLinesThatDiffer } from './shares-typed.js';
import { defined } from '../../values/defined.js';

/**
 * The lines of a table by indicators as the form `place.form`. `leads`: what is wrong with the table is told with this
 * form; its other forms do not say it again.
 */
export function readIndicators(
  own: OwnSheet,
  located: LocatedTable,
  place: FormPlace,
  set: CriteriaSet,
  leads: boolean,
): FormReading {
  const remarks: Finding[] = [];
  const refused = refusal(own, located, place);
  const values = [...located.columns].filter(([column]) => isCounted(column));
  const [first] = values;
  if (refused !== undefined || first === undefined)
    return { findings: refused === undefined ? [...lostValues(own, located, place)] : [refused] };
  const grid = gridOfTable(own, located);
  const lines = locateLines(own, located, { ...place, grid, fields: everyField(set) });
  if (leads)
    append(remarks, [
      ...lines.findings,
      ...lostColumns(own, located, place),
      ...ownTitleOfPlans({ ...place, grid }, own.firstRow),
      ...unknownColumns(located, { ...place, grid }, [...lines.rows.values()]),
      ...shareLinesThatDiffer(
        located,
        { ...place, grid, fields: everyField(set) },
        { rows: lines.rows, column: first[1] },
        set,
      ),
    ]);
  const fields = new Map(everyField(set).map((field) => [field.id, field]));
  const all = new Map<FieldId, CellPlace>(
    [...lines.rows].map(([field, row]) => [field, { row, column: first[1] }]),
  );
  const here = new Map(
    [...all].filter(([id]) => {
      const field = fields.get(id);
      return field !== undefined && listFormOf(field, set) === place.form;
    }),
  );
  const elsewhere = [...all].filter(([id]) => !here.has(id)).map(([, at]) => at);
  const others = [...lines.otherRows].map((row) => ({ row, column: first[1] }));
  if (here.size === 0) return { findings: remarks };
  const inTable = { ...place, grid };
  const rowsHere = [...here].map(([field, { row }]) => [field, row] as const);
  const reading = readLocated(inTable, {
    places: here,
    findings: remarks,
    reported: [...elsewhere, ...others],
    claimedColumns: new Set([
      ...[...located.columns.values()].filter((column) => column !== first[1]),
      ...located.unknown.keys(),
      ...[located.key, located.codeKey, located.ordinal].flatMap((one) => one ?? []),
    ]),
  });
  return withBeside(reading, inTable, [...located.columns], rowsHere);
}

/** A column that the form does not have, with figures in its lines: somebody's, and counted for nobody. */
function* unknownColumns(
  { unknown, labelRow }: LocatedTable,
  place: FormPlace,
  rows: readonly number[],
): Iterable<Finding> {
  for (const [column, header] of unknown) {
    const figures = rows.filter((row) => {
      const cell = place.grid.at(row, column);
      return cell !== undefined && isNumberCell(cell);
    }).length;
    if (figures === 0) continue;
    yield finding(
      'layout/unknown-column',
      refOf(place, labelRow, column),
      {
        label: inner(shortened(header)),
        form: place.formTitle,
        content: `${String(figures)} số`,
        suggestion: '',
      },
      { ...formSubject(place), rowKey: `#${String(column)}` },
    );
  }
}

/** The column of what was done is gone: no line can be read. */
function* lostValues(own: OwnSheet, located: LocatedTable, place: FormPlace): Iterable<Finding> {
  const [line] = located.table.lines?.flatMap(({ field }) => field ?? []) ?? [];
  const lost = located.lost.filter(({ column }) => isCounted(column));
  yield* lostColumns(
    own,
    {
      ...located,
      lost: lost.map((one) => ({
        ...one,
        column: { ...one.column, ...defined({ field: line }) },
      })),
    },
    place,
  );
}
