/** Fields that apply only to some answers of another field of the row: a blank elsewhere is "not applicable", not missing. */
import type { CellState, FieldDefinition, FieldId } from '../../model.js';

interface Answers {
  readonly states: CellState[];
  readonly texts: readonly (string | undefined)[];
}

/** Marks such blanks in place; a row whose deciding field is itself unknown stays missing. */
export function markNotApplicable(
  fields: readonly FieldDefinition[],
  columns: ReadonlyMap<FieldId, Answers>,
): void {
  for (const { id, appliesWhen } of fields) {
    const column = columns.get(id);
    const deciding = appliesWhen === undefined ? undefined : columns.get(appliesWhen.field);
    if (appliesWhen === undefined || column === undefined || deciding === undefined) continue;
    column.states.forEach((state, row) => {
      const answer = deciding.states[row] === 'value' ? deciding.texts[row] : undefined;
      if (state === 'missing' && answer !== undefined && !appliesWhen.in.includes(answer))
        column.states[row] = 'notApplicable';
    });
  }
}
