/** Every key of a file that an office writes or may replace says what it means where its shape is declared. */
import { z } from 'zod';
import { expect, it } from 'vitest';
import { annexDataSchema } from '../../../src/reports/wording/annex-declarations.js';
import { outlineSchema } from '../../../src/reports/wording/outline.js';
import { signaturesSchema } from '../../../src/reports/wording/signature-presets.js';
import { wordsSchema } from '../../../src/verification/words/words-schema.js';
import { configurationSchema } from '../../../src/workspace/configuration-schema.js';
import { catalogueSchema } from '../../../src/writers/docx-template/catalogue.js';
import { gapsOf, type JsonSchema } from '../../support/schema-gaps.js';

it.each([
  ['annexes.yaml', annexDataSchema],
  ['outline.yaml', outlineSchema],
  ['signatures.yaml', signaturesSchema],
  ['tags.yaml', catalogueSchema],
  ['tdkvh.yaml', configurationSchema(undefined)],
  ['words.yaml', wordsSchema],
])('%s', (_, schema) => {
  const written = z.toJSONSchema(schema, { io: 'input' }) as JsonSchema;
  expect(Object.keys(written.properties ?? {}).length).toBeGreaterThan(1);
  expect(gapsOf(written)).toEqual([]);
});
