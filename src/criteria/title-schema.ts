/** Shape of titles, their standards and criteria in a criteria file. */
import { z } from 'zod';
import type { CriterionDefinition, Dated, StandardDefinition, TitleDefinition } from '../model.js';
import { identifier, isoDate, text } from './form-schema.js';

const datedSchema: z.ZodType<Dated> = z.strictObject({
  from: z.exactOptional(isoDate),
  to: z.exactOptional(isoDate),
  text,
  basis: text,
  confirmed: z.boolean(),
});

const areaClass = z.enum(['ordinary', 'difficult', 'centralCity']);
const score = z.number().min(0);

/** Codes of standards and criteria are printed: "I", "II.3". */
const code = z.string().regex(/^[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*$/u);

const criterionSchema: z.ZodType<CriterionDefinition> = z.strictObject({
  id: code,
  text,
  type: z.enum(['bool', 'count', 'rate', 'score']),
  comparator: z.exactOptional(z.enum(['atLeast', 'atMost', 'above', 'below'])),
  threshold: z.exactOptional(z.partialRecord(areaClass, z.number())),
  compareWith: z.exactOptional(z.enum(['constant', 'provinceMean', 'previousYear'])),
  max: z.exactOptional(score),
  appraiser: z.exactOptional(text),
  confirmed: z.boolean(),
});

const standardSchema: z.ZodType<StandardDefinition> = z.strictObject({
  id: code,
  name: text,
  max: z.exactOptional(score),
  combine: z.enum(['all', 'any', 'sum']),
  criteria: z.array(criterionSchema),
  confirmed: z.boolean(),
});

export const titleSchema: z.ZodType<TitleDefinition> = z.strictObject({
  id: identifier,
  level: z.enum(['family', 'area', 'commune', 'agency']),
  labels: z.array(datedSchema).min(1),
  decidedBy: z.array(datedSchema),
  assessmentBefore: z.exactOptional(z.string().regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u)),
  procedure: z.exactOptional(
    z.array(
      z.strictObject({
        text,
        days: z.exactOptional(z.int().min(1)),
        basis: text,
        confirmed: z.boolean(),
      }),
    ),
  ),
  mode: z.enum(['passFail', 'points']),
  minScore: z.exactOptional(z.partialRecord(z.enum(['ordinary', 'difficult', 'centralCity', 'poor']), score)),
  minShareOfStandard: z.exactOptional(z.number().min(0).max(100)),
  quotaPercent: z.exactOptional(z.number().positive().max(100)),
  quotaBase: z.exactOptional(text),
  consecutiveYears: z.exactOptional(z.int().min(1)),
  standards: z.array(standardSchema),
  exclusions: z.array(z.strictObject({ text, basis: text, confirmed: z.boolean() })),
  basis: text,
  confirmed: z.boolean(),
});
