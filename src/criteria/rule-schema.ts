/** The schema of all rules, put together of what every rule has and the keys of each kind. */
import { z } from 'zod';
import { ruleBaseSchema } from '../model/criteria/rule.js';
import type { RuleDefinition } from '../model.js';
import { referencesIn, type Reference } from './references.js';

export interface RuleSchema {
  readonly schema: z.ZodType<RuleDefinition>;
  /** The keys that a kind adds, by kind; each with a description of the kind. */
  readonly shapes: ReadonlyMap<string, z.ZodObject>;
  /** The fields and forms the rule itself compares, in the order of its keys. */
  readonly subjects: (rule: RuleDefinition) => readonly Reference[];
  /** Everything a rule names, its examples and exclusions included. */
  readonly references: (rule: RuleDefinition) => readonly Reference[];
}

/** `kinds`: the registry of the validation, which alone knows them all. */
export function ruleSchema(
  kinds: Readonly<Record<RuleDefinition['kind'], { readonly shape: z.ZodObject }>>,
): RuleSchema {
  const shapes = new Map(Object.entries(kinds).map(([kind, { shape }]) => [kind, shape]));
  const [first, ...others] = [...shapes].map(([kind, shape]) =>
    z.strictObject({ ...ruleBaseSchema.shape, kind: z.literal(kind), ...shape.shape }),
  );
  if (first === undefined) throw new Error('no rule kind');
  // The compiler has checked the shape of each kind against its part of the union, but cannot follow it through a list.
  const schema = z.discriminatedUnion('kind', [first, ...others]) as unknown as z.ZodType<RuleDefinition>;
  const subjects = (rule: RuleDefinition): readonly Reference[] =>
    referencesIn(shapes.get(rule.kind) ?? schema, rule);
  const references = (rule: RuleDefinition) => [...subjects(rule), ...referencesIn(ruleBaseSchema, rule)];
  return { schema, shapes, subjects, references };
}
