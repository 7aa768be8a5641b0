/** "Xã:" or "Đơn vị báo cáo:" with the name in the next cell, where there is one yet. */
import type { RawCell, UnitVersion } from '../../model.js';
import type { SheetGrid } from '../../submission/layout/sheet-grid.js';
import type { CellPlace } from '../../submission/layout/value-column.js';
import { isBlankText } from '../../submission/own-form/form-slots.js';
import { findByName } from '../../units/names/find-by-name.js';
import { unitFullName } from '../../units/names/unit-name.js';

const LABEL_ALONE =
  /^\s*(?:(?:tên )?(?:đơn vị|địa phương)(?: báo cáo| gửi)?|(?:tên )?(?<kinds>(?:xã|phường|thị trấn|đặc khu)(?:\s*[,/]\s*(?:xã|phường|thị trấn|đặc khu)){0,3}))\s*:\s*$/iu;

/** The kinds of units that a label says which has its value in the next cell; undefined for every other text. */
const kindsOf = (raw: string): string | undefined => {
  const found = LABEL_ALONE.exec(raw.normalize('NFC'));
  return found === null ? undefined : (found.groups?.['kinds'] ?? '').toLowerCase();
};

export const isLabelAlone = (raw: string): boolean => kindsOf(raw) !== undefined;

/**
 * The name of the unit for the cell beside the label: it takes the place of dots, of nothing, and of the name of a
 * commune that the form was taken from. Undefined where something else stands there, or the unit itself.
 */
export function nameBeside(
  grid: SheetGrid,
  label: RawCell,
  unit: UnitVersion,
  takenFrom: readonly UnitVersion[],
): (CellPlace & { readonly text: string }) | undefined {
  const kinds = kindsOf(label.raw);
  if (kinds === undefined || (kinds !== '' && unit.level !== 'commune')) return undefined;
  const { row } = label;
  const column = (grid.mergeOver(row, label.column)?.right ?? label.column) + 1;
  const beside = grid.at(row, column);
  const said = beside?.raw ?? '';
  const isOthers = takenFrom.some((one) => findByName([one], said).kind === 'exact');
  const isOwn = findByName([unit], said).kind === 'exact';
  if (beside?.formula === true || isOwn || (!isBlankText(said) && !isOthers)) return undefined;
  const text = kinds === unit.type ? unit.name : unitFullName(unit);
  return {
    row,
    column,
    text: said !== '' && said === said.toUpperCase() && isOthers ? text.toUpperCase() : text,
  };
}
