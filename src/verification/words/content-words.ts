/** The words of a phrase that say what it is about. */
import type { Vocabulary } from './vocabulary.js';

/** Words without stop words and without digits. */
export const contentWords = (plain: string, { stopWords }: Vocabulary): ReadonlySet<string> =>
  new Set((plain.match(/\p{L}+/gu) ?? []).filter((word) => !stopWords.has(word)));

export const areSame = (left: ReadonlySet<string>, right: ReadonlySet<string>): boolean =>
  left.size === right.size && [...left].every((word) => right.has(word));
