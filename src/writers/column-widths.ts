/** Shares the width of a page among columns so that nothing is cut and no word is broken. */

export interface ColumnNeed {
  /** Longest word: below this a word would break. */
  readonly least: number;
  /** Width at which the column reads well. */
  readonly ideal: number;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Widths that fill `available` exactly; undefined when even the longest words do not fit. */
export function shareWidth(needs: readonly ColumnNeed[], available: number): readonly number[] | undefined {
  const least = sum(needs.map((need) => need.least));
  if (least > available) return undefined;
  const ideal = sum(needs.map((need) => Math.max(need.ideal, need.least)));
  if (ideal <= available) return needs.map((need) => (Math.max(need.ideal, need.least) * available) / ideal);
  const share = (available - least) / (ideal - least);
  return needs.map((need) => need.least + (Math.max(need.ideal, need.least) - need.least) * share);
}

/** When nothing fits: each column its share of the page, by its longest word. */
export function squeezeWidth(needs: readonly ColumnNeed[], available: number): readonly number[] {
  const least = sum(needs.map((need) => need.least));
  return needs.map((need) => (need.least * available) / least);
}

/** Widens the columns of a group until the longest word of its common header fits over them. */
export function widenGroup(
  needs: readonly ColumnNeed[],
  first: number,
  count: number,
  least: number,
): readonly ColumnNeed[] {
  const members = needs.slice(first, first + count);
  const lack = least - sum(members.map((need) => need.least));
  if (lack <= 0) return needs;
  return needs.map((need, index) =>
    index < first || index >= first + count
      ? need
      : { least: need.least + lack / count, ideal: Math.max(need.ideal, need.least + lack / count) },
  );
}
