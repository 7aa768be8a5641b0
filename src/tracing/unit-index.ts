/** The tree of a run and what was said of each unit, looked up instead of searched for. */
import type { Finding, ResultsDocument, UnitRecord } from '../model.js';
import { isSplitByRows, splitName, splitPart, valueOfUnit } from '../measures/split-part.js';
import { unitFullName } from '../units/names/unit-name.js';
import { groupBy } from '../values/groups.js';
import { upperFirst } from '../values/vietnamese-text.js';

export interface UnitIndex {
  readonly unitOf: (code: string) => UnitRecord | undefined;
  /** The name of a unit, of a group or of a part of a split. */
  readonly nameOf: (unit: string) => string;
  /** Codes directly under a unit. */
  readonly childrenOf: (code: string) => readonly string[];
  /** Codes of the units that report themselves and belong to a group of the office, or to a part of a split by units. */
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
      const name = record === undefined ? partName(unit, results) : unitFullName(record);
      names.set(unit, name);
      return name;
    },
    childrenOf: (code) => codes(children.get(code)),
    membersOf: (group) => {
      const part = members.has(group) ? undefined : splitPart(group, results);
      if (part === undefined) return codes(members.get(group));
      const { dimension, value } = part;
      if (isSplitByRows(part)) return [];
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
export function partName(unit: string, results: ResultsDocument): string {
  const part = results.groups[unit] === undefined ? splitPart(unit, results) : undefined;
  return part === undefined ? unit : upperFirst(splitName(part, results, 'chưa phân loại'));
}
