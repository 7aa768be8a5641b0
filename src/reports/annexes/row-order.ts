/** Order of the lines of a table by unit: sections with a Roman number (districts of a province, else the office's groups). */
import type { MeasureRecord, UnitRecord } from '../../model.js';
import type { Frame } from '../prose/frame.js';
import { unitFullName } from '../../units/names/unit-name.js';
import { addTo } from '../../values/groups.js';

export interface Section {
  /** Code of the district, or name of the group; empty without a section. */
  readonly id: string;
  /** Absent: lines without a section. */
  readonly name?: string;
  /** Of a district; the office's groupings have none. */
  readonly code?: string;
  readonly leaves: readonly UnitRecord[];
  readonly measures: Readonly<Record<string, MeasureRecord>>;
}

/** Sections in the order in which their first unit stands in the list. */
export function sectionsOf(frame: Frame): readonly Section[] {
  const byDistrict = districtsOf(frame);
  const keyOf = (leaf: UnitRecord): string | undefined =>
    byDistrict.size > 0 ? districtOf(leaf, byDistrict)?.code : leaf.group;
  const members = new Map<string | undefined, UnitRecord[]>();
  for (const leaf of frame.leaves) {
    const key = keyOf(leaf);
    addTo(members, key, leaf);
  }
  return [...members].map(([key, leaves]): Section => {
    if (key === undefined) return { id: '', leaves, measures: {} };
    const district = byDistrict.get(key);
    return district === undefined
      ? { id: key, name: key, leaves, measures: frame.results.groups[key] ?? {} }
      : {
          id: key,
          name: unitFullName(district),
          code: district.code,
          leaves,
          measures: frame.results.measures[key] ?? {},
        };
  });
}

/** Districts between the compiling unit and its communes. */
const districtsOf = (frame: Frame): ReadonlyMap<string, UnitRecord> =>
  new Map(
    frame.results.units
      .filter(({ level, code }) => level === 'district' && code !== frame.results.unit)
      .map((unit) => [unit.code, unit]),
  );

const districtOf = (leaf: UnitRecord, districts: ReadonlyMap<string, UnitRecord>): UnitRecord | undefined =>
  districts.get(leaf.code) ?? (leaf.parent === undefined ? undefined : districts.get(leaf.parent));
