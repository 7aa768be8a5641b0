/**
 * Where a row of today stood in an earlier period: by its name and former unit, on the same ground, through the steps of
 * areas.csv, or not at all.
 */
import type { FieldId, FigureTable, RowsColumnRecord, SourceRef } from '../model.js';
import type { AreaSource } from '../units/areas/area-history.js';
import { findByName } from '../units/names/find-by-name.js';
import { exactNameKey } from '../units/names/unit-name-key.js';
import type { EarlierTable, EarlierYear } from './context.js';
import { columnOf, type UnitView } from './unit-view.js';
import { placeIn, recordedCell } from '../values/cell-address.js';
import { only } from '../values/of-many.js';

export interface EarlierRow {
  readonly table: EarlierTable;
  readonly index: number;
}

interface Named {
  readonly name: string;
  readonly former: string;
}

interface NamedRow extends Named, EarlierRow {}

/** The areas that an area of today was then: itself, or those it was made of. */
export type EarlierArea = readonly [EarlierRow, ...EarlierRow[]];

/** One answer per row of `table`; undefined where the row cannot be told with certainty. */
export function earlierRows(
  view: UnitView,
  table: FigureTable,
  year: EarlierYear,
): readonly (EarlierArea | undefined)[] {
  const [nameField, formerField] = view.context.rules.forms.get(table.form)?.rowKey ?? [];
  const before = year.tables.filter(({ form }) => form === table.form);
  if (nameField === undefined || isRedrawn(view, table, year)) return table.sheetRows.map(() => undefined);
  const then = before.flatMap((one) =>
    one.rows.sheetRows.map((_, index): NamedRow => {
      const text = (field: string | undefined): string =>
        keyOf(field === undefined ? undefined : one.rows.columns[field]?.values[index]);
      return { name: text(nameField), former: text(formerField), table: one, index };
    }),
  );
  const now = namedRows(table, nameField, formerField);
  const sources = sourcesOf(view, now, year);
  return now.map((row, at) => {
    if (row.name === '') return undefined;
    const namesakes = now.filter(({ name }) => name === row.name);
    const found = sources?.[at];
    if (sources !== undefined && found === undefined) return undefined;
    if (found?.some(({ changed }) => changed) === true) return throughSteps(found, then, year);
    const same =
      year.units.length === 1
        ? ofOneUnit(row, namesakes, then)
        : ofSeveral(row, namesakes, then, year, sources !== undefined);
    return same === undefined ? undefined : [same];
  });
}

interface NamedNow extends Named {
  readonly text: string;
  readonly formerText: string;
}

function namedRows(table: FigureTable, nameField: FieldId, formerField = ''): readonly NamedNow[] {
  const [names, formers] = [columnOf(table, nameField), columnOf(table, formerField)];
  return table.sheetRows.map((_, row) => ({
    name: keyOf(names?.texts[row]),
    former: keyOf(formers?.texts[row]),
    text: names?.texts[row] ?? '',
    formerText: formers?.texts[row] ?? '',
  }));
}

/** What areas.csv says of each row; undefined where it says nothing of the commune between the two periods. */
function sourcesOf(
  { context: { areas, today }, submission: { unit } }: UnitView,
  rows: readonly NamedNow[],
  { referenceDate }: EarlierYear,
): readonly (readonly AreaSource[] | undefined)[] | undefined {
  if (areas === undefined || today === undefined || referenceDate === undefined) return undefined;
  if (!areas.hasSteps(unit, referenceDate, today)) return undefined;
  return rows.map(({ text, formerText }) =>
    areas.before(
      unit,
      { name: text, ...(formerText === '' ? {} : { formerUnit: formerText }) },
      referenceDate,
      today,
    ),
  );
}

/** Each source by its name then: alone of that name, or told apart by the former unit. All of them, or nothing. */
function throughSteps(
  sources: readonly AreaSource[],
  then: readonly NamedRow[],
  year: EarlierYear,
): EarlierArea | undefined {
  const found = sources.map(({ name, formerUnit = '' }) => {
    const source = { name: keyOf(name), former: keyOf(formerUnit), formerText: formerUnit };
    return year.units.length === 1
      ? ofOneUnit(source, [source], then)
      : ofSeveral(source, [source], then, year, true);
  });
  const [first, ...others] = found.flatMap((row) => row ?? []);
  return first === undefined || others.length + 1 < sources.length ? undefined : [first, ...others];
}

/**
 * The number of areas changed and nobody says how: a name then and the same name now may be two areas. Only where the
 * set asks about it (a rule of the kind `areasRedrawn`).
 */
export function isRedrawn(view: UnitView, table: FigureTable, year: EarlierYear): boolean {
  const { areas, today, rules } = view.context;
  if (!rules.rules.some((rule) => rule.kind === 'areasRedrawn' && rule.form === table.form)) return false;
  const { referenceDate } = year;
  const isListed =
    areas !== undefined &&
    today !== undefined &&
    referenceDate !== undefined &&
    areas.hasSteps(view.submission.unit, referenceDate, today);
  return (
    !isListed &&
    table.namesSome !== true &&
    countThen(table.form, year) !== table.rowCount &&
    countThen(table.form, year) > 0
  );
}

/** Areas of the unit's ground in that period; 0 where nobody knows. */
export function countThen(form: string, { tables }: EarlierYear): number {
  const then = tables.filter((one) => one.form === form).map(({ rows }) => rows);
  return then.some(({ namesSome }) => namesSome === true)
    ? 0
    : then.reduce((sum, { sheetRows }) => sum + sheetRows.length, 0);
}

const keyOf = (text: number | string | null | undefined): string =>
  typeof text === 'string' && text.trim() !== '' ? exactNameKey({ name: text }) : '';

/** Nobody else has the name, then as now; or name and former unit together tell the row apart. */
function ofOneUnit(
  row: Named,
  namesakes: readonly Named[],
  then: readonly NamedRow[],
): EarlierRow | undefined {
  const before = then.filter(({ name }) => name === row.name);
  const [first] = before;
  if (first !== undefined && before.length === 1 && namesakes.length === 1)
    return row.former === '' || first.former === '' || row.former === first.former ? first : undefined;
  return row.former === '' || !isAlone(row, namesakes)
    ? undefined
    : only(before.filter(({ former }) => former === row.former));
}

/**
 * Areas of merged units are often numbered anew, so that a name alone says nothing: the row must name the unit it came
 * from, or stand under the same former unit then and now. `listed`: areas.csv says what was redrawn in the unit, so that a
 * name that only one area of all the former units had is that area, if all of them are known.
 */
function ofSeveral(
  row: Named & { readonly formerText: string },
  namesakes: readonly Named[],
  then: readonly NamedRow[],
  { units }: EarlierYear,
  listed: boolean,
): EarlierRow | undefined {
  const before = then.filter(({ name }) => name === row.name);
  if (row.former === '' && listed && namesakes.length === 1)
    return units.every(({ code }) => then.some(({ table }) => table.unit === code))
      ? only(before)
      : undefined;
  if (row.former === '' || !isAlone(row, namesakes)) return undefined;
  const match = findByName(
    units.map((unit) => ({ ...unit, level: 'commune' })),
    row.formerText,
  );
  const unit = match.kind === 'exact' || match.kind === 'loose' ? match.unit.code : undefined;
  return (
    only(before.filter(({ table }) => table.unit === unit)) ??
    only(before.filter(({ former }) => former === row.former))
  );
}

const isAlone = (row: Named, namesakes: readonly Named[]): boolean =>
  namesakes.filter(({ former }) => former === row.former).length === 1;

/** What an earlier row says in a column: a value that was counted then, else undefined. */
export function earlierValue({ table, index }: EarlierRow, field: string): number | string | undefined {
  const column = table.rows.columns[field];
  const value = column?.states[index] === 'v' ? column.values[index] : undefined;
  return value ?? undefined;
}

/** The cell of last year's file, behind the results file that kept it. */
export function earlierCell({ table, index }: EarlierRow, field: string): SourceRef {
  const column: RowsColumnRecord | undefined = table.rows.columns[field];
  const { file, sheet, sheetRows } = table.rows;
  const cell = column === undefined ? undefined : recordedCell(column, sheetRows, index);
  return placeIn(`${table.path}/${file}`, sheet, cell);
}
