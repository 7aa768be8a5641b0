/** A measured indicator of one node of the tree. Counts only: a rate is derived when shown. */
import { z } from 'zod';
import type { Immutable } from '../../values/immutable.js';
import { cellState, count } from './shapes.js';

const fraction = z.tuple([z.int(), z.int()]);

const bounds = z.strictObject({
  low: fraction.describe('Numerator and denominator.'),
  high: fraction.describe('Numerator and denominator.'),
  sources: z
    .array(z.enum(['own', 'households', 'unit']))
    .describe(
      'Where the bases of the missing units come from: their own denominators, households of the unit list, or one for each unit.',
    ),
});
export type BoundsRecord = Immutable<z.infer<typeof bounds>>;

export const measureSchema = z.strictObject({
  n: z.int().describe('Count or numerator, an integer in units of 10^-scale of the indicator.'),
  d: z
    .int()
    .exactOptional()
    .describe('Present for rates: denominator over the same units as `n`, in units of 10^-scale.'),
  reported: count.describe('Units that reported everything the indicator needs.'),
  expected: count.describe('Units due to which it applies.'),
  pending: count
    .exactOptional()
    .describe("Of the numerator's things, how many are still without a decision."),
  missing: z
    .array(z.string())
    .exactOptional()
    .describe('Codes of due units that are not in `n` (missing, excluded, pending), when not all reported.'),
  notApplicable: z
    .array(z.string())
    .exactOptional()
    .describe(
      'Codes of due units to which it does not apply: neither in `n` nor in `expected` nor `missing`.',
    ),
  bounds: bounds.exactOptional().describe('Lowest and highest possible rate of a headline indicator.'),
  state: z
    .enum([...cellState.exclude(['value']).options, 'notReported', 'partlyReported'])
    .exactOptional()
    .describe('Why there is no figure: at a leaf, and where it applies to no unit at all.'),
});
export type MeasureRecord = Immutable<z.infer<typeof measureSchema>>;

/** Indicator id → measure. */
export const measuresSchema = z.record(z.string(), measureSchema);
