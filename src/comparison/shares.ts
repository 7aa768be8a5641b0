/** Shares of divided units: from the weights of crosswalk.csv, or from the residential areas that name their former unit. */
import type { ComparisonBlock, ResultsFigures, RowsRecord, UnitVersion } from '../model.js';
import { continuationOf } from '../units/ground/continued-units.js';
import type { Crosswalk } from '../units/ground/crosswalk.js';
import { covers, type Stretch } from '../units/dated-units.js';
import {
  addShares,
  multiplyShares,
  NOTHING,
  shareOf,
  WHOLE,
  type Share,
} from '../units/ground/exact-share.js';
import { findByName } from '../units/names/find-by-name.js';
import type { Shares, SharesOfBlock } from './apportion.js';

/** By weight, over any number of changes of the map; undefined for a block where a weight is missing. */
export function sharesByWeight(crosswalk: Crosswalk, before: string, after: string): SharesOfBlock {
  return (block) => {
    const shares = new Map<string, Map<string, Share>>();
    for (const { code } of block.old) {
      const unit = crosswalk.units.at(code, before);
      const parts = new Map<string, Share>();
      if (unit === undefined || !follow(crosswalk, unit, WHOLE, after, parts)) return undefined;
      shares.set(code, parts);
    }
    return shares;
  };
}

/** Adds what of `unit` arrives in each of today's units; false when some weight is not known. */
function follow(
  crosswalk: Crosswalk,
  unit: Stretch,
  share: Share,
  after: string,
  parts: Map<string, Share>,
): boolean {
  if (covers(unit, after)) {
    parts.set(unit.code, addShares(parts.get(unit.code) ?? NOTHING, share));
    return true;
  }
  const steps = crosswalk.from.get(unit.id) ?? [];
  if (steps.length === 0) {
    const next = continuationOf(crosswalk, unit);
    return next !== undefined && follow(crosswalk, next, share, after, parts);
  }
  return steps.every(({ step, new: next }) => {
    if (step.people === 'none') return true;
    const weight = step.people === 'all' ? WHOLE : shareOf(step.weight ?? '');
    return weight !== undefined && follow(crosswalk, next, multiplyShares(share, weight), after, parts);
  });
}

/** Where the residential areas stand in the results: a form, its column of former units, and the count to share by. */
export interface AreaColumns {
  readonly form: string;
  readonly formerUnit: string;
  readonly size: string;
}

/**
 * By the areas of today's results: the households of the areas that come from an old unit, by where they are now.
 * Undefined for a block in which any area lacks its former unit or its households, or names a unit not of the block.
 */
export function sharesByAreas(results: ResultsFigures, columns: AreaColumns): SharesOfBlock {
  return (block) => {
    const sizes = new Map<string, Map<string, number>>();
    const candidates = block.old.map(({ code, name, type }): UnitVersion => ({
      code,
      name,
      type,
      level: 'commune',
    }));
    for (const { code } of block.new) {
      const areas = areasOf(results.rows[code]?.[columns.form], columns);
      if (areas === undefined) return undefined;
      for (const { former, size } of areas) {
        const match = findByName(candidates, former);
        if (match.kind !== 'exact' && match.kind !== 'loose') return undefined;
        const parts = sizes.get(match.unit.code) ?? new Map<string, number>();
        sizes.set(match.unit.code, parts.set(code, (parts.get(code) ?? 0) + size));
      }
    }
    return sharesOfSizes(block, sizes);
  };
}

function sharesOfSizes(
  block: ComparisonBlock,
  sizes: ReadonlyMap<string, ReadonlyMap<string, number>>,
): Shares | undefined {
  const shares = new Map<string, ReadonlyMap<string, Share>>();
  for (const { code } of block.old) {
    const parts = sizes.get(code);
    const total = [...(parts?.values() ?? [])].reduce((sum, size) => sum + size, 0);
    if (parts === undefined || total === 0 || !Number.isSafeInteger(total)) return undefined;
    const share = (size: number): Share => ({ numerator: BigInt(size), denominator: BigInt(total) });
    shares.set(code, new Map([...parts].map(([unit, size]) => [unit, share(size)])));
  }
  return shares;
}

function areasOf(
  rows: RowsRecord | undefined,
  { formerUnit, size }: AreaColumns,
): readonly { readonly former: string; readonly size: number }[] | undefined {
  const [names, sizes] = [rows?.columns[formerUnit], rows?.columns[size]];
  if (rows === undefined || names === undefined || sizes === undefined) return undefined;
  const areas = rows.sheetRows.map((_, row) => {
    const [former, households] = [names.values[row], sizes.values[row]];
    return typeof former === 'string' && typeof households === 'number' && sizes.states[row] === 'v'
      ? { former, size: households }
      : undefined;
  });
  const known = areas.filter((area) => area !== undefined);
  return known.length === areas.length && known.length > 0 ? known : undefined;
}
