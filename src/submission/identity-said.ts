/** What Thông tin says of the sender, field by field, each looked up once. */
import type { CriteriaSet, FieldDefinition, FieldId, FormDefinition, SourceRef } from '../model.js';
import { cellAddress } from '../values/cell-address.js';
import { cleanText } from '../values/vietnamese-text.js';
import { fieldsEnteredOn } from './layout/fields-of-form.js';
import type { FoundForm } from './layout/form-sheets.js';
import type { FormIdentity } from './layout/identity-sheet.js';
import { locatePairs } from './layout/locate-pairs.js';
import { gridOf } from './layout/sheet-grid.js';
import type { Said } from './sender/attribute-sender.js';

/** The text of a field as typed, with its cell; undefined when the cell is blank or not there. */
export function identitySaid(
  info: FoundForm | undefined,
  at: SourceRef,
  set: CriteriaSet,
  identity: FormIdentity | undefined,
): (field: FieldId) => Said | undefined {
  const known = new Map<FieldId, Said | undefined>();
  return (field) => {
    if (info === undefined) return undefined;
    if (!known.has(field)) known.set(field, saidOf(info, field, at, set, identity));
    return known.get(field);
  };
}

function saidOf(
  info: FoundForm,
  field: FieldId,
  where: SourceRef,
  set: CriteriaSet,
  identity: FormIdentity | undefined,
): Said | undefined {
  const fields = fieldAlone(set, info.form, field);
  const grid = gridOf(info.sheet);
  const at = locatePairs(grid, fields, identity?.places.get(info.sheet.name) ?? new Map()).get(field);
  const cell = at === undefined ? undefined : grid.at(at.row, at.column);
  const text = cleanText(cell?.raw ?? '');
  return at === undefined || text === ''
    ? undefined
    : { text, at: { ...where, cell: cellAddress(at.row, at.column) } };
}

const alone = new WeakMap<readonly FieldDefinition[], Map<FieldId, readonly FieldDefinition[]>>();

/** The list of one field: the same list for every file, so that its labels are folded once. */
function fieldAlone(set: CriteriaSet, form: FormDefinition, field: FieldId): readonly FieldDefinition[] {
  const fields = fieldsEnteredOn(set, form);
  const known = alone.get(fields) ?? new Map<FieldId, readonly FieldDefinition[]>();
  alone.set(fields, known);
  const list = known.get(field) ?? fields.filter(({ id }) => id === field);
  known.set(field, list);
  return list;
}
