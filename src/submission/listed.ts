/** Labels and lists as parts of sentences. */

const SHOWN = 5;

/** "Thôn 1; Thôn 2 và 3 mục khác": at most `shown` are named. */
export function listed(items: readonly string[], what = 'mục', shown = SHOWN): string {
  const named = items.slice(0, shown).join('; ');
  return items.length > shown ? `${named} và ${items.length - shown} ${what} khác` : named;
}

const LONGEST = 80;

/** A text of a cell as it is shown in a sentence: in one line, and no longer than can be read there. */
export function shortened(text: string): string {
  // A cell may hold 32,000 signs.
  const beginning = text.trimStart().slice(0, 10 * LONGEST);
  const line = beginning.replace(/\s+/gu, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
