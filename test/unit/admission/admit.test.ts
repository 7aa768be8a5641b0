/** The door of every YAML file: a value, or each fault once, at its line, with the nearest right word. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { admit } from '../../../src/admission/admit.js';
import { withoutBlanks } from '../../../src/admission/schema-keys.js';
import { templateFault } from '../../../src/admission/template-faults.js';
import { readYaml } from '../../../src/readers/yaml-document.js';

const range = z.strictObject({ kind: z.literal('range'), minimum: z.number() });
const choice = z.strictObject({ kind: z.literal('choice'), answers: z.array(z.string()).min(1) });
const schema = z.strictObject({
  level: z.enum(['district', 'province']),
  number: z.exactOptional(z.string()),
  rules: z.array(z.discriminatedUnion('kind', [range, choice])).default([]),
  sums: z
    .array(z.union([z.strictObject({ sum: z.string(), where: z.exactOptional(z.string()) }), z.string()]))
    .default([]),
});

const faults = (text: string): readonly (readonly unknown[])[] => {
  const document = readYaml(text, 'x.yaml');
  const { value, findings } = admit(
    schema,
    { ...document, value: withoutBlanks(schema, document.value) },
    templateFault,
  );
  expect(value === undefined).toBe(findings.length > 0);
  return findings.map(({ code, at, expected }) => [
    code.replace('template/', ''),
    at.cell?.replace(/\D*(\d+)\D+(\d+)/u, '$1:$2'),
    ...(expected ?? []),
  ]);
};

describe('admit', () => {
  it('takes a known key without a value as not given', () => {
    expect(faults('level: district\nnumber:\nrules: []\n')).toEqual([]);
  });

  it('tells an unknown key without a value: a text with a comma outside quotes', () => {
    expect(faults('{ level: district, xin chào }\n')).toEqual([['unknown-key', '1:20']]);
  });

  it('tells all faults of a file, each at its line with the nearest right word', () => {
    expect(
      faults(
        'levle: district\nrules:\n  - { kind: rnge }\n  - { kind: range, minimun: 2, minimum: x }\n  - { kind: choice, answers: [] }\n',
      ),
    ).toEqual([
      ['missing-key', '1:1'],
      ['wrong-value', '3:7', 'range'],
      ['wrong-value', '4:32'],
      ['unknown-key', '4:20', 'minimum'],
      ['wrong-value', '5:21'],
      ['unknown-key', '1:1', 'level'],
    ]);
  });

  it('suggests keys of the kind that is written, not of its neighbours', () => {
    expect(faults('level: district\nrules:\n  - { kind: choice, answers: [a], minimun: 2 }\n')).toEqual([
      ['unknown-key', '3:35'],
    ]);
  });

  it('reads of several forms the one that was meant', () => {
    expect(faults('level: district\nsums:\n  - { sum: a, wher: b }\n  - { wher: b }\n  - 5\n')).toEqual([
      ['unknown-key', '3:15', 'where'],
      ['missing-key', '4:5'],
      ['unknown-key', '4:7', 'where'],
      ['wrong-value', '5:5'],
    ]);
  });
});
