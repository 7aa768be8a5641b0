/**
 * A record whose values are made when they are asked for: what thousands of units sent is written down unit by unit and
 * need never be there twice.
 */

/**
 * `make`: the value of a key, undefined for what is none. `keysOf`: all keys in order, asked for by who goes through them.
 * Of the values made the latest `most` are kept, since whoever asks for one asks for it several times.
 */
export function lazyRecord<Value extends object>(
  keysOf: () => readonly string[],
  make: (key: string) => Value | undefined,
  most = Number.POSITIVE_INFINITY,
): Readonly<Record<string, Value>> {
  const made = new Map<string, Value>();
  const valueOf = (key: string | symbol): Value | undefined => {
    if (typeof key === 'symbol') return undefined;
    const before = made.get(key);
    if (before !== undefined) return before;
    const value = make(key);
    if (value === undefined) return undefined;
    const [oldest] = made.size >= most ? made.keys() : [];
    if (oldest !== undefined) made.delete(oldest);
    made.set(key, value);
    return value;
  };
  let all: ReadonlySet<string> | undefined;
  const keys = (): ReadonlySet<string> => (all ??= new Set(keysOf()));
  return new Proxy<Record<string, Value>>(
    {},
    {
      get: (_target, key) => valueOf(key),
      has: (_target, key) => valueOf(key) !== undefined,
      ownKeys: () => [...keys()],
      // Who lists the keys has not asked for the values.
      getOwnPropertyDescriptor: (_target, key) =>
        typeof key === 'string' && keys().has(key)
          ? { get: () => valueOf(key), enumerable: true, configurable: true }
          : undefined,
    },
  );
}
