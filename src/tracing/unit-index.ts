/** The tree of a run and what was said of each unit, looked up instead of searched for. */
import type { Finding, ResultsDocument, UnitRecord } from '../model.js';
import { isSplitByRows, splitPart, valueOfUnit } from '../measures/split-part.js';
import { groupBy } from '../values/groups.js';

export interface UnitIndex {
  readonly unitOf: (code: string) => UnitRecord | undefined;
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
  const ofSplits = new Map<string, readonly string[]>();
  const codes = (found: readonly UnitRecord[] = []): readonly string[] => found.map(({ code }) => code);
  return {
    unitOf: (code) => byCode.get(code),
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
