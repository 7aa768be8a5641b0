/** The units among which a sender is looked for: the report's own, those elsewhere, those that had ended. */
import type { CrosswalkStep, Period, UnitTree, UnitVersion } from '../../model.js';
import { unitsAt } from '../../units/unit-dates.js';
import type { UnitScope } from './attribute-unit.js';

/**
 * `units`: every version that is known; `steps`: which unit went into which, where that is known. A half-year and a
 * registration are counted on the units of their time, so that what an old code meant then is asked about.
 */
export function unitScope(
  tree: UnitTree,
  units: readonly UnitVersion[],
  date: string,
  steps: readonly CrosswalkStep[],
  period?: Period,
): UnitScope {
  const periodEnd =
    period === undefined || period.kind === 'year' ? undefined : `${String(period.year)}-06-30`;
  const everywhere = new Map(unitsAt(units, date).map((unit) => [unit.code, unit]));
  const successors = new Map<string, string[]>();
  for (const { oldCode, newCode } of steps) {
    const known = successors.get(oldCode);
    if (known === undefined) successors.set(oldCode, [newCode]);
    else if (!known.includes(newCode)) known.push(newCode);
  }
  return {
    tree,
    everywhere,
    former: units.filter(({ validTo }) => validTo !== undefined && validTo < date),
    successors,
    ...(periodEnd === undefined || periodEnd >= date ? {} : { periodEnd }),
  };
}
