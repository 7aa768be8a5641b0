/** JSON Schema of criteria files, for editors: whole entries in a set that stands alone, partial ones in a file that extends. */
import { z } from 'zod';
import { isKeys, type Keys } from './chain-file.js';
import { documentSchema, LISTS, wholeDocumentSchema } from './document-schema.js';

/** Keys that no default gives, so that a field must say them itself. */
const FIELD_MUST_SAY = ['id', 'form', 'label', 'type'];

export function criteriaJsonSchema(): Keys {
  const options = { target: 'draft-7', io: 'input' } as const;
  const alone = z.toJSONSchema(wholeDocumentSchema, options);
  const extending = z.toJSONSchema(documentSchema, options);
  const [whole, partial] = [withoutVersion(alone), withoutVersion(extending)];
  return {
    $schema: alone.$schema,
    title: 'tdkvh/criteria@1',
    if: { anyOf: [{ required: ['extends'] }, { required: ['includes'] }] },
    then: withLists(partial, (list) => ({ type: 'array', items: loosened(itemsOf(whole, list), ['id']) })),
    else: withLists(whole, (list) => ({
      type: 'array',
      items: list === 'fields' ? loosened(itemsOf(whole, list), FIELD_MUST_SAY) : itemsOf(whole, list),
    })),
  };
}

/** Only the outermost schema says which JSON Schema it is. */
const withoutVersion = (schema: Keys): Keys =>
  Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema'));

function withLists(schema: Keys, items: (list: string) => Keys): Keys {
  const properties = isKeys(schema['properties']) ? schema['properties'] : {};
  const lists = Object.fromEntries(LISTS.map((list) => [list, items(list)]));
  return { ...schema, properties: { ...properties, ...lists } };
}

function itemsOf(schema: Keys, list: string): Keys {
  const properties = schema['properties'];
  const entry = isKeys(properties) ? properties[list] : undefined;
  const items = isKeys(entry) ? entry['items'] : undefined;
  return isKeys(items) ? items : {};
}

/** The same entry with only some keys demanded; null takes a key away, `after` places the entry. */
function loosened(schema: Keys, required: readonly string[]): Keys {
  for (const union of ['oneOf', 'anyOf'] as const) {
    const branches = schema[union];
    if (Array.isArray(branches)) {
      return { anyOf: branches.filter(isKeys).map((branch) => loosened(branch, required)) };
    }
  }
  const properties = isKeys(schema['properties']) ? schema['properties'] : {};
  const nullable = Object.entries(properties).map(([key, value]) => [
    key,
    required.includes(key) ? value : { anyOf: [value, { type: 'null' }] },
  ]);
  return {
    ...schema,
    properties: { ...Object.fromEntries(nullable), after: { type: 'string' } },
    required,
  };
}
