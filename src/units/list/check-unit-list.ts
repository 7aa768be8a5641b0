/** Everything that can be wrong with a list of units, all at once: codes, names, parents, periods, registry. */
import type { Finding, Registry, SourceRef, UnitLevel, UnitVersion } from '../../model.js';
import { finding } from '../../findings/finding.js';
import { compareWithRegistry } from './compare-with-registry.js';
import { formatPeriod, isCovered, isInForce, overlaps, unitsAt } from '../unit-dates.js';
import { unitFullName } from '../names/unit-name.js';
import { unitNameKey } from '../names/unit-name-key.js';
import { groupBy } from '../../values/groups.js';
import { IN_UNITS } from '../../findings/places.js';
import { smallest } from '../../values/of-many.js';

const RANK: Readonly<Record<UnitLevel, number>> = { province: 0, district: 1, commune: 2 };

/**
 * Checks a list; with a date only the units in force on it, but a code must mean one unit on every day. The list of the office wins over the registry:
 * differences from it are warnings. `places` (from admitUnitRows) gives each finding its cell.
 */
export function checkUnitList(
  units: readonly UnitVersion[],
  date?: string,
  registry?: Registry,
  places?: ReadonlyMap<UnitVersion, SourceRef>,
): Finding[] {
  const checked = date === undefined ? units : unitsAt(units, date);
  const placeOf = (unit: UnitVersion): SourceRef => places?.get(unit) ?? IN_UNITS;
  const byCode = groupBy(units, (unit) => unit.code);
  const top = smallest(units.map((unit) => RANK[unit.level]));
  const findings = [
    ...repeatedCodes(units, placeOf),
    ...repeatedNames(checked, placeOf),
    ...checked.flatMap((unit) => parentFindings(unit, byCode, date, RANK[unit.level] === top, placeOf)),
  ];
  return registry === undefined
    ? findings
    : [...findings, ...compareWithRegistry(checked, registry, date, placeOf)];
}

type PlaceOf = (unit: UnitVersion) => SourceRef;
type ByCode = ReadonlyMap<string, readonly UnitVersion[]>;

/** Each unit with an earlier one of its group that is in force at the same time. */
function clashes(groups: Iterable<readonly UnitVersion[]>): (readonly [UnitVersion, UnitVersion])[] {
  return [...groups].flatMap((group) =>
    group.flatMap((unit, index) => {
      const other = group.slice(0, index).find((earlier) => overlaps(earlier, unit));
      return other === undefined ? [] : [[unit, other] as const];
    }),
  );
}

function repeatedCodes(units: readonly UnitVersion[], placeOf: PlaceOf): Finding[] {
  return clashes(groupBy(units, (unit) => unit.code).values()).map(([unit, other]) => {
    const [parent, otherParent] = [unit.parentCode, other.parentCode];
    if (
      unit.name === other.name &&
      parent !== undefined &&
      otherParent !== undefined &&
      parent !== otherParent
    ) {
      const parents = { name: unitFullName(unit), code: unit.code, parent, otherParent };
      return finding('units/two-parents', placeOf(unit), parents, {
        related: [placeOf(other)],
        fields: ['parent_code'],
      });
    }
    const parameters = { code: unit.code, name: unitFullName(unit), other: unitFullName(other) };
    const related = { related: [placeOf(other)], fields: ['code'] };
    return finding('units/repeated-code', placeOf(unit), parameters, related);
  });
}

/** Thị trấn Yên Viên and xã Yên Viên live side by side: type and name together must be unique under a parent. */
function repeatedNames(units: readonly UnitVersion[], placeOf: PlaceOf): Finding[] {
  const groups = groupBy(units, (unit) =>
    [unit.parentCode ?? '', unit.level, unit.type, unitNameKey(unit)].join('\u001f'),
  );
  return clashes(groups.values())
    .filter(([unit, other]) => unit.code !== other.code)
    .map(([unit, other]) => {
      const parameters = { name: unitFullName(unit), code: unit.code, otherCode: other.code };
      const related = { related: [placeOf(other)], fields: ['name'] };
      return finding('units/repeated-name', placeOf(unit), parameters, related);
    });
}

/** The highest units of a list may name a parent that is not in it: a district's list does not hold the province. */
function parentFindings(
  unit: UnitVersion,
  byCode: ByCode,
  date: string | undefined,
  isTop: boolean,
  placeOf: PlaceOf,
): Finding[] {
  const at = placeOf(unit);
  const subject = { unit: unit.code, fields: ['parent_code'] };
  const name = unitFullName(unit);
  if (unit.parentCode === undefined)
    return isTop ? [] : [finding('units/without-parent', at, { name, code: unit.code }, subject)];
  const parents = byCode.get(unit.parentCode);
  if (parents?.[0] === undefined)
    return isTop ? [] : [finding('units/parent-missing', at, { name, parent: unit.parentCode }, subject)];

  const inTime = parents.filter((parent) =>
    date === undefined ? overlaps(parent, unit) : isInForce(parent, date),
  );
  const parent = inTime[0] ?? parents[0];
  if (RANK[parent.level] >= RANK[unit.level])
    return [finding('units/parent-level', at, { name, parent: unitFullName(parent) }, subject)];
  if (date === undefined ? isCovered(unit, inTime) : inTime.length > 0) return [];
  const parameters = {
    name,
    period: formatPeriod(unit),
    parent: unitFullName(parent),
    parentPeriod: (inTime.length > 0 ? inTime : parents).map(formatPeriod).join('; '),
  };
  return [finding('units/outside-parent-period', at, parameters, subject)];
}
