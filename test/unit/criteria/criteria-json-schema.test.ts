/** The JSON Schema for editors: accepts the bundled files, refuses what admission refuses in one file. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { criteriaJsonSchema } from '../../../src/criteria/criteria-json-schema.js';
import { asOneFile } from '../../../src/criteria/set-parts.js';
import { bundledFile, child, smallFile } from './sample-files.js';

// zod reads JSON Schema back, but no if/then/else: the two branches are tried one by one.
const schema = criteriaJsonSchema();
const branch = (key: 'then' | 'else') =>
  z.fromJSONSchema(schema[key] as Parameters<typeof z.fromJSONSchema>[0]);
const [extending, alone] = [branch('then'), branch('else')];

describe('criteria JSON Schema', () => {
  it('turns on whether a file extends another', () => {
    expect(schema).toMatchObject({
      if: { anyOf: [{ required: ['extends'] }, { required: ['includes'] }] },
      $schema: expect.stringContaining('json-schema.org') as string,
    });
  });

  it('accepts the bundled files and a partial entry of a province', () => {
    expect(extending.safeParse(asOneFile(bundledFile('nd86-2023')).value).success).toBe(true);
    expect(extending.safeParse(asOneFile(bundledFile('nd122-2018')).value).success).toBe(true);
    const partial = child('rules: [{ id: within, trial: null }]\nfields: [{ id: homes, after: titled }]\n');
    expect(extending.safeParse(partial.value).success).toBe(true);
  });

  it('refuses unknown keys and wrong values', () => {
    const wrong = (from: string, to: string) =>
      alone.safeParse(smallFile((text) => text.replace(from, to)).value).success;
    expect(wrong('Bộ thử', 'Bộ thử 2')).toBe(true);
    expect(wrong('severity: error', 'severity: heavy')).toBe(false);
    expect(wrong('level: both', 'level: both\n    severty: x')).toBe(false);
    expect(wrong('formVersion:', 'colour: red\nformVersion:')).toBe(false);
  });
});
