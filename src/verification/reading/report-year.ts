/** The year a report is about: the one it names most often, since plans and comparisons are named less. */
import type { WrittenBlock } from '../../model.js';
import { largest } from '../../values/of-many.js';

export function reportYearOf(blocks: readonly WrittenBlock[]): number | undefined {
  const counts = new Map<number, number>();
  for (const block of blocks) {
    if (block.kind === 'table') continue;
    for (const match of block.text.normalize('NFC').matchAll(/(?<!so với )năm ((?:19|20)\d\d)/giu)) {
      const year = Number(match[1]);
      counts.set(year, (counts.get(year) ?? 0) + 1);
    }
  }
  const most = largest(counts.values(), 0);
  const named = [...counts].filter(([, count]) => count === most).map(([year]) => year);
  return most < 2 ? undefined : largest(named);
}
