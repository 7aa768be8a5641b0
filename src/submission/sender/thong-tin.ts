/** Texts of the sheet Thông tin that are needed before the forms can be read: unit, period, Lần nộp. */
import { cellAddress } from '../../values/cell-address.js';
import type { CriteriaSet } from '../../model.js';
import { fieldsEnteredOn } from '../layout/fields-of-form.js';
import type { FoundForm } from '../layout/form-sheets.js';
import type { FormIdentity } from '../layout/identity-sheet.js';
import { locatePairs } from '../layout/locate-pairs.js';
import { gridOf } from '../layout/sheet-grid.js';
import { cleanText } from '../../values/vietnamese-text.js';

/** The text of one field as typed; undefined when its cell is blank or not there. */
export function sheetText(
  info: FoundForm,
  field: string,
  set: CriteriaSet,
  identity: FormIdentity | undefined,
): { readonly text: string; readonly cell: string } | undefined {
  const fields = fieldsEnteredOn(set, info.form).filter(({ id }) => id === field);
  const grid = gridOf(info.sheet);
  const at = locatePairs(grid, fields, identity?.places.get(info.sheet.name) ?? new Map()).get(field);
  const cell = at === undefined ? undefined : grid.at(at.row, at.column);
  const text = cleanText(cell?.raw ?? '');
  return at === undefined || text === '' ? undefined : { text, cell: cellAddress(at.row, at.column) };
}
