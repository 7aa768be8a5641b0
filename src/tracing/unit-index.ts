/** The tree of a run and what was said of each unit, looked up instead of searched for. */
import type { Finding, ResultsDocument, UnitRecord } from '../model.js';
import { isSplitByRows, splitName, splitClass, valueOfUnit } from '../measures/split-class.js';
import { unitFullName } from '../units/names/unit-name.js';
import { groupBy } from '../values/groups.js';
import { upperFirst } from '../values/vietnamese-text.js';

export interface UnitIndex {
  readonly unitOf: (code: string) => UnitRecord | undefined;
  /** The name of a unit, of a group or of a class of a split. */
  readonly nameOf: (unit: string) => string;
  /** Codes directly under a unit. */
  readonly childrenOf: (code: string) => readonly string[];
  /** Codes of the units that report themselves and belong to a group of the office, or to a class of a split by units. */
  readonly membersOf: (group: string) => readonly string[];
  readonly findingsOf: (code: string) => readonly Finding[];
}

export function unitIndex(results: ResultsDocument): UnitIndex {
  const { units, findings } = results;
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const children = groupBy(units, ({ parent, code }) => (parent === code ? undefined : parent));
  const members = groupBy(units, ({ leaf, group }) => (leaf ? group : undefined));
  const said = groupBy(findings, ({ unit }) => unit);
  const names = new Map<string, string>();
  const ofSplits = new Map<string, readonly string[]>();
  const codes = (found: readonly UnitRecord[] = []): readonly string[] => found.map(({ code }) => code);
  return {
    unitOf: (code) => byCode.get(code),
    nameOf: (unit) => {
      const known = names.get(unit);
      if (known !== undefined) return known;
      const record = byCode.get(unit);
      const name = record === undefined ? nameOfClass(unit, results) : unitFullName(record);
      names.set(unit, name);
      return name;
    },
    childrenOf: (code) => codes(children.get(code)),
    membersOf: (group) => {
      const split = members.has(group) ? undefined : splitClass(group, results);
      if (split === undefined) return codes(members.get(group));
      const { dimension, value } = split;
      if (isSplitByRows(split)) return [];
      const isIn = (unit: UnitRecord): boolean =>
        unit.leaf && valueOfUnit(unit, dimension, results) === value;
      const found = ofSplits.get(group) ?? codes(units.filter(isIn));
      ofSplits.set(group, found);
      return found;
    },
    findingsOf: (code) => said.get(code) ?? [],
  };
}

/** A group has its name for an id. */
export function nameOfClass(unit: string, results: ResultsDocument): string {
  const found = results.groups[unit] === undefined ? splitClass(unit, results) : undefined;
  return found === undefined ? unit : upperFirst(splitName(found, results, 'chưa phân loại'));
}
