/** Units and trees of them for tests. */
import type { UnitLevel, UnitTree, UnitVersion } from '../../src/model.js';
import { buildUnitTree } from '../../src/units/unit-tree.js';
import { defined } from '../../src/values/defined.js';

const TYPES: Readonly<Record<UnitLevel, string>> = { province: 'tỉnh', district: 'huyện', commune: 'xã' };

/** A unit by its code, named like it unless the test says otherwise. */
export const madeUnit = (
  code: string,
  level: UnitLevel,
  parentCode?: string,
  more: Partial<UnitVersion> = {},
): UnitVersion => ({ code, name: code, type: TYPES[level], level, ...defined({ parentCode }), ...more });

/** The tree that the program builds of the units; the first is its root. */
export function madeTree(units: readonly UnitVersion[], date = '2024-12-31'): UnitTree {
  const { tree, findings } = buildUnitTree(units, units[0]?.code ?? '', date);
  if (tree === undefined) throw new Error(findings.map(({ message }) => message).join('\n'));
  return tree;
}
