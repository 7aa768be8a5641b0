/**
 * "… 64 thôn, tăng 03 thôn so với năm 2024 và tăng 09 thôn so với năm 2023. Năm 2024 có 61 thôn …": the year that a change
 * is compared with may be told in a sentence of its own.
 */
import { agreement, printed } from '../amount.js';
import { absolute } from '../../values/exact-rate.js';
import { foundIn, type Checking } from '../checking.js';
import type { Item, Statement } from '../reading/statement.js';
import { contentWords } from '../words/content-words.js';

export function checkOtherYears(checking: Checking): void {
  checking.statements.forEach((statement, index) => {
    const near = checking.statements
      .slice(Math.max(0, index - 2), index + 3)
      .filter((one) => one.block === statement.block && one !== statement);
    for (const change of statement.items)
      if (change.role === 'change' && checking.ledger.stateOf(change) === 'unchecked')
        checkChange(checking, statement, change, near);
  });
}

const clauseAt = ({ plain }: Statement, { start, after }: Item): string =>
  `${/[^;.]*$/u.exec(plain.slice(0, start))?.[0] ?? ''} ${/^[^,;.]*/u.exec(plain.slice(after))?.[0] ?? ''}`;

function checkChange(
  checking: Checking,
  statement: Statement,
  change: Item,
  near: readonly Statement[],
): void {
  const year = /^[^,;.\d]{0,30}so với (?:cùng kỳ )?(?:năm )?((?:19|20)\d\d)/u.exec(
    statement.plain.slice(change.after),
  )?.[1];
  if (year === undefined || change.direction === undefined || change.hedge !== undefined) return;
  // A change in percent of rates or of counts, or in times, is another matter.
  if (change.kind !== 'count' && change.kind !== 'points') return;
  const kind = change.kind === 'count' ? 'count' : 'percent';
  const fits = (item: Item): boolean =>
    item.kind === kind && item.hedge === undefined && (kind === 'percent' || item.noun === change.noun);
  const now = statement.items.findLast(
    (item) => item.role === 'level' && item.start < change.start && fits(item),
  );
  const here = contentWords(statement.plain, checking.vocabulary);
  const then = near.flatMap((other) =>
    other.items.filter(
      (item) =>
        item.year === Number(year) &&
        item.role !== 'change' &&
        fits(item) &&
        // "Năm 2024 có 67 thôn đăng ký": of other things than the villages that are compared.
        [...contentWords(clauseAt(other, item), checking.vocabulary)].every((word) => here.has(word)),
    ),
  );
  const [one] = then;
  if (now === undefined || one === undefined || then.length !== 1) return;
  const difference = now.value - one.value;
  const turned = difference !== 0n && difference < 0n !== (change.direction === 'down');
  const slack = kind === 'percent' ? (now.step + one.step) / 2n : 0n;
  if (!turned && agreement(absolute(difference), 1n, change, slack) !== 'differs') {
    checking.ledger.right([change, now, one]);
    return;
  }
  const word = difference < 0n ? 'giảm' : 'tăng';
  const parameters = {
    claim: `“${change.direction === 'down' ? 'giảm' : 'tăng'} ${change.text}”`,
    basis: `${now.text} so với ${one.text} của năm ${year}`,
    computed: `${word} ${printed(absolute(difference), change.step)}`,
  };
  checking.ledger.found(foundIn('verify/change-contradicts', checking, statement, change, parameters), [
    change,
    now,
    one,
  ]);
}
