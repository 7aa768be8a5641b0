/**
 * Sweeps that are too long for every run of the tests: `npm test` takes a slice, the same one each time, and
 * `npm run check:sweeps` all of it.
 */
const WHOLE = process.env['TDKVH_SWEEP'] === 'whole';

/** How often something random is tried. */
export const tries = (whole: number, slice: number): number => (WHOLE ? whole : slice);

/** So many of the cases, spread evenly over their list, the first among them. */
export function sliceOf<T>(cases: readonly T[], slice: number): readonly T[] {
  if (WHOLE || slice >= cases.length) return cases;
  return Array.from({ length: slice }, (_, index) => cases[Math.floor((index * cases.length) / slice)] as T);
}
