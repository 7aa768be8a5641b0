/** "A 94,1%, B 81,6%, C 96,3%; cao nhất là C": what is said of units, held against their values in the same sentence. */
import { ONE } from '../amount.js';
import { foundIn, type Checking } from '../checking.js';
import { namedValues, type NamedValue } from '../reading/named-values.js';
import type { Item, Statement } from '../reading/statement.js';
import { whole as wordsOf } from '../words/vocabulary.js';
import { NO_ITEM } from './claims.js';
import { isHonest } from './hedges.js';
import { listAt, namesIn } from './named-units.js';

export function checkListedValues(checking: Checking): void {
  checking.statements.forEach((statement, index) => {
    const values = namedValues(statement, checking.vocabulary);
    if (values.length < 2) return;
    const next = checking.statements[index + 1];
    const isGoingOn = next?.block === statement.block && next.items.length === 0;
    for (const one of [statement, ...(isGoingOn ? [next] : [])]) {
      checkBest(checking, one, statement, values);
      checkPlaces(checking, one, statement, values);
    }
    checkBound(checking, statement, values);
  });
}

/** "đứng thứ hai, sau Mộ Đức": one place more than the names behind "sau". */
export function checkPlacesBehind(checking: Checking): void {
  const { lists, any, every } = checking.vocabulary;
  const { rank, ordinals } = lists.units;
  const said = every(
    `${wordsOf(any(rank))} (?:(\\d{1,3})|(${any(Object.keys(ordinals))}))(?:,| (?:toàn |của |trong )?(?:${any(lists.units.kinds)}),?)?(?: chỉ| và)? sau (?:các )?`,
  );
  for (const statement of checking.statements)
    for (const match of statement.plain.matchAll(said)) {
      const place = match[1] === undefined ? (ordinals[match[2] ?? ''] ?? 0) : Number(match[1]);
      const list = listAt(statement.shown.slice(match.index + match[0].length), false);
      const names = list === undefined ? undefined : namesIn(list, checking.vocabulary);
      if (names === undefined || place === 0 || place === names + 1) continue;
      const claim = `“${statement.shown.slice(match.index, match.index + match[0].length)}${list ?? ''}”`;
      const item = { ...NO_ITEM, text: match[0], start: match.index };
      checking.ledger.found(
        foundIn('verify/rank-untrue', checking, statement, item, { claim, computed: String(names + 1) }),
        [],
      );
    }
}

/** The value of a name that stands right behind, or right before a word. */
function namedAt(
  { plain }: Statement,
  { from, until }: { readonly from: number; readonly until: number },
  values: readonly NamedValue[],
  { lists, any, every }: Checking['vocabulary'],
): NamedValue | undefined {
  const behind = /^[^,;.()]{0,60}/u.exec(plain.slice(until))?.[0] ?? '';
  const ahead = /[^,;.()]{0,60}$/u.exec(plain.slice(0, from))?.[0] ?? '';
  const opened = every(`(?:là|thuộc về|:)(?: của)? ((?:(?:${any(lists.units.kinds)}|vùng|khu vực) )?)`);
  const ends = [...behind.matchAll(opened)].flatMap(({ index, 0: said, 1: kind = '' }) => [
    index + said.length,
    index + said.length - kind.length,
  ]);
  const isThere = ({ name }: NamedValue, end: number): boolean =>
    !/\d/u.test(behind.slice(0, end)) &&
    behind.startsWith(name, end) &&
    !/^[\p{L}\d]/u.test(behind.slice(end + name.length));
  // "thấp nhất là Đậu Liêu: Đậu Liêu 512 hộ, …": the nearest name.
  const nearest = ends
    .toSorted((left, right) => left - right)
    .flatMap((end) => values.filter((value) => isThere(value, end)));
  return nearest[0] ?? values.find(({ name }) => isLastName(ahead, name));
}

const isLastName = (text: string, name: string): boolean => {
  const at = text.lastIndexOf(name);
  return at >= 0 && !/\p{L}$/u.test(text.slice(0, at)) && !/^\p{L}|\d/u.test(text.slice(at + name.length));
};

/** "có nhiều hộ nhất": what is most stands between. */
const SPLIT = String.raw`(?<!\p{L})(?:nhiều|lớn|ít) (?:\p{L}+ ){1,3}nhất(?!\p{L})`;

/** "cao nhất là C", "C có tỷ lệ cao nhất": none of the list is better. */
function checkBest(
  checking: Checking,
  statement: Statement,
  where: Statement,
  values: readonly NamedValue[],
): void {
  const { vocabulary, ledger } = checking;
  const { highest, lowest } = vocabulary.lists.units;
  const said = [
    ...statement.plain.matchAll(
      vocabulary.every(`${wordsOf(vocabulary.any([...highest, ...lowest]))}|${SPLIT}`),
    ),
  ];
  const isHigh = (words: string): boolean => highest.includes(words) || /^(?:nhiều|lớn|cao) /u.test(words);
  for (const match of said) {
    const high = isHigh(match[0]);
    const isOnce = said.filter((other) => isHigh(other[0]) === high).length === 1;
    const clause = `${/[^,;.:]*$/u.exec(statement.plain.slice(0, match.index))?.[0] ?? ''}${match[0]}${/^[^,;.:]*/u.exec(statement.plain.slice(match.index + match[0].length))?.[0] ?? ''}`;
    const most = /^\p{L}+ (.+) nhất$/u.exec(match[0])?.[1] ?? '';
    // "nhiều hộ nghèo nhất" is said of other households than those that are counted.
    const isOther = most !== '' && values.some(({ item }) => calledIn(where, item) !== most);
    if (!isOnce || isOther || !isOfValues(vocabulary, clause, values)) continue;
    const until = match.index + match[0].length;
    const claimed = namedAt(statement, { from: match.index, until }, values, vocabulary);
    if (claimed === undefined) continue;
    const best = values.reduce((one, other) =>
      other.item.value > one.item.value === high && other.item.value !== one.item.value ? other : one,
    );
    if (best.item.value === claimed.item.value) {
      ledger.right(values.map(({ item }) => item));
      continue;
    }
    const parameters = {
      claim: `${claimed.shown} ${match[0]}`,
      fact: `${claimed.shown} là ${claimed.item.text}, ${best.shown} là ${best.item.text}`,
    };
    ledger.found(foundIn('verify/extreme-untrue', checking, where, claimed.item, parameters), [
      claimed.item,
      best.item,
    ]);
  }
}

const calledIn = ({ plain }: Statement, { end, after }: Item): string => plain.slice(end, after).trim();

/** "cao nhất về tỷ lệ" says nothing of counts, and who rose most may have the least. */
function isOfValues(
  { lists, any, pattern }: Checking['vocabulary'],
  clause: string,
  values: readonly NamedValue[],
): boolean {
  const { up, down } = lists.changes;
  if (pattern(wordsOf(any([...up, ...down]))).test(clause)) return false;
  const isRate = values[0]?.item.kind === 'percent';
  return isRate ? !/(?<!\p{L})(?:về số|số lượng)(?!\p{L})/u.test(clause) : !clause.includes('tỷ lệ');
}

/** "C xếp thứ 2": as many of the list as there are better ones stand before it, where the list is of all. */
function checkPlaces(
  checking: Checking,
  statement: Statement,
  where: Statement,
  values: readonly NamedValue[],
): void {
  const { vocabulary, ledger } = checking;
  const { rank, ordinals } = vocabulary.lists.units;
  const said = vocabulary.every(
    `${wordsOf(vocabulary.any(rank))} (?:(\\d{1,3})|(${vocabulary.any(Object.keys(ordinals))}))(?![\\p{L}\\p{N}])`,
  );
  for (const match of statement.plain.matchAll(said)) {
    const place = match[1] === undefined ? (ordinals[match[2] ?? ''] ?? 0) : Number(match[1]);
    const until = match.index + match[0].length;
    const claimed = namedAt(statement, { from: match.index, until }, values, vocabulary);
    if (claimed === undefined || place === 0 || /^[^,;.]{0,20}từ dưới/u.test(statement.plain.slice(until)))
      continue;
    const better = values.filter(({ item }) => item.value > claimed.item.value).length;
    const equal = values.filter(({ item }) => item.value === claimed.item.value).length;
    // Of more units than are told the place is the same or farther behind.
    const last = isOfAll(vocabulary, where, values) ? better + equal : Number.MAX_SAFE_INTEGER;
    if (place > better && place <= last) {
      if (last <= values.length) ledger.right(values.map(({ item }) => item));
      continue;
    }
    const parameters = { claim: `${claimed.shown} ${match[0]}`, computed: String(better + 1) };
    ledger.found(foundIn('verify/rank-untrue', checking, where, claimed.item, parameters), [claimed.item]);
  }
}

/** "Tỷ lệ của bốn xã lần lượt là …": as many as are told. */
function isOfAll(
  { lists: { numbers }, any, pattern }: Checking['vocabulary'],
  { plain }: Statement,
  values: readonly NamedValue[],
): boolean {
  const count = `(\\d{1,2}|${any(Object.keys(numbers))})`;
  const said = pattern(
    `(?:^|(?<!\\p{L})(?:của|cả|trong|có|gồm) )${count}(?: \\p{L}+[^,;.\\d]{0,40})?\\s*$`,
  ).exec(plain.slice(0, values[0]?.start))?.[1];
  return said !== undefined && (numbers[said] ?? Number(said)) === values.length;
}

/** "Có 3 xã đạt trên 95%: A 95,8%, B 96,2%, C 94,1%": each of the list is over the bound. */
function checkBound(checking: Checking, statement: Statement, values: readonly NamedValue[]): void {
  const { items, plain } = statement;
  const [first] = values;
  if (first === undefined) return;
  const bound = items[items.indexOf(first.item) - 1];
  const counted = items[items.indexOf(first.item) - 2];
  if (bound?.hedge === undefined || bound.kind !== first.item.kind || !isOneSided(bound)) return;
  if (counted?.kind !== 'count' || !/^[^.;:()]{0,40}$/u.test(plain.slice(counted.after, bound.start))) return;
  if (!/^[^.;\d]{0,30}(?::|\(| gồm| là)(?: các)?\s*$/u.test(plain.slice(bound.after, first.start))) return;
  const untrue = values.find(({ item }) => !isHonest(bound, item.value, 1n) && !isAtBound(bound, item));
  if (untrue === undefined) {
    checking.ledger.right(values.map(({ item }) => item));
    return;
  }
  const parameters = {
    claim: `${counted.text} đơn vị “${statement.shown.slice(counted.after, bound.end).trim()}”`,
    fact: `${untrue.shown} là ${untrue.item.text}`,
  };
  checking.ledger.found(foundIn('verify/unit-count-untrue', checking, statement, untrue.item, parameters), [
    untrue.item,
  ]);
}

const isOneSided = ({ hedge }: Item): boolean => hedge !== 'near' && hedge !== 'around';

/** "trên 95%" of 95,0 is loose, and no contradiction. */
const isAtBound = (bound: Item, item: Item): boolean => item.value === bound.value && item.step <= ONE;
