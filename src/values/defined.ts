/** An object without the keys that have no value: `exactOptionalPropertyTypes` keeps "absent" and "undefined" apart. */

export type Defined<Given> = { [Key in keyof Given]?: Exclude<Given[Key], undefined> };

/** The keys in their order, less those whose value is undefined; to be spread where a key is optional. */
export function defined<Given extends object>(given: Given): Defined<Given> {
  const made: Partial<Given> = {};
  // Called for every record there is: no list of pairs is made of it first.
  for (const key of Object.keys(given) as (keyof Given)[])
    if (given[key] !== undefined) made[key] = given[key];
  return made as Defined<Given>;
}
