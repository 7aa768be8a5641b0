/** What is wrong with the columns of a table: missing, doubled, unknown, gone or moved against the form as sent out. */
import { columnLetter } from '../../values/cell-address.js';
import { finding } from '../../findings/finding.js';
import type { FieldDefinition, FieldId, Finding, FormDefinition } from '../../model.js';
import { isNumberCell, yesOrNo } from '../cells/cell-words.js';
import { refOf, type FormPlace } from '../layout/form-place.js';
import type { HeaderColumns } from '../layout/locate-header.js';
import { nearestFields, nearestLabel } from '../layout/nearest-label.js';
import { listed, shortened } from '../listed.js';
import { spelledOut } from '../layout/short-forms.js';
import { foldLabel } from '../../values/vietnamese-text.js';
import { largest } from '../../values/of-many.js';
import { headed, saysAnother } from '../layout/says-another.js';
import { isInTable, saysUnits, unitsColumn } from '../layout/units-column.js';
import { columnsOfOtherPeriod } from './header-periods.js';
import { plansOfTable } from './plans-in-titles.js';
import { hiddenAmong } from './hidden-places.js';
import { inner } from '../../values/inner-quotes.js';
import { labelOf } from '../layout/form-place.js';

/** `required` fields whose column is absent are errors. */
export function* headerFindings(
  form: FormDefinition,
  place: FormPlace,
  header: HeaderColumns,
  required: ReadonlySet<FieldId>,
): Iterable<Finding> {
  const isAsked = (field: FieldDefinition): boolean => place.notAsked?.has(field.id) !== true;
  const absent = place.fields.filter((field) => !header.columns.has(field.id) && isAsked(field));
  const parameters = { form: place.formTitle };
  const subject = { ...place.subject, form: place.form };
  for (const field of absent) {
    if (!required.has(field.id)) continue;
    const unknown = [...header.unknown]
      .filter(([column, label]) => !saysAnother(headed(header, column, label), field, place))
      .map(([, label]) => label);
    const isName = field.id === form.rowKey?.[0];
    const ofUnits = isName ? unitsColumn(place.grid, header)?.label : undefined;
    const near =
      nearestLabel(field.label, unknown) ?? (isName ? unknown.find((label) => saysUnits(label)) : undefined);
    yield finding(
      'layout/column-missing',
      refOf(place, header.labelRow, 1),
      {
        ...parameters,
        field: inner(field.label),
        suggestion:
          ofUnits !== undefined
            ? ` Cột “${inner(shortened(ofUnits))}” cho biết mỗi dòng là một xã, phường, không phải ${form.rowUnit ?? 'một dòng của biểu'}, vì vậy biểu chưa được tính.`
            : near === undefined
              ? ''
              : ` Có phải cột “${inner(near)}”?`,
      },
      { ...subject, fields: ofUnits === undefined ? [field.id] : [field.id, ...header.columns.keys()] },
    );
  }
  for (const { field, first, second, labels } of header.doubled) {
    yield finding(
      'layout/duplicate-column',
      refOf(place, header.labelRow, second),
      {
        ...parameters,
        field: labelOf(place, field),
        first: columnLetter(first),
        firstLabel: inner(shortened(labels[0])),
        second: columnLetter(second),
        secondLabel: inner(shortened(labels[1])),
        hidden: hiddenAmong(place, first, second),
      },
      { ...subject, fields: [field], related: [refOf(place, header.labelRow, first)] },
    );
  }
  yield* columnsOfOtherPeriod(place, header);
  yield* plansOfTable(place, header);
  yield* rateColumns(place, header);
  yield* unknownColumns(form, place, header, absent);
  yield* changedColumns(place, header, required);
}

/** Shares beside their counts: read by nobody, since every rate is calculated anew. */
function* rateColumns(place: FormPlace, header: HeaderColumns): Iterable<Finding> {
  const [first] = header.rates;
  if (first === undefined) return;
  yield finding(
    'layout/rate-columns',
    refOf(place, header.labelRow, first[0]),
    {
      form: place.formTitle,
      count: header.rates.size,
      columns: listed(
        [...header.rates].map(([column, field]) => `${columnLetter(column)} (“${labelOf(place, field)}”)`),
        'cột',
      ),
    },
    { ...place.subject, form: place.form },
  );
}

/** Columns the form does not have: with what stands in them, and the column that may be meant. */
function* unknownColumns(
  form: FormDefinition,
  place: FormPlace,
  header: HeaderColumns,
  absent: readonly FieldDefinition[],
): Iterable<Finding> {
  const ofUnits = absent.some(({ id }) => id === form.rowKey?.[0])
    ? unitsColumn(place.grid, header)?.column
    : undefined;
  for (const [column, label] of header.unknown) {
    // That it names communes has been told.
    if (column === ofUnits) continue;
    const cells = place.grid.rows.flatMap((row) => {
      const cell = row > header.lastRow ? place.grid.at(row, column) : undefined;
      return cell === undefined || cell.raw.trim() === '' ? [] : [cell];
    });
    const figures = cells.filter(isNumberCell).length;
    // Words count only in rows that are of the table: notes and signatures below it are no answers. A form of
    // criteria prints words of its own beside each.
    const words = cells.filter(
      (cell) => form.shape !== 'criteria' && !isNumberCell(cell) && isInTable(place.grid, header, cell.row),
    );
    if (figures === 0 && words.length === 0) continue;
    const heading = header.headings.get(column);
    const meant = absent.filter((field) => !saysAnother(headed(header, column, label), field, place));
    const near = meantBy(label, heading, meant);
    const answers = words.filter((cell) => yesOrNo(cell.raw) !== undefined).length;
    const at = refOf(place, header.labelRow, column);
    const named = inner(shortened(heading === undefined ? label : `${heading} - ${label}`));
    const subject = { ...place.subject, form: place.form, rowKey: `#${foldLabel(named)}` };
    yield figures === 0 && near === undefined && answers * 2 <= words.length
      ? finding(
          'layout/unread-column',
          at,
          { form: place.formTitle, label: named, count: words.length },
          subject,
        )
      : finding(
          'layout/unknown-column',
          at,
          {
            form: place.formTitle,
            label: named,
            content: contentOf(figures, words.length),
            suggestion: near === undefined ? '' : ` Có phải cột “${inner(near.label)}”?`,
          },
          subject,
        );
  }
}

const contentOf = (figures: number, words: number): string =>
  [...(figures === 0 ? [] : [`${figures} số`]), ...(words === 0 ? [] : [`${words} ô ghi chữ`])].join(' và ');

/** A label that fits several columns is told apart by the words of the heading over it; else nothing is suggested. */
function meantBy(
  label: string,
  heading: string | undefined,
  absent: readonly FieldDefinition[],
): FieldDefinition | undefined {
  const near = nearestFields(label, absent);
  if (heading === undefined || near.length === 1) return near[0];
  if (near.length === 0) return nearestFields(`${heading} ${label}`, absent)[0];
  const said = wordsOf(heading);
  const shared = near.map((field) => {
    const own = new Set([field.label, ...(field.aliases ?? [])].flatMap(wordsOf));
    return said.filter((word) => own.has(word)).length;
  });
  const most = largest(shared);
  return shared.filter((count) => count === most).length === 1 ? near[shared.indexOf(most)] : undefined;
}

const wordsOf = (text: string): readonly string[] => spelledOut(text).split(/[^a-z0-9]+/u);

/** Against the identity sheet: columns of the form that are gone, and columns that stand in another order. */
function* changedColumns(
  place: FormPlace,
  header: HeaderColumns,
  required: ReadonlySet<FieldId>,
): Iterable<Finding> {
  const known = place.fields.filter(
    (field) => place.identityPlaces.has(field.id) && place.notAsked?.has(field.id) !== true,
  );
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
  for (let index = length.indexOf(largest(length, 0)); index >= 0; index = previous[index] ?? -1)
    kept.add(index);
  return columns.flatMap((_, index) => (kept.has(index) ? [] : [index]));
}
