/**
 * A record whose values are made when they are asked for and not kept: what thousands of units sent is written down
 * unit by unit and need never be there twice.
 */

/** One value per key. The last one made is kept, since whoever asks for a unit asks for it several times. */
export function lazyRecord<Value>(
  keys: Iterable<string>,
  make: (key: string) => Value,
): Readonly<Record<string, Value>> {
  const record: Record<string, Value> = {};
  let last: { readonly key: string; readonly value: Value } | undefined;
  const valueOf = (key: string): Value => {
    if (last?.key !== key) last = { key, value: make(key) };
    return last.value;
  };
  for (const key of keys) Object.defineProperty(record, key, { enumerable: true, get: () => valueOf(key) });
  return record;
}
