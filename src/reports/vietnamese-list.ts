/** Small matters of Vietnamese prose: "A, B và C", sentences joined. */
import { upperFirst } from '../values/vietnamese-text.js';

/** "A", "A và B", "A, B và C"; items with commas of their own are set apart by semicolons. */
export function listed(items: readonly string[], last = ' và '): string {
  if (items.some((item) => item.includes(', '))) return items.join('; ');
  const head = items.slice(0, -1).join(', ');
  const tail = items.at(-1) ?? '';
  return head === '' ? tail : `${head}${last}${tail}`;
}

/** Sentences of one paragraph, each starting with a capital. */
export const paragraphOf = (sentences: readonly string[]): string =>
  sentences
    .filter((sentence) => sentence !== '')
    .map(upperFirst)
    .join(' ');
