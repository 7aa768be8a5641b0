/** Of which unit a sentence speaks: named, "toàn huyện", or the one whose text it is. */
import { whole, type Vocabulary } from '../words/vocabulary.js';
import type { Item, Statement } from './statement.js';

/** The unit named in the sentence, nearest before the figure; the whole where it says "toàn huyện". */
export function scopeOf({ shown, plain }: Statement, item: Item, { lists, any, every }: Vocabulary): string {
  const wholes = every(whole(any(lists.units.whole)));
  const units = namedUnits(shown, plain, { lists, any, every });
  // "trên địa bàn huyện", without a name behind it.
  const grounds = every(`(?<=trên địa bàn )(?:toàn )?(?:${any(lists.units.kinds)})(?=[ ,.]|$)`);
  const places = [
    ...[...plain.matchAll(grounds)]
      .filter(({ index, 0: said }) => !/^ \p{Lu}/u.test(shown.slice(index + said.length)))
      .map(({ index, 0: said }) => ({ index, name: `toàn ${said.replace('toàn ', '')}` })),
    ...[...plain.matchAll(wholes)].map((match) => ({ index: match.index, name: match[0] })),
    ...units,
  ].sort((left, right) => left.index - right.index);
  return (places.findLast(({ index }) => index < item.start) ?? places[0])?.name ?? '';
}

/** "Xã có 12 thôn", "Hiện nay, xã gồm 12 thôn", "Huyện có 14 xã với 128 thôn": the unit whose text it is. */
export function ownerOf(
  { plain, items }: Statement,
  item: Item,
  { lists, any, pattern }: Vocabulary,
): string | undefined {
  const before = items.slice(0, items.indexOf(item));
  const left = [...before]
    .reverse()
    .reduce(
      (text, { start, after }) => `${text.slice(0, start)}${text.slice(after)}`,
      plain.slice(0, item.start),
    );
  return pattern(
    `^(?:[^,:]{0,24}[,:] )?(?:toàn |cả )?(${any(lists.units.kinds)}) (?:hiện |nay |hiện nay )?(?:có|gồm)(?: có)?(?:,| với| và| gồm|\\s)*$`,
  ).exec(left)?.[1];
}

/** "xã Tam Đa", "phường Móng Cái 1": kind and capitalised name, in small letters; not those in "(chưa gồm xã Tam Đa)", "Không kể xã Tam Đa, có …". */
export function namedUnits(
  shown: string,
  plain: string,
  { lists, any, every }: Pick<Vocabulary, 'lists' | 'any' | 'every'>,
): readonly { readonly index: number; readonly name: string }[] {
  const kinds = every(`(?<!\\p{L})(?:${any(lists.units.kinds)}) `);
  const { among, apart, kinds: ofUnits } = lists.units;
  const others = [
    `(?<=\\([^()]*)(?<!\\p{L})(?:${any(among)}) [^;()]*`,
    `(?<!\\p{L})(?:${any(apart)}) [^;()]*?(?=, (?!(?:${any(ofUnits)}) ))`,
  ].flatMap((words) => [...plain.matchAll(every(words))]);
  return [...plain.matchAll(kinds)].flatMap((match) => {
    if (others.some(({ index, 0: said }) => index < match.index && match.index < index + said.length))
      return [];
    const start = match.index + match[0].length;
    const name = /^(?:\p{Lu}[\p{L}’'-]*(?: |$|(?=[,.;:()])))+(?:\d{1,3}(?![\d.,/]*[\d%]|\s?%))?/u.exec(
      shown.slice(start),
    )?.[0];
    return name === undefined
      ? []
      : [{ index: match.index, name: plain.slice(match.index, start + name.trimEnd().length) }];
  });
}
