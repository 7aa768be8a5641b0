/** What indicators and rules name: fields, the answers they expect of them, and forms, as the marks of their schemas say. */
import { z } from 'zod';
import { indicatorSchema } from '../model/criteria/indicator.js';
import { REFERENCE_MARKS, type ReferenceMark } from '../model/criteria/references.js';
import { totalSchema } from '../model/criteria/total.js';
import type { IndicatorDefinition, TotalDefinition } from '../model.js';
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

/** What a value names. `beside`: the keys around the value. */
type Walk = (value: unknown, path: CriteriaPath, beside: Keys) => readonly Reference[];

/** By schema, how its values are gone through; nothing for a schema that names nothing, as most keys do. */
const walks = new WeakMap<z.core.$ZodType, Walk | undefined>();

/** Everything a value of the schema names, in the order of the schema's keys. */
export const referencesIn = (schema: z.core.$ZodType, value: unknown): readonly Reference[] =>
  walkOf(schema)?.(value, [], {}) ?? [];

/** Made once for each schema: asking every value anew what its schema is costs more than all that is done with the answer. */
function walkOf(schema: z.core.$ZodType): Walk | undefined {
  if (!walks.has(schema)) walks.set(schema, makeWalk(schema));
  return walks.get(schema);
}

function makeWalk(schema: z.core.$ZodType): Walk | undefined {
  const mark = REFERENCE_MARKS.get(schema);
  if (mark !== undefined)
    return (value, path, beside) =>
      typeof value === 'string' ? [referenceOf(mark, value, path, beside)] : [];
  if (schema instanceof z.ZodExactOptional) return walkOf(schema.unwrap());
  if (schema instanceof z.ZodUnion) return walkOfUnion(schema.options);
  if (schema instanceof z.ZodArray) {
    const walk = walkOf(schema.element);
    return walk === undefined
      ? undefined
      : (value, path, beside) => listOf(value).flatMap((item, index) => walk(item, [...path, index], beside));
  }
  if (schema instanceof z.ZodObject) return walkOfObject(schema.shape);
  if (!(schema instanceof z.ZodRecord)) return undefined;
  const walk = walkOf(schema.keyType);
  return walk === undefined
    ? undefined
    : (value, path) =>
        isKeys(value) ? Object.keys(value).flatMap((key) => walk(key, [...path, key], {})) : [];
}

function walkOfObject(shape: Readonly<Record<string, z.core.$ZodType>>): Walk | undefined {
  const inner = Object.entries(shape).flatMap(([key, schema]) => {
    const walk = walkOf(schema);
    return walk === undefined ? [] : [{ key, walk }];
  });
  return inner.length === 0
    ? undefined
    : (value, path) =>
        isKeys(value) ? inner.flatMap(({ key, walk }) => walk(value[key], [...path, key], value)) : [];
}

function walkOfUnion(options: readonly z.core.$ZodType[]): Walk | undefined {
  const branches = options.map((schema) => ({ schema, fits: fitting(schema), walk: walkOf(schema) }));
  if (branches.every(({ walk }) => walk === undefined)) return undefined;
  return (value, path, beside) => {
    const some = branches.filter(({ fits }) => fits(value));
    const branch = some.length > 1 ? some.find(({ schema }) => z.safeParse(schema, value).success) : some[0];
    return branch?.walk?.(value, path, beside) ?? [];
  };
}

/**
 * Whether a value that was admitted may be of a branch: objects are told apart by their keys, all else by its kind.
 * Parsing it with every branch, as admission did once, costs more than all that is done with the answer.
 */
function fitting(branch: z.core.$ZodType): (value: unknown) => boolean {
  if (branch instanceof z.ZodString) return (value) => typeof value === 'string';
  if (branch instanceof z.ZodArray) return (value) => Array.isArray(value);
  if (!(branch instanceof z.ZodObject)) return () => true;
  const shape: Readonly<Record<string, z.core.$ZodType>> = branch.shape;
  const known = new Set(Object.keys(shape));
  const needed = Object.entries(shape).flatMap(([key, inner]) =>
    inner instanceof z.ZodExactOptional ? [] : [key],
  );
  return (value) =>
    isKeys(value) && Object.keys(value).every((key) => known.has(key)) && needed.every((key) => key in value);
}

/** Answers are wanted where the keys beside it give some; else a number where it is compared with one. */
function referenceOf(mark: ReferenceMark, id: string, path: CriteriaPath, beside: Keys): Reference {
  const given = (mark.answersIn ?? []).filter((key) => beside[key] !== undefined);
  const answers = given.flatMap((key) => listOf(beside[key]).map(String));
  if (given.length > 0) return { to: mark.to, id, path, wants: 'answers', answers };
  const compared = mark.comparedWith !== undefined && beside[mark.comparedWith] !== undefined;
  return { to: mark.to, id, path, wants: compared ? 'number' : mark.wants };
}

/** What a total is a number of. */
export const totalReferences = (total: TotalDefinition): readonly Reference[] =>
  referencesIn(totalSchema, total);

const known = new WeakMap<IndicatorDefinition, readonly Reference[]>();

/** Asked for each finding of each unit, so looked up once per indicator. */
export function indicatorReferences(indicator: IndicatorDefinition): readonly Reference[] {
  const references = known.get(indicator) ?? referencesIn(indicatorSchema, indicator);
  known.set(indicator, references);
  return references;
}
