/** Which fields of a table add up over its rows. */
import type { FieldDefinition } from '../../model.js';
import { isQuantity } from '../../measures/field-types.js';

export const addsUp = (field: FieldDefinition): boolean => isQuantity(field) && field.aggregation === 'sum';
