/** The words of a phrase that say what it is about. */
import type { Vocabulary } from './vocabulary.js';

/** Words without stop words and without digits, short forms in full. */
export const contentWords = (plain: string, { stopWords, inFull }: Vocabulary): ReadonlySet<string> =>
  new Set((plain.match(/\p{L}+/gu) ?? []).flatMap(inFull).filter((word) => !stopWords.has(word)));

export const areSame = (left: ReadonlySet<string>, right: ReadonlySet<string>): boolean =>
  left.size === right.size && [...left].every((word) => right.has(word));

/** "Số hộ gia đình được tặng danh hiệu gia đình văn hóa", "gia đình văn hóa": households are said twice, or not at all. */
export function subject(words: ReadonlySet<string>): ReadonlySet<string> {
  if (!words.has('gia') || !words.has('đình')) return words;
  return new Set([...words].filter((word) => word !== 'hộ'));
}

export const aboutSame = (left: ReadonlySet<string>, right: ReadonlySet<string>): boolean =>
  areSame(subject(left), subject(right));
