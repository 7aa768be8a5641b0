/** Distance between two spellings: letters added, dropped, exchanged, or two neighbours swapped (optimal string alignment). */

/** Number of single edits that make `a` into `b`; no part is edited twice. Lists are short, speed is no matter. */
export function editDistance(a: string, b: string): number {
  const from = Array.from(a);
  const to = Array.from(b);
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [row, letter] of from.entries()) {
    const current = [row + 1];
    for (const [column, other] of to.entries()) {
      const substituted = (previous[column] ?? 0) + (letter === other ? 0 : 1);
      const dropped = (previous[column + 1] ?? 0) + 1;
      const added = (current[column] ?? 0) + 1;
      const swapped =
        row > 0 && column > 0 && letter === to[column - 1] && from[row - 1] === other
          ? (beforePrevious[column - 1] ?? 0) + 1
          : Infinity;
      current.push(Math.min(substituted, dropped, added, swapped));
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[to.length] ?? from.length;
}
