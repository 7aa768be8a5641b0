/** A list beside the registry: unknown codes, other names, other parents. Spelling styles are no difference. */
import type { Finding, Registry, SourceRef, UnitVersion } from '../../model.js';
import { finding } from '../../findings/finding.js';
import { formatDate } from '../../values/number-format.js';
import { isInForce, overlaps } from '../unit-dates.js';
import { unitFullName } from '../names/unit-name.js';
import { unitNameKey } from '../names/unit-name-key.js';
import { groupBy } from '../../values/groups.js';

/** Warnings only: the registry proposes, the office's list is used as it is. */
export function compareWithRegistry(
  units: readonly UnitVersion[],
  registry: Registry,
  date: string | undefined,
  placeOf: (unit: UnitVersion) => SourceRef,
): Finding[] {
  const official = groupBy(registry.units, ({ code }) => code);
  return units.flatMap((unit) => {
    const versions = (official.get(unit.code) ?? []).filter((version) =>
      date === undefined ? overlaps(version, unit) : isInForce(version, date),
    );
    return differences(unit, versions, placeOf(unit));
  });
}

/** A unit that outlives a change of its name agrees when any of the registry's versions does. */
function differences(unit: UnitVersion, versions: readonly UnitVersion[], at: SourceRef): Finding[] {
  const name = unitFullName(unit);
  const [version] = versions;
  if (version === undefined)
    return [finding('units/not-in-registry', at, { name, code: unit.code }, { unit: unit.code })];

  const findings: Finding[] = [];
  const sameName = versions.find((one) => one.type === unit.type && unitNameKey(one) === unitNameKey(unit));
  if (sameName === undefined) {
    const parameters = { code: unit.code, name, registryName: unitFullName(version) };
    findings.push(finding('units/name-differs', at, parameters, { unit: unit.code, fields: ['name'] }));
  }
  if (unit.parentCode !== undefined && !versions.some((one) => one.parentCode === unit.parentCode)) {
    const registryParent = version.parentCode ?? '—';
    const parameters = { name, parent: unit.parentCode, registryParent };
    const subject = { unit: unit.code, fields: ['parent_code'] };
    findings.push(finding('units/parent-differs', at, parameters, subject));
  }
  return findings;
}

/** Says so when a registry is asked about a day before its first certain one. */
export function checkRegistryDate(registry: Registry, date: string, at: SourceRef): Finding[] {
  if (registry.knownFrom === undefined || date >= registry.knownFrom) return [];
  const parameters = {
    registry: registry.name,
    knownFrom: formatDate(registry.knownFrom),
    date: formatDate(date),
  };
  return [finding('registry/date-too-early', at, parameters)];
}
