/** Schema of the measures of one unit: indicator id → counts with coverage. */
import { z } from 'zod';

const fraction = z.tuple([z.int(), z.int()]);

export const measureSchema = z.strictObject({
  n: z.int(),
  d: z.int().exactOptional(),
  reported: z.int().min(0),
  expected: z.int().min(0),
  pending: z.int().min(0).exactOptional(),
  missing: z.array(z.string()).exactOptional(),
  bounds: z
    .strictObject({ low: fraction, high: fraction, sources: z.array(z.enum(['own', 'households'])) })
    .exactOptional(),
  state: z
    .enum(['missing', 'notApplicable', 'pending', 'excluded', 'notReported', 'partlyReported'])
    .exactOptional(),
});

export const measuresSchema = z.record(z.string(), measureSchema);
