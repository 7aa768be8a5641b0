/** Figures as they were published for the units of that time; the code of today's unit is never looked up in them. */
import type { PublishedFigure } from '../model.js';
import { unitFullName } from '../units/names/unit-name.js';
import { unitNameKey } from '../units/names/unit-name-key.js';
import type { PreviousPeriod } from './previous-period.js';
import type { RestatedFigures } from './restate.js';
import { isUsable, type ComparedIndicator } from './sum-old-units.js';
import type { UnitGround } from './unit-ground.js';
import { defined } from '../values/defined.js';

/**
 * Of a commune the old units it is made of; of a node the old nodes; of the compiling unit, failing these, the units
 * whose results were given. None for a part of a divided block: its block says it.
 */
export function publishedFigures(
  previous: PreviousPeriod,
  restated: RestatedFigures,
  today: UnitGround,
  code: string,
  indicator: ComparedIndicator,
): readonly PublishedFigure[] {
  const own = (restated.oldUnitsOf.get(code) ?? []).flatMap(
    (old) => figure(previous, old.code, indicator) ?? [],
  );
  if (own.length > 0 || code !== today.root || !restated.sound) return own;
  const roots = ownRoots(previous, restated).flatMap((root) => figure(previous, root, indicator) ?? []);
  return roots.length > 0 || !isNamesake(previous, today, code)
    ? roots
    : [figure(previous, code, indicator) ?? []].flat();
}

/** Shown only, never compared: a line of so-lieu.csv about a unit that was called what the compiling unit is called. */
function isNamesake(previous: PreviousPeriod, today: UnitGround, code: string): boolean {
  const [then, now] = [previous.ground.units.get(code), today.units.get(code)];
  return (
    then !== undefined &&
    now !== undefined &&
    then.type === now.type &&
    unitNameKey(then) === unitNameKey(now)
  );
}

/** Compiling units of the earlier results that have any part in today's ground. */
export const ownRoots = (previous: PreviousPeriod, restated: RestatedFigures): readonly string[] =>
  previous.roots.filter((root) =>
    (previous.ground.nodes.get(root) ?? [root]).some((leaf) => {
      const block = restated.blocks.ofOld.get(leaf);
      const unclear = block?.kind === 'noBasis' && block.new.length === 0;
      return unclear || block?.new.some(({ code }) => restated.units.has(code)) === true;
    }),
  );

function figure(
  previous: PreviousPeriod,
  code: string,
  indicator: ComparedIndicator,
): PublishedFigure | undefined {
  const unit = previous.ground.units.get(code);
  const name = unit === undefined ? code : unitFullName(unit);
  const source = previous.sourceOf(code, indicator.id);
  const measure = previous.measures.get(code)?.[indicator.id];
  if (measure !== undefined && isUsable(measure, indicator)) {
    const { n, d, reported, expected } = measure;
    return { unit: code, name, n, ...defined({ d }), reported, expected, source };
  }
  const rate = previous.rates.get(code)?.[indicator.id]?.rate;
  return rate === undefined ? undefined : { unit: code, name, rate, reported: 1, expected: 1, source };
}
