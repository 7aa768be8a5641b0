/** What "x" says in a column of figures of an own form. */
import { isNumeric } from '../../measures/field-types.js';
import type { FieldDefinition } from '../../model.js';
import { without } from '../../values/without.js';

/** Beside the name of an area or a commune it is as often "có" as "không thuộc diện": it is told, and neither of them. */
export const withoutTick = (field: FieldDefinition): FieldDefinition =>
  isNumeric(field) ? { ...field, marks: without(field.marks, ['x']) } : field;
