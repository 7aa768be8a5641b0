/** Schema of what results.json keeps of the configuration: the letter's settings and the targets. */
import { z } from 'zod';

const customSignature = z.strictObject({
  authority: z.string().exactOptional(),
  post: z.string(),
  onBehalf: z.string().exactOptional(),
});

export const reportSettingsSchema = z.strictObject({
  outline: z.enum(['local', 'ministry']),
  superior: z.string().exactOptional(),
  agency: z.string().exactOptional(),
  signature: z.union([z.enum(['BC-BCD', 'BC-UBND', 'BC-PHONG', 'BC-SO']), customSignature]),
  number: z.string().exactOptional(),
  place: z.string().exactOptional(),
  date: z.string().exactOptional(),
  to: z.array(z.string()),
  recipients: z.array(z.string()),
  signer: z.string().exactOptional(),
  governmentPost: z.string().exactOptional(),
  leadingZero: z.boolean().exactOptional(),
  margins: z
    .strictObject({ top: z.number(), bottom: z.number(), left: z.number(), right: z.number() })
    .exactOptional(),
  annexes: z.array(z.string()),
});

export const targetSchema = z.strictObject({
  indicator: z.string(),
  scope: z.string(),
  period: z.string(),
  comparator: z.enum(['at_least', 'at_most', 'keep']),
  value: z.string(),
  kind: z.enum(['rate', 'count']),
  source: z.string().exactOptional(),
});
