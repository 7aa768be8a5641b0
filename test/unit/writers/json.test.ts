/** results.json and findings.json: one order of keys whatever the order of making, and no figure changed. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { findingsJson, jsonBytes, resultsJson } from '../../../src/writers/json.js';
import { sampleResults } from '../../support/sample-results.js';

const SAMPLE_RESULTS = sampleResults();

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** The same value with the keys of every object made in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, each]) => [key, reversed(each)]),
  );
}

describe('jsonBytes', () => {
  it('reads back as what was written, for any value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        expect(JSON.parse(textOf(jsonBytes(value)))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('does not depend on the order of keys, puts the schema first, and ends with a line end', () => {
    const text = textOf(resultsJson(SAMPLE_RESULTS));
    expect(textOf(jsonBytes(reversed(SAMPLE_RESULTS)))).toBe(text);
    expect(text.startsWith('{\n  "schema":"tdkvh/results@1",\n')).toBe(true);
    expect(text.endsWith('}\n')).toBe(true);
    expect(text).not.toContain('\r');
    expect(JSON.parse(text)).toEqual(SAMPLE_RESULTS);
  });

  it('drops what is undefined and refuses what is no figure', () => {
    expect(textOf(jsonBytes({ a: undefined, b: 1 }))).toBe('{\n  "b":1\n}\n');
    expect(() => jsonBytes({ a: NaN })).toThrow(TypeError);
  });
});

describe('findingsJson', () => {
  it('carries its schema', () => {
    expect(JSON.parse(textOf(findingsJson([], '2024')))).toEqual({
      schema: 'tdkvh/findings@1',
      period: '2024',
      findings: [],
    });
  });
});

describe('keys of many records', () => {
  it('are told apart when one holds a line end', () => {
    const values = [
      { b: 1, a: 2 },
      { 'b\na': 3 },
      { 'a\nb': 4, c: 5 },
      { a: 6, 'b\nc': 7 },
      { a: 1, b: 2, c: 3 },
    ];
    expect(JSON.parse(textOf(jsonBytes(values)))).toEqual(values);
  });

  it('stand in their order whatever records came before', () => {
    fc.assert(
      fc.property(fc.array(fc.dictionary(fc.string({ maxLength: 3 }), fc.integer())), (values) => {
        const lines = values.map((value) => textOf(jsonBytes([value])));
        expect(lines.map((line) => JSON.parse(line))).toEqual([...values].map((value) => [value]));
        expect(values.map((value) => textOf(jsonBytes([reversed(value)])))).toEqual(lines);
      }),
    );
  });
});
