/** Shape of indicators and their terms in a criteria file. */
import { z } from 'zod';
import type { IndicatorDefinition, RowFilter, Term } from '../model.js';
import { identifier, text } from './form-schema.js';

const rowFilter: z.ZodType<RowFilter> = z.strictObject({ field: identifier, in: z.array(identifier).min(1) });
const where = z.exactOptional(rowFilter);

export const termSchema: z.ZodType<Term> = z.union([
  z.strictObject({ sum: z.union([identifier, z.array(identifier).min(1)]), where }),
  z.strictObject({ count: identifier, in: z.array(identifier).min(1), where }),
  z.strictObject({ positive: identifier, where }),
  z.strictObject({ rows: identifier, where }),
  z.strictObject({ units: z.literal('all') }),
  z.strictObject({ units: z.literal('positive'), field: identifier }),
  z.strictObject({ units: z.literal('in'), field: identifier, in: z.array(identifier).min(1) }),
  z.strictObject({ units: z.literal('withRows'), form: identifier }),
]);

export const indicatorSchema: z.ZodType<IndicatorDefinition> = z.strictObject({
  id: identifier,
  topic: z.exactOptional(identifier),
  label: text,
  unit: text,
  numerator: termSchema,
  denominator: z.exactOptional(termSchema),
  baseLabel: z.exactOptional(text),
  headline: z.boolean(),
  pending: z.exactOptional(termSchema),
  noRateWhilePending: z.exactOptional(z.boolean()),
  fallbackBase: z.exactOptional(z.literal('households')),
  basis: text,
  confirmed: z.boolean(),
});
