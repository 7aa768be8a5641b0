/** Paragraphs of our report: paired by their wording, then by likeness; every number that is another one is told. */
import type { WrittenBlock, WrittenText } from '../../model.js';
import { shownText } from '../words/plain-text.js';
import { numbersOf, shortened, wordingOf, type OwnChange } from './own-change.js';
import { append } from '../../values/of-many.js';

interface Text {
  readonly place: string;
  readonly text: string;
}

export function changesOfTexts(
  actual: readonly WrittenBlock[],
  expected: readonly WrittenBlock[],
): readonly OwnChange[] {
  const now = textsOf(actual);
  const left = new Set(now);
  const take = (matches: (text: Text) => boolean): Text | undefined => {
    for (const text of left)
      if (matches(text)) {
        left.delete(text);
        return text;
      }
    return undefined;
  };
  const open = textsOf(expected).filter(({ text }) => take((one) => one.text === text) === undefined);
  const changes: OwnChange[] = [];
  const unlike = open.filter((one) => {
    const wording = wordingOf(one.text);
    const found = take(({ text }) => wordingOf(text) === wording);
    if (found !== undefined) append(changes, numberByNumber(found, one));
    return found === undefined;
  });
  for (const one of unlike) {
    const wanted = wordsOf(one.text);
    const best = [...left]
      .map((text) => ({ text, like: likeness(wordsOf(text.text), wanted) }))
      .filter(({ like }) => like >= 0.6)
      .sort((a, b) => b.like - a.like)[0]?.text;
    if (best === undefined) continue;
    left.delete(best);
    append(changes, rewritten(best, one));
  }
  return changes;
}

/** The paragraphs as they are shown. */
export const textsOf = (blocks: readonly WrittenBlock[]): readonly Text[] =>
  blocks
    .filter((block): block is WrittenText => block.kind === 'text')
    .map(({ place, text }) => ({ place, text: shownText(text) }));

/** The same words: number by number. */
function numberByNumber(now: Text, then: Text): readonly OwnChange[] {
  const printed = numbersOf(now.text);
  return numbersOf(then.text).flatMap((expected, index): readonly OwnChange[] =>
    printed[index] === expected
      ? []
      : [{ place: now.place, expected, printed: printed[index] ?? '', words: shortened(now.text) }],
  );
}

/** Other words: the numbers that are gone, each beside one that is new. */
function rewritten(now: Text, then: Text): readonly OwnChange[] {
  const added = [...numbersOf(now.text)];
  const gone = numbersOf(then.text).filter((number) => {
    const position = added.indexOf(number);
    if (position !== -1) added.splice(position, 1);
    return position === -1;
  });
  return gone.map((expected, index) => ({
    place: now.place,
    expected,
    printed: added[index] ?? '',
    words: shortened(now.text),
  }));
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/\p{L}+/gu) ?? []);

function likeness(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const common = [...left].filter((word) => right.has(word)).length;
  const all = left.size + right.size - common;
  return all === 0 ? 0 : common / all;
}
