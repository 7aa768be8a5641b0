/** Schema of a finding inside results.json. */
import { z } from 'zod';

const place = z.strictObject({
  file: z.string(),
  sheet: z.string().exactOptional(),
  cell: z.string().exactOptional(),
});

export const findingSchema = z.strictObject({
  id: z.string(),
  code: z.string(),
  number: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  trial: z.boolean().exactOptional(),
  accepted: z.strictObject({ reason: z.string(), person: z.string(), date: z.string() }).exactOptional(),
  unit: z.string().exactOptional(),
  period: z.string().exactOptional(),
  form: z.string().exactOptional(),
  rule: z.string().exactOptional(),
  rowKey: z.string().exactOptional(),
  fields: z.array(z.string()).exactOptional(),
  at: place,
  related: z.array(place).exactOptional(),
  actual: z.string().exactOptional(),
  expected: z.array(z.string()).exactOptional(),
  message: z.string(),
  hint: z.string().exactOptional(),
  basis: z.string().exactOptional(),
});
