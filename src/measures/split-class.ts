/** Classes of units by what they are, or by kind of residential area, as things that have figures of their own. */
import type { MeasureRecord, ResultsDocument, UnitRecord } from '../model.js';

/** In the place of a unit in a figure. */
export const splitId = (dimension: string, value: string): string => `${dimension}=${value}`;

export interface SplitClass {
  readonly dimension: string;
  readonly value: string;
  readonly measures: Readonly<Record<string, MeasureRecord>>;
}

/** Undefined for what is no class of a split of these results. */
export function splitClass(
  id: string,
  { splits = {} }: Pick<ResultsDocument, 'splits'>,
): SplitClass | undefined {
  const at = id.indexOf('=');
  const [dimension, value] = [id.slice(0, at), id.slice(at + 1)];
  const measures = at < 0 ? undefined : splits[dimension]?.[value];
  return measures === undefined ? undefined : { dimension, value, measures };
}

/** What a unit is in a dimension: by the list of units, else by its own answer; empty where nobody says. */
export function valueOfUnit(
  unit: UnitRecord,
  dimension: string,
  { own }: Pick<ResultsDocument, 'own'>,
): string {
  const listed: unknown = Reflect.get(unit, dimension);
  const said = own[unit.code]?.[dimension];
  const answer = said?.state === 'value' ? said.value : undefined;
  const value = listed ?? answer;
  return typeof value === 'string' ? value : '';
}

/** Row field by which sums over residential areas are split. */
export const ROW_DIMENSION = 'areaKind';

/** Its rows, not its units, are parted. */
export const isSplitByRows = ({ dimension }: Pick<SplitClass, 'dimension'>): boolean =>
  dimension === ROW_DIMENSION;

/** "Thôn", "xã"; `unclassified` of what belongs to no value. */
export const splitName = (
  { dimension, value }: Pick<SplitClass, 'dimension' | 'value'>,
  { fields }: Pick<ResultsDocument, 'fields'>,
  unclassified: string,
): string =>
  value === '' ? unclassified : (fields.find(({ id }) => id === dimension)?.choices?.[value] ?? value);
