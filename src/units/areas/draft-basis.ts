/** What speaks for a line of the draft, and what else would fit as well: households alone decide nothing. */
import { foldLabel } from '../../values/vietnamese-text.js';
import { ANY_AREA_KIND } from '../names/area-kinds.js';
import { areaKey } from './area-history.js';
import { fits, type ListedArea, type Pair } from './area-pairs.js';

const KIND = new RegExp(String.raw`^${ANY_AREA_KIND}(?:\s+số)?\s+`, 'u');
const wordsOf = (name: string): readonly string[] =>
  foldLabel(name)
    .replace(KIND, '')
    .split(/[\s,–-]+/u);

/** "Thôn Đông" is in "Tổ dân phố Đông" and in "Thôn Đông Tây". Numbers are given anew when areas are redrawn: they say nothing. */
export function isSaidByName(before: string, after: string): boolean {
  const [own, all] = [wordsOf(before).join(' '), wordsOf(after).join(' ')];
  return !/\d|^[ivx]+$/u.test(own) && ` ${all} `.includes(` ${own} `);
}

/**
 * Areas of today into which the area may have gone instead: it changes places with one that went there, or goes there
 * alone, or the two new names change places, and the households fit no worse than they have to.
 */
export function alsoInto(area: ListedArea, own: Pair, all: readonly Pair[]): readonly string[] {
  return all.flatMap((other) => {
    const [into, more] = other.now;
    if (other === own || into === undefined || more !== undefined) return [];
    const rest = own.then.filter((one) => one !== area);
    const moved = { own: rest, other: [...other.then, area] };
    const exchanged = other.then.flatMap((one) =>
      isNamedIn(one, other)
        ? []
        : [{ own: [...rest, one], other: [...other.then.filter((x) => x !== one), area] }],
    );
    const swapped = other.then.some((one) => isNamedIn(one, other))
      ? []
      : [{ own: other.then, other: own.then }];
    const isPossible = [moved, ...exchanged, ...swapped].some(
      (way) => way.own.length > 0 && fits({ ...own, then: way.own }) && fits({ ...other, then: way.other }),
    );
    return isPossible && !isNamedIn(area, own) ? [into.name] : [];
  });
}

/** The area of today still bears its name, or is called after it. */
const isNamedIn = ({ name }: ListedArea, { now }: Pair): boolean =>
  now.some((one) => areaKey(one.name) === areaKey(name) || isSaidByName(name, one.name));
