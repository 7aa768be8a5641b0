/** What is wrong with the columns of a table: missing, doubled, unknown, gone or moved against the form as sent out. */
import { columnLetter } from '../cell-address.js';
import { finding } from '../findings/finding.js';
import type { FieldId, Finding } from '../model.js';
import { isNumberCell } from './cell-words.js';
import { refOf, type FormPlace } from './form-place.js';
import type { HeaderColumns } from './locate-header.js';
import { nearestField, nearestLabel } from './nearest-label.js';
import { inner, listed, shortened } from './listed.js';
import { foldLabel } from '../vietnamese-text.js';

/** `required` fields whose column is absent are errors. */
export function* headerFindings(
  place: FormPlace,
  header: HeaderColumns,
  required: ReadonlySet<FieldId>,
): Iterable<Finding> {
  const absent = place.fields.filter((field) => !header.columns.has(field.id));
  const form = { form: place.formTitle };
  const subject = { ...place.subject, form: place.form };
  for (const field of absent) {
    if (!required.has(field.id)) continue;
    const near = nearestLabel(field.label, [...header.unknown.values()]);
    yield finding(
      'layout/column-missing',
      refOf(place, header.labelRow, 1),
      {
        ...form,
        field: inner(field.label),
        suggestion: near === undefined ? '' : ` Có phải cột “${inner(near)}”?`,
      },
      { ...subject, fields: [field.id] },
    );
  }
  for (const { field, first, second } of header.doubled) {
    yield finding(
      'layout/duplicate-column',
      refOf(place, header.labelRow, second),
      { ...form, field: labelOf(place, field), first: columnLetter(first), second: columnLetter(second) },
      { ...subject, fields: [field], related: [refOf(place, header.labelRow, first)] },
    );
  }
  for (const [column, label] of header.unknown) {
    const count = place.grid.rows.filter((row) => {
      const cell = row > header.lastRow ? place.grid.at(row, column) : undefined;
      return cell !== undefined && isNumberCell(cell);
    }).length;
    if (count === 0) continue;
    const near = nearestField(label, absent);
    const suggestion = near === undefined ? '' : ` Có phải cột “${inner(near.label)}”?`;
    yield finding(
      'layout/unknown-column',
      refOf(place, header.labelRow, column),
      { ...form, label: inner(shortened(label)), count, suggestion },
      { ...subject, rowKey: `#${foldLabel(label)}` },
    );
  }
  yield* changedColumns(place, header, required);
}

const labelOf = (place: FormPlace, id: FieldId): string =>
  inner(place.fields.find((field) => field.id === id)?.label ?? id);

/** Against the identity sheet: columns of the form that are gone, and columns that stand in another order. */
function* changedColumns(
  place: FormPlace,
  header: HeaderColumns,
  required: ReadonlySet<FieldId>,
): Iterable<Finding> {
  const known = place.fields.filter((field) => place.identityPlaces.has(field.id));
  const gone = known.filter((field) => !header.columns.has(field.id) && !required.has(field.id));
  const at = refOf(place, header.labelRow, 1);
  const subject = { ...place.subject, form: place.form };
  if (gone.length > 0)
    yield finding(
      'layout/column-gone',
      at,
      {
        form: place.formTitle,
        count: gone.length,
        fields: listed(gone.map((field) => `“${inner(field.label)}”`)),
      },
      subject,
    );
  const ordered = known
    .filter((field) => header.columns.has(field.id))
    .sort((a, b) => (columnIn(place, a.id) ?? 0) - (columnIn(place, b.id) ?? 0));
  const moved = outOfOrder(ordered.map((field) => header.columns.get(field.id) ?? 0)).flatMap(
    (index) => ordered[index] ?? [],
  );
  if (moved.length > 0)
    yield finding(
      'layout/columns-moved',
      at,
      {
        form: place.formTitle,
        fields: listed(
          moved.map(
            ({ id, label }) => `“${inner(label)}” (cột ${columnLetter(header.columns.get(id) ?? 1)})`,
          ),
        ),
      },
      { ...subject, fields: moved.map(({ id }) => id) },
    );
}

const columnIn = (place: FormPlace, id: FieldId): number | undefined => place.identityPlaces.get(id)?.column;

/** Indexes that do not belong to a longest rising run: the columns that somebody moved. */
function outOfOrder(columns: readonly number[]): readonly number[] {
  const length: number[] = [];
  const previous: number[] = [];
  columns.forEach((column, index) => {
    length[index] = 1;
    previous[index] = -1;
    for (let before = 0; before < index; before += 1) {
      const candidate = (length[before] ?? 0) + 1;
      if ((columns[before] ?? 0) < column && candidate > (length[index] ?? 0)) {
        length[index] = candidate;
        previous[index] = before;
      }
    }
  });
  const kept = new Set<number>();
  for (let index = length.indexOf(Math.max(0, ...length)); index >= 0; index = previous[index] ?? -1)
    kept.add(index);
  return columns.flatMap((_, index) => (kept.has(index) ? [] : [index]));
}
