/** An object without the keys that have no value: `exactOptionalPropertyTypes` keeps "absent" and "undefined" apart. */

export type Defined<Given> = { [Key in keyof Given]?: Exclude<Given[Key], undefined> };

/** The keys in their order, less those whose value is undefined; to be spread where a key is optional. */
export function defined<Given extends object>(given: Given): Defined<Given> {
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  ) as Defined<Given>;
}
