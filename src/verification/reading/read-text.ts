/** Paragraphs become statements. */
import type { WrittenBlock } from '../../model.js';
import type { Vocabulary } from '../words/vocabulary.js';
import { findFigures } from './find-figures.js';
import { withNouns } from './nouns.js';
import { pairsOf, shareRoles, withoutStrokes } from './pairs.js';
import { withRoles } from './roles.js';
import { sentencesOf } from './sentences.js';
import type { ItemFraction, Statement } from './statement.js';

/** All statements of the text blocks, in order. */
export function readText(
  blocks: readonly WrittenBlock[],
  vocabulary: Vocabulary,
  reportYear?: number,
): readonly Statement[] {
  let letters = 0;
  return blocks.flatMap((block, index) => {
    if (block.kind === 'table') return [];
    letters += block.text.length;
    return letters > LONGEST_TEXT
      ? sentencesOf(block.text).map((sentence) =>
          notRead(sentence, block.place, index, isLong(sentence) ? 'sentence' : 'text'),
        )
      : readParagraph(block.text, block.place, index, vocabulary, reportYear);
  });
}

/** Every figure of a sentence is read with all words of it; the longest sentence of a report has some hundred words. */
export const LONGEST_SENTENCE = 5_000;
export const LONGEST_TEXT = 600_000;

const isLong = ({ plain }: Pick<Statement, 'plain'>): boolean => plain.length > LONGEST_SENTENCE;

const notRead = (
  { shown, plain }: Pick<Statement, 'shown' | 'plain'>,
  place: string,
  block: number,
  beyond: Statement['beyond'] & string,
): Statement => ({
  shown,
  plain,
  items: [],
  fractions: [],
  unread: [...plain.matchAll(/\d+(?:[.,]\d+)*/gu)].map(({ index, 0: text }) => ({ start: index, text })),
  others: 0,
  beyond,
  place,
  block,
});

/** The statements of one paragraph. */
export function readParagraph(
  text: string,
  place: string,
  block: number,
  vocabulary: Vocabulary,
  reportYear?: number,
): readonly Statement[] {
  return sentencesOf(text).map(({ shown, plain }) => {
    if (isLong({ plain })) return notRead({ shown, plain }, place, block, 'sentence');
    const { figures, unread, others } = findFigures(shown, plain, vocabulary);
    const said = withNouns(figures, plain, vocabulary);
    const pairs = pairsOf(plain, said, vocabulary);
    const named = withoutStrokes(plain, said, pairs);
    const items = shareRoles(withRoles(plain, named, vocabulary, reportYear), pairs);
    const fractions = pairs.flatMap((index): readonly ItemFraction[] => {
      const part = items[index];
      const base = items[index + 1];
      return part === undefined || base === undefined ? [] : [{ part, whole: base }];
    });
    return { shown, plain, items, fractions, unread, others, place, block };
  });
}
