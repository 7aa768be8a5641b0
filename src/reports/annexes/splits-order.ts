/**
 * The order of the splits in print. In results.json keys stand by their letters, so that a report made from the file would
 * differ from the one made in the run: the order comes from the units and from the answers of the form instead.
 */
import type { ResultsDocument } from '../../model.js';

type Split = NonNullable<ResultsDocument['splits']>[string];

const DIMENSIONS = ['type', 'areaClass', 'communeGroup', 'region', 'urban', 'group', 'areaKind'];

/** Dimensions in their fixed order, each with its values as the first units have them; the part without a value last. */
export function orderedSplits(
  results: Pick<ResultsDocument, 'splits' | 'units' | 'own' | 'fields'>,
): readonly (readonly [dimension: string, split: Split])[] {
  const { splits = {} } = results;
  const rank = (dimension: string): number => {
    const at = DIMENSIONS.indexOf(dimension);
    return at < 0 ? DIMENSIONS.length : at;
  };
  return Object.entries(splits)
    .sort(([one], [other]) => rank(one) - rank(other))
    .map(([dimension, split]) => [dimension, inOrder(split, valuesOf(dimension, results))]);
}

const inOrder = (split: Split, values: readonly string[]): Split => {
  const keys = Object.keys(split);
  const known = values.filter((value) => split[value] !== undefined);
  const others = keys.filter((key) => !known.includes(key));
  return Object.fromEntries([...known, ...others].map((key) => [key, split[key] ?? {}]));
};

/** Of units by unit; of rows the answers that the form offers, by their ids, whose order the file keeps. */
function valuesOf(
  dimension: string,
  { units, own, fields }: Pick<ResultsDocument, 'units' | 'own' | 'fields'>,
): readonly string[] {
  const said = units.flatMap((unit) => {
    if (!unit.leaf) return [];
    const listed: unknown = Reflect.get(unit, dimension);
    const answered = own[unit.code]?.[dimension];
    const value = listed ?? (answered?.state === 'value' ? answered.value : undefined);
    return typeof value === 'string' ? [value] : [];
  });
  const offered = Object.keys(fields.find(({ id }) => id === dimension)?.choices ?? {}).sort();
  return [...new Set(dimension === 'areaKind' ? offered : said), ''];
}
