/** Types of the check of the packed folder for its slice. */
export const WHOLE: readonly string[];
export const SHORT: readonly string[];
export function checkDist(
  work: string,
  steps: readonly string[],
): { readonly faults: readonly string[]; readonly said: readonly string[] };
