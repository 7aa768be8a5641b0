/** results.json at the door: closed, telling the first fault with its place, and describing every key for others. */
import { describe, expect, it } from 'vitest';
import { resultsSchema } from '../../../src/model/results/document.js';
import { readResultsJson } from '../../../src/readers/results/results-json.js';
import { resultsJson } from '../../../src/writers/json.js';
import { gapsOf, type JsonSchema } from '../../support/schema-gaps.js';
import { sampleResults } from '../../support/sample-results.js';

const SAMPLE_RESULTS = sampleResults();

const changed = (change: Record<string, unknown>) => {
  const written = JSON.parse(new TextDecoder().decode(resultsJson(SAMPLE_RESULTS))) as object;
  return readResultsJson(new TextEncoder().encode(JSON.stringify({ ...written, ...change })));
};

describe('readResultsJson', () => {
  it('gives back what was written', () => {
    expect(changed({})).toEqual({ kind: 'results', results: SAMPLE_RESULTS });
  });

  it('refuses unknown keys, unsafe and broken figures, and names the first place', () => {
    expect(changed({ surplus: 1 })).toEqual({ kind: 'malformed', count: 1, place: '' });
    expect(changed({ decimals: 2 ** 60 })).toMatchObject({ kind: 'malformed', place: 'decimals' });
    expect(changed({ units: [{ code: 5 }] })).toMatchObject({ kind: 'malformed', place: 'units.0.code' });
  });

  it('says what another document says of itself', () => {
    const expected = 'tdkvh/results@1';
    expect(changed({ schema: 'tdkvh/results@2' })).toEqual({
      kind: 'other-schema',
      actual: 'tdkvh/results@2',
      expected,
    });
    for (const text of ['null', '[]', '"text"', '5'])
      expect(readResultsJson(new TextEncoder().encode(text))).toEqual({
        kind: 'other-schema',
        actual: '—',
        expected,
      });
    expect(readResultsJson(new Uint8Array([0xff]))).toEqual({ kind: 'not-json' });
  });
});

describe('the JSON Schema of results.json', () => {
  const schema = resultsSchema.toJSONSchema() as JsonSchema;

  it('says what every key means and lets no other through', () => {
    expect(gapsOf(schema)).toEqual([]);
  });

  it('demands what must be there', () => {
    expect(schema.required).toContain('conservation');
    expect(schema.required).not.toContain('dataAsOf');
  });
});
