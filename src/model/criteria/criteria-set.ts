/** A criteria set: forms, fields, indicators, rules and titles as data. Law lives in `templates/criteria`. */
import { z } from 'zod';
import { fieldSchema, type FieldDefinition } from './field.js';
import { formSchema, type FormDefinition } from './form.js';
import { indicatorSchema, type IndicatorDefinition } from './indicator.js';
import type { OwnForm } from './own-form.js';
import type { RuleDefinition } from './rule.js';
import { basis, identifier, text, type Admitted } from './shapes.js';
import { totalSchema, type TotalDefinition } from './total.js';
import { titleSchema, type TitleDefinition } from './title.js';

const year = z.int().min(1900).max(2999);

/** What a set says of itself, after merging. */
export const headSchema = z.strictObject({
  id: identifier.describe('Mã của bộ tiêu chí, ví dụ nd86-2023.'),
  label: text.describe('Tên của bộ tiêu chí, in trong báo cáo.'),
  formVersion: text.describe('Phiên bản biểu mẫu, in trong trang Thông tin của biểu mẫu.'),
  basis,
  titleYears: z
    .strictObject({
      from: year.describe('Năm đầu tiên.'),
      to: z.exactOptional(year).describe('Năm cuối cùng, tính cả năm đó; bỏ trống là chưa hết hiệu lực.'),
    })
    .describe('Các năm xét danh hiệu mà bộ tiêu chí áp dụng.'),
});

/** The schemas of the lists, except for the rules: their kinds are known to the validation. */
export const LIST_SCHEMAS = {
  forms: formSchema,
  fields: fieldSchema,
  indicators: indicatorSchema,
  totals: totalSchema,
  titles: titleSchema,
} as const;

export interface CriteriaSet extends Admitted<typeof headSchema> {
  /** Hash of the files the set was admitted from, when the caller gave one. */
  readonly sha256?: string;
  readonly forms: readonly FormDefinition[];
  readonly fields: readonly FieldDefinition[];
  readonly indicators: readonly IndicatorDefinition[];
  /** Numbers of rows that own forms may ask for at once. */
  readonly totals: readonly TotalDefinition[];
  readonly rules: readonly RuleDefinition[];
  readonly titles: readonly TitleDefinition[];
  /** Sets it extends that are for titles of the same years, nearest first: their forms are read too. */
  readonly ancestors?: readonly AncestorSet[];
  /** Fields left out because nobody is asked for them in the period (`setInPeriod`); forms may hold them all the same. */
  readonly notInPeriod?: readonly FieldDefinition[];
  /** Forms of the office's own, and the set as it is without them. */
  readonly own?: {
    readonly forms: readonly OwnForm[];
    /** Forms of a level above, to be filled with results: nothing is read by them. */
    readonly summaries: readonly OwnForm[];
    readonly base: CriteriaSet;
  };
}

/** What is known of a set from the forms made for it. */
export type AncestorSet = Pick<CriteriaSet, 'id' | 'formVersion' | 'forms' | 'fields' | 'indicators'>;
