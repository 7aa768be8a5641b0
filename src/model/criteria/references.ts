/** Keys of entries that name a field or a form; what the field must be able to give is read from these marks. */
import { z } from 'zod';
import { identifier } from './shapes.js';

/** `bieu-01`, `thong-tin`. */
export type FormId = string;
export type FieldId = string;

export interface ReferenceMark {
  readonly to: 'field' | 'form';
  readonly wants: 'number' | 'anything';
  /** Keys beside it that hold answers the field must know; where one is given, answers are wanted. */
  readonly answersIn?: readonly string[];
  /** Key beside it that is compared with the figure; where it is given, a number is wanted. */
  readonly comparedWith?: string;
}

export const REFERENCE_MARKS = z.registry<ReferenceMark>();

const marked = (mark: ReferenceMark) => identifier.clone().register(REFERENCE_MARKS, mark);

export const formId = marked({ to: 'form', wants: 'anything' });
export const anyField = marked({ to: 'field', wants: 'anything' });
export const numberField = marked({ to: 'field', wants: 'number' });
/** The field whose answers stand in the keys beside it. */
export const answeringField = (...answersIn: readonly string[]) =>
  marked({ to: 'field', wants: 'anything', answersIn });
/** The field of a condition: what it must give follows from what is asked of it. */
export const conditionField = marked({
  to: 'field',
  wants: 'anything',
  answersIn: ['in'],
  comparedWith: 'moreThan',
});

export const anyFields = z.array(anyField).min(1);
export const numberFields = z.array(numberField).min(1);
export const answers = z.array(identifier).min(1);
