/**
 * Hand-over files: a half-year or registration that ended before the units of the report began. The sender may still
 * mean the old unit of the same code or name, and what a dissolved unit counted is not what stands on its code today.
 */
import type { UnitVersion } from '../../model.js';
import { findByName } from '../../units/names/find-by-name.js';
import { isInForce } from '../../units/unit-dates.js';
import { unitFullName } from '../../units/names/unit-name.js';
import type { UnitScope } from './unit-scope.js';

/**
 * Units of the end of the period that the sender's code or name meant then, on other ground than `unit` has today.
 * Empty when the ground is the same, or the period ends with the units of the report.
 */
export function earlierGround(
  unit: UnitVersion,
  name: string | undefined,
  scope: UnitScope,
): readonly UnitVersion[] {
  const { periodEnd, former = [] } = scope;
  if (periodEnd === undefined) return [];
  const today = [unit, scope.everywhere.get(unit.code)].flatMap((one) => one ?? []);
  if (today.every((one) => isInForce(one, periodEnd))) return [];
  return former.filter(
    (one) =>
      isInForce(one, periodEnd) &&
      one.level === unit.level &&
      (one.code === unit.code || (name !== undefined && wasBelow(one, scope))) &&
      (name === undefined || findByName([one], name).kind !== 'none') &&
      !isSameGround(one, unit, scope),
  );
}

/** The map says that the old unit became this one, and that nothing else went into it. */
function isSameGround(old: UnitVersion, unit: UnitVersion, { successors }: UnitScope): boolean {
  const into = successors?.get(old.code) ?? [];
  const sources = [...(successors ?? [])].filter(([, codes]) => codes.includes(unit.code));
  return into.length === 1 && into[0] === unit.code && sources.length === 1;
}

/**
 * The other old units that went into a unit of today, by name: figures of one of them are a part, and giving them to the
 * unit of today would count the part as the whole.
 */
export const besides = (
  old: string,
  code: string,
  { successors, former = [] }: UnitScope,
): readonly string[] =>
  [...(successors ?? [])]
    .filter(([from, to]) => from !== old && to.includes(code))
    .map(([from]) => {
      const unit = former.find((one) => one.code === from);
      return unit === undefined ? from : `${unitFullName(unit)} (${from})`;
    });

/** The unit belonged, through units that may have ended too, to one that is in the report. */
export function wasBelow(unit: UnitVersion, { tree, former = [] }: UnitScope): boolean {
  let code = unit.parentCode;
  for (let level = 0; code !== undefined && level < 3; level += 1) {
    if (tree.byCode.has(code)) return true;
    const above: string = code;
    code = former.find((one) => one.code === above)?.parentCode;
  }
  return false;
}
