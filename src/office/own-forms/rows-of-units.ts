/** A form with a row (or a column) for each commune that lists them all: one workbook for everybody. */
import type { UnitVersion } from '../../model.js';
import type { LocatedTable, OwnSheet } from '../../submission/layout/own-sheet.js';
import { slotsOf, type Slot } from '../../submission/own-form/form-slots.js';
import { exactMatch, findByName } from '../../units/names/find-by-name.js';

export interface SlotOfUnit {
  readonly own: OwnSheet;
  readonly located: LocatedTable;
  readonly slot: Slot;
  readonly unit: UnitVersion;
}

/**
 * Where each of the communes stands; undefined where the form does not list several of them in each of its tables, and
 * every commune gets one of its own.
 */
export function listedUnits(
  sheets: readonly OwnSheet[],
  communes: readonly UnitVersion[],
): readonly SlotOfUnit[] | undefined {
  const tables = sheets.flatMap((own) =>
    own.tables.map((located) => (located.table.rows === 'unit' ? slotsOfUnits(own, located, communes) : [])),
  );
  const listsSeveral = (slots: readonly SlotOfUnit[]): boolean =>
    new Set(slots.map(({ unit }) => unit.code)).size > 1;
  return tables.length > 0 && tables.every(listsSeveral) ? tables.flat() : undefined;
}

const slotsOfUnits = (
  own: OwnSheet,
  located: LocatedTable,
  communes: readonly UnitVersion[],
): readonly SlotOfUnit[] =>
  slotsOf(own, located).slots.flatMap((slot) => {
    const unit = slot.text === '' ? undefined : exactMatch(findByName(communes, slot.text));
    return unit === undefined ? [] : [{ own, located, slot, unit }];
  });
