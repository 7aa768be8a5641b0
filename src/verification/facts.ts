/** What a sentence says of the world: of which unit, which year, what is counted, how much. The same fact has the same subject. */
import type { Checking } from './checking.js';
import { fractionOf, type Item, type Statement } from './reading/statement.js';
import { contentWords } from './words/content-words.js';
import { whole, type Vocabulary } from './words/vocabulary.js';

export interface Fact {
  readonly statement: Statement;
  readonly item: Item;
  /** Lower half, when the fact is a fraction. */
  readonly base?: Item;
  /** "toàn huyện", "xã tam đa"; empty when the sentence names none. */
  readonly scope: string;
  readonly year: number | 'previous' | undefined;
  /** Words of its clause, without unit, year and noun. */
  readonly words: ReadonlySet<string>;
  readonly noun: string;
}

/** Facts of statements that speak of the result itself. */
export function factsOf({ statements, vocabulary }: Checking): readonly Fact[] {
  const named = new Set(
    statements.flatMap(({ shown, plain }) => namedUnits(shown, plain, vocabulary).map(({ name }) => name)),
  );
  const only = (kind: string): boolean =>
    [...named].filter((name) => name.startsWith(`${kind} `)).length <= 1;
  return statements.flatMap((statement) =>
    statement.items.flatMap((item) => factOf(statement, item, vocabulary, only) ?? []),
  );
}

/** `only`: whether the text names one unit of a kind at most, so that "Xã có 12 thôn" is about that one. */
export function factOf(
  statement: Statement,
  item: Item,
  vocabulary: Vocabulary,
  only: (kind: string) => boolean = () => false,
): Fact | undefined {
  if (item.role !== 'level' && item.role !== 'previous') return undefined;
  if (item.from === true || item.to === true) return undefined;
  if (item.kind !== 'count' && item.kind !== 'percent') return undefined;
  // "58 đơn vị cùng đạt 100%": which share it is, the sentence before says.
  if (item.kind === 'count' && statement.plain.slice(item.after).startsWith(' cùng ')) return undefined;
  // "chiếm 91,1% trong 45 tổ dân phố": the base of a share is told in passing.
  if (
    /(?:%|phần trăm) (?:trong|của|trên|so với)(?: tổng)?(?: số)? $/u.test(
      statement.plain.slice(0, item.start),
    )
  )
    return undefined;
  const fraction = fractionOf(statement, item);
  if (fraction?.whole === item) return undefined;
  const clause = clauseOf(statement, item, fraction?.whole ?? item, vocabulary.hedgePattern);
  const back = vocabulary.pattern(whole(vocabulary.any(vocabulary.lists.anaphora)));
  if (back.test(clause.replace(/(?<!\p{L})trong đó(?: có)?/u, ' '))) return undefined;
  const owner = ownerOf(statement, item, vocabulary);
  const scope =
    scopeOf(statement, item, vocabulary) || (owner !== undefined && only(owner) ? `toàn ${owner}` : '');
  const said = clause
    .replace(/(?<!\p{L})trong đó(?: có)?/u, ' ')
    .replace(/(?:trong |của )?năm (?:(?:19|20)\d\d|trước)(?: đã)?/gu, ' ')
    .replace(vocabulary.every(whole(vocabulary.any(vocabulary.lists.units.whole))), ' ');
  const words = new Set(contentWords(said, vocabulary));
  if (scope === `toàn ${owner ?? ''}`) words.delete('gồm');
  const counted = statement.plain.slice(item.end, (fraction?.whole ?? item).after);
  const noun = contentWords(counted, vocabulary);
  for (const word of [...noun, ...contentWords(scope, vocabulary), 'dân', 'toàn'])
    if (item.kind === 'count') words.delete(word);
  return {
    statement,
    item,
    scope,
    words,
    noun:
      item.noun === 'hộ'
        ? item.noun
        : statement.plain.slice((fraction?.whole ?? item).end, (fraction?.whole ?? item).after).trim(),
    year: item.role === 'previous' ? (item.year ?? 'previous') : (item.year ?? onlyYear(statement)),
    ...(fraction === undefined ? {} : { base: fraction.whole }),
  };
}

/** "Với 142 suất quà … năm 2025, xã …": the one year that the sentence names, wherever. */
function onlyYear({ plain }: Statement): number | undefined {
  const years = new Set([...plain.matchAll(/năm ((?:19|20)\d\d)/gu)].map((match) => Number(match[1])));
  return years.size === 1 ? [...years][0] : undefined;
}

/** From the last comma, bracket or figure before to the next behind. */
function clauseOf({ plain, items }: Statement, item: Item, last: Item, hedge: RegExp): string {
  const index = items.indexOf(item);
  const from = items[index - 1]?.end ?? 0;
  const to = items[items.indexOf(last) + 1]?.start ?? plain.length;
  const left = plain
    .slice(from, item.start)
    .replace(hedge, '')
    .replace(/^.*[,;:()]/u, '')
    .replace(/^.*(?=tổng số )/u, '');
  const named = plain.slice(item.end, last.after).replace(/\d[\d.,]*/gu, ' ');
  // A comma within a name is none of the sentence: “Thôn, tổ dân phố văn hóa”.
  const right = /^(?:“[^“”]*”|[^,;:().!])*/u.exec(plain.slice(last.after, to))?.[0] ?? '';
  return `${left} ${named} ${right}`;
}

/** The unit named in the sentence, nearest before the figure; the whole where it says "toàn huyện". */
function scopeOf({ shown, plain }: Statement, item: Item, { lists, any, every }: Vocabulary): string {
  const wholes = every(whole(any(lists.units.whole)));
  const units = namedUnits(shown, plain, { lists, any, every });
  const places = [
    ...[...plain.matchAll(wholes)].map((match) => ({ index: match.index, name: match[0] })),
    ...units,
  ].sort((left, right) => left.index - right.index);
  return (places.findLast(({ index }) => index < item.start) ?? places[0])?.name ?? '';
}

/** "Xã có 12 thôn", "Hiện nay, xã gồm 12 thôn": the unit whose text it is. */
const ownerOf = (
  { plain }: Statement,
  { start }: Item,
  { lists, any, pattern }: Vocabulary,
): string | undefined =>
  pattern(
    `^(?:[^,\\d]{0,20}, )?(${any(lists.units.kinds)}) (?:hiện |nay |hiện nay )?(?:có|gồm)(?: có)? $`,
  ).exec(plain.slice(0, start))?.[1];

/** "xã Tam Đa", "phường Móng Cái 1": kind and capitalised name, in small letters; not those in "(chưa gồm xã Tam Đa)". */
export function namedUnits(
  shown: string,
  plain: string,
  { lists, any, every }: Pick<Vocabulary, 'lists' | 'any' | 'every'>,
): readonly { readonly index: number; readonly name: string }[] {
  const kinds = every(`(?<!\\p{L})(?:${any(lists.units.kinds)}) `);
  const others = [...plain.matchAll(every(`(?<=\\([^()]*)(?<!\\p{L})(?:${any(lists.units.among)}) [^;()]*`))];
  return [...plain.matchAll(kinds)].flatMap((match) => {
    if (others.some(({ index, 0: said }) => index < match.index && match.index < index + said.length))
      return [];
    const start = match.index + match[0].length;
    const name = /^(?:\p{Lu}[\p{L}’'-]*(?: |$|(?=[,.;:()])))+(?:\d{1,3}(?!\d))?/u.exec(
      shown.slice(start),
    )?.[0];
    return name === undefined
      ? []
      : [{ index: match.index, name: plain.slice(match.index, start + name.trimEnd().length) }];
  });
}
