/** Which figures of a sentence are the halves of a fraction. */
import { whole, type Vocabulary } from '../words/vocabulary.js';
import type { Figure } from './figure.js';
import type { Item } from './statement.js';

/** Positions of figures that are the upper half of a fraction. */
export function pairsOf(
  plain: string,
  figures: readonly Figure[],
  { lists, any, pattern }: Vocabulary,
): readonly number[] {
  const wholes = any(lists.parts.wholes);
  const said = pattern(
    `^\\s*(?:/\\s*(?:tổng số\\s*)?$|[^,;.:()]{0,60}?\\(?${whole(wholes)}\\s*(?:là |có )?$)`,
  );
  const pairs: number[] = [];
  figures.forEach((figure, index) => {
    const next = figures[index + 1];
    if (figure.kind !== 'count' || next?.kind !== 'count' || pairs.at(-1) === index - 1) return;
    const between = plain.slice(figure.end, next.start);
    // "15 phường và 9 xã (tổng số 24 đơn vị)": the sum of both, no whole of the second.
    const isSum =
      /\(tổng (?:số|cộng)/u.test(between) &&
      / và $/u.test(plain.slice(figures[index - 1]?.after, figure.start));
    if (isSum) return;
    const slashed = /^[^,;.:()\d]{0,40}\/\s*(?:tổng số\s*)?$/u.test(between);
    if (
      slashed ||
      isOver(plain, figure, next) ||
      said.test(between) ||
      said.test(plain.slice(figure.after, next.start))
    )
      pairs.push(index);
  });
  return pairs;
}

/** "1.027 trên 1.098 khu dân cư", "1.830 hộ trong 2.018 hộ": no hedge, but a stroke in words. */
function isOver(plain: string, part: Figure | undefined, lower: Figure): boolean {
  if (part === undefined) return false;
  const between = plain.slice(part.after, lower.start);
  if (/^ trên $/u.test(between)) return part.noun === lower.noun || part.after === part.end;
  // "187 trong 203 nhà văn hóa"
  if (/^ trong $/u.test(between) && part.after === part.end)
    return lower.noun !== '' && part.kind === 'count';
  const alike = part.noun !== '' && part.noun === lower.noun;
  return (
    alike &&
    (/^ trong $/u.test(between) || (lower.value > part.value && /^[^,;.:()]{0,50} trên $/u.test(between)))
  );
}

/** Lower halves behind "trên" lose the hedge that the word would be elsewhere. */
export const withoutStrokes = (
  plain: string,
  figures: readonly Figure[],
  pairs: readonly number[],
): readonly Figure[] =>
  figures.map((figure, index) =>
    pairs.includes(index - 1) && isOver(plain, figures[index - 1], figure) ? unhedged(figure) : figure,
  );

function unhedged({ hedge: _, ...figure }: Figure): Figure {
  return figure;
}

/** The lower half plays the part of the upper. */
export function shareRoles(items: readonly Item[], pairs: readonly number[]): readonly Item[] {
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
