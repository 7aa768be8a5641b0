/** The units of one side of a comparison: leaves, what stands above them, the leaves under each node, the groupings. */
import type { ResultsFigures, UnitLevel, UnitTree } from '../model.js';
import type { DatedLeaf } from '../units/ground/comparison-blocks.js';
import type { RecordedUnits } from '../units/dated-units.js';
import type { GroundTree } from '../units/ground/ground-checks.js';
import { defined } from '../values/defined.js';
import { addTo } from '../values/groups.js';

export interface UnitGround extends GroundTree {
  readonly root: string;
  /** Every unit, leaf or node, as its own list names it. */
  readonly units: ReadonlyMap<string, DatedLeaf>;
  /** Node code → codes of the leaves under it. A leaf is not among the keys. */
  readonly nodes: ReadonlyMap<string, readonly string[]>;
  /** The office's own grouping → codes of its leaves. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
}

interface ListedUnit extends DatedLeaf {
  readonly parent?: string;
  readonly leaf: boolean;
  readonly group?: string;
}

/** The ground of a results.json. */
export const groundOfResults = (results: ResultsFigures): UnitGround =>
  groundOf(results.units, results.unit, results.level, results.referenceDate);

/** The units a results.json names, as evidence that their codes were in use on its day. */
export const recordsOfResults = ({ referenceDate, units }: ResultsFigures): RecordedUnits => ({
  date: referenceDate,
  units,
});

/** The ground of a run that has no results yet. */
export function groundOfTree(tree: UnitTree, level: UnitLevel, date: string): UnitGround {
  const leaves = new Set(tree.leaves);
  const units = [...tree.byCode.values()].map(({ code, name, type, parentCode, group }) => ({
    code,
    name,
    type,
    leaf: leaves.has(code),
    ...(parentCode === undefined || !tree.byCode.has(parentCode) ? {} : { parent: parentCode }),
    ...defined({ group }),
  }));
  return groundOf(units, tree.root, level, date);
}

/** The ground of a list of units with their parents. */
export function groundOf(
  listed: readonly ListedUnit[],
  root: string,
  level: UnitLevel,
  date: string,
): UnitGround {
  const byCode = new Map(listed.map((unit) => [unit.code, unit]));
  const above = (code: string): readonly string[] => {
    const codes: string[] = [];
    for (
      let parent = byCode.get(code)?.parent;
      parent !== undefined && !codes.includes(parent);
      parent = byCode.get(parent)?.parent
    )
      codes.push(parent);
    return codes;
  };
  const nodes = new Map<string, string[]>();
  const leaves = listed.filter(({ leaf }) => leaf);
  const groups = new Map<string, string[]>();
  for (const { code, group } of leaves) {
    for (const node of above(code)) addTo(nodes, node, code);
    if (group !== undefined && group !== '') addTo(groups, group, code);
  }
  return { date, root, level, leaves, units: byCode, nodes, groups, above };
}
