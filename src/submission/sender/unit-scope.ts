/** The units among which a sender is looked for: the report's own, those elsewhere, those that had ended. */
import type { CrosswalkStep, Period, UnitTree, UnitVersion } from '../../model.js';
import { exactMatch, findByName } from '../../units/names/find-by-name.js';
import { unitsAt } from '../../units/unit-dates.js';
import { addTo } from '../../values/groups.js';
import { foldMarks } from '../../values/vietnamese-text.js';

export interface UnitScope {
  readonly tree: UnitTree;
  /** Units in force on the reference date beyond the tree, to name a stranger. */
  readonly everywhere: ReadonlyMap<string, UnitVersion>;
  /** Units that had ended by then, to recognise an old name or code. */
  readonly former?: readonly UnitVersion[];
  /** Last day of a period that ends before the reference date (half-year, registration). */
  readonly periodEnd?: string;
  /** Old code → codes of the units it went into, where crosswalk.csv says so. */
  readonly successors?: ReadonlyMap<string, readonly string[]>;
}

/** The unit as it stands on the reference date, among the report's own first. */
export const unitIn = ({ tree, everywhere }: UnitScope, code = ''): UnitVersion | undefined =>
  tree.byCode.get(code) ?? everywhere.get(code);

/** The units of the report below the one that reports. */
export const unitsBelow = ({ tree }: UnitScope): readonly UnitVersion[] =>
  [...tree.byCode.values()].filter(({ code }) => code !== tree.root);

/** The unit of the report that has the code, else the one of `units` that has the name. */
export const unitCalled = (
  { tree }: UnitScope,
  { code = '', name = '' }: { readonly code?: string | undefined; readonly name?: string | undefined },
  units: readonly UnitVersion[],
): UnitVersion | undefined => tree.byCode.get(code) ?? exactMatch(findByName(units, name));

const letters = new WeakMap<UnitScope, ReadonlyMap<string, readonly UnitVersion[]>>();

/** Communes of today and of before by the letters of their names, found once for a run: a list of the country has ten thousand. */
export function communesByLetters(scope: UnitScope): ReadonlyMap<string, readonly UnitVersion[]> {
  const before = letters.get(scope);
  if (before !== undefined) return before;
  const made = new Map<string, UnitVersion[]>();
  for (const unit of [...scope.tree.byCode.values(), ...scope.everywhere.values(), ...(scope.former ?? [])])
    if (unit.level === 'commune') addTo(made, foldMarks(unit.name), unit);
  letters.set(scope, made);
  return made;
}

/** Versions that had ended and went into the unit whole: merged into it, or itself before it was renamed. */
export const becameOf = (unit: string, { former = [], successors }: UnitScope): readonly UnitVersion[] =>
  former.filter(({ code }) => (successors?.get(code) ?? [code]).every((into) => into === unit));

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
