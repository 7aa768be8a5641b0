/** What a schema knows at a path: its keys, for the nearest right word, and the range of a number. */
import { z } from 'zod';
import { valueAt, type KeyPath } from './source.js';

export type Schema = z.core.$ZodType;

/** The forms that a schema stands for: wrappers taken off, the forms of a union apart. */
export function formsOf(schema: Schema): readonly z.core.$ZodTypes[] {
  const known = schema as z.core.$ZodTypes;
  const { def } = known._zod;
  if ('options' in def) return def.options.flatMap(formsOf);
  if ('innerType' in def) return formsOf(def.innerType);
  if ('getter' in def) return formsOf(def.getter());
  if ('left' in def) return [...formsOf(def.left), ...formsOf(def.right)];
  if (def.type === 'pipe') return [...formsOf(def.in), ...formsOf(def.out)];
  return [known];
}

/** The forms of what stands at `path` of `value`; none where the schema says nothing of it. */
export const formsAt = (schema: Schema, path: KeyPath, value: unknown): readonly z.core.$ZodTypes[] =>
  path.reduce(
    (forms, key, depth) =>
      fitting(
        forms.flatMap((form) => below(form, key)),
        valueAt(value, path.slice(0, depth + 1)),
      ),
    fitting(formsOf(schema), value),
  );

/** Of several forms those whose fixed words the value carries: `kind: range` chooses among the kinds. */
function fitting(forms: readonly z.core.$ZodTypes[], value: unknown): readonly z.core.$ZodTypes[] {
  const kept = forms.filter(({ _zod: { def } }) =>
    def.type !== 'object'
      ? true
      : Object.entries(def.shape).every(([key, inner]) => {
          const { def: word } = (inner as z.core.$ZodTypes)._zod;
          const written = valueAt(value, [key]);
          return (
            word.type !== 'literal' || written === undefined || word.values.some((one) => one === written)
          );
        }),
  );
  return kept.length === 0 ? forms : kept;
}

function below(form: z.core.$ZodTypes, key: string | number): readonly z.core.$ZodTypes[] {
  const { def } = form._zod;
  const inner =
    def.type === 'object'
      ? (def.shape[key] ?? def.catchall)
      : def.type === 'record'
        ? def.valueType
        : def.type === 'array'
          ? def.element
          : def.type === 'tuple'
            ? (def.items[Number(key)] ?? def.rest)
            : undefined;
  // What a strict group makes of other keys is nothing.
  return (inner ? formsOf(inner) : []).filter(({ _zod }) => _zod.def.type !== 'never');
}

/** The keys that may stand in a group, in the order of the schema. */
export const keysOf = (forms: readonly z.core.$ZodTypes[]): readonly string[] => [
  ...new Set(forms.flatMap(({ _zod: { def } }) => (def.type === 'object' ? Object.keys(def.shape) : []))),
];

/** Least and most of a number, where the schema sets both. */
export function rangeOf(
  forms: readonly z.core.$ZodTypes[],
): { readonly least: number; readonly most: number } | undefined {
  for (const form of forms) {
    if (!(form instanceof z.ZodNumber)) continue;
    const { minValue: least, maxValue: most } = form;
    if (least !== null && most !== null && Number.isFinite(least) && Number.isFinite(most))
      return { least, most };
  }
  return undefined;
}

/** A known key without a value is a key that is not given: `number:` in a file made by init is left for later. */
export const withoutBlanks = (schema: Schema, value: unknown): unknown =>
  withoutBlanksOf(formsOf(schema), value);

function withoutBlanksOf(forms: readonly z.core.$ZodTypes[], value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const inner = (key: string | number): readonly z.core.$ZodTypes[] =>
    forms.flatMap((form) => below(form, key));
  if (Array.isArray(value)) return value.map((item: unknown, index) => withoutBlanksOf(inner(index), item));
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]: readonly [string, unknown]) => ({ key, item, known: inner(key) }))
      .filter(({ item, known }) => item !== null || known.length === 0)
      .map(({ key, item, known }) => [key, withoutBlanksOf(known, item)]),
  );
}
