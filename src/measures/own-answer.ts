/** What a unit says of itself (Thông tin) where the list of units says nothing: its area class, region and the like. */
import type { FieldDefinition, UnitSubmission } from '../model.js';

export function ownAnswer(
  submission: Pick<UnitSubmission, 'tables'> | undefined,
  field: Pick<FieldDefinition, 'id' | 'form'> | undefined,
): string | undefined {
  const column = field === undefined ? undefined : submission?.tables.get(field.form)?.columns.get(field.id);
  return column?.states[0] === 'value' ? column.texts[0] : undefined;
}
