/** Small matters of Vietnamese prose: "A, B và C", capitals at the start, phrases joined. */

/** "A", "A và B", "A, B và C"; items with commas of their own are set apart by semicolons. */
export function listed(items: readonly string[], last = ' và '): string {
  if (items.some((item) => item.includes(', '))) return items.join('; ');
  const head = items.slice(0, -1).join(', ');
  const tail = items.at(-1) ?? '';
  return head === '' ? tail : `${head}${last}${tail}`;
}

export const upperFirst = (text: string): string => text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1);

export const lowerFirst = (text: string): string => text.slice(0, 1).toLocaleLowerCase('vi') + text.slice(1);

/** Sentences of one paragraph, each starting with a capital. */
export const paragraphOf = (sentences: readonly string[]): string =>
  sentences
    .filter((sentence) => sentence !== '')
    .map(upperFirst)
    .join(' ');
