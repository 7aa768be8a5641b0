/** The tree on the day before and the day after each change of the map, in either structure of 2025. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Registry, UnitVersion } from '../../../src/model.js';
import { groundOfTree } from '../../../src/comparison/unit-ground.js';
import { comparisonBlocks } from '../../../src/units/ground/comparison-blocks.js';
import { buildCrosswalk } from '../../../src/units/ground/crosswalk.js';
import { buildUnitTree } from '../../../src/units/unit-tree.js';
import { readBuiltRegistry } from './built-registry.js';

let registry: Registry;
beforeAll(async () => {
  registry = await readBuiltRegistry();
});
const treeOf = (root: string, date: string) => buildUnitTree(registry.units, root, date);

describe('the dated tree', () => {
  it.each([
    // root, day before, day after: leaves and inner units on each
    ['75', '2026-04-29', '2026-04-30', 95, 95],
    ['77', '2025-02-28', '2025-03-01', undefined, undefined],
  ])('%s stays whole over %s and %s', (root, before, after, leavesBefore, leavesAfter) => {
    const [one, other] = [treeOf(root, before).tree, treeOf(root, after).tree];
    expect(one).toBeDefined();
    expect(other).toBeDefined();
    if (leavesBefore !== undefined) expect(one?.leaves).toHaveLength(leavesBefore);
    if (leavesAfter !== undefined) expect(other?.leaves).toHaveLength(leavesAfter);
  });

  it('renames a district on 1 March 2025 and keeps its communes', () => {
    const name = (date: string) => treeOf('77', date).tree?.byCode.get('754')?.type;
    expect([name('2025-02-28'), name('2025-03-01')]).toEqual(['thị xã', 'thành phố']);
  });

  it('has districts on 30 June 2025 and none on 1 July', () => {
    const before = treeOf('01', '2025-06-30').tree;
    const after = treeOf('01', '2025-07-01').tree;
    expect(before?.byCode.get('008')?.level).toBe('district');
    expect(before?.children.get('01')).toHaveLength(30);
    expect(after?.byCode.has('008')).toBe(false);
    expect(after?.leaves).toHaveLength(126);
    // The merged Bắc Ninh compiles under another code than the old one.
    expect(treeOf('27', '2025-06-30').tree).toBeDefined();
    expect(treeOf('27', '2025-07-01').findings.map(({ code }) => code)).toEqual(['units/root-not-in-force']);
    expect(treeOf('24', '2025-06-30').tree?.byCode.get('24')?.name).toBe('Bắc Giang');
    expect(treeOf('24', '2025-07-01').tree?.byCode.get('24')?.name).toBe('Bắc Ninh');
  });

  it('reports 2025 in either structure, by the reference date alone', () => {
    const depth = (date: string): number =>
      new Set([...(treeOf('46', date).tree?.byCode.values() ?? [])].map(({ level }) => level)).size;
    expect([depth('2025-06-30'), depth('2025-12-31')]).toEqual([3, 2]);
  });

  it.each(['2025-06-30', '2025-07-01'])('lets an island report itself on %s', (date) => {
    const { tree } = treeOf('51', date);
    const before = date < '2025-07-01';
    expect(tree?.leaves.includes('498')).toBe(false);
    const root = before ? '51' : '51';
    expect(tree?.root).toBe(root);
    const islands = tree?.leaves
      .map((code) => tree.byCode.get(code))
      .filter((unit) => unit?.name === 'Lý Sơn');
    expect(islands?.map((unit) => unit?.level)).toEqual([before ? 'district' : 'commune']);
  });

  it('keeps the groupings of the office beside the levels of the law', () => {
    const units = registry.units.map((unit): UnitVersion =>
      unit.parentCode === '008' ? { ...unit, group: `Cụm ${unit.code.slice(-1)}` } : unit,
    );
    const tree = buildUnitTree(units, '008', '2025-06-30').tree;
    if (tree === undefined) throw new Error('no tree');
    const ground = groundOfTree(tree, 'district', '2025-06-30');
    expect([...ground.groups.values()].flat().sort()).toEqual([...tree.leaves].sort());
    expect(ground.nodes.get('008')).toHaveLength(14);
  });

  it('needs a line of the map for the ten communes that became wards on 30 April 2026', () => {
    const ground = (date: string) => {
      const tree = treeOf('75', date).tree;
      if (tree === undefined) throw new Error('no tree');
      return groundOfTree(tree, 'province', date);
    };
    const blocks = (steps: Parameters<typeof buildCrosswalk>[0]['steps']) =>
      comparisonBlocks(
        buildCrosswalk({ steps, lists: [registry.units] }),
        ground('2026-04-29'),
        ground('2026-04-30'),
      );
    const without = blocks([]);
    const noBasis = without.all.filter(({ kind }) => kind === 'noBasis').flatMap((block) => block.new);
    expect(noBasis).toHaveLength(10);
    const step = (code: string) =>
      ({ oldCode: code, oldValidTo: '2026-04-29', newCode: code, area: 'whole', people: 'all' }) as const;
    const settled = blocks(noBasis.map(({ code }) => step(code)));
    expect(new Set(settled.all.map(({ kind }) => kind))).toEqual(new Set(['same']));
  });
});
