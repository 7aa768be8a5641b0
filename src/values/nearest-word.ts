/** The known word nearest to a mistyped one, for "did you mean"; it only suggests. */
import { editDistance } from './edit-distance.js';

/** The nearest known word, unless more than two fifths of the letters differ. */
export function nearestWord(word: string, known: readonly string[]): string | undefined {
  const typed = word.toLowerCase();
  let best: { readonly key: string; readonly distance: number } | undefined;
  for (const key of known) {
    const distance = editDistance(typed, key.toLowerCase());
    if (distance * 5 <= Math.max(typed.length, key.length) * 2 && distance < (best?.distance ?? Infinity)) {
      best = { key, distance };
    }
  }
  return best?.key;
}

/** The end of a piece of advice; nothing where no word is near. */
export const didYouMean = (nearest: string | undefined): string =>
  nearest === undefined ? '' : ` Có phải “${nearest}”?`;

/** The same as what the finding expected. */
export const expectedOnly = (nearest: string | undefined): { readonly expected?: readonly string[] } =>
  nearest === undefined ? {} : { expected: [nearest] };
