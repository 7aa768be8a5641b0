/** A field that may stand in two forms (“enterAt: either”): what its second place says counts without the first. */
import type { FieldDefinition, UnitSubmission } from '../model.js';

/** Something stands there, if only that it does not apply. */
export const isGivenInSecondPlace = ({ id, alsoIn }: FieldDefinition, { tables }: UnitSubmission): boolean =>
  alsoIn !== undefined &&
  tables
    .get(alsoIn.form)
    ?.columns.get(id)
    ?.states.some((state) => state !== 'missing') === true;
