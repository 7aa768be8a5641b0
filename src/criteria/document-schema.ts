/** Shape of one criteria file before it is merged with the files it extends. */
import { z } from 'zod';
import { fieldDefaultsSchema, formSchema, fieldSchema, identifier, text } from './form-schema.js';
import { indicatorSchema } from './indicator-schema.js';
import { ruleSchema } from './rule-schema.js';
import { titleSchema } from './title-schema.js';

export const CRITERIA_SCHEMA = 'tdkvh/criteria@1';

/** The lists of a set, in the order in which they depend on one another. */
export const LISTS = ['forms', 'fields', 'indicators', 'rules', 'titles'] as const;
export type ListName = (typeof LISTS)[number];

export const ENTRY_SCHEMAS = {
  forms: formSchema,
  fields: fieldSchema,
  indicators: indicatorSchema,
  rules: ruleSchema,
  titles: titleSchema,
} as const;

const year = z.int().min(1900).max(2999);
const headShape = {
  label: text,
  formVersion: text,
  basis: text,
  titleYears: z.strictObject({ from: year, to: z.exactOptional(year) }),
};

/** What a set says of itself, after merging. */
export const headSchema = z.strictObject({ id: identifier, ...headShape });

const idList = z.exactOptional(z.array(identifier));
const contentShape = {
  /** Files that hold the rest of the set, read in this order; paths start at this file's folder and stay in it. */
  includes: z.exactOptional(z.array(text)),
  /** Properties fields share by type or by form, unless they say otherwise. */
  defaults: z.exactOptional(
    z.strictObject({
      byType: z.exactOptional(z.record(identifier, fieldDefaultsSchema)),
      byForm: z.exactOptional(z.record(identifier, fieldDefaultsSchema)),
    }),
  ),
  /** Entries of the base that do not hold here. */
  remove: z.exactOptional(
    z.strictObject({ forms: idList, fields: idList, indicators: idList, rules: idList, titles: idList }),
  ),
  /** Extension groups switched on. */
  enable: idList,
};
const ownShape = {
  schema: z.literal(CRITERIA_SCHEMA),
  id: identifier,
  /** Id of a bundled set, or path of the file or folder this one extends. */
  extends: z.exactOptional(text),
  ...contentShape,
};

/** An entry is admitted when merged; here it only needs its id. `after` places it, null takes a key away. */
const entries = z.exactOptional(
  z.array(z.looseObject({ id: identifier, after: z.exactOptional(identifier) })),
);

const lists = { forms: entries, fields: entries, indicators: entries, rules: entries, titles: entries };

export const documentSchema = z.strictObject({
  ...ownShape,
  ...z.object(headShape).partial().shape,
  ...lists,
});

/** A file that another includes: what it says of the whole set would stand in the main file. */
export const partSchema = z.strictObject({ ...contentShape, ...lists });

/** A file that extends nothing, with whole entries; for the JSON Schema of editors. */
export const wholeDocumentSchema = z.strictObject({
  ...ownShape,
  ...headShape,
  forms: z.array(formSchema),
  fields: z.array(fieldSchema),
  indicators: z.array(indicatorSchema),
  rules: z.array(ruleSchema),
  titles: z.array(titleSchema),
});
