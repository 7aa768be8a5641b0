/** What an own form says of the year before and of the plan beside the figures of the period; read to be compared. */
import type { BesideFigure, FieldId, OwnColumn } from '../../model.js';
import { cellAddress } from '../../values/cell-address.js';
import type { FormPlace } from '../layout/form-place.js';
import { readLocated } from '../tables/read-list-form.js';
import type { FormReading } from '../tables/read-table-form.js';

/** The reading with the columns of that kind; `rows`: where the figures of each field stand. */
export function withBeside(
  reading: FormReading,
  place: FormPlace,
  columns: readonly (readonly [OwnColumn, number])[],
  rows: readonly (readonly [FieldId, number])[],
): FormReading {
  const beside = columns.flatMap(([column, at]) => {
    const { role, field } = column;
    if (role !== 'lastYear' && role !== 'plan') return [];
    const own = field === undefined ? rows : rows.filter(([id]) => id === field);
    return figuresIn(place, role, at, own);
  });
  const { table } = reading;
  return table === undefined || beside.length === 0 ? reading : { ...reading, table: { ...table, beside } };
}

/** Plain figures alone: "trên 100" and a blank cell say nothing that could be compared. */
function figuresIn(
  place: FormPlace,
  role: BesideFigure['role'],
  column: number,
  rows: readonly (readonly [FieldId, number])[],
): readonly BesideFigure[] {
  const places = new Map(rows.map(([field, row]) => [field, { row, column }] as const));
  // What is wrong with such a cell is no fault of the period's figures.
  const { file, grid, form, formTitle, fields, subject, identityPlaces } = place;
  const plain: FormPlace = { file, grid, form, formTitle, fields, subject, identityPlaces };
  const { table } = readLocated(plain, {
    places,
    findings: [],
    reported: [],
    claimedColumns: new Set(),
  });
  return [...(table?.columns.values() ?? [])].flatMap(({ field, states, numbers, texts }): BesideFigure[] => {
    const at = places.get(field);
    const [number] = numbers;
    if (at === undefined || states[0] !== 'value' || texts[0] !== undefined || number === undefined)
      return [];
    return [{ field, role, number, cell: cellAddress(at.row, at.column) }];
  });
}
