/** The residential areas a unit reported in the latest earlier period, to be written into its form beforehand. */
import type { CrosswalkStep, ResultsDocument, RowsRecord } from '../model.js';
import { unitFullName } from '../units/names/unit-name.js';
import type { KnownArea } from '../writers/template/write-template.js';
import { defined } from '../values/defined.js';

/** Forms with a line per area name them in this field. */
const NAME = 'areaName';

/**
 * Areas of a unit in the order it sent them. A unit made of whole earlier ones gets all of theirs, each with the name of
 * the unit it belonged to; of a unit of which only a part came, nobody knows which areas those are.
 */
export function knownAreas(
  unit: string,
  earlier: ResultsDocument | undefined,
  steps: readonly CrosswalkStep[],
): readonly KnownArea[] {
  if (earlier === undefined) return [];
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

function areasOf(unit: string, { rows }: ResultsDocument): readonly KnownArea[] {
  const record = Object.values(rows[unit] ?? {}).find(({ columns }) => NAME in columns);
  if (record === undefined) return [];
  return record.sheetRows.flatMap((_, row): readonly KnownArea[] => {
    const text = (field: string): string | undefined => textAt(record, field, row);
    const [name, formerUnit, kind] = [text(NAME), text('formerUnit'), text('areaKind')];
    return name === undefined
      ? []
      : [
          {
            name,
            ...defined({ formerUnit, kind }),
          },
        ];
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
