/** Shape of forms and fields in a criteria file; every key known, every value of its type (../model/criteria.ts). */
import { z } from 'zod';
import type { ChoiceDefinition, FieldDefinition, FormDefinition, Marks } from '../model.js';

export const text = z.string().trim().min(1);
/** Ids are ASCII words: they become column names and keys of results.json. */
export const identifier = z.string().regex(/^[A-Za-z][A-Za-z0-9-]*$/u);
export const isoDate = z.iso.date();
export const periodKind = z.enum(['registration', 'H1', 'year']);

const groupSchema = z.strictObject({ id: identifier, label: text });

export const formSchema: z.ZodType<FormDefinition> = z.strictObject({
  id: identifier,
  sheet: text.max(31),
  sheetAliases: z.exactOptional(z.array(text)),
  title: text,
  shape: z.enum(['table', 'list', 'pairs', 'criteria']),
  sender: z.enum(['commune', 'upper', 'agency']),
  rowKey: z.exactOptional(z.array(identifier)),
  totalLabel: z.exactOptional(text),
  emptyMeansNone: z.exactOptional(z.boolean()),
  rowUnit: z.exactOptional(text),
  groups: z.array(groupSchema),
  title_of: z.exactOptional(identifier),
  note: z.exactOptional(text),
});

const marksSchema: z.ZodType<Marks> = z.strictObject({
  dash: z.exactOptional(z.enum(['zero', 'missing', 'notApplicable'])),
  ellipsis: z.exactOptional(z.literal('missing')),
  x: z.exactOptional(z.literal('notApplicable')),
  none: z.exactOptional(z.literal('zero')),
  pending: z.exactOptional(z.boolean()),
  tick: z.exactOptional(z.boolean()),
});

const choiceSchema: z.ZodType<ChoiceDefinition> = z.strictObject({
  id: identifier,
  label: text,
  aliases: z.exactOptional(z.array(text)),
});

export const FIELD_TYPES = ['count', 'amount', 'percent', 'choice', 'yesNo', 'text', 'date'] as const;

const fieldObject = z.strictObject({
  id: identifier,
  form: identifier,
  alsoIn: z.exactOptional(
    z.strictObject({ form: identifier, code: text, group: z.exactOptional(identifier) }),
  ),
  code: z.exactOptional(text),
  group: z.exactOptional(identifier),
  label: text,
  aliases: z.exactOptional(z.array(text)),
  unit: z.exactOptional(text),
  type: z.enum(FIELD_TYPES),
  scale: z.int().min(0).max(6),
  aggregation: z.enum(['sum', 'countOf', 'none']),
  /** `assessment`, `decision`, `year`, or a day of the year MM-DD. */
  asOf: z.exactOptional(
    z.string().regex(/^(?:assessment|decision|year|(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))$/u),
  ),
  requiredIn: z.array(periodKind),
  enterAt: z.enum(['area', 'commune', 'either', 'upper', 'agency']),
  core: z.boolean(),
  marks: marksSchema,
  choices: z.exactOptional(z.array(choiceSchema).min(1)),
  appliesWhen: z.exactOptional(z.strictObject({ field: identifier, in: z.array(identifier).min(1) })),
  extension: z.exactOptional(identifier),
  instruction: z.exactOptional(text),
  basis: text,
  confirmed: z.boolean(),
});
export const fieldSchema: z.ZodType<FieldDefinition> = fieldObject;

/** Properties that fields of a type or a form share unless they say otherwise. */
export const fieldDefaultsSchema = fieldObject.omit({ id: true, form: true, label: true }).partial();
