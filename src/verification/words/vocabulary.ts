/** The lists of words made ready for looking into text: one pattern per list, one key per kind of thing counted. */
import { plainText } from './plain-text.js';
import type { HedgeKind, WordLists } from './words-schema.js';

export interface Vocabulary {
  readonly lists: WordLists;
  /** Alternatives of a list for a pattern, the longest first. */
  readonly any: (words: readonly string[]) => string;
  /** A pattern that is compiled once. */
  readonly pattern: (source: string) => RegExp;
  /** The same for finding every place. */
  readonly every: (source: string) => RegExp;
  readonly nounPattern: RegExp;
  /** The noun at the start of a text, with its neighbours of the same kind: "phường, xã", "khóm và ấp". */
  readonly nounAt: (text: string) => { readonly key: string; readonly length: number } | undefined;
  /** Kind of thing: the first word of its line; the word itself where no line has it. */
  readonly nounKey: (word: string) => string;
  readonly hedgePattern: RegExp;
  readonly hedgeOf: (word: string) => HedgeKind | undefined;
  readonly stopWords: ReadonlySet<string>;
  /** The words that a short form stands for. */
  readonly inFull: (word: string) => readonly string[];
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);

/** Words that stand whole: neither letter nor digit beside them. */
export const whole = (alternatives: string): string =>
  `(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`;

/** Whether a plain text says a word of a list. */
export const says = ({ pattern }: Pick<Vocabulary, 'pattern'>, text: string, word: string): boolean =>
  pattern(whole(plainText(word))).test(text);

function expanding({ abbreviations }: WordLists): Vocabulary['inFull'] {
  const full = new Map(
    Object.entries(abbreviations).map(
      ([short, long]) => [plainText(short), plainText(long).split(' ')] as const,
    ),
  );
  return (word) => full.get(word) ?? [word];
}

export function vocabularyOf(lists: WordLists): Vocabulary {
  const patterns = new Map<string, RegExp>();
  const alternatives = new Map<string, string>();
  const any = (words: readonly string[]): string => {
    const key = words.join('|');
    const known = alternatives.get(key);
    if (known !== undefined) return known;
    const joined = [...words]
      .map((word) => plainText(word))
      .sort((left, right) => right.length - left.length)
      .map(escaped)
      .join('|');
    alternatives.set(key, joined);
    return joined;
  };
  const compiled = (source: string, flags: string): RegExp => {
    const key = `${flags} ${source}`;
    const known = patterns.get(key) ?? new RegExp(source, flags);
    patterns.set(key, known);
    return known;
  };

  const keys = new Map(lists.nouns.flatMap((line) => line.map((word) => [plainText(word), line[0] ?? word])));
  const hedges = new Map(
    Object.entries(lists.hedges).flatMap(([kind, words]) =>
      words.map((word) => [plainText(word), kind as HedgeKind] as const),
    ),
  );
  const noun = `(${any([...keys.keys()])})(?![\\p{L}\\p{N}])`;
  const nounPattern = new RegExp(`^\\s*(?:số\\s+)?${noun}`, 'u');
  const nextNoun = new RegExp(`^(?:,| và) ${noun}`, 'u');
  const nounAt = (text: string): { readonly key: string; readonly length: number } | undefined => {
    const first = nounPattern.exec(text);
    if (first === null) return undefined;
    const key = keys.get(first[1] ?? '') ?? '';
    let length = first[0].length;
    for (;;) {
      const next = nextNoun.exec(text.slice(length));
      if (next === null || keys.get(next[1] ?? '') !== key || next[1] === first[1]) break;
      length += next[0].length;
    }
    return { key, length };
  };
  return {
    lists,
    any,
    pattern: (source) => compiled(source, 'u'),
    every: (source) => compiled(source, 'gu'),
    nounPattern,
    nounAt,
    nounKey: (word) => keys.get(word) ?? word,
    hedgePattern: new RegExp(`${whole(any([...hedges.keys()]))}\\s*$`, 'u'),
    hedgeOf: (word) => hedges.get(word),
    stopWords: new Set(lists.stopWords.map(plainText)),
    inFull: expanding(lists),
  };
}
