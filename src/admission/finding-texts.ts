/** The shape of templates/findings/*.yaml: what `tdkvh explain` says of each finding of the catalogue. */
import { z } from 'zod';
import { CATALOGUE } from '../findings/catalogue/catalogue.js';

const text = z.string().min(1);

const textSchema = z.strictObject({
  cause: text.describe('Vì sao xảy ra.'),
  example: text.describe('Một ví dụ cụ thể.'),
  remedy: text.describe('Cách sửa.'),
});

/** Why it happens, a worked example, and how to mend it, in Vietnamese. */
export type FindingText = Readonly<z.infer<typeof textSchema>>;

/** The texts of one file, by code. */
export const findingTextsSchema = z.strictObject(
  Object.fromEntries(Object.keys(CATALOGUE).map((code) => [code, z.exactOptional(textSchema)])),
);
