/** Figures that somebody wrote into our report by hand: neither the results nor the text itself can say whether they are right. */
import type { Finding, WrittenBlock } from '../../model.js';
import { finding } from '../../findings/finding.js';
import { groupBy } from '../../values/groups.js';
import { upperFirst } from '../../values/vietnamese-text.js';
import { shownText } from '../words/plain-text.js';
import type { FigureState } from '../verify.js';
import { numbersOf, shortened } from './own-change.js';

/** `figures`: of the text as it stands; `expected`: the report made from the results. */
export function addedFigures(
  file: string,
  figures: readonly FigureState[],
  blocks: readonly WrittenBlock[],
  expected: readonly WrittenBlock[],
): readonly Finding[] {
  const paragraphs = new Set(blocks.filter(({ kind }) => kind === 'text').map(({ place }) => place));
  const known = new Set(expected.flatMap(textsOf).flatMap(numbersOf).flatMap(halves).map(bare));
  const added = figures.filter(
    ({ state, place, text }) =>
      state === 'unchecked' &&
      paragraphs.has(place) &&
      numbersOf(text).some((number) => !known.has(bare(number))),
  );
  return [...groupBy(added, ({ place }) => place)].map(([place, there]) => {
    const parameters = {
      place: upperFirst(place),
      figures: [...new Set(there.map(({ text }) => text))].join(', '),
      words: shortened(there[0]?.words ?? ''),
    };
    return finding('verify/figures-added', { file, sheet: place }, parameters);
  });
}

const textsOf = (block: WrittenBlock): readonly string[] =>
  block.kind === 'text'
    ? [shownText(block.text)]
    : block.rows.flatMap(({ cells }) => cells.map(({ text }) => shownText(text)));

/** "128/142" is the one and the other. */
const halves = (number: string): readonly string[] => number.split('/');

/** "89,49 %" and "89,49%" are one number. */
const bare = (number: string): string => number.replace('%', '');
