/**
 * Lists of any length joined, searched and compared. Spread into a call they become arguments on the stack, and a file with a
 * hundred thousand wrong cells ends the run; the lint rules refuse that.
 */

/** Adds every one of `more` at the end of `list`. */
export function append<Item>(list: Item[], more: Iterable<Item>): void {
  for (const item of more) list.push(item);
}

/** The largest of all and of `start`; without any of them minus infinity, like `Math.max()`. */
export function largest(values: Iterable<number>, start = Number.NEGATIVE_INFINITY): number {
  let most = start;
  for (const value of values) most = Math.max(most, value);
  return most;
}

/** The smallest of all and of `start`; without any of them infinity, like `Math.min()`. */
export function smallest(values: Iterable<number>, start = Number.POSITIVE_INFINITY): number {
  let least = start;
  for (const value of values) least = Math.min(least, value);
  return least;
}

/** Position of the first number that is not below `wanted`, in ascending numbers. */
export function firstAtLeast(numbers: readonly number[], wanted: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The one there is; nothing where there are several, or none. */
export const only = <One>(found: readonly One[]): One | undefined =>
  found.length === 1 ? found[0] : undefined;
