/** The residential areas a unit reported in the latest earlier period, to be written into its form beforehand. */
import type { CrosswalkStep, ResultsDocument, RowsRecord } from '../model.js';
import { areaKey, type AreaHistory, type AreaSource } from '../units/areas/area-history.js';
import type { ListedArea } from '../units/areas/area-pairs.js';
import { unitFullName } from '../units/names/unit-name.js';
import type { KnownArea } from '../writers/template/write-template.js';
import { defined } from '../values/defined.js';

/** Forms with a line per area name them in this field. */
const NAME = 'areaName';

/**
 * Areas of a unit in the order it sent them. A unit made of whole earlier ones gets all of theirs, each with the name of
 * the unit it belonged to; of a unit of which only a part came, nobody knows which areas those are. Areas that were
 * redrawn since (areas.csv) have their names of today.
 */
export function knownAreas(
  unit: string,
  earlier: ResultsDocument | undefined,
  steps: readonly CrosswalkStep[],
  redrawn?: { readonly history: AreaHistory; readonly today: string },
): readonly KnownArea[] {
  if (earlier === undefined) return [];
  const then = areasThen(unit, earlier, steps);
  if (redrawn === undefined || !redrawn.history.hasSteps(unit, earlier.referenceDate, redrawn.today))
    return then;
  return asToday(then, (area) => redrawn.history.after(unit, area, earlier.referenceDate, redrawn.today));
}

/** Each area under its name of today, in the place of the first area it was made of. */
function asToday(
  then: readonly KnownArea[],
  after: (area: KnownArea) => readonly AreaSource[],
): readonly KnownArea[] {
  const today = new Map<string, KnownArea>();
  for (const area of then) {
    for (const { name, changed } of after(area)) {
      const { formerUnit, ...own } = area;
      // A new area belongs to no former unit, and is of a kind only when all it was made of were.
      const made: KnownArea = changed ? { ...own, name } : area;
      const key = [areaKey(name), changed ? '' : areaKey(formerUnit ?? '')].join(' | ');
      const known = today.get(key);
      today.set(key, known === undefined || known.kind === made.kind ? made : { name });
    }
  }
  return [...today.values()];
}

function areasThen(
  unit: string,
  earlier: ResultsDocument,
  steps: readonly CrosswalkStep[],
): readonly KnownArea[] {
  const whole = steps.filter(({ newCode, area }) => newCode === unit && area === 'whole');
  const sources = new Set(whole.map(({ oldCode }) => oldCode));
  if (sources.size === 0) return areasOf(unit, earlier);
  const names = new Map(earlier.units.map((one) => [one.code, unitFullName(one)]));
  return [...sources].flatMap((code) => {
    const formerUnit = names.get(code);
    return areasOf(code, earlier).map((area) =>
      formerUnit === undefined || sources.size === 1 ? area : { formerUnit, ...area },
    );
  });
}

/** Areas of a unit with their households, as it sent them, to be laid beside those of another period. */
export const listedAreas = (unit: string, results: ResultsDocument): readonly ListedArea[] =>
  namedRows(unit, results, (name, record, row) => {
    const column = record.columns['households'];
    const households = column?.states[row] === 'v' ? column.values[row] : undefined;
    const formerUnit = textAt(record, 'formerUnit', row);
    return { name, ...(typeof households === 'number' ? { households } : {}), ...defined({ formerUnit }) };
  });

/** The same of an earlier period on the ground that the unit has today, each commune that went into it whole by itself. */
export function listedThen(
  unit: string,
  earlier: ResultsDocument,
  steps: readonly CrosswalkStep[],
): readonly { readonly formerUnit?: string; readonly areas: readonly ListedArea[] }[] {
  const into = steps.filter(({ newCode }) => newCode === unit);
  if (into.length === 0) return [{ areas: listedAreas(unit, earlier) }];
  // Of a commune of which a part came nobody knows which areas those are.
  if (into.some(({ area }) => area !== 'whole')) return [];
  const names = new Map(earlier.units.map((one) => [one.code, unitFullName(one)]));
  return [...new Set(into.map(({ oldCode }) => oldCode))].map((code) => ({
    areas: listedAreas(code, earlier),
    ...defined({ formerUnit: names.get(code) }),
  }));
}

/** Steps of units that were still there when the earlier period was counted. */
export const stepsSince = (
  steps: readonly CrosswalkStep[],
  earlier: ResultsDocument | undefined,
): readonly CrosswalkStep[] =>
  steps.filter(
    ({ oldValidTo }) =>
      oldValidTo === undefined || earlier === undefined || oldValidTo >= earlier.referenceDate,
  );

const areasOf = (unit: string, results: ResultsDocument): readonly KnownArea[] =>
  namedRows(unit, results, (name, record, row) => {
    const [formerUnit, kind] = [textAt(record, 'formerUnit', row), textAt(record, 'areaKind', row)];
    return { name, ...defined({ formerUnit, kind }) };
  });

/** What is made of every row that names an area, in the form of the unit that has a line per area. */
function namedRows<Area>(
  unit: string,
  { rows }: ResultsDocument,
  make: (name: string, record: RowsRecord, row: number) => Area,
): readonly Area[] {
  const record = Object.values(rows[unit] ?? {}).find(({ columns }) => NAME in columns);
  if (record === undefined) return [];
  return record.sheetRows.flatMap((_, row) => {
    const name = textAt(record, NAME, row);
    return name === undefined ? [] : [make(name, record, row)];
  });
}

function textAt({ columns }: RowsRecord, field: string, row: number): string | undefined {
  const value = columns[field]?.values[row];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The latest of earlier periods; a half-year comes after the year before it. */
export const latestBefore = (
  documents: readonly { readonly results: ResultsDocument }[],
  { id, year }: ResultsDocument['period'],
): ResultsDocument | undefined =>
  documents
    .map(({ results }) => results)
    .filter(({ period }) => period.id !== id && period.year <= year)
    .sort((a, b) => a.period.year - b.period.year || (a.period.id < b.period.id ? -1 : 1))
    .at(-1);
