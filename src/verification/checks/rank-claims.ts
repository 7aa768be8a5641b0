/** "Xã Bãi Cháy đứng thứ 2 về …", "xếp thứ nhất toàn huyện": places told in words, held against a table. */
import { foundIn, type Checking } from '../checking.js';
import { namedUnits } from '../reading/named-units.js';
import type { Statement } from '../reading/statement.js';
import { placesOf } from '../tables/rates.js';
import { whole as wordsOf } from '../words/vocabulary.js';
import { NO_ITEM, shownName } from './claims.js';
import { columnsFor, isAmongSome, placesIn, valueIn, type Place } from './unit-columns.js';

export function checkRankClaims(checking: Checking): void {
  const places = placesIn(checking);
  if (places.length > 0)
    for (const statement of checking.statements)
      if (!isAmongSome(statement)) checkPlaces(checking, statement, places);
}

function checkPlaces(checking: Checking, statement: Statement, all: readonly Place[]): void {
  const { lists, any, every } = checking.vocabulary;
  const { rank, ordinals } = lists.units;
  const { plain } = statement;
  const said = every(
    `${wordsOf(any(rank))} (?:(\\d{1,3})|(${any(Object.keys(ordinals))}))(?![\\p{L}\\p{N}])`,
  );
  const names = namedUnits(statement.shown, plain, checking.vocabulary);
  for (const match of plain.matchAll(said)) {
    const place = match[1] === undefined ? (ordinals[match[2] ?? ''] ?? 0) : Number(match[1]);
    const right = plain.slice(match.index + match[0].length);
    const behind = /^(?: [^,;.\d]{0,40}?)?(?: là|:| thuộc về) /u.exec(right)?.[0].length;
    const from = match.index + match[0].length + (behind ?? 0);
    const unit =
      (behind === undefined
        ? undefined
        : names.find(({ index }) => index >= from - 1 && index <= from + 12)) ??
      names.findLast(({ index }) => index < match.index);
    // What is said behind another place is of another matter.
    const next = /[;.]|(?:đứng|xếp) thứ/u.exec(right)?.index;
    const clause = `${/[^;.]*$/u.exec(plain.slice(0, match.index))?.[0] ?? ''} ${right.slice(0, next)}`;
    if (unit !== undefined && place > 0)
      checkPlace(checking, statement, { place, unit, words: match[0], at: match.index, clause, right }, all);
  }
}

interface Told {
  readonly place: number;
  readonly unit: { readonly index: number; readonly name: string };
  readonly words: string;
  readonly at: number;
  readonly clause: string;
  readonly right: string;
}

/** "từ dưới lên" counts from the last one. */
const FROM_BELOW = /^[^,;.]{0,20}từ dưới/u;
/** More units than a table of one district, or one province, has. */
const OF_MORE =
  /^(?: [^,;.]{0,20})? (?:toàn tỉnh|của tỉnh|trong tỉnh|cả nước|toàn quốc|khu vực|cụm thi đua)/u;

function checkPlace(
  checking: Checking,
  statement: Statement,
  { place, unit, words, at, clause, right }: Told,
  all: readonly Place[],
): void {
  const there = all.filter((one) => valueIn(one, unit.name) !== undefined);
  const found = columnsFor(checking, { plain: clause }, there).flatMap((one) => {
    const value = valueIn(one, unit.name);
    return value === undefined ? [] : [{ ...placesOf(one.rows, value, one.column), size: one.rows.length }];
  });
  const isBelow = FROM_BELOW.test(right);
  const turned = found.map(({ first, last, size }) =>
    isBelow ? { first: size + 1 - last, last: size + 1 - first } : { first, last },
  );
  const [one] = turned;
  if (one === undefined) return;
  // Of more units the place is the same or farther behind.
  const isRight = OF_MORE.test(right)
    ? turned.some(({ first }) => place >= first)
    : turned.some(({ first, last }) => place >= first && place <= last);
  if (isRight) return;
  const claim = `${shownName(statement, unit)} ${words}${isBelow ? ' từ dưới lên' : ''}`;
  const item = { ...NO_ITEM, text: words, start: at };
  checking.ledger.found(
    foundIn('verify/rank-untrue', checking, statement, item, { claim, computed: String(one.first) }),
    [],
  );
}
