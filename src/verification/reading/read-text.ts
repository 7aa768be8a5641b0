/** Paragraphs become statements. */
import type { WrittenBlock } from '../../model.js';
import type { Vocabulary } from '../words/vocabulary.js';
import type { Figure } from './figure.js';
import { findFigures } from './find-figures.js';
import { withRoles } from './roles.js';
import { sentencesOf } from './sentences.js';
import type { Item, ItemFraction, Statement } from './statement.js';
import { whole } from '../words/vocabulary.js';

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
    const named = figures.map((figure, index) => withNoun(figure, plain, figures, index, vocabulary));
    const pairs = pairsOf(plain, named, vocabulary);
    const items = shareRoles(withRoles(plain, named, vocabulary, reportYear), pairs);
    const fractions = pairs.flatMap((index): readonly ItemFraction[] => {
      const part = items[index];
      const base = items[index + 1];
      return part === undefined || base === undefined ? [] : [{ part, whole: base }];
    });
    return { shown, plain, items, fractions, unread, others, place, block };
  });
}

/** A count without a noun behind it has it before: "số hộ đạt danh hiệu: 12.400", or from its partner in a fraction. */
function withNoun(
  figure: Figure,
  plain: string,
  figures: readonly Figure[],
  index: number,
  { nounPattern, nounKey }: Vocabulary,
): Figure {
  if (figure.noun !== '' || figure.kind !== 'count') return figure;
  const next = figures[index + 1];
  if (next !== undefined && /^\s*\/\s*$/u.test(plain.slice(figure.end, next.start)))
    return { ...figure, noun: next.noun };
  const left = plain.slice(figures[index - 1]?.end ?? 0, figure.start).replace(/^.*;/u, '');
  const before = /(?:tổng số|số)( .*)$/u.exec(left)?.[1];
  const noun = before === undefined ? undefined : nounPattern.exec(before)?.[1];
  return noun === undefined ? figure : { ...figure, noun: nounKey(noun) };
}

/** Positions of figures that are the upper half of a fraction. */
function pairsOf(
  plain: string,
  figures: readonly Figure[],
  { lists, any, pattern }: Vocabulary,
): readonly number[] {
  const wholes = any(lists.parts.wholes);
  const said = pattern(`^\\s*(?:/\\s*(?:tổng số\\s*)?$|[^,;.:()]{0,60}?${whole(wholes)}\\s*(?:là |có )?$)`);
  const pairs: number[] = [];
  figures.forEach((figure, index) => {
    const next = figures[index + 1];
    if (figure.kind !== 'count' || next?.kind !== 'count' || pairs.at(-1) === index - 1) return;
    const slashed = /^[^,;.:()\d]{0,40}\/\s*(?:tổng số\s*)?$/u.test(plain.slice(figure.end, next.start));
    if (slashed || said.test(plain.slice(figure.end, next.start))) pairs.push(index);
  });
  return pairs;
}

/** The lower half plays the part of the upper. */
function shareRoles(items: readonly Item[], pairs: readonly number[]): readonly Item[] {
  const wholes = new Set(pairs.map((index) => index + 1));
  return items.map((item, index) => {
    const part = items[index - 1];
    if (part !== undefined && wholes.has(index)) {
      const role = item.role === 'coverage' ? item.role : part.role;
      return { ...item, role, noun: item.noun === '' ? part.noun : item.noun };
    }
    const base = items[index + 1];
    if (base === undefined || !pairs.includes(index)) return item;
    const noun = item.noun === '' ? base.noun : item.noun;
    return { ...item, noun, role: base.role === 'coverage' ? base.role : item.role };
  });
}
