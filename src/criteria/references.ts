/** What indicators and rules name: fields, the answers they expect of them, and forms, as the marks of their schemas say. */
import { z } from 'zod';
import { indicatorSchema } from '../model/criteria/indicator.js';
import { REFERENCE_MARKS, type ReferenceMark } from '../model/criteria/references.js';
import type { IndicatorDefinition } from '../model.js';
import { isKeys, listOf, type CriteriaPath, type Keys } from './chain-file.js';

export interface Reference {
  readonly to: 'field' | 'form';
  readonly id: string;
  /** From the top of the entry. */
  readonly path: CriteriaPath;
  /** What the field must be able to give. */
  readonly wants: 'number' | 'answers' | 'anything';
  readonly answers?: readonly string[];
}

/** Everything a value of the schema names, in the order of the schema's keys. `beside`: the keys around the value. */
export function referencesIn(
  schema: z.core.$ZodType,
  value: unknown,
  path: CriteriaPath = [],
  beside: Keys = {},
): readonly Reference[] {
  const mark = REFERENCE_MARKS.get(schema);
  if (mark !== undefined) return typeof value === 'string' ? [referenceOf(mark, value, path, beside)] : [];
  if (schema instanceof z.ZodExactOptional) return referencesIn(schema.unwrap(), value, path, beside);
  if (schema instanceof z.ZodArray) {
    return listOf(value).flatMap((item, index) =>
      referencesIn(schema.element, item, [...path, index], beside),
    );
  }
  if (schema instanceof z.ZodUnion) {
    const branches = schema.options.filter((option) => mayFit(option, value));
    const branch =
      branches.length > 1 ? branches.find((option) => z.safeParse(option, value).success) : branches[0];
    return branch === undefined ? [] : referencesIn(branch, value, path, beside);
  }
  if (!isKeys(value)) return [];
  if (schema instanceof z.ZodObject) {
    const shape: Readonly<Record<string, z.core.$ZodType>> = schema.shape;
    return Object.entries(shape).flatMap(([key, inner]) =>
      referencesIn(inner, value[key], [...path, key], value),
    );
  }
  if (schema instanceof z.ZodRecord) {
    return Object.keys(value).flatMap((key) => referencesIn(schema.keyType, key, [...path, key]));
  }
  return [];
}

/**
 * Whether a value that was admitted may be of this branch: objects are told apart by their keys, all else by its kind.
 * Parsing it with every branch, as admission did once, costs more than all that is done with the answer.
 */
function mayFit(branch: z.core.$ZodType, value: unknown): boolean {
  if (branch instanceof z.ZodString) return typeof value === 'string';
  if (branch instanceof z.ZodArray) return Array.isArray(value);
  if (!(branch instanceof z.ZodObject)) return true;
  const shape: Readonly<Record<string, z.core.$ZodType>> = branch.shape;
  return (
    isKeys(value) &&
    Object.keys(value).every((key) => key in shape) &&
    Object.entries(shape).every(([key, inner]) => key in value || inner instanceof z.ZodExactOptional)
  );
}

/** Answers are wanted where the keys beside it give some; else a number where it is compared with one. */
function referenceOf(mark: ReferenceMark, id: string, path: CriteriaPath, beside: Keys): Reference {
  const given = (mark.answersIn ?? []).filter((key) => beside[key] !== undefined);
  const answers = given.flatMap((key) => listOf(beside[key]).map(String));
  if (given.length > 0) return { to: mark.to, id, path, wants: 'answers', answers };
  const compared = mark.comparedWith !== undefined && beside[mark.comparedWith] !== undefined;
  return { to: mark.to, id, path, wants: compared ? 'number' : mark.wants };
}

const known = new WeakMap<IndicatorDefinition, readonly Reference[]>();

/** Asked for each finding of each unit, so looked up once per indicator. */
export function indicatorReferences(indicator: IndicatorDefinition): readonly Reference[] {
  const references = known.get(indicator) ?? referencesIn(indicatorSchema, indicator);
  known.set(indicator, references);
  return references;
}
