/**
 * Reads forms with one cell per field: list forms (code, indicator, unit of measure, value, note)
 * and the pairs of Thông tin (label, value). Fields are found by code or label, wherever the lines stand.
 */
import { columnLetter } from '../../values/cell-address.js';
import { finding } from '../../findings/finding.js';
import type { FieldDefinition, FieldId, Finding, FormDefinition } from '../../model.js';
import { isNumberCell } from '../cells/cell-words.js';
import { decimalHabit, isDecimalField } from '../cells/decimal-habit.js';
import { tableBuilder } from './figure-table.js';
import type { DecimalSign } from '../cells/figure-text.js';
import { formSubject, refOf, sheetRef, type FormPlace } from '../layout/form-place.js';
import { listInPeriod, listOfOtherPeriod } from './header-periods.js';
import { titleOfPlans } from './plans-in-titles.js';
import { hiddenPlaces } from './hidden-places.js';
import { listed, shortened } from '../listed.js';
import { isColumnNumbers } from '../layout/column-numbers.js';
import { codeOn, locateLines } from '../layout/locate-lines.js';
import { doubledPairs, readPairs } from '../layout/locate-pairs.js';
import type { FormReading } from './read-table-form.js';
import { strayFigures } from './stray-figures.js';
import { valueColumn, type CellPlace } from '../layout/value-column.js';
import { largest, smallest } from '../../values/of-many.js';
import { hiddenAmong } from './hidden-places.js';
import { inner } from '../../values/inner-quotes.js';
import { foldLabel } from '../../values/vietnamese-text.js';

export interface Located {
  readonly places: ReadonlyMap<FieldId, CellPlace>;
  readonly findings: readonly Finding[];
  /** Cells that a finding names already. */
  readonly reported: readonly CellPlace[];
  /** Columns whose numbers only count the lines, or are reported as a whole. */
  readonly claimedColumns: ReadonlySet<number>;
}

/** Reads the sheet as `form`, a list or pairs form. */
export function readListForm(form: FormDefinition, place: FormPlace): FormReading {
  const located = form.shape === 'pairs' ? locatedPairs(place) : locatedLines(place);
  if (located === undefined || located.places.size === 0) {
    const parameters = { form: place.formTitle };
    return {
      findings: [finding('layout/header-not-found', sheetRef(place), parameters, formSubject(place))],
    };
  }
  return readLocated(place, located);
}

/** Reads the cell of each located field. */
export function readLocated(place: FormPlace, located: Located): FormReading {
  const { places } = located;
  const builder = tableBuilder(place, places, decimalSigns(place, places));
  builder.addRow({
    sheetRow: 0,
    key: '',
    label: place.formTitle,
    placeOf: (field) => places.get(field.id),
    ticks: new Set(),
  });
  const { table, findings } = builder.build();
  const rows = [...places.values()].map(({ row }) => row);
  const cells = new Set(
    [...places.values(), ...located.reported].map(({ row, column }) => `${row}:${column}`),
  );
  const strays = strayFigures(place, {
    firstRow: smallest(rows),
    lastRow: largest(rows),
    claims: ({ row, column }) =>
      located.claimedColumns.has(column) || cells.has(`${row}:${column}`) || isColumnNumbers(place.grid, row),
  });
  return {
    table,
    findings: [
      ...located.findings,
      ...findings,
      ...hiddenLines(place, places),
      ...hiddenPlaces(place, table),
      ...strays,
    ],
  };
}

function locatedPairs(place: FormPlace): Located {
  const { located, doubled } = readPairs(place.grid, place.fields, place.identityPlaces);
  return {
    places: located,
    findings: doubledPairs(place, doubled),
    reported: doubled.map(({ second }) => second),
    claimedColumns: new Set(),
  };
}

function locatedLines(place: FormPlace): Located | undefined {
  const headed = valueColumn(place.grid, place.identityPlaces);
  if (headed === undefined) return undefined;
  const { values, others } = listInPeriod(place, headed);
  const lines = locateLines(place, values);
  const heading = { row: values.headerRow, column: values.column };
  const findings: Finding[] = [
    ...lines.findings,
    ...listOfOtherPeriod(place, heading),
    ...titleOfPlans(place, values.headerRow, { column: values.column }),
    ...others.flatMap((one) => columnOfOther(place, one) ?? []),
  ];
  // A line that only repeats a column of another form is not missed: one of the two places is enough.
  const lost = place.fields.filter(
    ({ id, form }) =>
      form === place.form &&
      !lines.located.has(id) &&
      !lines.disputed.has(id) &&
      place.notAsked?.has(id) !== true,
  );
  if (lines.located.size > 0 && lost.length > 0) findings.push(lostLines(place, lost));
  if (values.second !== undefined)
    findings.push(
      finding(
        'layout/duplicate-column',
        refOf(place, values.headerRow, values.second),
        {
          form: place.formTitle,
          field: 'số liệu',
          first: columnLetter(values.column),
          firstLabel: inner(shortened(place.grid.textOver(values.headerRow, values.column))),
          second: columnLetter(values.second),
          secondLabel: inner(shortened(place.grid.textOver(values.headerRow, values.second))),
          hidden: hiddenAmong(place, values.column, values.second),
        },
        { ...formSubject(place), fields: place.fields.map(({ id }) => id) },
      ),
    );
  return {
    places: lines.located,
    findings,
    reported: [...lines.reported].map((row) => ({ row, column: values.column })),
    claimedColumns: new Set([
      ...values.ordinals,
      ...(values.second === undefined ? [] : [values.second]),
      ...others.map(({ column }) => column),
    ]),
  };
}

/** Last year's figures beside this year's. */
function columnOfOther(place: FormPlace, { row, column }: CellPlace): Finding | undefined {
  const figures = place.grid.rows.filter((at) => {
    const cell = at > row ? place.grid.at(at, column) : undefined;
    return cell !== undefined && isNumberCell(cell);
  }).length;
  if (figures === 0) return undefined;
  const label = inner(shortened(place.grid.textOver(row, column)));
  return finding(
    'layout/unknown-column',
    refOf(place, row, column),
    { form: place.formTitle, label, content: `${String(figures)} số`, suggestion: '' },
    { ...formSubject(place), rowKey: `#${foldLabel(label)}` },
  );
}

const lostLines = (place: FormPlace, lost: readonly FieldDefinition[]): Finding =>
  finding(
    'layout/line-missing',
    sheetRef(place),
    {
      form: place.formTitle,
      count: lost.length,
      lines: listed(
        lost.map((field) => `${codeOn(field, place.form) ?? ''} ${field.label}`.trim()),
        'dòng',
        8,
      ),
    },
    { ...formSubject(place), fields: lost.map((field) => field.id) },
  );

/** Lines that were hidden although they hold a figure. */
function* hiddenLines(place: FormPlace, places: ReadonlyMap<FieldId, CellPlace>): Iterable<Finding> {
  const hidden = new Set(place.grid.sheet.hiddenRows);
  const fields = place.fields.filter((field) => {
    const at = places.get(field.id);
    return at !== undefined && hidden.has(at.row) && place.grid.at(at.row, at.column) !== undefined;
  });
  const [first] = fields.flatMap((field) => places.get(field.id) ?? []);
  if (first === undefined) return;
  yield finding(
    'layout/hidden-rows',
    refOf(place, first.row, first.column),
    {
      form: place.formTitle,
      count: fields.length,
      rows: listed(
        fields.map((field) => field.label),
        'dòng',
      ),
    },
    { ...formSubject(place), fields: fields.map(({ id }) => id) },
  );
}

/** The figures of a list stand in one column: what some of them give away holds for all. */
function decimalSigns(
  place: FormPlace,
  places: ReadonlyMap<FieldId, CellPlace>,
): ReadonlyMap<FieldId, DecimalSign> {
  const decimals = place.fields.filter(isDecimalField);
  const sign = decimalHabit(
    decimals.flatMap((field) => {
      const at = places.get(field.id);
      const cell = at === undefined ? undefined : place.grid.at(at.row, at.column);
      return cell === undefined ? [] : [[cell, field] as const];
    }),
  );
  return new Map(sign === undefined ? [] : decimals.map(({ id }) => [id, sign]));
}
