/** The JSON Schema for editors: accepts the bundled files, refuses what admission refuses in one file, says what each key means. */
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { criteriaJsonSchema } from '../../../src/criteria/criteria-json-schema.js';
import { RULE_SCHEMA } from '../../../src/validation/rules.js';
import { bundledFile, child, criteriaFile, smallFile } from './sample-files.js';

const schema = criteriaJsonSchema(RULE_SCHEMA);
const check = new Ajv({ allErrors: true, strict: false, formats: { date: /^\d{4}-\d\d-\d\d$/u } }).compile(
  schema,
);
const faults = (value: unknown): readonly string[] =>
  check(value) === true
    ? []
    : (check.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);

describe('criteria JSON Schema', () => {
  it('accepts the bundled files and a partial entry of a province', () => {
    for (const { value, included = [] } of [bundledFile('nd86-2023'), bundledFile('nd122-2018')]) {
      expect(faults(value)).toEqual([]);
      for (const file of included) expect(faults(file.value), file.file).toEqual([]);
    }
    expect(faults(smallFile().value)).toEqual([]);
    const partial = child('rules: [{ id: within, trial: null }]\nfields: [{ id: homes, after: titled }]\n');
    expect(faults(partial.value)).toEqual([]);
  });

  it('accepts a file of entries that another includes, but not what only the main file says', () => {
    const part = (text: string) => faults(criteriaFile(text, 'part.yaml').value);
    expect(part('rules: [{ id: within, trial: true }]')).toEqual([]);
    expect(part('label: Bộ thử')).not.toEqual([]);
    expect(part('extends: nd86-2023')).not.toEqual([]);
  });

  it('refuses unknown keys, wrong values and what is missing', () => {
    const wrong = (from: string, to: string) =>
      faults(smallFile((text) => text.replace(from, to)).value).length > 0;
    expect(wrong('Bộ thử', 'Bộ thử 2')).toBe(false);
    expect(wrong('severity: error', 'severity: heavy')).toBe(true);
    expect(wrong('level: both', 'level: both\n    severty: x')).toBe(true);
    expect(wrong('formVersion:', 'colour: red\nformVersion:')).toBe(true);
    expect(wrong('    whole: homes\n', '')).toBe(true);
    expect(wrong('    whole: homes\n', '    whole: null\n')).toBe(true);
    expect(wrong('kind: partOfWhole', 'kind: partOfHole')).toBe(true);
    // A key of another kind.
    expect(wrong('level: both', 'level: both\n    percent: 15')).toBe(true);
    expect(wrong('type: count, ', '')).toBe(true);
  });

  it('says of every key what it means', () => {
    const silent = [...propertiesIn(schema)].flatMap(([path, property]) =>
      typeof property['description'] === 'string' || conditionOnly(path) ? [] : [path],
    );
    expect(silent).toEqual([]);
  });

  it('is small enough for editors: what entries share stands once, so that a kind of rule adds little', () => {
    expect(Buffer.byteLength(JSON.stringify(schema)) / RULE_SCHEMA.shapes.size).toBeLessThan(3_500);
  });
});

type Keys = Readonly<Record<string, unknown>>;
const isKeys = (value: unknown): value is Keys => typeof value === 'object' && value !== null;

/** Conditions and demands on top speak of keys that were described where they stand. */
const conditionOnly = (path: string): boolean => /\/(?:if|then|else)\//u.test(path);

/** Every property that the schema speaks of, by its path. */
function* propertiesIn(value: unknown, path = ''): Iterable<readonly [string, Keys]> {
  if (!isKeys(value)) return;
  const { properties } = value;
  if (!Array.isArray(value) && isKeys(properties)) {
    for (const [key, property] of Object.entries(properties)) {
      yield [`${path}/${key}`, isKeys(property) ? property : {}];
    }
  }
  for (const [key, inner] of Object.entries(value)) yield* propertiesIn(inner, `${path}/${key}`);
}
