/** "gấp 2 lần …: 12.400 hộ so với 6.200 hộ", "tăng gấp đôi, từ 43 lên 86": how many times as much as before. */
import { agreement, ONE, printed, roundedTo, type Amount } from '../amount.js';
import { foundIn, type Checking } from '../checking.js';
import { isSameNoun, type Item, type Statement } from '../reading/statement.js';

export function checkTimes(checking: Checking, statement: Statement, change: Item): void {
  const { items, plain } = statement;
  // Behind a semicolon another matter is told.
  const isNear = ({ start, end }: Item): boolean =>
    !plain.slice(Math.min(end, change.end), Math.max(start, change.start)).includes(';');
  const near = items.filter((item) => isNear(item) && item.kind !== 'times' && item.role !== 'change');
  const then =
    near.find(({ role, start }) => role === 'previous' && start > change.start) ??
    near.findLast(({ role }) => role === 'previous');
  if (then === undefined || then.value === 0n || (then.kind !== 'count' && then.kind !== 'percent')) return;
  const fits = (item: Item): boolean =>
    item.role === 'level' && item.kind === then.kind && isSameNoun(item, then);
  const now = near.findLast((item) => fits(item) && item.start < change.start) ?? near.find(fits);
  if (now === undefined) return;
  compareTimes(checking, statement, change, { now, then, basis: `${now.text} so với ${then.text}` });
}

interface Compared {
  readonly now: Item;
  readonly then: Amount;
  readonly basis: string;
}

/** `then`: of this text, or of last year's report. */
export function compareTimes(
  checking: Checking,
  statement: Statement,
  change: Item,
  { now, then, basis }: Compared,
): void {
  const figures = [change, now, then];
  if (isTrue(change, now, then)) {
    checking.ledger.right(figures);
    return;
  }
  const computed = `gấp ${printed(roundedTo(now.value * ONE, then.value, ONE / 100n), ONE / 100n)} lần`;
  const said = /^gấp/u.test(change.text) ? change.text : `gấp ${change.text}`;
  const parameters = { claim: `“${said}”`, basis, computed };
  checking.ledger.found(
    foundIn('verify/change-contradicts', checking, statement, change, parameters),
    figures,
  );
}

/** "gần gấp đôi", "gấp hơn 2 lần": on the side that is said, and not far. */
function isTrue(change: Item, now: Item, then: Amount): boolean {
  const slack = now.scaled === true ? (now.step * ONE) / then.value : 0n;
  const how = agreement(now.value * ONE, then.value, change, slack);
  // "gấp 1,5 lần" may be cut off, "gấp 2 lần" of 2,9 is not.
  if (how === 'right' || (how !== 'differs' && change.step < ONE)) return true;
  const off = now.value * ONE - change.value * then.value;
  const reach = change.value * then.value;
  switch (change.hedge) {
    case 'above':
    case 'atLeast':
      return off >= 0n && off * 2n <= reach;
    case 'near':
    case 'below':
      return off <= 0n && -off * 4n <= reach;
    case 'around':
      return off * off * 100n <= reach * reach;
    case 'atMost':
    case undefined:
    default:
      return false;
  }
}
