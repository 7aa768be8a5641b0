/** A merged province on the real unit lists, skipped where these are absent. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { MeasureRecord } from '../../../src/model.js';
import type { PreviousPeriod } from '../../../src/comparison/previous-period.js';
import { restate } from '../../../src/comparison/restate.js';
import { groundOfTree } from '../../../src/comparison/unit-ground.js';
import { readRegistry, readRegistryMap } from '../../../src/readers/registry.js';
import { buildCrosswalk } from '../../../src/units/ground/crosswalk.js';
import { buildUnitTree } from '../../../src/units/unit-tree.js';
import { admitCrosswalk } from '../../../src/workspace/crosswalk.js';

const DATA = fileURLToPath(new URL('../../../../shared/data/units', import.meta.url));
const BEFORE = '2025-06-30';
const AFTER = '2025-07-01';

describe.skipIf(!existsSync(DATA))('Hải Phòng on 30 June and 1 July 2025', () => {
  it('is the sum of its old communes, by the real map', async () => {
    const { registry } = await readRegistry(DATA);
    if (registry === undefined) throw new Error('no registry');
    const { maps } = await readRegistryMap(DATA);
    const crosswalk = buildCrosswalk({
      steps: [],
      map: maps.flatMap((table) => admitCrosswalk(table).values),
      lists: [registry.units],
    });
    expect(crosswalk.findings).toEqual([]);
    const old = buildUnitTree(registry.units, '31', BEFORE).tree;
    const tree = buildUnitTree(registry.units, '31', AFTER).tree;
    if (old === undefined || tree === undefined) throw new Error('no tree');
    const measures = new Map(
      old.leaves.map((code, index): readonly [string, Readonly<Record<string, MeasureRecord>>] => [
        code,
        { households: { n: 1000 + index, reported: 1, expected: 1 } },
      ]),
    );
    const previous: PreviousPeriod = {
      period: { id: '2024', year: 2024, kind: 'year' },
      referenceDate: BEFORE,
      sources: [],
      ground: groundOfTree(old, 'province', BEFORE),
      measures,
      rates: new Map(),
      definitionsOf: () => [],
      roots: ['31'],
      rowsOf: () => undefined,
      sourceOf: () => '',
    };
    const today = groundOfTree(tree, 'province', AFTER);
    const restated = restate(previous, crosswalk, today, [{ id: 'households', kind: 'count', scale: 0 }]);
    // Hải Dương (30) was not handed over: the whole is incomplete, and says so.
    const root = restated.units.get('31')?.['households'];
    expect(root?.n).toBe(
      [...measures.values()].reduce((sum, { households }) => sum + (households?.n ?? 0), 0),
    );
    expect((root?.reported ?? 0) < (root?.expected ?? 0)).toBe(true);
    // The island district of Bạch Long Vĩ reported itself and is now a special zone.
    const island = restated.blocks.ofOld.get('318');
    expect(island?.new.map(({ name, type }) => `${type} ${name}`)).toEqual(['đặc khu Bạch Long Vĩ']);
    for (const [code, block] of restated.blocks.ofNew)
      if (block.kind === 'split')
        expect(restated.units.get(code)?.['households']).toMatchObject({
          kind: 'notComparable',
          reason: 'split',
        });
  });
});
