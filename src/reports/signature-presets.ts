/** Who issues and who signs, by kind of report, as data (signatures.yaml). */
import { z } from 'zod';
import { text } from '../admission/data-values.js';
import { phrase } from './phrase-schema.js';

const presetSchema = z.strictObject({
  /** "BC-BCĐ", after the number. */
  symbol: text,
  agency: phrase,
  /** The agency inside a sentence; its configured name when absent. */
  issuer: z.exactOptional(phrase),
  authority: z.exactOptional(text),
  post: text,
  onBehalf: z.exactOptional(text),
  governmentPost: z.exactOptional(phrase),
  recipients: z.array(phrase).default([]),
});

export type PresetSignature = Readonly<z.infer<typeof presetSchema>>;

/** Shape of signatures.yaml. */
export const signaturesSchema = z.strictObject({
  presets: z.strictObject({
    'BC-BCD': presetSchema,
    'BC-UBND': presetSchema,
    'BC-PHONG': presetSchema,
    'BC-SO': presetSchema,
  }),
  /** Party committee of a unit, by its type. */
  party: z.record(z.string(), text).default({}),
});

export type Signatures = Readonly<z.infer<typeof signaturesSchema>>;
