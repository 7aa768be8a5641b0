/**
 * Whether a map carries everybody from the earlier list to today's: no unit lost, none invented. One forgotten line
 * would make another unit's sum look complete, so any such fault stops all restating.
 */
import type { Finding, UnitLevel, UnitVersion } from '../../model.js';
import { finding } from '../../findings/finding.js';
import { formatDate } from '../../values/number-format.js';
import type { DatedLeaf, Ground } from './comparison-blocks.js';
import { continuationOf } from './continued-units.js';
import type { Crosswalk } from './crosswalk.js';
import { covers, type Stretch } from '../dated-units.js';
import { isInForce } from '../unit-dates.js';
import { unitFullName } from '../names/unit-name.js';
import { IN_CROSSWALK } from '../../findings/places.js';

/** A side of the comparison with the units above its leaves. */
export interface GroundTree extends Ground {
  readonly level: UnitLevel;
  /** Codes above a leaf, nearest first. */
  readonly above: (code: string) => readonly string[];
}

export interface GroundCheck {
  /** False: nothing may be restated from the earlier list to today's. */
  readonly sound: boolean;
  readonly findings: readonly Finding[];
}

const titleOf = ({ code, name, type }: DatedLeaf): string => `${unitFullName({ type, name })} (${code})`;

/**
 * `before` are the earlier leaves inside today's ground. A commune that compiles for itself knows only its own
 * predecessors, so what became of their neighbours is not asked there.
 */
export function checkGround(
  crosswalk: Crosswalk,
  before: GroundTree,
  after: GroundTree,
  listed: readonly UnitVersion[] = [],
): GroundCheck {
  const { units } = crosswalk;
  const stepsFrom = (stretch: Stretch | undefined): number =>
    stretch === undefined ? 0 : (crosswalk.from.get(stretch.id)?.length ?? 0);
  const stepsTo = (stretch: Stretch | undefined): number =>
    stretch === undefined ? 0 : (crosswalk.to.get(stretch.id)?.length ?? 0);
  const leaves = new Set(after.leaves.map(({ code }) => code));

  const ended = before.leaves.filter((leaf) => !reaches(units.at(leaf.code, before.date), after.date));
  const begun = after.leaves.filter((leaf) => !reaches(units.at(leaf.code, after.date), before.date));
  const carried = (leaf: DatedLeaf): boolean =>
    [leaf.code, ...before.above(leaf.code)].some((code) => {
      const unit = units.at(code, before.date);
      return stepsFrom(unit) > 0 || (unit !== undefined && continuationOf(crosswalk, unit) !== undefined);
    });
  const founded = (leaf: DatedLeaf): boolean =>
    [leaf.code, ...after.above(leaf.code)].some((code) => stepsTo(units.at(code, after.date)) > 0);
  // The same code on both days and no line about it on either: renamed perhaps, and to be told by the office.
  const renamed = new Set(
    ended.flatMap(({ code }) =>
      leaves.has(code) && stepsFrom(units.at(code, before.date)) + stepsTo(units.at(code, after.date)) === 0
        ? [code]
        : [],
    ),
  );
  const gone = ended.filter((leaf) => !carried(leaf) && !renamed.has(leaf.code));
  const made = begun.filter((leaf) => !founded(leaf) && !renamed.has(leaf.code));
  const noBasis = after.leaves
    .filter(({ code }) => renamed.has(code))
    .map((leaf) => noBasisOf(leaf, units.at(leaf.code, before.date), before.date));
  if (after.level === 'commune') return { sound: true, findings: noBasis };

  const forgotten = forgottenUnits(crosswalk, after, listed);
  const lost = new Map([...gone, ...forgotten].map((leaf) => [leaf.code, leaf]));
  if (lost.size + made.length === 0) return { sound: true, findings: noBasis };
  const stepsHere = [...before.leaves].some(carried) || after.leaves.some(founded);
  const dates = { from: formatDate(before.date), to: formatDate(after.date) };
  if (!stepsHere) {
    const counts = { ...dates, gone: lost.size, made: made.length };
    return { sound: false, findings: [finding('comparison/no-crosswalk', IN_CROSSWALK, counts)] };
  }
  const found = (code: 'crosswalk/unit-lost' | 'crosswalk/unit-invented', leaf: DatedLeaf): Finding =>
    finding(code, IN_CROSSWALK, { name: titleOf(leaf), ...dates }, { unit: leaf.code });
  return {
    sound: false,
    findings: [
      ...[...lost.values()].map((leaf) => found('crosswalk/unit-lost', leaf)),
      ...made.map((leaf) => found('crosswalk/unit-invented', leaf)),
      ...noBasis,
    ],
  };
}

const reaches = (stretch: Stretch | undefined, date: string): boolean =>
  stretch !== undefined && covers(stretch, date);

/** The line that would decide it, ready to be copied into crosswalk.csv. */
function noBasisOf(leaf: DatedLeaf, old: Stretch | undefined, date: string): Finding {
  const row = [leaf.code, old?.to ?? date, leaf.code, 'whole', 'all'].join(',');
  const parameters = { name: titleOf(leaf), row, date: formatDate(date) };
  return finding('comparison/no-basis', IN_CROSSWALK, parameters, { unit: leaf.code });
}

const LEVELS: readonly UnitLevel[] = ['province', 'district', 'commune'];

/**
 * Listed old units that ended together with units of the map, under the same district or province as these, and of
 * which the map says nothing: also where no earlier result names them.
 */
function forgottenUnits(
  crosswalk: Crosswalk,
  after: GroundTree,
  listed: readonly UnitVersion[],
): readonly DatedLeaf[] {
  const leaves = new Set(after.leaves.map(({ code }) => code));
  const days = new Map<string, Set<string>>();
  const parents = new Map<string, ReadonlyMap<string, UnitVersion>>();
  const topOf = (code: string, day: string): string | undefined => {
    const index =
      parents.get(day) ??
      new Map(listed.filter((unit) => isInForce(unit, day)).map((unit) => [unit.code, unit] as const));
    parents.set(day, index);
    for (let unit = index.get(code); unit !== undefined; unit = index.get(unit.parentCode ?? ''))
      if (LEVELS.indexOf(unit.level) <= LEVELS.indexOf(after.level)) return unit.code;
    return undefined;
  };
  for (const steps of crosswalk.from.values())
    for (const { step, old } of steps) {
      if (old.to === undefined || step.people === 'none' || !leaves.has(step.newCode)) continue;
      const top = topOf(old.code, old.to);
      if (top !== undefined) days.set(old.to, (days.get(old.to) ?? new Set()).add(top));
    }
  return listed.filter(({ code, level, validTo }) => {
    if (level !== 'commune' || validTo === undefined) return false;
    const top = days.get(validTo)?.has(topOf(code, validTo) ?? '') === true;
    const unit = top ? crosswalk.units.at(code, validTo) : undefined;
    return unit !== undefined && unit.to === validTo && (crosswalk.from.get(unit.id) ?? []).length === 0;
  });
}
