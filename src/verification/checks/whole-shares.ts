/** "Nam chiếm 52,4%, nữ chiếm 47,6%", "87,5% đạt và 12,5% chưa đạt": two shares that leave no third are 100% together. */
import { HUNDRED, ONE, printed } from '../amount.js';
import { absolute } from '../../values/exact-rate.js';
import { foundIn, type Checking } from '../checking.js';
import { says } from '../words/vocabulary.js';
import type { Item, Statement } from '../reading/statement.js';
import { swaps } from '../share.js';
import { areOpposites } from './filled.js';

export function checkWholeShares(checking: Checking): void {
  for (const statement of checking.statements) {
    const shares = statement.items.filter(({ kind, role }) => kind === 'percent' && role === 'level');
    const [one, other] = shares;
    if (shares.length !== 2 || one === undefined || other === undefined) continue;
    if (one.hedge !== undefined || other.hedge !== undefined || one.year !== other.year) continue;
    const isOfOne = one.noun === other.noun || one.noun === '' || other.noun === '';
    if (areSharesOfOne(checking, statement, one, other) || (isOfOne && areOpposites(statement.plain, shares)))
      compare(checking, statement, one, other);
  }
}

/** Each is said of one of two kinds that leave no third, by the words right before or right behind both of them. */
function areSharesOfOne({ vocabulary }: Checking, { plain }: Statement, one: Item, other: Item): boolean {
  const between = plain.slice(one.end, other.start);
  if (/[;.]|%/u.test(between)) return false;
  const has = (text: string, word: string): boolean => says(vocabulary, text, word);
  // "ở nông thôn đạt 92,1%, ở thành thị đạt 94,5%" are shares of two wholes.
  const isShare = ({ start, end }: Item): boolean =>
    /chiếm(?: tỷ lệ)?(?: là)?\s*$/u.test(plain.slice(0, start)) || /^ là /u.test(plain.slice(end));
  if (![one, other].every(isShare) || /(?<!\p{L})(?:còn lại|khác)(?!\p{L})/u.test(plain)) return false;
  // "62% số hộ nghèo, … 41,5% số hộ cận nghèo"
  const [ofOne, ofOther] = [one, other].map(
    ({ end }) => /^ (?:(?:của|trong|trên) )?(?:tổng )?số ([^,;.]+)/u.exec(plain.slice(end))?.[1],
  );
  if (ofOne !== undefined && ofOther !== undefined && ofOne !== ofOther) return false;
  const clauseBefore = /[^,;.]*$/u.exec(plain.slice(0, one.start))?.[0] ?? '';
  const clauseBehind = /^[^,;.]*/u.exec(plain.slice(other.end))?.[0] ?? '';
  const [left, right] = between.split(/,| và | còn /u);
  if (left === undefined || right === undefined) return false;
  return vocabulary.lists.parts.apart.some((pair) =>
    [pair, [...pair].reverse()].some(
      ([first = '', second = '']) =>
        (has(clauseBefore, first) && !has(clauseBefore, second) && has(right, second)) ||
        (has(left, first) && has(clauseBehind, second)),
    ),
  );
}

/**
 * Some of both kinds may be meant ("nữ chiếm 32,5%, nam dưới 40 tuổi chiếm 21%"), and some may be neither ("6,3% thôn chưa
 * đạt" beside others that were not looked at): only a little too much, or two digits exchanged, leaves no doubt.
 */
function isNear(one: Item, other: Item): boolean {
  const over = one.value + other.value - HUNDRED;
  const exchanged = [
    [one, other],
    [other, one],
  ] as const;
  return (
    (over > 0n && over <= 10n * ONE) ||
    exchanged.some(([left, right]) => swaps(left.value, left.step).includes(HUNDRED - right.value))
  );
}

function compare(checking: Checking, statement: Statement, one: Item, other: Item): void {
  const sum = one.value + other.value;
  // Each is rounded by itself.
  if (absolute(sum - HUNDRED) * 2n <= one.step + other.step) {
    checking.ledger.right([one, other]);
    return;
  }
  if (!isNear(one, other)) return;
  const parameters = {
    whole: '100%',
    sum: `${printed(sum, one.step < other.step ? one.step : other.step)}%`,
    parts: `${one.text} + ${other.text}`,
    cause: 'hai phần này gộp lại phải là 100%',
  };
  checking.ledger.found(foundIn('verify/parts-do-not-add', checking, statement, other, parameters), [
    one,
    other,
  ]);
}
