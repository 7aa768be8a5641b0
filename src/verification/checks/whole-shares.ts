/** "Nam chiếm 52,4%, nữ chiếm 47,6%", "87,5% đạt và 12,5% chưa đạt": two shares that leave no third are 100% together. */
import { ONE, printed } from '../amount.js';
import { absolute } from '../../values/exact-rate.js';
import { foundIn, type Checking } from '../checking.js';
import { plainText } from '../words/plain-text.js';
import { whole as wordsOf } from '../words/vocabulary.js';
import type { Item, Statement } from '../reading/statement.js';
import { areOpposites } from './filled.js';

const HUNDRED = 100n * ONE;

export function checkWholeShares(checking: Checking): void {
  for (const statement of checking.statements) {
    const shares = statement.items.filter(({ kind, role }) => kind === 'percent' && role === 'level');
    const [one, other] = shares;
    if (shares.length !== 2 || one === undefined || other === undefined) continue;
    if (one.hedge !== undefined || other.hedge !== undefined || one.year !== other.year) continue;
    if (areApart(checking, statement, one, other) || areOpposites(statement.plain, shares))
      compare(checking, statement, one, other);
  }
}

/** Each is said of one of two kinds that leave no third, by the words right before or right behind both of them. */
function areApart({ vocabulary }: Checking, { plain }: Statement, one: Item, other: Item): boolean {
  const between = plain.slice(one.end, other.start);
  if (/[;.]|%/u.test(between)) return false;
  const has = (text: string, word: string): boolean =>
    vocabulary.pattern(wordsOf(plainText(word))).test(text);
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

function compare(checking: Checking, statement: Statement, one: Item, other: Item): void {
  const sum = one.value + other.value;
  // Each is rounded by itself.
  if (absolute(sum - HUNDRED) * 2n <= one.step + other.step) {
    checking.ledger.right([one, other]);
    return;
  }
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
