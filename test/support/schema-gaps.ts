/** What a JSON Schema leaves open: keys without a meaning, and objects that let unknown keys through. */
export interface JsonSchema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
}

function gaps(place: string, schema: unknown): readonly string[] {
  if (Array.isArray(schema)) return schema.flatMap((one) => gaps(place, one));
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties = {}, additionalProperties } = schema as JsonSchema;
  return [
    ...('properties' in schema && additionalProperties !== false ? [`${place} is open`] : []),
    ...Object.entries(properties).flatMap(([key, one]) =>
      one.description === undefined ? [`${place}.${key}`] : [],
    ),
    ...Object.entries({ ...schema, ...properties }).flatMap(([key, one]) => gaps(`${place}.${key}`, one)),
  ];
}

/** The places of such keys and objects. */
export const gapsOf = (schema: JsonSchema): readonly string[] => gaps('', schema);
