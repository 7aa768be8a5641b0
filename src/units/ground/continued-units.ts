/**
 * Lists made from snapshots begin some units late: "in force from 1 January" may mean "first seen on 1 January". Where
 * an earlier result names the same unit before that day, the list knows nothing else of its code, and the map carries
 * the unit on, the two are one.
 */
import type { Crosswalk } from './crosswalk.js';
import type { Stretch } from '../dated-units.js';
import { unitNameKey } from '../names/unit-name-key.js';
import { dayAfter, dayBefore } from '../../values/calendar-day.js';

/** The listed stretch that goes on from one which only a result names; undefined when that is not certain. */
export function continuationOf({ units, from }: Crosswalk, stretch: Stretch): Stretch | undefined {
  if (stretch.listed || stretch.to === undefined) return undefined;
  const next = units.at(stretch.code, dayAfter(stretch.to));
  if (next?.listed !== true || (from.get(next.id) ?? []).length === 0) return undefined;
  return next.type === stretch.type && unitNameKey(next) === unitNameKey(stretch) ? next : undefined;
}

/** The stretch that goes on in this one, seen from behind. */
export function beginningOf(crosswalk: Crosswalk, stretch: Stretch): Stretch | undefined {
  if (stretch.from === undefined) return undefined;
  const before = crosswalk.units.at(stretch.code, dayBefore(stretch.from));
  return before !== undefined && continuationOf(crosswalk, before)?.id === stretch.id ? before : undefined;
}
