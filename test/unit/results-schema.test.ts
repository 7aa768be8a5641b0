/** The schema of results.json: as strict as the type, and telling every fault with its place. */
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import type { ResultsDocument } from '../../src/model.js';
import { parseResults, resultsJsonSchema, type resultsSchema } from '../../src/results-schema.js';
import { resultsJson } from '../../src/writers/json.js';
import { sampleResults } from '../support/sample-results.js';

const SAMPLE_RESULTS = sampleResults();

/** Every property present and writable, so that an optional one missing on either side is seen. */
type Whole<T> = T extends string | number | boolean | null | undefined
  ? T
  : { -readonly [Key in keyof T]-?: Whole<T[Key]> };

const copy = (): Record<string, unknown> =>
  JSON.parse(new TextDecoder().decode(resultsJson(SAMPLE_RESULTS))) as Record<string, unknown>;

describe('parseResults', () => {
  it('is the type, property by property', () => {
    expectTypeOf<Whole<z.infer<typeof resultsSchema>>>().toEqualTypeOf<Whole<ResultsDocument>>();
  });

  it('gives back what was written', () => {
    expect(parseResults(copy())).toEqual({ results: SAMPLE_RESULTS, issues: [] });
  });

  it('refuses unknown keys, other schemas, unsafe and broken figures, and names each place', () => {
    const wrong = {
      ...copy(),
      schema: 'tdkvh/results@2',
      surplus: 1,
      decimals: 2 ** 60,
      units: [{ code: 5 }],
    };
    const { results, issues } = parseResults(wrong);
    expect(results).toBeUndefined();
    const paths = issues.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['schema', 'decimals', 'units.0.code', 'units.0.name', '']));
    expect(issues.find(({ path }) => path === '')?.message).toContain('surplus');
  });

  it.each([undefined, null, [], 'text', 5])('refuses %j', (value) => {
    expect(parseResults(value).issues.length).toBeGreaterThan(0);
  });
});

describe('resultsJsonSchema', () => {
  it('is closed and demands what the type demands', () => {
    const schema = resultsJsonSchema();
    expect(schema['additionalProperties']).toBe(false);
    expect(schema['required']).toContain('conservation');
    expect(schema['required']).not.toContain('dataAsOf');
    expect(JSON.stringify(schema)).not.toContain('"$ref":"#/definitions');
  });
});
