/** An object less some of its keys. */

/** The other keys, in their order; keys that it has not are no fault. */
export const without = <One extends object>(one: One, keys: readonly string[]): One =>
  Object.fromEntries(Object.entries(one).filter(([key]) => !keys.includes(key))) as One;
