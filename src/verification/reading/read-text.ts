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
  return blocks.flatMap((block, index) =>
    block.kind === 'table' ? [] : readParagraph(block.text, block.place, index, vocabulary, reportYear),
  );
}

/** The statements of one paragraph. */
export function readParagraph(
  text: string,
  place: string,
  block: number,
  vocabulary: Vocabulary,
  reportYear?: number,
): readonly Statement[] {
  return sentencesOf(text).map(({ shown, plain }) => {
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
