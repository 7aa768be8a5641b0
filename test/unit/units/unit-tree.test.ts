/** Who is due to report under a unit, on a day; and lists from which no honest tree can be made. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Registry, UnitLevel, UnitVersion } from '../../../src/model.js';
import { findByCode } from '../../../src/units/names/find-by-code.js';
import { buildUnitTree } from '../../../src/units/unit-tree.js';
import { madeUnit } from '../../support/made-units.js';
import { readBuiltRegistry } from './built-registry.js';

let registry: Registry;
beforeAll(async () => {
  registry = await readBuiltRegistry();
});

const unit = (code: string, level: UnitLevel, parentCode?: string): UnitVersion =>
  madeUnit(code, level, parentCode, { name: `Số ${code}` });
const codes = (units: readonly UnitVersion[], root: string, date = '2024-12-31'): string[] =>
  buildUnitTree(units, root, date).findings.map((one) => one.code);

describe('buildUnitTree', () => {
  it('has three levels until June 2025', () => {
    const { tree, findings } = buildUnitTree(registry.units, '27', '2024-12-31');
    expect(findings).toEqual([]);
    expect(tree?.children.get('27')).toEqual(['256', '258', '259', '260', '261', '262', '263', '264']);
    expect(tree?.leaves).toHaveLength(121);
    expect(tree?.byCode.size).toBe(1 + 8 + 121);
  });

  it('has two levels from July 2025', () => {
    const { tree } = buildUnitTree(registry.units, '24', '2025-12-31');
    expect(tree?.leaves).toEqual(tree?.children.get('24'));
    expect(tree?.leaves).toHaveLength(99);
  });

  it('takes a district, and a commune that compiles for itself', () => {
    expect(buildUnitTree(registry.units, '008', '2024-12-31').tree?.leaves).toHaveLength(14);
    const alone = buildUnitTree(registry.units, '00331', '2025-12-31').tree;
    expect(alone?.leaves).toEqual(['00331']);
    expect(alone?.byCode.get('00331')?.name).toBe('Hoàng Mai');
  });

  it('lets an island district without communes report itself, and says so', () => {
    const { tree, findings } = buildUnitTree(registry.units, '77', '2024-12-31');
    expect(tree?.leaves).toContain('755');
    expect(findings.map((one) => [one.code, one.severity, one.unit])).toEqual([
      ['units/district-itself-due', 'info', '755'],
    ]);
  });

  it('tells an unknown root from one that was abolished', () => {
    expect(codes(registry.units, '999')).toEqual(['units/root-missing']);
    expect(codes(registry.units, '264', '2025-12-31')).toEqual(['units/root-not-in-force']);
  });

  it('makes no tree of a list with a code twice, with nobody due, or with a circle', () => {
    const twice = [
      unit('01', 'province'),
      unit('00001', 'commune', '01'),
      { ...unit('00001', 'commune', '01'), name: 'Khác' },
    ];
    expect(codes(twice, '01')).toEqual(['units/repeated-code']);
    expect(buildUnitTree(twice, '01', '2024-12-31').tree).toBeUndefined();
    expect(codes([unit('01', 'province')], '01')).toEqual(['units/nobody-due']);
    const circle = [unit('001', 'district', '00001'), unit('00001', 'commune', '001')];
    expect(codes(circle, '001')).toContain('units/parent-level');
  });
});

describe('a chain of units as long as a list can be', () => {
  it('is refused, with the unit and its parent, and no stack overflows', () => {
    const chain = Array.from({ length: 50_000 }, (_, index) =>
      unit(String(index), 'district', index === 0 ? undefined : String(index - 1)),
    );
    expect(codes(chain, '0')).toEqual(['units/parent-level']);
    expect(buildUnitTree(chain, '0', '2024-12-31').tree).toBeUndefined();
  });
});

describe('findByCode', () => {
  it('gives leading zeros back when one unit fits', () => {
    const hoangMai = registry.units.filter((one) => one.parentCode === '008');
    expect(findByCode(hoangMai, '331', '2024-12-31')).toMatchObject({
      restored: true,
      unit: { code: '00331' },
    });
    expect(findByCode(hoangMai, '00331', '2024-12-31')?.restored).toBe(false);
    expect(findByCode(hoangMai, '331', '2025-12-31')).toBeUndefined();
  });

  it('does not guess between levels', () => {
    expect(findByCode(registry.units, '1', '2024-12-31')).toBeUndefined();
    expect(findByCode(registry.units, '1', '2024-12-31', 'province')?.unit.name).toBe('Hà Nội');
    expect(findByCode(registry.units, '256', '2024-12-31', 'district')?.unit.level).toBe('district');
    expect(findByCode(registry.units, '256', '2024-12-31', 'commune')?.unit.code).toBe('00256');
  });
});
