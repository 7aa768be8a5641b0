/** Titles over every commune of the country: of one they name it, in whatever way it is written; of two neither. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { UnitTree, UnitVersion } from '../../src/model.js';
import { gridOf } from '../../src/submission/layout/sheet-grid.js';
import { titleBlock } from '../../src/submission/sender/title-block.js';
import { ofOneUnitEach, unitNamed } from '../../src/submission/several-senders.js';
import { unitScope, type UnitScope } from '../../src/submission/sender/unit-scope.js';
import { exactNameKey } from '../../src/units/names/unit-name-key.js';
import { unitsAt } from '../../src/units/unit-dates.js';
import { buildUnitTree } from '../../src/units/unit-tree.js';
import { foldMarks } from '../../src/values/vietnamese-text.js';
import { sliceOf } from '../support/sweep.js';
import { sheet } from '../unit/submission/made-files.js';
import { readBuiltRegistry } from '../unit/units/built-registry.js';

interface District {
  readonly unit: UnitVersion;
  readonly communes: readonly UnitVersion[];
  readonly scope: UnitScope;
  /** What it and its province are called. */
  readonly names: ReadonlySet<string>;
}

const DATE = '2024-12-31';
let districts: readonly District[] = [];
beforeAll(async () => {
  const all = (await readBuiltRegistry()).units;
  const units = unitsAt(all, DATE);
  const above = sliceOf(
    units.filter(({ level }) => level === 'district'),
    60,
  );
  districts = above.map((unit) => {
    const { tree } = buildUnitTree(units, unit.code, DATE);
    const communes = units.filter(({ parentCode }) => parentCode === unit.code);
    const province = units.find(({ code }) => code === unit.parentCode);
    const names = new Set([unit, ...(province === undefined ? [] : [province])].map(exactNameKey));
    return { unit, communes, scope: unitScope(tree as UnitTree, units, DATE, []), names };
  });
});

const full = ({ type, name }: UnitVersion): string => `${type} ${name}`;
const upper = (unit: UnitVersion): string => full(unit).toUpperCase();

/** Whose a line of titles says that the sheet is. */
function saidBy(line: string, { scope }: District): string | undefined {
  const block = titleBlock(gridOf(sheet('S', [[line], ['TT', 'Thôn']])), 2);
  const [first] = ofOneUnitEach(block, scope).units;
  return first === undefined ? undefined : unitNamed(first, scope)?.code;
}

/** "Biểu 1 - Xã văn hóa" is about communes. */
const ABOUT = new Set(['xã Văn Hóa', 'xã Văn Minh']);

const OF_ONE: readonly ((commune: UnitVersion, district: UnitVersion) => string)[] = [
  (one) => `UBND ${upper(one)}`,
  (one) => `${upper(one)} NĂM 2024`,
  (one) => `${full(one)}: Kết quả năm 2024`,
  (one) => `${full(one)} – Xây dựng đời sống văn hóa`,
  (one) => `${upper(one)} (6 THÁNG ĐẦU NĂM 2024)`,
  (one, above) => `${full(one)} - ${full(above)}`,
  (one, above) => `${full(one)} – ${full(above)} năm 2024`,
  (one, above) => `UBND ${upper(one)}, ${upper(above)}`,
  (one, above) => `${full(one)}, ${above.name}`,
  (one, above) => (ABOUT.has(full(one)) ? full(one) : `Biểu số 1 - ${full(one)} (${full(above)})`),
];
const OF_TWO: readonly ((one: UnitVersion, other: UnitVersion) => string)[] = [
  (one, other) => `UBND ${upper(one)} - ${upper(other)}`,
  (one, other) => `${full(one)}; ${full(other)}`,
  (one, other) => `UBND ${full(one)} – UBND ${full(other)} năm 2024`,
  (one, other) => `${full(one)}, ${full(other)}: kết quả`,
  (one, other) => foldMarks(`${full(one)} - ${full(other)}`),
];

describe('a title', () => {
  it('of one commune is its own, whatever it is called', () => {
    const wrong = districts.flatMap((district) =>
      district.communes.flatMap((commune) =>
        OF_ONE.flatMap((write) => {
          const line = write(commune, district.unit);
          return saidBy(line, district) === commune.code ? [] : [line];
        }),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('of two communes is neither’s', () => {
    const wrong = districts.flatMap((district) =>
      district.communes.flatMap((commune, at) => {
        const other = district.communes[(at + 1) % district.communes.length];
        if (other === undefined || other === commune) return [];
        // A bare name may be that of a unit above, and a number anything.
        const isPlain = !district.names.has(exactNameKey(other)) && !/^\d/u.test(other.name);
        const lines = [
          ...OF_TWO.map((write) => write(commune, other)),
          ...(isPlain ? [`${upper(commune)}, ${other.name.toUpperCase()}`] : []),
        ];
        return lines.filter((line) => saidBy(line, district) !== undefined);
      }),
    );
    expect(wrong).toEqual([]);
  });
});
