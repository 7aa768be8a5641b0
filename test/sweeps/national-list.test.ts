/** The national list against the published counts, known units and, where present, the shared reference lists. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Registry, UnitVersion } from '../../src/model.js';
import { readRegistry } from '../../src/readers/registry.js';
import { checkUnitList } from '../../src/units/list/check-unit-list.js';
import { findByCode } from '../../src/units/names/find-by-code.js';
import { findByName } from '../../src/units/names/find-by-name.js';
import { unitsAt } from '../../src/units/unit-dates.js';
import { unitFullName } from '../../src/units/names/unit-name.js';
import { sliceOf } from '../support/sweep.js';
import { buildRegistry, builtRegistry, readBuiltRegistry } from '../unit/units/built-registry.js';

const REFERENCE = fileURLToPath(new URL('../../../shared/data/units', import.meta.url));

let folder: string;
let registry: Registry;
beforeAll(async () => {
  folder = await builtRegistry;
  registry = await readBuiltRegistry();
});

const countsAt = (date: string): number[] =>
  (['province', 'district', 'commune'] as const).map(
    (level) => unitsAt(registry.units, date).filter((unit) => unit.level === level).length,
  );
const at = (code: string, date: string): string | undefined => {
  const unit = findByCode(registry.units, code, date)?.unit;
  return unit === undefined ? undefined : `${unitFullName(unit)} < ${unit.parentCode ?? '-'}`;
};

describe('national list', () => {
  it('holds the published numbers of units', () => {
    expect(countsAt('2025-03-01')).toEqual([63, 696, 10_035]);
    expect(countsAt('2025-06-30')).toEqual([63, 696, 10_035]);
    expect(countsAt('2025-07-01')).toEqual([34, 0, 3321]);
    expect(countsAt('2026-12-31')).toEqual([34, 0, 3321]);
  });

  it('has the published kinds of communes', () => {
    const kinds = (date: string): Record<string, number> => {
      const counts: Record<string, number> = {};
      for (const { level, type } of unitsAt(registry.units, date))
        if (level === 'commune') counts[type] = (counts[type] ?? 0) + 1;
      return counts;
    };
    expect(kinds('2025-03-01')).toEqual({ xã: 7692, phường: 1726, 'thị trấn': 617 });
    expect(kinds('2025-07-01')).toEqual({ xã: 2621, phường: 687, 'đặc khu': 13 });
    expect(kinds('2026-04-30')).toEqual({ xã: 2611, phường: 697, 'đặc khu': 13 });
  });

  it('changes between 30 June and 1 July 2025', () => {
    expect(at('00331', '2025-06-30')).toBe('Phường Thịnh Liệt < 008');
    expect(at('00331', '2025-07-01')).toBe('Phường Hoàng Mai < 01');
    expect(at('062', '2025-06-30')).toBe('Huyện Ngân Sơn < 06');
    expect(at('062', '2025-07-01')).toBeUndefined();
    expect(at('27', '2025-06-30')).toBe('Tỉnh Bắc Ninh < -');
    expect(at('24', '2025-07-01')).toBe('Tỉnh Bắc Ninh < -');
  });

  it('changes on the days of single resolutions', () => {
    expect(at('46', '2024-12-31')).toBe('Tỉnh Thừa Thiên Huế < -');
    expect(at('46', '2025-01-01')).toBe('Thành phố Huế < -');
    expect(at('123', '2025-01-31')).toBe('Huyện Mộc Châu < 14');
    expect(at('123', '2025-02-01')).toBe('Thị xã Mộc Châu < 14');
    expect(at('754', '2025-02-28')).toBe('Thị xã Phú Mỹ < 77');
    expect(at('754', '2025-03-01')).toBe('Thành phố Phú Mỹ < 77');
    expect(at('75', '2026-04-29')).toBe('Tỉnh Đồng Nai < -');
    expect(at('75', '2026-04-30')).toBe('Thành phố Đồng Nai < -');
  });

  it('has the 14 wards of Hoàng Mai and the 8 districts of Bắc Ninh', () => {
    const before = unitsAt(registry.units, '2025-03-01');
    const wards = before.filter((unit) => unit.parentCode === '008');
    expect(wards).toHaveLength(14);
    expect(new Set(wards.map((unit) => unit.type))).toEqual(new Set(['phường']));
    const districts = before.filter((unit) => unit.parentCode === '27').map((unit) => unit.code);
    expect(districts).toEqual(['256', '258', '259', '260', '261', '262', '263', '264']);
    expect(before.filter((unit) => districts.includes(unit.parentCode ?? ''))).toHaveLength(121);
  });

  it.each(['2024-12-31', '2025-03-01', '2025-07-01', '2026-04-30'])('has no fault on %s', (date) => {
    expect(checkUnitList(registry.units, date, registry)).toEqual([]);
  });

  it('has no fault over all its dates', () => {
    expect(checkUnitList(registry.units)).toEqual([]);
  });

  it('is the same bytes when built again', async () => {
    const again = await buildRegistry();
    for (const file of ['units.csv', 'registry.json'])
      expect(readFileSync(join(again, file)).equals(readFileSync(join(folder, file)))).toBe(true);
  });

  it.skipIf(!existsSync(REFERENCE)).each(['2025-03-01', '2025-07-01', '2026-04-30'])(
    'agrees with the reference list code for code on %s',
    async (date) => {
      const reference = (await readRegistry(REFERENCE)).registry;
      const lines = (units: readonly UnitVersion[]): string[] =>
        unitsAt(units, date)
          .map((unit) => [unit.code, unit.name, unit.type, unit.level, unit.parentCode ?? ''].join(','))
          .sort();
      expect(lines(registry.units)).toEqual(lines(reference?.units ?? []));
    },
  );
});

describe('names of the whole national list', () => {
  it.each(['2025-03-01', '2025-07-01'])('each unit is found by its own full name on %s', (date) => {
    const current = unitsAt(registry.units, date);
    const siblings = new Map<string, UnitVersion[]>();
    for (const unit of current)
      siblings.set(unit.parentCode ?? '', [...(siblings.get(unit.parentCode ?? '') ?? []), unit]);
    const wrong = sliceOf(current, 3000).filter((unit) => {
      const match = findByName(siblings.get(unit.parentCode ?? '') ?? [], unitFullName(unit));
      return match.kind !== 'exact' || match.unit !== unit;
    });
    expect(wrong.map(unitFullName)).toEqual([]);
  });

  // Some pairs share type and spelling without marks: these are asked, and only these.
  it.each(
    sliceOf(
      [
        { date: '2025-07-01', communes: 3321, pairs: 8 },
        { date: '2025-03-01', communes: 10_035, pairs: 22 },
      ],
      1,
    ),
  )('a name typed without marks never becomes another unit on $date', ({ date, communes, pairs }) => {
    const strip = (text: string): string =>
      text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
    const counts = { right: 0, asked: 0, none: 0 };
    const wrong: string[] = [];
    const siblings = new Map<string, UnitVersion[]>();
    const current = unitsAt(registry.units, date).filter((unit) => unit.level === 'commune');
    for (const unit of current)
      siblings.set(unit.parentCode ?? '', [...(siblings.get(unit.parentCode ?? '') ?? []), unit]);
    for (const unit of current) {
      const match = findByName(siblings.get(unit.parentCode ?? '') ?? [], strip(unitFullName(unit)));
      if (match.kind === 'ambiguous') counts.asked += 1;
      else if (match.kind === 'none') counts.none += 1;
      else if (match.unit === unit) counts.right += 1;
      else wrong.push(`${unitFullName(unit)} → ${unitFullName(match.unit)}`);
    }
    expect(wrong).toEqual([]);
    expect(counts).toEqual({ right: communes - 2 * pairs, asked: 2 * pairs, none: 0 });
  });
});
