/** Which fields of a table add up over its rows. */
import type { FieldDefinition } from '../../model.js';

/** In a totals row only figures count; its words ("Tổng cộng", a count of ticks) are no answers. */
export const isFigure = (field: FieldDefinition): boolean =>
  field.type === 'count' || field.type === 'amount';

export const addsUp = (field: FieldDefinition): boolean => isFigure(field) && field.aggregation === 'sum';
