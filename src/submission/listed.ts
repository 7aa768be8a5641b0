/** Lists in sentences: the first few in words, the rest as a number. */

const SHOWN = 5;

/** "Thôn 1; Thôn 2 và 3 mục khác": at most `shown` are named. */
export function listed(items: readonly string[], what = 'mục', shown = SHOWN): string {
  const named = items.slice(0, shown).join('; ');
  return items.length > shown ? `${named} và ${items.length - shown} ${what} khác` : named;
}
