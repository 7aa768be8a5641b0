/**
 * JSON Schema of criteria files, for editors. Entries stand once, as a file that extends may write them (any keys, `null`,
 * `after`); a file that stands alone has to say more on top of that.
 */
import { z } from 'zod';
import { headSchema, LIST_SCHEMAS } from '../model/criteria/criteria-set.js';
import { fieldDefaultsSchema } from '../model/criteria/field.js';
import { ruleBaseSchema } from '../model/criteria/rule.js';
import { isKeys, type Keys } from './chain-file.js';
import { CRITERIA_SCHEMA, documentSchema, LISTS, type ListName } from './document-schema.js';
import type { RuleSchema } from './rule-schema.js';

/** Keys that no default gives, so that a field must say them itself. */
const FIELD_MUST_SAY = ['id', 'form', 'label', 'type'];

const AFTER = { type: 'string', description: 'Mã của mục đứng ngay trước mục này trong danh sách.' };
const KIND = 'Loại quy tắc; mỗi loại có các khóa riêng.';

interface ObjectSchema extends Keys {
  readonly properties: Keys;
  readonly required: readonly string[];
}

export function criteriaJsonSchema(rules: RuleSchema): Keys {
  const { definitions, shapes } = plainSchemas(rules);
  const rule = { ...shapes.rule, required: [...shapes.rule.required, 'kind'] };
  const whole: Readonly<Record<ListName, Keys>> = {
    forms: complete(shapes.forms),
    fields: { required: FIELD_MUST_SAY },
    indicators: complete(shapes.indicators),
    totals: complete(shapes.totals),
    rules: {
      ...complete(rule),
      allOf: [...shapes.kinds].map(([kind, shape]) => byKind(kind, complete(shape))),
    },
    titles: complete(shapes.titles),
  };
  const list = (items: Keys): Keys => ({ type: 'array', items });
  const lists = (items: (name: ListName) => Keys): Keys =>
    Object.fromEntries(LISTS.map((name) => [name, items(name)]));
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: CRITERIA_SCHEMA,
    type: 'object',
    properties: {
      ...shapes.document.properties,
      ...lists((name) => ({
        ...list({ $ref: `#/definitions/${name}` }),
        description: descriptionOf(shapes.document.properties[name]),
      })),
    },
    additionalProperties: false,
    // A file that another includes says nothing of the whole set.
    if: { required: ['schema'] },
    then: {
      required: ['id'],
      if: { anyOf: [{ required: ['extends'] }, { required: ['includes'] }] },
      else: {
        required: [...Object.keys(headSchema.shape), ...LISTS.filter((name) => name !== 'totals')],
        properties: lists((name) => list(whole[name])),
      },
    },
    else: {
      not: { anyOf: ['extends', ...Object.keys(headSchema.shape)].map((key) => ({ required: [key] })) },
    },
    definitions: {
      ...definitions,
      forms: partial(shapes.forms),
      fields: fieldEntry(shapes.fields),
      indicators: partial(shapes.indicators),
      totals: partial(shapes.totals),
      rules: ruleEntry(shapes.rule, shapes.kinds),
      titles: partial(shapes.titles),
      ...Object.fromEntries(
        [...shapes.kinds].map(([kind, shape]) => [`rule-${kind}`, ruleKind(kind, shape, shapes.rule)]),
      ),
    },
  };
}

/** What zod writes for each of them, with the definitions they share. */
function plainSchemas({ shapes }: RuleSchema) {
  const all = z.strictObject({
    document: documentSchema,
    defaults: fieldDefaultsSchema,
    rule: ruleBaseSchema,
    ...LIST_SCHEMAS,
    kinds: z.strictObject(Object.fromEntries(shapes)),
  });
  const written = z.toJSONSchema(all, { target: 'draft-7', io: 'input' });
  const schemaOf = (name: keyof typeof all.shape): ObjectSchema => objectSchema(written.properties?.[name]);
  return {
    definitions: isKeys(written['definitions']) ? written['definitions'] : {},
    shapes: {
      document: schemaOf('document'),
      rule: schemaOf('rule'),
      forms: schemaOf('forms'),
      fields: schemaOf('fields'),
      indicators: schemaOf('indicators'),
      totals: schemaOf('totals'),
      titles: schemaOf('titles'),
      kinds: new Map(
        Object.entries(schemaOf('kinds').properties).map(([kind, shape]) => [kind, objectSchema(shape)]),
      ),
    },
  };
}

function objectSchema(value: unknown): ObjectSchema {
  const keys = isKeys(value) ? value : {};
  const required = Array.isArray(keys['required']) ? keys['required'].map(String) : [];
  return { ...keys, properties: isKeys(keys['properties']) ? keys['properties'] : {}, required };
}

const descriptionOf = (schema: unknown): unknown => (isKeys(schema) ? schema['description'] : undefined);

/** null takes a key away. */
const nullable = (schema: unknown): Keys => {
  const { description, ...plain } = isKeys(schema) ? schema : {};
  return { description, anyOf: [plain, { type: 'null' }] };
};

const nullables = (properties: Keys): Keys =>
  Object.fromEntries(
    Object.entries(properties).map(([key, schema]) => [key, key === 'id' ? schema : nullable(schema)]),
  );

/** An entry as a file that extends may write it. */
const partial = (shape: ObjectSchema): Keys => ({
  ...shape,
  properties: { ...nullables(shape.properties), after: AFTER },
  required: ['id'],
});

/** What a file that stands alone has to say on top: every key that must be there, and no null. */
const complete = ({ required }: ObjectSchema): Keys => ({
  required,
  additionalProperties: { not: { type: 'null' } },
});

/** Fields share their keys with the defaults by type and by form. */
const fieldEntry = (shape: ObjectSchema): Keys =>
  partial({
    ...shape,
    properties: Object.fromEntries(
      Object.entries(shape.properties).map(([key, schema]) => [
        key,
        key in fieldDefaultsSchema.shape
          ? { $ref: `#/definitions/defaults/properties/${key}`, description: descriptionOf(schema) }
          : schema,
      ]),
    ),
  });

const byKind = (kind: string, then: Keys): Keys => ({
  if: { properties: { kind: { const: kind } }, required: ['kind'] },
  then,
});

/** The keys of every rule, and those of its kind; without a kind (the base says it) any key of any kind. */
function ruleEntry(rule: ObjectSchema, kinds: ReadonlyMap<string, ObjectSchema>): Keys {
  const known = [...kinds.values()].flatMap(({ properties }) => Object.keys(properties));
  return {
    type: 'object',
    description: 'Một quy tắc kiểm tra; các khóa riêng tùy theo loại quy tắc (khóa kind).',
    properties: {
      ...nullables(rule.properties),
      kind: { description: KIND, enum: [...kinds.keys()] },
      after: AFTER,
    },
    required: ['id'],
    propertyNames: { enum: [...new Set([...keysOfRules(rule), ...known])] },
    allOf: [...kinds.keys()].map((kind) => byKind(kind, { $ref: `#/definitions/rule-${kind}` })),
  };
}

const ruleKind = (kind: string, shape: ObjectSchema, rule: ObjectSchema): Keys => ({
  properties: {
    kind: { const: kind, description: shape['description'] },
    ...nullables(shape.properties),
  },
  propertyNames: { enum: [...keysOfRules(rule), ...Object.keys(shape.properties)] },
});

const keysOfRules = ({ properties }: ObjectSchema): readonly string[] => [
  ...Object.keys(properties),
  'kind',
  'after',
];
