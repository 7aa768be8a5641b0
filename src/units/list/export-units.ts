/** A unit and everything under it as the text of units.csv, for the office to edit. */
import type { UnitVersion } from '../../model.js';
import { UNIT_COLUMNS, type UnitColumn } from './unit-columns.js';
import { unitsAt } from '../unit-dates.js';

/** Excel takes a file for UTF-8 only with this mark in front. */
const BYTE_ORDER_MARK = '\uFEFF';

const VALUE_OF: Readonly<Record<UnitColumn, (unit: UnitVersion) => string | number | undefined>> = {
  code: (unit) => unit.code,
  name: (unit) => unit.name,
  type: (unit) => unit.type,
  level: (unit) => unit.level,
  parent_code: (unit) => unit.parentCode,
  valid_from: (unit) => unit.validFrom,
  valid_to: (unit) => unit.validTo,
  area_class: (unit) => unit.areaClass,
  commune_group: (unit) => unit.communeGroup?.replace('nhom-', ''),
  region: (unit) => unit.region,
  urban: (unit) => unit.urban,
  group: (unit) => unit.group,
  households: (unit) => unit.households,
  contact: (unit) => unit.contact,
};

/** CSV text of `rootCode` and the units under it on the day, in the order of the list; only the header when there is no such unit. */
export function exportUnits(units: readonly UnitVersion[], rootCode: string, date: string): string {
  const listed = unitsUnder(unitsAt(units, date), rootCode);
  // Of use to those only who have grouped their communes; the others keep the columns they know.
  const grouped = listed.some(({ communeGroup }) => communeGroup !== undefined);
  const columns = UNIT_COLUMNS.filter((column) => grouped || column !== 'commune_group');
  const lines = listed.map((unit) => columns.map((column) => quoted(VALUE_OF[column](unit))).join(','));
  return `${BYTE_ORDER_MARK}${[columns.join(','), ...lines].join('\n')}\n`;
}

/** The root, then its descendants, parents before children. */
function unitsUnder(units: readonly UnitVersion[], rootCode: string): UnitVersion[] {
  const root = units.find((unit) => unit.code === rootCode);
  if (root === undefined) return [];
  const listed = [root];
  const codes = new Set([rootCode]);
  // Grows while it is walked: children of children follow.
  for (const parent of listed)
    for (const unit of units)
      if (unit.parentCode === parent.code && !codes.has(unit.code)) {
        codes.add(unit.code);
        listed.push(unit);
      }
  return listed;
}

const quoted = (value: string | number | undefined): string => {
  const text = value === undefined ? '' : String(value);
  return /[",;\n\r]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
