/** Which units fall short of a rate that is the target of the whole: for the report, and for whoever leads its number back. */
import type { ResultsDocument, Target, UnitRecord } from '../model.js';
import { targetDifference } from './target-outcome.js';

export interface HeldUnit {
  readonly unit: UnitRecord;
  readonly missed: boolean;
}

/** Each of the units with a figure beside the target; none beside a number, which is no aim of a part. */
export function heldAgainstWhole(
  target: Target,
  units: readonly UnitRecord[],
  { unit: whole, measures, decimals }: Pick<ResultsDocument, 'unit' | 'measures' | 'decimals'>,
): readonly HeldUnit[] {
  if (target.kind !== 'rate') return [];
  return units.flatMap((unit) => {
    const measure = unit.code === whole ? undefined : measures[unit.code]?.[target.indicator];
    const difference = measure === undefined ? undefined : targetDifference(target, measure, decimals);
    return difference === undefined ? [] : [{ unit, missed: difference.state === 'missed' }];
  });
}

/** Those that miss it; none when all of them do, which tells none of them apart. */
export const shortOfWhole = (held: readonly HeldUnit[]): readonly UnitRecord[] =>
  held.every(({ missed }) => missed) ? [] : held.flatMap(({ unit, missed }) => (missed ? [unit] : []));
